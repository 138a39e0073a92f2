/** Pages on which something may wait for one account in particular. */
export const WAITING_PAGES = ['GET /staff/statements', 'GET /staff/corrections', 'GET /staff/gaps'] as const;

/** How many matters wait on a page for an account to act; what is not there is nought. */
export type WaitingWork = Readonly<Partial<Record<(typeof WAITING_PAGES)[number], number>>>;

export const NOTHING_WAITS: WaitingWork = {};
