/** Stops asking a service that is down, so that nobody waits for it. */
export interface CircuitBreaker {
  /** Whether the service may be asked now. After a pause one caller at a time may. */
  mayAsk(): boolean;
  /** Whether `mayAsk` would say yes; takes nobody's turn. */
  isOpenTo(): boolean;
  succeeded(): void;
  failed(): void;
  /** Nobody may ask for `ms`, whatever calls under way tell: the service said so itself. */
  rest(ms: number): void;
}

/**
 * Opens after `failures` failures in a row, for `pauseMs`; then one trial decides whether it closes or pauses again.
 * @param now ms of any clock that only goes forward
 */
export function createCircuitBreaker(failures: number, pauseMs: number, now: () => number): CircuitBreaker {
  let inARow = 0;
  let closedAgainAt = 0;
  let restsUntil = 0;
  const trying = () => inARow >= failures;
  const isOpenTo = () => now() >= Math.max(closedAgainAt, restsUntil);
  return {
    mayAsk() {
      if (!isOpenTo()) return false;
      if (trying()) closedAgainAt = now() + pauseMs;
      return true;
    },
    isOpenTo,
    succeeded() {
      inARow = 0;
      closedAgainAt = 0;
    },
    failed() {
      inARow += 1;
      if (trying()) closedAgainAt = now() + pauseMs;
    },
    rest(ms) {
      restsUntil = Math.max(restsUntil, now() + ms);
    },
  };
}
