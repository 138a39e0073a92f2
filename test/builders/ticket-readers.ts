import type { TicketReader } from '../../bot/ports/ticket-lists.ts';

/** Lan, who may not see matters of the press. */
export const AGENT: TicketReader = { staffName: 'lan', press: false };

/** Lan, who may. */
export const SPOKESPERSON: TicketReader = { staffName: 'lan', press: true };
