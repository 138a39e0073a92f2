import { z } from 'zod';
import type { TurnRecords } from '../../../bot/ports/records.ts';
import { applyChanges, untilApplied } from './apply-changes.ts';
import { PREFIX, type RedisConnection } from './connection.ts';
import { ticketsOf } from './index-tickets.ts';
import { ticketJson } from './stored-json.ts';
import { ticketSteps } from './ticket-steps.ts';

/** Tags of tickets, and the tickets of one citizen. */
export function createTaggedTickets(connection: RedisConnection): Pick<TurnRecords, 'tag' | 'ticketsOf' | 'tagsInUse'> {
  return {
    async tag(ticketId, tags, at) {
      return untilApplied(async () => {
        const stored = await connection.send(['GET', `${PREFIX}ticket:${ticketId}`]);
        if (stored === null) return { ok: false, reason: 'not-found' } as const;
        const ticket = ticketJson.parse(stored);
        const steps = ticketSteps(ticket, { ...ticket, tags, updatedAt: at });
        const failed = await applyChanges(connection, [['equal', `ticket:${ticketId}`, String(stored)]], steps);
        return failed === null ? ({ ok: true } as const) : null;
      });
    },

    async ticketsOf(conversationId, limit) {
      const found = await ticketsOf(connection, conversationId);
      return found.toSorted((one, other) => other.number - one.number).slice(0, limit);
    },

    async tagsInUse(limit) {
      return z
        .array(z.string())
        .parse(await connection.send(['ZRANGE', `${PREFIX}tags`, '0', String(limit - 1), 'REV']));
    },
  };
}
