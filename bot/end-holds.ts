import { dayInVietnam } from '../knowledge/vietnam-day.ts';
import { channelNamedIn } from './conversation.ts';
import { announceErasure } from './erase-citizen.ts';
import type { AuditLog } from './ports/audit.ts';
import type { Hold, HoldEnd, Holds } from './ports/holds.ts';
import type { LiveEvents } from './ports/live-events.ts';
import { type RepeatedWork, repeatWork } from './repeated-work.ts';

const EVERY_MS = 10 * 60_000;
/** Holds looked at in one go; the others at the next. */
const AT_ONCE = 1_000;
/** Who ends a hold whose time is over, in the audit log. */
const BY_TIME = 'system';

/** What ending holds needs. */
export interface HoldSurroundings {
  readonly holds: Holds;
  readonly audit: AuditLog;
  readonly live: LiveEvents;
  readonly now: () => number;
}

/** Ends holds whose time is over, and carries out the erasures that they put off. */
export function endHoldsInTime(deps: HoldSurroundings & { readonly onFault: (error: unknown) => void }): RepeatedWork {
  return repeatWork(
    async () => {
      const at = deps.now();
      const over = (await deps.holds.list(AT_ONCE)).filter(({ until }) => until !== null && until <= at);
      for (const hold of over) await endHold(hold, BY_TIME, deps);
    },
    EVERY_MS,
    deps.onFault,
  );
}

/**
 * Ends one hold and tells the audit log, which names the channel and nobody.
 * @param by log-in name, or `terminal:<user>`
 */
export async function endHold(
  { conversationId }: Pick<Hold, 'conversationId'>,
  by: string,
  { holds, audit, live, now }: HoldSurroundings,
): Promise<HoldEnd> {
  const at = now();
  const end = await holds.release(conversationId, at);
  if (end === 'none') return end;
  const subject = channelNamedIn(conversationId);
  await audit.append({ at, actor: by, action: 'citizen.release', subject, facts: { erased: end === 'erased' } });
  announceErasure(conversationId, live);
  return end;
}

/**
 * Places a hold and tells the audit log, which names the channel and nobody; the reason stands with the hold alone.
 * @returns `false` when nothing is kept of this citizen
 */
export async function placeHold(hold: Hold, { holds, audit, live }: HoldSurroundings): Promise<boolean> {
  if (!(await holds.place(hold))) return false;
  const { conversationId, by: actor, at, until } = hold;
  const facts = { until: until === null ? null : dayInVietnam(until - 1) };
  await audit.append({ at, actor, action: 'citizen.hold', subject: channelNamedIn(conversationId), facts });
  live.publish({ kind: 'tickets', ticketId: null });
  return true;
}
