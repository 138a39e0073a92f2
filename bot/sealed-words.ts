/**
 * Parts the words that everybody may read from the sealed original behind them, in what a store keeps of a message.
 * Nobody types it: the door takes control characters out of what comes in.
 */
export const SEAL_MARK = '\u001f';

/** Of stored words, what may be read without a key: personal data is masked in it. */
export function readableWords(stored: string): string {
  const end = stored.indexOf(SEAL_MARK);
  return end === -1 ? stored : stored.slice(0, end);
}
