import type { IncomingHttpHeaders } from 'node:http';
import type { RequestHandler } from 'express';
import type { ChannelId } from '../../bot/ports/channel.ts';
import type { Arrival } from '../../bot/ports/inbox.ts';

/** The platform's own report of a message that our account sent. */
export interface SentEcho {
  readonly conversationId: string;
  readonly correlationId: string | null;
  readonly providerMessageId: string;
  readonly text: string | null;
}

/** What one webhook request holds, sorted by what must be done with it. */
export interface ParsedWebhook {
  /** To be stored durably before the request is answered. */
  readonly arrivals: readonly Arrival[];
  readonly echoes: readonly SentEcho[];
  /** Events that change nothing: read marks, deliveries, reactions. */
  readonly notices: number;
  readonly unknown: number;
  readonly ignored: number;
}

/** The door of a channel whose platform calls us. */
export interface WebhookChannel {
  readonly id: ChannelId;
  /** Handler of the platform's GET check, where there is one. */
  readonly verification: RequestHandler | null;
  /** `body` is the parsed JSON or `undefined`; some platforms sign with a field of it. */
  verifySignature(bytes: Buffer, headers: IncomingHttpHeaders, body: unknown): boolean;
  /** `null` when the body is not an envelope of this platform. */
  parse(body: unknown): ParsedWebhook | null;
}
