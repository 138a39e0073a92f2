import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { Author, Delivery, SendWindow } from '../../../bot/ports/channel.ts';
import { PAYLOADS } from '../../../bot/quick-replies.ts';
import type { ZaloConfig } from '../../config.ts';
import { ChannelAdapter, type DeliveryOptions } from '../channel-adapter.ts';
import type { SentPieces } from '../sent-pieces.ts';
import { createZaloClient, type ZaloClient } from './client.ts';
import type { ZaloTokenSource } from './tokens.ts';
import { zaloWindow } from './window.ts';

const CALL_TIMEOUT_MS = 10_000;
const HANDOVER_HINT = '↳ Nhắn “gặp cán bộ” để được cán bộ hỗ trợ.';

const channelData = z.object({ quickReplies: z.array(z.object({ payload: z.string() })).default([]) });

/** Zalo OA as a Bot Framework adapter. The OA API has no sure buttons, so choices are offered in words. */
export class ZaloAdapter extends ChannelAdapter {
  readonly id = 'zalo';
  readonly #client: ZaloClient;

  constructor(
    options: ZaloConfig & {
      readonly tokens: ZaloTokenSource;
      readonly fetch: typeof fetch;
      readonly sentPieces: SentPieces;
    },
  ) {
    super();
    this.#client = createZaloClient({
      apiUrl: options.apiUrl,
      appSecret: options.appSecret,
      tokens: options.tokens,
      fetch: options.fetch,
      timeoutMs: CALL_TIMEOUT_MS,
      sentPieces: options.sentPieces,
    });
  }

  window(author: Author, lastInboundAt: number | null, now: number): SendWindow {
    return zaloWindow(author, lastInboundAt, now);
  }

  protected override callPlatform(
    recipientId: string,
    activity: Partial<Activity>,
    options: DeliveryOptions,
  ): Promise<Delivery> {
    const { quickReplies } = channelData.parse(activity.channelData ?? {});
    const offersStaff = quickReplies.some((reply) => reply.payload === PAYLOADS.handover);
    const text = activity.text ?? '';
    return this.#client.sendText({
      userId: recipientId,
      text: offersStaff ? `${text}\n\n${HANDOVER_HINT}` : text,
      correlationId: options.correlationId,
    });
  }
}
