import type { AlarmFailure, AlarmRecipient } from '../../bot/ports/alarms.ts';
import { FAILURES, RECIPIENTS } from './vietnamese.ts';

/** Why an alarm did not get through, in Vietnamese, with the server's code: `máy chủ từ chối; … (mã 550)`. */
export function failureInWords({ reason, status }: Pick<AlarmFailure, 'reason' | 'status'>): string {
  return status === null ? FAILURES[reason] : `${FAILURES[reason]} (mã ${status})`;
}

/** Whom an alarm goes to, for the terminal of an operator: `Thư tới a@b.vn`. */
export function recipientInWords(to: AlarmRecipient): string {
  return to.way === 'email' ? `${RECIPIENTS.email} ${to.address}` : RECIPIENTS.webhook;
}
