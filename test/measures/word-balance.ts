import type { Block } from '../../ingest/blocks.ts';
import type { Leftover } from '../../ingest/leftovers.ts';
import type { Passage } from '../../knowledge/document.ts';

export interface WordBalance {
  /** Words of the blocks. */
  readonly words: number;
  /** Words of the blocks that stand in no passage, heading or leftover, as often as they are missing. */
  readonly lost: readonly string[];
  /** Words that stand there more often than in the blocks. */
  readonly doubled: readonly string[];
}

/**
 * Compares the words of a document's blocks with those of its passages (text, and every heading once) and leftovers,
 * as multisets. A heading that repeats words of a part, or their beginning, is context and not counted; a cell merged
 * over several columns, or over several heading rows, counts once. Words that were torn or glued in the file and put
 * right are the same words.
 */
export function wordBalance(
  blocks: readonly Block[],
  passages: readonly Passage[],
  leftovers: readonly Leftover[],
): WordBalance {
  const counts = new Map<string, number>();
  const count = (text: string, by: number) => {
    for (const word of text.toLowerCase().match(/[\p{L}\p{M}\d]+/gu) ?? [])
      counts.set(word, (counts.get(word) ?? 0) + by);
  };
  let words = 0;
  for (const block of blocks) {
    for (const text of block.kind === 'table' ? tableTexts(block.rows) : [block.text]) {
      words += text.match(/[\p{L}\p{M}\d]+/gu)?.length ?? 0;
      count(text, 1);
    }
  }
  for (const part of passages.flatMap((passage) => passage.parts)) count(part.text, -1);
  for (const heading of headingsOnce(passages)) count(heading, -1);
  for (const leftover of leftovers) count(leftover.text, -1);
  const lost = [...counts].flatMap(([word, times]) => Array.from({ length: Math.max(0, times) }, () => word));
  const doubled = [...counts].flatMap(([word, times]) => Array.from({ length: Math.max(0, -times) }, () => word));
  return { words, ...withoutMended(lost, doubled) };
}

/** Each heading path's own steps, once for every place where the path is entered. */
function headingsOnce(passages: readonly Passage[]): readonly string[] {
  return passages.flatMap((passage, index) => {
    const before = passages[index - 1]?.headings ?? [];
    return passage.headings.filter((heading, level) => {
      const path = passage.headings.slice(0, level);
      const isOpen = before[level] === heading && startsWith(before, path);
      // The column headings of one table stand above all its sections.
      const isTables = heading.includes(' | ') && before.includes(heading);
      return !isOpen && !isTables && !repeatsPart(heading, path, passages.slice(0, index));
    });
  });
}

/** Whether a heading only repeats a part that stands above under the same headings, or its beginning. */
function repeatsPart(heading: string, path: readonly string[], earlier: readonly Passage[]): boolean {
  const start = heading.replace(/ …$/u, '');
  return earlier.some(
    (passage) =>
      passage.headings.length >= path.length &&
      startsWith(passage.headings, path) &&
      passage.parts.some((part) => part.text.startsWith(start)),
  );
}

function startsWith(headings: readonly string[], path: readonly string[]): boolean {
  return path.every((step, level) => step === headings[level]);
}

function tableTexts(rows: readonly (readonly string[])[]): readonly string[] {
  let inHeadings = true;
  return rows.flatMap((row, index) => {
    const above = rows[index - 1];
    inHeadings &&= !row.some((cell) => /^(?:[\d.,]+|[IVX]+)$/.test(cell.trim())) && index < 4;
    return row.filter((cell, column) => {
      const isMerged = /\p{L}{2}/u.test(cell) && (cell === row[column - 1] || (inHeadings && cell === above?.[column]));
      return !isMerged;
    });
  });
}

/** «IQUY» lost beside «I» and «QUY» too many is one word put right; so is the reverse. */
function withoutMended(lost: readonly string[], doubled: readonly string[]): Pick<WordBalance, 'lost' | 'doubled'> {
  const cancel = (whole: string[], pieces: string[]) =>
    whole.filter((word) => {
      for (let at = 1; at < word.length; at += 1) {
        const [first, second] = [pieces.indexOf(word.slice(0, at)), pieces.indexOf(word.slice(at))];
        if (first < 0 || second < 0 || first === second) continue;
        for (const index of [first, second].sort((a, b) => b - a)) pieces.splice(index, 1);
        return false;
      }
      return true;
    });
  const doubledLeft = [...doubled];
  const lostLeft = cancel([...lost], doubledLeft);
  const doubledRest = cancel(doubledLeft, lostLeft);
  return { lost: lostLeft, doubled: doubledRest };
}
