import { splitText } from '../channels/split-text.ts';

/** A message whose arrival at the platform is not confirmed yet. */
export interface UnconfirmedRow {
  readonly id: number;
  readonly correlationId: string;
  /** Pieces of its text that are known to be out. */
  readonly piecesSent: number;
  readonly text: string;
}

/**
 * Which of a citizen's unconfirmed messages an echo is of, where the platform carries no id of ours: the first whose
 * next piece it begins with. `nothing`: the same words twice in a row may be the echo of the first, so nothing is known
 * of the second.
 * @param rows oldest first
 */
export function nextUnconfirmed<Row extends UnconfirmedRow>(
  rows: readonly Row[],
  text: string,
): { readonly row: Row; readonly news: 'whole' | 'piece' | 'nothing' } | null {
  for (const row of rows) {
    const pieces = splitText(row.text);
    const next = pieces[row.piecesSent];
    if (next === undefined || !text.startsWith(next)) continue;
    if (row.piecesSent === pieces.length - 1) return { row, news: 'whole' };
    return { row, news: next === pieces[row.piecesSent - 1] ? 'nothing' : 'piece' };
  }
  return null;
}
