import { z } from 'zod';
import type { TicketPatience } from '../bot/watch-tickets.ts';

const MINUTE_MS = 60_000;

/** Settings of a ticket's life, by name. */
export const ticketSettings = {
  REMIND_BEFORE_MIN: z.coerce.number().int().min(0).max(1_440).default(30),
  UNATTENDED_DAYS: z.coerce.number().int().min(0).max(60).default(3),
  QUIET_HOURS: z.coerce.number().int().min(0).max(720).default(20),
  REOPEN_DAYS: z.coerce.number().int().min(0).max(365).default(7),
};

/** How long a ticket's life gives everybody. */
export interface TicketConfig extends TicketPatience {
  /** Days after its end in which a matter like it opens a ticket again; 0 = never. */
  readonly reopenDays: number;
}

export function ticketsOf(value: z.infer<z.ZodObject<typeof ticketSettings>>): TicketConfig {
  return {
    remindBeforeMs: value.REMIND_BEFORE_MIN * MINUTE_MS,
    unattendedDays: value.UNATTENDED_DAYS,
    quietMs: value.QUIET_HOURS * 60 * MINUTE_MS,
    reopenDays: value.REOPEN_DAYS,
  };
}
