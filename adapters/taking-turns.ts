/**
 * Lets those who wait go on one after the other, each after a look at what has come in: answers of other threads and
 * timers may wake many at the same moment, and all their work in one go would keep webhooks waiting as long.
 */
export function createTakingTurns(): () => Promise<void> {
  const waiting: (() => void)[] = [];

  function letOneGo(): void {
    const goOn = waiting.shift();
    if (waiting.length > 0) setImmediate(letOneGo);
    goOn?.();
  }

  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (waiting.length === 1) setImmediate(letOneGo);
    });
}
