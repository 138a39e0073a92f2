import { type Database, inTransaction } from './database.ts';

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

/** A slow disk holds nothing up for longer than this before its next flush. */
const MOST_GATHERED_MS = 5;

/**
 * Lets changes that are asked for in the same turn of the event loop share one transaction, so that a burst costs one
 * disk flush instead of one each. After a flush, which holds everything else up, the next gathers changes for as long
 * as that one took: however many come, at least half of the time is left for other work. When one of them fails, the
 * transaction is undone and each is applied again in one of its own: a change must be fit to run twice, which it is as
 * long as it does nothing but read and write the database.
 */
function createGroupCommit(database: Database): CommitTogether {
  let waiting: Waiting[] = [];
  let gatheredUntil = 0;

  function flush(): void {
    const startedAt = performance.now();
    apply();
    const endedAt = performance.now();
    gatheredUntil = endedAt + Math.min(endedAt - startedAt, MOST_GATHERED_MS);
  }

  function apply(): void {
    const group = waiting;
    waiting = [];
    try {
      inTransaction(database, () => {
        for (const change of group) change.apply();
      });
    } catch (error) {
      if (group.length === 1) group[0]?.failed(error);
      else for (const change of group) alone(change);
      return;
    }
    for (const change of group) change.done();
  }

  function alone(change: Waiting): void {
    try {
      inTransaction(database, () => change.apply());
    } catch (error) {
      change.failed(error);
      return;
    }
    change.done();
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
      if (waiting.length > 1) return;
      const pause = gatheredUntil - performance.now();
      if (pause > 0) setTimeout(flush, pause);
      else setImmediate(flush);
    });
}
