import { type Database, inTransaction, noteFault } from './database.ts';
import { logFlushOf, withoutFlush } from './log-flush.ts';

/** Applies a change; the promise resolves once it is on the disk, or rejects with what `change` threw. */
export type CommitTogether = <T>(change: () => T) => Promise<T>;

interface Waiting {
  apply(): void;
  done(): void;
  failed(error: unknown): void;
}

const groups = new WeakMap<Database, CommitTogether>();

/** The one group of a database: what its stores change together shares a transaction too. */
export function groupCommitOf(database: Database): CommitTogether {
  const group = groups.get(database) ?? createGroupCommit(database);
  groups.set(database, group);
  return group;
}

/**
 * Lets changes that are asked for while the disk is busy share one transaction and one flush, so that a burst costs
 * few flushes instead of one each; the flush itself holds nothing up. When one of the changes fails, the transaction is
 * undone and each is applied again in one of its own: a change must be fit to run twice, which it is as long as it
 * does nothing but read and write the database.
 */
function createGroupCommit(database: Database): CommitTogether {
  const flushLog = logFlushOf(database);
  let waiting: Waiting[] = [];
  let busy = false;

  async function commitWaiting(): Promise<void> {
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      try {
        const applied = withoutFlush(database, () => applyTogether(group));
        if (applied.length > 0) await flushLog();
        for (const change of applied) change.done();
      } catch (error) {
        // What was told before stays told.
        const fault = noteFault(database, error);
        for (const change of group) change.failed(fault);
      }
    }
    busy = false;
  }

  /** Gives those that were applied; the others have been told why not. */
  function applyTogether(group: readonly Waiting[]): readonly Waiting[] {
    try {
      inTransaction(database, () => {
        for (const change of group) change.apply();
      });
      return group;
    } catch (error) {
      if (group.length > 1) return group.flatMap((change) => applyTogether([change]));
      group[0]?.failed(error);
      return [];
    }
  }

  return (change) =>
    new Promise((resolve, reject) => {
      let settle = (): void => undefined;
      waiting.push({
        apply() {
          const result = change();
          settle = () => resolve(result);
        },
        done: () => settle(),
        failed: reject,
      });
      if (busy) return;
      busy = true;
      setImmediate(() => void commitWaiting());
    });
}
