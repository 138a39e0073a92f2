import type { LiveEvent, LiveEvents } from '../bot/ports/live-events.ts';

/** Live events inside one process. A listener that throws does not stop the others. */
export function createLiveEvents(onFault: (error: unknown) => void): LiveEvents {
  const listeners = new Set<(event: LiveEvent) => void>();
  return {
    publish(event) {
      for (const listener of listeners) {
        try {
          listener(event);
        } catch (error) {
          onFault(error);
        }
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
