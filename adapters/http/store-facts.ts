import type { Inbox } from '../../bot/ports/inbox.ts';
import type { Outbox } from '../../bot/ports/outbox.ts';
import type { TurnRecords } from '../../bot/ports/records.ts';

/** What operators want to know of the stores. */
export interface StoreFacts {
  readonly mail: Awaited<ReturnType<Inbox['depth']>>;
  readonly sending: Awaited<ReturnType<Outbox['depth']>>;
  readonly tickets: Awaited<ReturnType<TurnRecords['countTickets']>>;
}

export interface StoreSources {
  readonly inbox: Pick<Inbox, 'depth'>;
  readonly outbox: Pick<Outbox, 'depth'>;
  readonly records: Pick<TurnRecords, 'countTickets'>;
}

/** Whoever asks for readiness gives up after a few seconds; a client of a store on another machine may wait longer. */
const PATIENCE_MS = 2_000;

/** Asks the stores how they stand; `null` when one of them fails or does not answer within two seconds. */
export async function readStoreFacts(
  { inbox, outbox, records }: StoreSources,
  at: number,
  patienceMs = PATIENCE_MS,
): Promise<StoreFacts | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patienceMs);
  });
  const read = Promise.all([inbox.depth(at), outbox.depth(at), records.countTickets()]).then(
    ([mail, sending, tickets]) => ({ mail, sending, tickets }),
    () => null,
  );
  try {
    return await Promise.race([read, late]);
  } finally {
    clearTimeout(timer);
  }
}
