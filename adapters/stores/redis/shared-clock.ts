import { z } from 'zod';
import type { RedisConnection } from './connection.ts';

/** The time as Redis has it, the same in all processes on it. */
export interface SharedClock {
  /** Ms since epoch. */
  now(): number;
  stop(): void;
}

const ASK_EVERY_MS = 10_000;
/** An answer that took longer says too little about the time, unless there is no other. */
const PROMPT_MS = 250;

const timeReply = z.tuple([z.coerce.number(), z.coerce.number()]);

/**
 * Follows the clock of Redis, so that no wall clock of any process matters: by a process whose clock is an hour ahead,
 * what another one is sending at the moment would look long overdue, and be sent again.
 * @param monotonic ms of a clock that only goes forward
 * @param onFault told when Redis does not answer; the clock then goes on by itself
 * @throws StoreUnavailable when Redis does not answer at the start
 */
export async function followRedisClock(
  connection: RedisConnection,
  monotonic: () => number,
  onFault: (error: unknown) => void,
): Promise<SharedClock> {
  async function difference(): Promise<{ readonly ms: number; readonly tookMs: number }> {
    const askedAt = monotonic();
    const [seconds, microseconds] = timeReply.parse(await connection.send(['TIME']));
    const tookMs = monotonic() - askedAt;
    return { ms: seconds * 1_000 + microseconds / 1_000 - (askedAt + tookMs / 2), tookMs };
  }

  let { ms: ahead } = await difference();
  const asking = setInterval(() => {
    difference().then(({ ms, tookMs }) => {
      if (tookMs <= PROMPT_MS) ahead = ms;
    }, onFault);
  }, ASK_EVERY_MS).unref();
  return {
    now: () => Math.round(monotonic() + ahead),
    stop: () => clearInterval(asking),
  };
}
