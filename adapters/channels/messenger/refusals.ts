import { z } from 'zod';
import type { Delivery } from '../../../bot/ports/channel.ts';
import type { AccountAlarm } from './account-alarms.ts';
import { MESSENGER_REASONS } from './delivery-words.ts';
import type { GraphAnswer, GraphError } from './graph-call.ts';

/** How long to leave the Page alone after a rate limit. */
export const RATE_LIMIT_MS = 60_000;
/** How long to leave the Page alone when only a person can make it send again. */
const ACCOUNT_FAULT_MS = 600_000;
const TEMPORARY_MS = 10_000;
const UNREACHABLE_MS = 5_000;

interface Refusal {
  readonly code: string;
  readonly reason: string;
  /** A person must mend something: staff are alarmed. `stop`: until then no message of the Page can leave. */
  readonly alarm?: 'stop' | 'tell';
}

/** The code of a delivery that another app, which holds the thread, stands in the way of. */
export const THREAD_HELD = 'MESSENGER_THREAD_HELD';

const WINDOW_CLOSED: Refusal = {
  code: 'MESSENGER_WINDOW_CLOSED',
  reason: MESSENGER_REASONS.windowClosed,
};
const PERSON_UNAVAILABLE: Refusal = {
  code: 'MESSENGER_PERSON_UNAVAILABLE',
  reason: MESSENGER_REASONS.personUnavailable,
};
const APP_NOT_APPROVED: Refusal = {
  code: 'MESSENGER_APP_NOT_APPROVED',
  reason: MESSENGER_REASONS.appNotApproved,
  alarm: 'tell',
};
const PAGE_RESTRICTED: Refusal = {
  code: 'MESSENGER_PAGE_RESTRICTED',
  reason: MESSENGER_REASONS.pageRestricted,
  alarm: 'stop',
};
const TOKEN_INVALID: Refusal = {
  code: 'MESSENGER_TOKEN_INVALID',
  reason: MESSENGER_REASONS.tokenInvalid,
  alarm: 'stop',
};
const TAG_REMOVED: Refusal = {
  code: 'MESSENGER_TAG_REMOVED',
  reason: MESSENGER_REASONS.tagRemoved,
};
const RECIPIENT_UNKNOWN: Refusal = {
  code: 'MESSENGER_RECIPIENT_UNKNOWN',
  reason: MESSENGER_REASONS.recipientUnknown,
};
const PERMISSION_MISSING: Refusal = {
  code: 'MESSENGER_PERMISSION_MISSING',
  reason: MESSENGER_REASONS.permissionMissing,
};
const HELD_BY_ANOTHER_APP: Refusal = {
  code: THREAD_HELD,
  reason: MESSENGER_REASONS.heldByAnotherApp,
};
const COMMENT_ANSWERED: Refusal = {
  code: 'MESSENGER_COMMENT_ANSWERED',
  reason: MESSENGER_REASONS.commentAnswered,
};
const REFUSED: Refusal = {
  code: 'MESSENGER_REFUSED',
  reason: MESSENGER_REASONS.refused,
};

/**
 * Subcodes are the finer word and come first. The window family has three members of different age; 1545041 is
 * "person unavailable" in older documents and "window closed" in newer ones, and neither is worth a retry.
 */
const BY_SUBCODE: ReadonlyMap<number, Refusal> = new Map([
  [2018278, WINDOW_CLOSED],
  [2534022, WINDOW_CLOSED],
  [2018065, WINDOW_CLOSED],
  [1545041, PERSON_UNAVAILABLE],
  [2018028, APP_NOT_APPROVED],
  [1893063, PAGE_RESTRICTED],
  [1893061, TAG_REMOVED],
  [2018001, RECIPIENT_UNKNOWN],
  [2018300, HELD_BY_ANOTHER_APP],
]);

const BY_CODE: ReadonlyMap<number, Refusal> = new Map([
  [10, PERMISSION_MISSING],
  [200, PERMISSION_MISSING],
  [190, TOKEN_INVALID],
  [551, PERSON_UNAVAILABLE],
  [1545041, PERSON_UNAVAILABLE],
  [10900, COMMENT_ANSWERED],
]);

/** What staff read of refusals that are final, or that stop the Page, by code. */
export const MESSENGER_REFUSALS: ReadonlyMap<string, string> = new Map(
  [...BY_SUBCODE.values(), ...BY_CODE.values(), REFUSED].map(({ code, reason }) => [code, reason]),
);

const RATE_LIMITS: ReadonlySet<number> = new Set([4, 32, 613, 80004]);
const TEMPORARY: ReadonlySet<number> = new Set([2, 1200]);
/** "Invalid JSON reply" although the message went out. */
const SENT_WITH_BROKEN_REPLY = 1357046;

const accepted = z.object({ message_id: z.string().min(1) });

/** What became of a message, and of the Page where the answer tells something about all of it. */
export interface JudgedDelivery {
  readonly delivery: Delivery;
  readonly alarm: AccountAlarm | null;
}

/** What an answer of the Send API means for the message (Messenger Platform, "Common Error Codes"). */
export function judgeAnswer(answer: GraphAnswer): JudgedDelivery {
  const alone = (delivery: Delivery): JudgedDelivery => ({ delivery, alarm: null });
  switch (answer.kind) {
    case 'refused':
      return judgeError(answer.error, answer.status);
    case 'accepted': {
      const success = accepted.safeParse(answer.body);
      return alone(
        success.success
          ? { status: 'sent', providerMessageId: success.data.message_id }
          : deliveryOfStatus(answer.status),
      );
    }
    case 'unreadable':
      return alone(deliveryOfStatus(answer.status));
    case 'unreachable':
      return alone({ status: 'retry', afterMs: UNREACHABLE_MS, reason: MESSENGER_REASONS.unreachable });
    case 'lost':
      return alone({ status: 'unknown', reason: MESSENGER_REASONS.lost });
  }
}

function judgeError(error: GraphError, httpStatus: number): JudgedDelivery {
  const mark = error.subcode === null ? `${error.code}` : `${error.code}/${error.subcode}`;
  const refusal = refusalOf(error);
  const alarm =
    refusal?.alarm === undefined
      ? null
      : { code: refusal.code, text: MESSENGER_REASONS.withCode(refusal.reason, mark) };
  // The message may leave once a person has mended what is wrong.
  const delivery: Delivery =
    alarm !== null && refusal?.alarm === 'stop'
      ? { status: 'retry', afterMs: ACCOUNT_FAULT_MS, reason: alarm.text, cause: 'token' }
      : deliveryOfError(error, refusal, mark, httpStatus);
  return { delivery, alarm };
}

/** Subcodes are the finer word; the wording of an error is nobody's business. */
function refusalOf({ code, subcode }: GraphError): Refusal | undefined {
  return (subcode === null ? undefined : BY_SUBCODE.get(subcode)) ?? BY_CODE.get(code);
}

function deliveryOfError(
  { code, subcode }: GraphError,
  refusal: Refusal | undefined,
  mark: string,
  httpStatus: number,
): Delivery {
  if (code === SENT_WITH_BROKEN_REPLY || subcode === SENT_WITH_BROKEN_REPLY) {
    return { status: 'unknown', reason: MESSENGER_REASONS.unconfirmed(mark) };
  }
  if (RATE_LIMITS.has(code)) return rateLimited(mark);
  if (refusal !== undefined) return failed(refusal, mark);
  if (TEMPORARY.has(code) || httpStatus >= 500) return temporary(mark);
  if (httpStatus === 429) return rateLimited(mark);
  return failed(REFUSED, mark);
}

/**
 * What an answer without a readable body means, by its HTTP status alone. A gateway that lost the platform behind it
 * (502, 504) does not know whether the message went out, and nor do we.
 */
function deliveryOfStatus(httpStatus: number): Delivery {
  const mark = `HTTP ${httpStatus}`;
  if (httpStatus === 502 || httpStatus === 504) {
    return { status: 'unknown', reason: MESSENGER_REASONS.unconfirmed(mark) };
  }
  if (httpStatus >= 500) return temporary(mark);
  if (httpStatus === 429) return rateLimited(mark);
  if (httpStatus >= 200 && httpStatus < 300) {
    return { status: 'unknown', reason: MESSENGER_REASONS.unreadable };
  }
  return failed(REFUSED, mark);
}

function rateLimited(mark: string): Delivery {
  const reason = MESSENGER_REASONS.rateLimited(mark);
  return { status: 'retry', afterMs: RATE_LIMIT_MS, reason, cause: 'rate-limit' };
}

function temporary(mark: string): Delivery {
  return { status: 'retry', afterMs: TEMPORARY_MS, reason: MESSENGER_REASONS.temporary(mark) };
}

function failed(refusal: Refusal, mark: string): Delivery {
  return { status: 'failed', code: refusal.code, reason: MESSENGER_REASONS.withCode(refusal.reason, mark) };
}
