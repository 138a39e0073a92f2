import type { Loaded, Skipped } from '../blocks.ts';
import { LEFT_OUT, LEFT_OUT_DETAILS } from './reading-words.ts';

/** A file left out for `reason`; `detail` is appended to the message. */
export function skip(reason: Skipped['reason'], detail?: string): Loaded & { readonly ok: false } {
  const message = detail === undefined ? LEFT_OUT[reason] : LEFT_OUT_DETAILS.withDetail(LEFT_OUT[reason], detail);
  return { ok: false, skipped: { reason, message } };
}
