import { SpanKind } from '@opentelemetry/api';
import {
  type Activity,
  ActivityTypes,
  BotAdapter,
  type ConversationReference,
  type ResourceResponse,
  TurnContext,
} from 'botbuilder';
import { setTurnSource, turnResult } from '../../bot/assistant-bot.ts';
import { DELIVERY_REASONS } from '../../bot/delivery-words.ts';
import type { Author, Channel, ChannelId, Delivery, SendWindow } from '../../bot/ports/channel.ts';
import type { TurnSource } from '../../bot/run-turn.ts';
import { inSpan } from '../tracing.ts';

/** Options of one delivery, see `Channel.deliver`. */
export interface DeliveryOptions {
  readonly correlationId: string;
  readonly mode: 'response' | 'human-agent';
}

const OPTIONS = Symbol('delivery options');
const DELIVERY = Symbol('delivery');

/**
 * What the channels' Bot Framework adapters share: an inbound activity runs through the middleware to the bot, and
 * every outbound message (the bot's and staff's alike) is a proactive one through its conversation reference.
 * A subclass says how its platform is called.
 */
export abstract class ChannelAdapter extends BotAdapter implements Channel {
  abstract readonly id: ChannelId;
  abstract window(author: Author, lastInboundAt: number | null, now: number): SendWindow;
  /** One call to the platform; `recipientId` is the citizen's id there. Never throws for what the platform answers. */
  protected abstract callPlatform(
    recipientId: string,
    activity: Partial<Activity>,
    options: DeliveryOptions,
  ): Promise<Delivery>;

  /** Shows the citizen that somebody is at work, where the platform can. */
  async showTyping(_recipientId: string): Promise<void> {}

  /** Runs one inbound activity through the middleware and the bot. */
  async receive(
    activity: Partial<Activity>,
    source: TurnSource,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<'done' | 'stale'> {
    const context = new TurnContext(this, activity);
    setTurnSource(context, source);
    const span = { name: 'turn', kind: SpanKind.CONSUMER, attributes: { channel: this.id } };
    await inSpan(span, () => this.runMiddleware(context, logic));
    return turnResult(context);
  }

  async deliver(
    reference: Partial<ConversationReference>,
    activity: Partial<Activity>,
    options: DeliveryOptions,
  ): Promise<Delivery> {
    let delivery: Delivery = { status: 'failed', code: 'NOT_CALLED', reason: DELIVERY_REASONS.empty };
    const description = { name: 'deliver', kind: SpanKind.CLIENT, attributes: { channel: this.id } };
    return inSpan(description, async (span) => {
      await this.continueConversation(reference, async (context) => {
        context.turnState.set(OPTIONS, options);
        await context.sendActivity(activity);
        delivery = context.turnState.get(DELIVERY) ?? delivery;
      });
      span.setAttribute('status', delivery.status);
      return delivery;
    });
  }

  override async continueConversation(
    reference: Partial<ConversationReference>,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    const event = TurnContext.applyConversationReference(
      { type: ActivityTypes.Event, name: 'continueConversation' },
      reference,
      true,
    );
    await this.runMiddleware(new TurnContext(this, event), logic);
  }

  /** Bot Framework calls this with everything a turn emits; only messages reach a platform. */
  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const responses: ResourceResponse[] = [];
    for (const activity of activities) {
      if (activity.type !== ActivityTypes.Message) {
        responses.push({ id: '' });
        continue;
      }
      const options: DeliveryOptions | undefined = context.turnState.get(OPTIONS);
      if (options === undefined) throw new TypeError('Messages leave through the outbox only: use deliver().');
      const delivery = await this.callPlatform(activity.recipient?.id ?? '', activity, options);
      context.turnState.set(DELIVERY, delivery);
      responses.push({ id: delivery.status === 'sent' ? (delivery.providerMessageId ?? '') : '' });
    }
    return responses;
  }

  override async updateActivity(): Promise<void> {
    throw new TypeError('The channels cannot edit a sent message.');
  }

  override async deleteActivity(): Promise<void> {
    throw new TypeError('The channels cannot take back a sent message.');
  }
}
