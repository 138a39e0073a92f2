import { setTimeout as wait } from 'node:timers/promises';
import { isNoticeKey } from '../../../bot/notice-key.ts';
import { MESSENGER, messengerText } from '../../builders/accounts.ts';
import { type SentMessage, signedMessengerWebhook } from '../../simulators/graph.ts';
import { type AcceptedMessage, type ReceivedPiece, replyIdOf } from './accounting.ts';
import { type ArrivalRate, nextArrival } from './arrivals.ts';
import { type CitizenHabits, type CitizenPlan, planCitizen } from './citizens.ts';
import type { WebhookDoor } from './webhook-door.ts';

/** What was seen since the last look (ms). */
export interface Seen {
  readonly seconds: number;
  /** Messages sent, and replies that the platform took. */
  readonly asked: number;
  readonly replies: number;
  /** From the webhook's 200 until the platform has the reply, of citizens who wait for theirs. */
  readonly replyMs: readonly number[];
  /** From the webhook's first byte to its answer. */
  readonly webhookMs: readonly number[];
  /** Deliveries that were not answered 200 and came again. */
  readonly refused: number;
}

/** People who write to the Page. */
export interface Crowd {
  /** Lets people come for so long, or until they have asked so much; those who came go on asking. */
  arrive(rate: ArrivalRate, seconds: number, mostQuestions?: number): Promise<void>;
  /** The platform took a message for somebody. */
  received(message: SentMessage): void;
  /** Resolves when all have asked everything and got their replies; `false` after `withinMs`. */
  gone(withinMs: number): Promise<boolean>;
  /** What was seen since this was called before. */
  look(): Seen;
  accepted(): readonly AcceptedMessage[];
  /** Of replies, in the order in which the platform took them. */
  readonly receivedPieces: readonly ReceivedPiece[];
  /** How many were told that it takes longer; that is no reply. */
  notices(): number;
}

export interface CrowdSurroundings {
  readonly door: WebhookDoor;
  readonly habits: CitizenHabits;
  readonly random: () => number;
  /** Told before somebody writes: opens the platform's window for a reply. */
  readonly onWrites: (citizenId: string, at: number) => void;
}

interface Presence {
  /** When the open question was accepted (ms of `performance`); `null` until its webhook is answered. */
  acceptedAt: number | null;
  lastReplyId: string;
  /** Tells the citizen that the reply is there; `null`: waits for none. */
  onReply: (() => void) | null;
}

/** Meta delivers again what was not answered 200. */
const DELIVERIES = 20;
const AGAIN_AFTER_MS = 500;
const LOOK_EVERY_MS = 50;

/** Simulated citizens in front of one webhook. */
export function createCrowd({ door, habits, random, onWrites }: CrowdSurroundings): Crowd {
  const sent: { readonly id: string; readonly citizenId: string; isAccepted: boolean }[] = [];
  const receivedPieces: ReceivedPiece[] = [];
  const present = new Map<string, Presence>();
  let came = 0;
  let notices = 0;
  let seen = emptySeen();

  async function deliver(webhook: ReturnType<typeof signedMessengerWebhook>): Promise<boolean> {
    for (let attempt = 0; attempt < DELIVERIES; attempt += 1) {
      const startedAt = performance.now();
      if ((await door.deliver(webhook)) === 200) {
        seen.webhookMs.push(performance.now() - startedAt);
        return true;
      }
      seen.refused += 1;
      await wait(AGAIN_AFTER_MS);
    }
    return false;
  }

  async function live({ id: citizenId, questions }: CitizenPlan): Promise<void> {
    const presence: Presence = { acceptedAt: null, lastReplyId: '', onReply: null };
    present.set(citizenId, presence);
    const repeats: Promise<unknown>[] = [];
    for (const [index, { text, thinkMs, hasty, repeatedAfterMs }] of questions.entries()) {
      const at = Date.now();
      const message = { id: `load_${citizenId}_${index}`, citizenId, isAccepted: false };
      const webhook = signedMessengerWebhook(
        messengerText({ mid: message.id, text, psid: citizenId, at }),
        MESSENGER.appSecret,
      );
      const reply = new Promise<void>((resolve) => {
        presence.onReply = hasty ? null : resolve;
      });
      presence.acceptedAt = null;
      onWrites(citizenId, at);
      sent.push(message);
      seen.asked += 1;
      message.isAccepted = await deliver(webhook);
      presence.acceptedAt = performance.now();
      if (repeatedAfterMs !== null) repeats.push(wait(repeatedAfterMs).then(() => deliver(webhook)));
      if (!hasty) await reply;
      if (index < questions.length - 1) await wait(thinkMs);
    }
    await Promise.all(repeats);
    present.delete(citizenId);
  }

  return {
    receivedPieces,

    async arrive(rate, seconds, mostQuestions = Number.POSITIVE_INFINITY) {
      const startedAt = performance.now();
      const endAsked = sent.length + mostQuestions;
      let second = nextArrival(0, seconds, rate, random);
      while (second !== null && sent.length < endAsked) {
        const early = startedAt + second * 1_000 - performance.now();
        if (early > 0) await wait(early);
        came += 1;
        void live(planCitizen(came, habits, random));
        second = nextArrival(second, seconds, rate, random);
      }
      if (second === null) await wait(Math.max(0, startedAt + seconds * 1_000 - performance.now()));
    },

    received({ recipientId, correlationId }) {
      const pieceId = correlationId ?? '';
      if (isNoticeKey(pieceId)) {
        notices += 1;
        return;
      }
      receivedPieces.push({ citizenId: recipientId, pieceId });
      const presence = present.get(recipientId);
      const replyId = replyIdOf(pieceId);
      if (presence === undefined || presence.lastReplyId === replyId) return;
      presence.lastReplyId = replyId;
      seen.replies += 1;
      if (presence.onReply === null) return;
      // The reply may overtake the answer to the webhook.
      seen.replyMs.push(presence.acceptedAt === null ? 0 : performance.now() - presence.acceptedAt);
      presence.onReply();
      presence.onReply = null;
    },

    async gone(withinMs) {
      const endAt = performance.now() + withinMs;
      while (present.size > 0 && performance.now() < endAt) await wait(LOOK_EVERY_MS);
      return present.size === 0;
    },

    look() {
      const { since, ...counted } = seen;
      seen = emptySeen();
      return { ...counted, seconds: (seen.since - since) / 1_000 };
    },

    notices: () => notices,

    accepted: () => sent.filter(({ isAccepted }) => isAccepted),
  };
}

function emptySeen() {
  const replyMs: number[] = [];
  const webhookMs: number[] = [];
  return { since: performance.now(), asked: 0, replies: 0, replyMs, webhookMs, refused: 0 };
}
