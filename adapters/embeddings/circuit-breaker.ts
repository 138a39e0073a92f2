/** Stops asking a service that is down, so that nobody waits for it. */
export interface CircuitBreaker {
  /** Whether the service may be asked now. After a pause one caller at a time may. */
  mayAsk(): boolean;
  succeeded(): void;
  failed(): void;
}

/**
 * Opens after `failures` failures in a row, for `pauseMs`; then one trial decides whether it closes or pauses again.
 * @param now ms of any clock that only goes forward
 */
export function createCircuitBreaker(failures: number, pauseMs: number, now: () => number): CircuitBreaker {
  let inARow = 0;
  let closedAgainAt = 0;
  return {
    mayAsk() {
      if (inARow < failures) return true;
      if (now() < closedAgainAt) return false;
      closedAgainAt = now() + pauseMs;
      return true;
    },
    succeeded() {
      inARow = 0;
    },
    failed() {
      inARow += 1;
      closedAgainAt = now() + pauseMs;
    },
  };
}
