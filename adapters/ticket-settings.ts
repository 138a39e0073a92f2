import { z } from 'zod';
import type { Route, RouteCondition, RoutingMode } from '../bot/route-tickets.ts';
import { ANSWERING_ROLES, type Target } from '../bot/routing.ts';
import { ALL_TOPICS } from '../bot/topics.ts';
import type { TicketPatience } from '../bot/watch-tickets.ts';

const MINUTE_MS = 60_000;

/** Settings of a ticket's life, by name. */
export const ticketSettings = {
  REMIND_BEFORE_MIN: z.coerce.number().int().min(0).max(1_440).default(30),
  UNATTENDED_DAYS: z.coerce.number().int().min(0).max(60).default(3),
  QUIET_HOURS: z.coerce.number().int().min(0).max(720).default(20),
  REOPEN_DAYS: z.coerce.number().int().min(0).max(365).default(7),
  ROUTING_MODE: z.enum(['claim', 'least-loaded']).default('claim'),
  TICKET_ROUTES: z
    .string()
    .default('')
    .transform((text) => text.split(';').filter((route) => route.trim() !== ''))
    .pipe(
      z.array(
        z
          .string()
          .transform(readRoute)
          .refine(
            (route) => route !== null,
            'write routes like "press=role:spokesperson; complaint_denunciation + phường Ngọc Hà=group:Tổ 1"',
          ),
      ),
    ),
};

/** `null` where a route makes no sense: no words before the sign, or nobody after it. */
function readRoute(written: string): Route | null {
  const [what = '', to = '', more] = written.split('=').map((part) => part.trim());
  const target = readTarget(to);
  const conditions = what.split('+').map((part) => part.trim());
  if (conditions.includes('') || target === null || more !== undefined) return null;
  return { matches: conditions.map(readCondition), to: target };
}

function readCondition(written: string): RouteCondition {
  const topic = ALL_TOPICS.find((one) => one === written);
  if (topic !== undefined) return { kind: 'topic', topic };
  if (/^(?:phường|xã)\s/iu.test(written)) return { kind: 'ward', name: written.replace(/^\S+\s+/u, '') };
  if (/^(?:trường|mầm non|tiểu học|THCS|THPT)\s/iu.test(written)) return { kind: 'school', name: written };
  return { kind: 'words', words: written };
}

function readTarget(written: string): Target | null {
  if (written === 'duty') return { kind: 'duty' };
  const [, kind, name = ''] = /^(role|group|person):(.+)$/u.exec(written) ?? [];
  const role = ANSWERING_ROLES.find((one) => one === name);
  if (kind === 'role') return role === undefined ? null : { kind, role };
  if (kind === 'group') return { kind, group: name };
  return kind === 'person' ? { kind, name } : null;
}

/** How long a ticket's life gives everybody. */
export interface TicketConfig extends TicketPatience {
  /** Days after its end in which a matter like it opens a ticket again; 0 = never. */
  readonly reopenDays: number;
  readonly routingMode: RoutingMode;
  /** Where new tickets go, the first that matches counts. */
  readonly routes: readonly Route[];
}

export function ticketsOf(value: z.infer<z.ZodObject<typeof ticketSettings>>): TicketConfig {
  return {
    remindBeforeMs: value.REMIND_BEFORE_MIN * MINUTE_MS,
    unattendedDays: value.UNATTENDED_DAYS,
    quietMs: value.QUIET_HOURS * 60 * MINUTE_MS,
    reopenDays: value.REOPEN_DAYS,
    routingMode: value.ROUTING_MODE,
    routes: value.TICKET_ROUTES.filter((route) => route !== null),
  };
}
