import { LOGIN_FAILURES_MS } from '../../bot/ports/retention.ts';
import type { StaffStore } from '../../bot/ports/staff.ts';

const MINUTE = 60_000;
/** How long to wait after the last free failure, after the next one, and so on; the last holds for all that follow. */
const PAUSES_MS = [1, 2, 4, 8, 15, 30, 60].map((minutes) => minutes * MINUTE);
const FREE_FAILURES = 5;
/** A whole office may come from one address. */
const FREE_FAILURES_OF_ADDRESS = 30;
const ADDRESS_WITHIN_MS = 15 * MINUTE;

/**
 * Counts a try against a name or code and tells how long to wait, 0 for "go on". A try counts as a failure until
 * `clearFailures` says otherwise, and of tries that come together after a pause only one goes on: parallel guesses
 * win nothing.
 */
export async function countTry(staff: StaffStore, key: string, now: number): Promise<number> {
  const since = now - LOGIN_FAILURES_MS;
  const before = await staff.failures(key, since);
  const wait = waitAfter(before.count, before.lastAt, FREE_FAILURES, now);
  if (wait > 0) return wait;
  const count = await staff.recordFailure(key, now, since);
  return count <= FREE_FAILURES || count === before.count + 1 ? 0 : pauseAfter(count, FREE_FAILURES);
}

/** How long the address of a client has to wait after failures of its own, whatever names they were for. */
export async function addressWait(staff: StaffStore, address: string, now: number): Promise<number> {
  const { count, lastAt } = await staff.failures(addressKey(address), now - ADDRESS_WITHIN_MS);
  return waitAfter(count, lastAt, FREE_FAILURES_OF_ADDRESS, now);
}

/** Counts a failure against the address of a client. */
export async function recordAddressFailure(staff: StaffStore, address: string, now: number): Promise<void> {
  await staff.recordFailure(addressKey(address), now, now - ADDRESS_WITHIN_MS);
}

/** The key under which password failures of a name are counted; what people type cannot reach the other kinds. */
export const nameKey = (name: string) => `name:${name}`;
/** The key under which wrong second-factor codes of an account are counted. */
export const codeKey = (name: string) => `code:${name}`;
const addressKey = (address: string) => `address:${address}`;

function waitAfter(count: number, lastAt: number | null, free: number, now: number): number {
  return count < free || lastAt === null ? 0 : Math.max(0, lastAt + pauseAfter(count, free) - now);
}

function pauseAfter(count: number, free: number): number {
  return PAUSES_MS[Math.min(count - free, PAUSES_MS.length - 1)] ?? 0;
}
