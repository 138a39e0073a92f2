import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { Author, Delivery, SendWindow } from '../../../bot/ports/channel.ts';
import type { ZaloConfig } from '../../config.ts';
import { ChannelAdapter, type DeliveryOptions } from '../channel-adapter.ts';
import type { SentPieces } from '../sent-pieces.ts';
import { createZaloClient, type ZaloClient } from './client.ts';
import type { ZaloQuota } from './oa-call.ts';
import type { ZaloTokenSource } from './tokens.ts';
import { zaloWindow } from './window.ts';

const CALL_TIMEOUT_MS = 10_000;

const channelData = z.object({
  quickReplies: z.array(z.object({ title: z.string(), payload: z.string() })).default([]),
});

/** Zalo OA as a Bot Framework adapter. The OA API has no sure buttons, so choices are a numbered list by default. */
export class ZaloAdapter extends ChannelAdapter {
  readonly id = 'zalo';
  readonly #client: ZaloClient;

  constructor(
    options: ZaloConfig & {
      readonly tokens: ZaloTokenSource;
      readonly fetch: typeof fetch;
      readonly onQuota: (quota: ZaloQuota) => void;
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
      buttons: options.buttons,
      onQuota: options.onQuota,
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
    return this.#client.sendText({
      userId: recipientId,
      text: activity.text ?? '',
      choices: channelData.parse(activity.channelData ?? {}).quickReplies,
      correlationId: options.correlationId,
    });
  }
}
