/**
 * Asked now and then by long work: lets everything else of the process go first when the work has held it up for a while.
 * `null`: go on at once.
 */
export type Pause = () => Promise<void> | null;

/** For work that nothing waits beside, as in a command. */
export const NEVER_PAUSE: Pause = () => null;
