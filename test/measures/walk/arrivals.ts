import { ActivityTypes } from 'botbuilder';
import type { InboundEvent } from '../../../adapters/channels/inbound.ts';
import { sortEvents } from '../../../adapters/channels/inbound-arrivals.ts';
import type { Arrival } from '../../../bot/ports/inbox.ts';
import { PAYLOADS } from '../../../bot/quick-replies.ts';
import { CITIZENS, type Part } from './steps.ts';
import { WORDS } from './words.ts';

/** Longer ago nothing is delivered again. */
const AGAIN_WITHIN_MS = 3_600_000;

/** Turns parts of a walk into what the platforms' webhooks bring, through the product's own door. */
export interface Door {
  /** `null`: the part brings nothing, or there is nothing yet that it could be about. */
  arrive(part: Part, key: string, now: number): Arrival | null;
}

export function openDoor(): Door {
  const arrived: Arrival[] = [];

  function bring(citizen: number, event: (id: string) => InboundEvent): Arrival | null {
    const { channel, id } = CITIZENS[citizen] ?? CITIZENS[0];
    const [arrival] = sortEvents(channel, [event(id)]).arrivals;
    if (arrival === undefined) return null;
    arrived.push(arrival);
    return arrival;
  }

  function revise(citizen: number, pick: number, text: string | null, key: string, at: number): Arrival | null {
    const { channel, id } = CITIZENS[citizen] ?? CITIZENS[0];
    const own = arrived.filter(
      ({ activity, ...arrival }) =>
        arrival.channel === channel &&
        activity.from?.id === id &&
        activity.type === ActivityTypes.Message &&
        activity.value === undefined,
    );
    const target = own.at(-1 - (pick % 3));
    if (target === undefined) return null;
    return bring(citizen, (citizenId) => ({
      kind: 'revision',
      key,
      accountId: channel,
      at,
      citizenId,
      revises: target.key.slice(channel.length + 1),
      text,
      standby: false,
    }));
  }

  function arrive(part: Part, key: string, now: number): Arrival | null {
    if (part.kind === 'redeliver') {
      const recent = arrived.filter((arrival) => now - arrival.at < AGAIN_WITHIN_MS);
      return recent.at(-1 - part.pick) ?? null;
    }
    if (!('citizen' in part)) return null;
    const { citizen } = part;
    const accountId = CITIZENS[citizen]?.channel ?? 'web';
    const envelope = { key, accountId, at: now };
    const silent = { attachments: [], standby: false, payload: null };
    switch (part.kind) {
      case 'message': {
        const text = WORDS[part.says];
        const at = now - part.lateMs;
        return bring(citizen, (citizenId) => ({
          ...envelope,
          ...silent,
          kind: 'message',
          citizenId,
          at,
          text,
        }));
      }
      case 'button': {
        const payload = PAYLOADS[part.payload];
        return bring(citizen, (citizenId) => ({
          ...envelope,
          ...silent,
          kind: 'message',
          citizenId,
          text: null,
          payload,
        }));
      }
      case 'edit':
        return revise(citizen, part.pick, WORDS[part.says], key, now);
      case 'unsend':
        return revise(citizen, part.pick, null, key, now);
      case 'staffSpoke':
        return bring(citizen, (citizenId) => ({
          ...envelope,
          kind: 'echo',
          citizenId,
          by: 'person',
          providerMessageId: key,
          correlationId: null,
          text: 'Chào anh/chị.',
        }));
      case 'threadTaken':
      case 'threadReturned':
        return bring(citizen, (citizenId) => ({
          ...envelope,
          kind: 'thread',
          citizenId,
          change: part.kind === 'threadTaken' ? 'taken' : 'returned',
          askedBy: null,
        }));
      case 'overheard':
        return bring(citizen, (citizenId) => ({
          ...envelope,
          ...silent,
          kind: 'message',
          citizenId,
          text: WORDS.question,
          standby: true,
        }));
      case 'reachable':
      case 'withdrawn': {
        const { kind } = part;
        return bring(citizen, (citizenId) => ({ ...envelope, kind, citizenId }));
      }
    }
  }

  return { arrive };
}
