import type { AlarmFailure, AlarmRecipient } from '../../bot/ports/alarms.ts';
import type { AlarmMessage } from './compose-message.ts';

/** What one attempt came to for one recipient. */
export type Attempt =
  | { readonly to: AlarmRecipient; readonly failure: null }
  /** `afterMs`: how long the server asked to be left alone; `null` when it did not say. */
  | { readonly to: AlarmRecipient; readonly failure: AlarmFailure; readonly afterMs: number | null };

/** A way on which alarms leave. Every call is made once and bounded in time: who calls decides whether to call again. */
export interface AlarmWay {
  readonly recipients: readonly AlarmRecipient[];
  /** One attempt for `to`, which are recipients of this way. Gives one result for each, and never rejects. */
  attempt(message: AlarmMessage, to: readonly AlarmRecipient[], stopped: AbortSignal): Promise<readonly Attempt[]>;
  /** Looks whether the server takes us, without telling anybody anything. `null`: it does. */
  probe(): Promise<Pick<AlarmFailure, 'reason' | 'status'> | null>;
}

/** An attempt that failed for everybody alike. */
export function failedForAll(
  to: readonly AlarmRecipient[],
  failure: Omit<AlarmFailure, 'to'>,
  afterMs: number | null = null,
): readonly Attempt[] {
  return to.map((recipient) => ({ to: recipient, failure: { to: recipient, ...failure }, afterMs }));
}
