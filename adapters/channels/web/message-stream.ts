import type { Response } from 'express';
import type { Owner } from '../../../bot/conversation.ts';
import type { LiveEvents } from '../../../bot/ports/live-events.ts';
import type { TurnRecords } from '../../../bot/ports/records.ts';
import { openEventStream } from '../../http/event-stream.ts';
import { readPublicTranscript } from './public-transcript.ts';

const HEARTBEAT_MS = 20_000;
/** How soon to look again while the outbox still holds a line of ours. */
const WAITING_MS = 300;

/**
 * Streams a conversation to an open page: `message` with the transcript id, `typing`, `owner` at the start and at
 * every change, and `alive` at every heartbeat, by which the page tells a dead connection from a quiet one. The
 * stores are the truth: each event and each heartbeat reads after the last line sent, so a lost event costs at most
 * one heartbeat.
 */
export function streamConversation(
  deps: { readonly records: TurnRecords; readonly live: LiveEvents },
  response: Response,
  from: { readonly conversationId: string; readonly afterId: number },
): void {
  let lastId = from.afterId;
  let lastOwner: Owner | null = null;
  let reading = false;
  let readAgain = false;
  let waitTimer: NodeJS.Timeout | undefined;

  const stream = openEventStream(response, {
    heartbeatMs: HEARTBEAT_MS,
    onHeartbeat() {
      stream.send('alive', {});
      catchUp();
    },
    onClose() {
      clearTimeout(waitTimer);
      unsubscribe();
    },
  });
  const unsubscribe = deps.live.subscribe((event) => {
    if (!('conversationId' in event) || event.conversationId !== from.conversationId) return;
    if (event.kind === 'typing') stream.send('typing', {});
    else catchUp();
  });
  catchUp();

  /** Reads never overlap, else a line could be sent twice. */
  function catchUp(): void {
    readAgain = true;
    if (reading) return;
    reading = true;
    readUntilSettled()
      .catch(() => stream.close())
      .finally(() => {
        reading = false;
        if (readAgain && !stream.closed) catchUp();
      });
  }

  async function readUntilSettled(): Promise<void> {
    while (readAgain && !stream.closed) {
      readAgain = false;
      const { messages, owner, waiting } = await readPublicTranscript(deps.records, from.conversationId, lastId);
      for (const message of messages) {
        stream.send('message', message, message.id);
        lastId = message.id;
      }
      if (owner !== lastOwner) stream.send('owner', { owner });
      lastOwner = owner;
      clearTimeout(waitTimer);
      if (waiting && !stream.closed) waitTimer = setTimeout(catchUp, WAITING_MS);
    }
  }
}
