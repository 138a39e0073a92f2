import type { Delivery } from '../../../bot/ports/channel.ts';
import { ZALO_REASONS } from './delivery-words.ts';

/** What becomes of a message that Zalo did not take. */
export type NotSent = Exclude<Delivery, { status: 'sent' }>;

/** The access token is dead; a newer one may work: once. */
export const TOKEN_ERRORS: ReadonlySet<number> = new Set([-216, -220, -124]);

const RATE_LIMIT_MS = 60_000;
const BUSY_MS = 10_000;
const ADMIN_NEEDED_MS = 10 * 60_000;
/** Settings of the app, the OA or its package are missing: an admin has to act, then the message can still go. */
const ADMIN_NEEDED: ReadonlySet<number> = new Set([-204, -205, -209, -212, -219, -221, -223, -224, -320, -321]);

const FINAL: Readonly<Record<number, readonly [code: string, reason: string]>> = {
  [-213]: ['ZALO_NOT_FOLLOWING', ZALO_REASONS.notFollowing],
  [-217]: ['ZALO_USER_BLOCKED', ZALO_REASONS.blocked],
  [-227]: ['ZALO_USER_INACTIVE', ZALO_REASONS.inactive],
  [-230]: ['ZALO_WINDOW_CLOSED', ZALO_REASONS.sevenDays],
  [-232]: ['ZALO_WINDOW_CLOSED', ZALO_REASONS.noInteraction],
  [-244]: ['ZALO_USER_RESTRICTED', ZALO_REASONS.restricted],
  [-211]: ['ZALO_QUOTA_SPENT', ZALO_REASONS.officeQuota],
  [-218]: ['ZALO_QUOTA_SPENT', ZALO_REASONS.citizenQuota],
  [-248]: ['ZALO_CONTENT_REFUSED', ZALO_REASONS.content],
  [-234]: ['ZALO_NIGHT', ZALO_REASONS.night],
};

/** What staff read of refusals that are final, by code. */
export const ZALO_REFUSALS: ReadonlyMap<string, string> = new Map(Object.values(FINAL));

/** What a refusal of the OA API means for a message (`error` of an HTTP 200 answer). */
export function deliveryOfZaloError(error: number): NotSent {
  const mark = ZALO_REASONS.code(`${error}`);
  if (error === -32) return rateLimited(mark);
  if (error === -200) return temporary(mark);
  if (ADMIN_NEEDED.has(error) || TOKEN_ERRORS.has(error)) {
    const reason = ZALO_REASONS.adminNeeded(mark);
    return { status: 'retry', afterMs: ADMIN_NEEDED_MS, reason, cause: 'token' };
  }
  const final = FINAL[error];
  return final === undefined
    ? refused(mark)
    : { status: 'failed', code: final[0], reason: ZALO_REASONS.withMark(final[1], mark) };
}

/**
 * What an answer without a readable body means, by its HTTP status alone. A gateway that lost the platform behind it
 * (502, 504) does not know whether the message went out, and nor do we.
 */
export function deliveryOfStatus(httpStatus: number): NotSent {
  const mark = `HTTP ${httpStatus}`;
  if ((httpStatus >= 200 && httpStatus < 300) || httpStatus === 502 || httpStatus === 504) {
    return { status: 'unknown', reason: ZALO_REASONS.unconfirmed(mark) };
  }
  if (httpStatus >= 500) return temporary(mark);
  return httpStatus === 429 ? rateLimited(mark) : refused(mark);
}

function rateLimited(mark: string): NotSent {
  const reason = ZALO_REASONS.rateLimited(mark);
  return { status: 'retry', afterMs: RATE_LIMIT_MS, reason, cause: 'rate-limit' };
}

function temporary(mark: string): NotSent {
  return { status: 'retry', afterMs: BUSY_MS, reason: ZALO_REASONS.temporary(mark) };
}

function refused(mark: string): NotSent {
  return { status: 'failed', code: 'ZALO_REFUSED', reason: ZALO_REASONS.refused(mark) };
}
