/** Work that is done again and again in the background, never twice at the same time. */
export interface RepeatedWork {
  /** Does it now instead of at the next tick. */
  wake(): void;
  /** Does it no more; resolves when what is under way has ended. */
  stop(): Promise<void>;
}

/**
 * Does `work` now, every `everyMs`, and whenever woken.
 * @param onFault told when it fails; it is done again at the next tick
 */
export function repeatWork(
  work: () => Promise<void>,
  everyMs: number,
  onFault: (error: unknown) => void,
): RepeatedWork {
  let underWay: Promise<void> | null = null;
  let again = false;
  let stopped = false;

  function wake(): void {
    if (stopped) return;
    if (underWay !== null) {
      again = true;
      return;
    }
    underWay = work()
      .catch(onFault)
      .finally(() => {
        underWay = null;
        if (!again) return;
        again = false;
        wake();
      });
  }

  const timer = setInterval(wake, everyMs);
  wake();
  return {
    wake,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await underWay;
    },
  };
}
