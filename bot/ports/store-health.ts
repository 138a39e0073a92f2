/** Why nothing can be stored at the moment. */
export type StorageFault = 'full' | 'read-only' | 'damaged' | 'busy' | 'failing';

/**
 * A store could not keep a change, and nothing of it was kept. The change itself is in order: it is worth trying again
 * for as long as it takes, and no reason to give up on it.
 */
export class StoreUnavailable extends Error {
  readonly code = 'STORE_UNAVAILABLE';
  readonly fault: StorageFault;

  constructor(fault: StorageFault, cause: unknown) {
    super(`The state file cannot be written (${fault}); the change is tried again.`, { cause });
    this.name = 'StoreUnavailable';
    this.fault = fault;
  }
}

/** Whether a store can keep changes. */
export interface StoreHealth {
  /** What keeps changes from being stored now, or `null`. After a fault it tries whether that has passed. */
  problem(): Promise<StorageFault | null>;
}
