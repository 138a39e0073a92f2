import type { Activity } from 'botbuilder';
import { ChannelAdapter, type DeliveryOptions } from '../../../adapters/channels/channel-adapter.ts';
import { messengerWindow } from '../../../adapters/channels/messenger/window.ts';
import { zaloWindow } from '../../../adapters/channels/zalo/window.ts';
import type { Author, ChannelId, Delivery, SendWindow } from '../../../bot/ports/channel.ts';
import type { Outbox } from '../../../bot/ports/outbox.ts';
import type { Weather } from './steps.ts';

export type Echo = Parameters<Outbox['confirm']>[0];

/** The platforms of a walk: they take what is sent, as their weather is, and echo what they took. */
export interface Platforms {
  /** How the next delivery on each channel ends; sunny where none is set. */
  readonly weather: Map<ChannelId, Weather>;
  /** Echoes that did not come in yet, oldest first. */
  readonly echoes: Echo[];
}

/** Told of every call before it ends; `taken`: the citizen has the message now. */
export type OnCall = (
  call: { readonly conversationId: string; readonly author: Author; readonly text: string },
  taken: boolean,
) => void;

const WINDOWS: Readonly<Record<ChannelId, ChannelAdapter['window']>> = {
  messenger: messengerWindow,
  zalo: zaloWindow,
  web: () => ({ open: true, until: null, mode: 'response' }),
};
const ENDS: Readonly<Record<Weather, Delivery>> = {
  busy: { status: 'retry', afterMs: 2_000, reason: 'Nền tảng đang bận.' },
  refused: { status: 'failed', code: 'REFUSED', reason: 'Nền tảng từ chối tin nhắn.' },
  'lost-taken': { status: 'unknown', reason: 'Không có trả lời.' },
  lost: { status: 'unknown', reason: 'Không có trả lời.' },
};

/** A channel with the real adapter's Bot Framework part and sending window, and a platform in memory. */
export class WalkChannel extends ChannelAdapter {
  readonly id: ChannelId;
  readonly #platforms: Platforms;
  readonly #onCall: OnCall;
  readonly #newId: () => string;

  constructor(id: ChannelId, platforms: Platforms, newId: () => string, onCall: OnCall) {
    super();
    this.id = id;
    this.#platforms = platforms;
    this.#newId = newId;
    this.#onCall = onCall;
  }

  window(author: Author, lastInboundAt: number | null, now: number): SendWindow {
    return WINDOWS[this.id](author, lastInboundAt, now);
  }

  protected override async callPlatform(
    _recipientId: string,
    activity: Partial<Activity>,
    { correlationId }: DeliveryOptions,
  ): Promise<Delivery> {
    const { weather, echoes } = this.#platforms;
    const now = weather.get(this.id);
    weather.delete(this.id);
    const conversationId = activity.conversation?.id ?? '';
    const author = activity.channelData.author === 'staff' ? 'staff' : 'bot';
    const text = activity.text ?? '';
    const taken = now === undefined || now === 'lost-taken';
    this.#onCall({ conversationId, author, text }, taken);
    if (!taken) return ENDS[now];
    const providerMessageId = this.#newId();
    // Zalo gives nothing of ours back, and the web chat has no platform that could echo.
    if (this.id !== 'web') {
      echoes.push({
        conversationId,
        correlationId: this.id === 'zalo' ? null : correlationId,
        providerMessageId,
        text,
      });
    }
    return now === undefined ? { status: 'sent', providerMessageId } : ENDS[now];
  }
}
