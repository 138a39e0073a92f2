import type { Ticket } from './conversation.ts';
import type { Alarms } from './ports/alarms.ts';
import type { TurnRecords } from './ports/records.ts';
import { crisisAlarm } from './raised-alarms.ts';
import { type RepeatedWork, repeatWork } from './repeated-work.ts';

const EVERY_MS = 2_000;
/** Tickets that one look takes up beside those under way. */
const BATCH = 20;
const FIRST_REST_MS = 5_000;
const LONGEST_REST_MS = 60_000;

export interface CrisisAlarmDependencies {
  readonly records: Pick<TurnRecords, 'unalarmed' | 'alarmed'>;
  readonly alarms: Alarms;
  readonly now: () => number;
  readonly onFault: (error: unknown) => void;
}

/** Wakes the duty officer for every child in danger. */
export interface CrisisAlarms {
  /** Starts looking, in one process at a time; the function ends it and waits for what is under way. */
  start(): () => Promise<void>;
  /** Looks now, where this process is the one that looks. */
  wake(): void;
}

interface Rest {
  readonly failures: number;
  readonly until: number;
}

/**
 * Looks into the store for tickets of a child in danger that nobody was woken for, so that neither a crash nor a mail
 * server that is down loses an alarm. A ticket is marked when somebody was told or nobody is set (the log then says
 * so); until then it is tried again for as long as it is open. A crash between alarm and mark tells twice.
 */
export function createCrisisAlarms({ records, alarms, now, onFault }: CrisisAlarmDependencies): CrisisAlarms {
  let looking: RepeatedWork | null = null;

  async function wakeOfficer(ticket: Ticket): Promise<boolean> {
    const at = now();
    const alarm = crisisAlarm(ticket, ticket.updatedAt);
    if (alarm === null) return true;
    const { delivered, suppressed, failed } = await alarms.raise(alarm);
    if (delivered.length + suppressed.length === 0 && failed.length > 0) return false;
    await records.alarmed(ticket.id, at);
    return true;
  }

  return {
    start() {
      const underWay = new Map<string, Promise<void>>();
      const rests = new Map<string, Rest>();

      async function attempt(ticket: Ticket): Promise<void> {
        const done = await wakeOfficer(ticket).catch((error) => {
          onFault(error);
          return false;
        });
        const failures = (rests.get(ticket.id)?.failures ?? 0) + 1;
        if (done) rests.delete(ticket.id);
        else {
          const pause = Math.min(LONGEST_REST_MS, FIRST_REST_MS * 2 ** (failures - 1));
          rests.set(ticket.id, { failures, until: now() + pause });
        }
      }

      async function look(): Promise<void> {
        const found = await records.unalarmed(BATCH + underWay.size + rests.size);
        const open = new Set(found.map((ticket) => ticket.id));
        for (const id of rests.keys()) if (!open.has(id)) rests.delete(id);
        for (const ticket of found) {
          const { id } = ticket;
          if (underWay.has(id) || (rests.get(id)?.until ?? 0) > now()) continue;
          underWay.set(
            id,
            attempt(ticket).finally(() => underWay.delete(id)),
          );
        }
      }

      const work = repeatWork(look, EVERY_MS, onFault);
      looking = work;
      return async () => {
        looking = null;
        await work.stop();
        await Promise.all(underWay.values());
      };
    },
    wake: () => looking?.wake(),
  };
}
