/** Why nothing can be stored at the moment. */
export type StorageFault = 'full' | 'read-only' | 'damaged' | 'busy' | 'failing' | 'unreachable';

/**
 * A store could not keep a change, or did not say whether it did (`unreachable`). The change itself is in order: it is worth trying again
 * for as long as it takes, and no reason to give up on it.
 */
export class StoreUnavailable extends Error {
  readonly code = 'STORE_UNAVAILABLE';
  readonly fault: StorageFault;

  constructor(fault: StorageFault, cause: unknown) {
    super(`The state cannot be kept at the moment (${fault}); it is tried again.`, { cause });
    this.name = 'StoreUnavailable';
    this.fault = fault;
  }
}

/** Whether a store can keep changes. */
export interface StoreHealth {
  /** What keeps changes from being stored now, or `null`. After a fault it tries whether that has passed. */
  problem(): Promise<StorageFault | null>;
}
