/** Some of a passage's words, whole sentences or list items where it has them. */
export interface ReadingPiece {
  readonly words: string;
  /** Where the next piece begins, in characters; `null` at the end. */
  readonly next: number | null;
}

/** A piece is cut at an end only when so much of its room is used. */
const LEAST_SHARE = 0.4;
const ENDS = [/\n/gu, /[.;?!…](?=\s)/gu, /\s/gu];

/** The words of a text from a character on, at most `room` characters of them. */
export function readPiece(text: string, from: number, room: number): ReadingPiece {
  const rest = text.slice(from);
  if (rest.length <= room) return { words: rest.trim(), next: null };
  const window = rest.slice(0, room);
  const cut = ENDS.map((end) => lastEnd(window, end)).find((at) => at >= room * LEAST_SHARE) ?? room;
  const gap = /^\s*/u.exec(rest.slice(cut))?.[0].length ?? 0;
  return { words: rest.slice(0, cut).trim(), next: cut + gap < rest.length ? from + cut + gap : null };
}

/** Where the last end in a text ends, in characters; 0 without one. */
function lastEnd(text: string, end: RegExp): number {
  const last = [...text.matchAll(end)].at(-1);
  return last === undefined ? 0 : last.index + last[0].length;
}
