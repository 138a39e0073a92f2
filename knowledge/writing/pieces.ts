import { contentWords } from './plain-words.ts';

/** What stands in brackets. */
export const BRACKETS = /\([^()]*\)/gu;

/** A piece with fewer words says too little to be compared alone. */
const LEAST_WORDS = 3;
const PIECE_END = /,(?=\s)|\s(?:và(?!\s\p{Lu})|còn|nhưng|(?<!\s(?:được|không|phải|có thể)\s)đồng thời)(?=\s)|:(?=\s)/u;

/** Begins a piece that says when, where or of whom the next one holds. */
const LEADS_UP = /^(?:dạ,?\s)?(?:đối với|với|khi|nếu|trường hợp|trong|tại|ở|theo|để|trước|sau|từ)\s/iu;

/** Pieces between commas and «và», each with enough words to be told from the others. */
export function piecesOf(clause: string): readonly string[] {
  const pieces: string[] = [];
  let held = '';
  for (const piece of clause.split(PIECE_END)) {
    held = held === '' ? piece.trim() : `${held}, ${piece.trim()}`;
    if (contentWords(held).length >= LEAST_WORDS && !LEADS_UP.test(piece.trim())) {
      pieces.push(held);
      held = '';
    }
  }
  if (held === '') return pieces;
  return pieces.length === 0 ? [held] : [...pieces.slice(0, -1), `${pieces.at(-1)}, ${held}`];
}
