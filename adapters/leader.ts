/** A right that one process has at a time. A holder that no longer lengthens it loses it after `ms`. */
export interface Lease {
  readonly ms: number;
  /** Takes or lengthens it; `false` when another process has it. @throws StoreUnavailable */
  hold(): Promise<boolean>;
  /** Gives it up, where this process has it. */
  release(): Promise<void>;
}

/** Starts work that only the leader does; gives the function that ends it. */
export type LeaderTask = () => () => Promise<void>;

export interface LeaderOptions {
  readonly lease: Lease;
  readonly tasks: readonly LeaderTask[];
  /** Told when this process becomes the leader and when it no longer is. */
  readonly onChange: (leads: boolean) => void;
  readonly onFault: (error: unknown) => void;
  /** Ms that only go forward. */
  readonly clock: () => number;
}

/**
 * Stands for leader until stopped: whichever process holds the lease runs the tasks, another takes over when that one
 * dies. Where the store gives no answer the tasks end before the lease can be another's.
 * @returns the function that ends the tasks and then gives the lease up, so that another process leads at once
 */
export function runAsLeader({ lease, tasks, onChange, onFault, clock }: LeaderOptions): () => Promise<void> {
  let stops: readonly (() => Promise<void>)[] | null = null;
  let ending: Promise<unknown> = Promise.resolve();
  let ends: NodeJS.Timeout | undefined;
  let stopped = false;
  let asking = false;

  function lead(until: number): void {
    clearTimeout(ends);
    ends = setTimeout(follow, until - clock()).unref();
    if (stops !== null) return;
    stops = tasks.map((start) => start());
    onChange(true);
  }

  function follow(): void {
    clearTimeout(ends);
    if (stops === null) return;
    const tasksEnded = stops.map((stop) => stop().catch(onFault));
    ending = Promise.all([ending, ...tasksEnded]);
    stops = null;
    onChange(false);
  }

  async function stand(): Promise<void> {
    const askedAt = clock();
    asking = true;
    try {
      const held = await lease.hold();
      if (stopped) return;
      if (held) lead(askedAt + lease.ms);
      else follow();
    } catch (error) {
      onFault(error);
    } finally {
      asking = false;
    }
  }

  let standing = stand();
  const timer = setInterval(() => {
    if (!asking) standing = stand();
  }, lease.ms / 3).unref();
  return async () => {
    stopped = true;
    clearInterval(timer);
    await standing;
    follow();
    await ending;
    await lease.release().catch(onFault);
  };
}
