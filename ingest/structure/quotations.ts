import type { Block } from '../blocks.ts';
import { readMarker } from '../markers.ts';

/** Where words stand that an amending text quotes, by the unit of the text that they will belong to. */
export interface QuotedUnit {
  readonly article: string | null;
  readonly clause: string | null;
  readonly point: string | null;
}

const LONGEST_QUOTATION = 80;
const OPENS = /^[“"]/u;
const CLOSES = /[”"]\s*[.;,/]*$/u;
/** Words that announce a quotation longer than its paragraph. */
const ANNOUNCES = /:$|như sau/u;

/**
 * Which blocks are quoted: from a paragraph that opens with a quotation mark to the one that closes it, where the words
 * before announce it. A mark that is never closed quotes its own paragraph only.
 */
export function findQuotations(blocks: readonly Block[]): readonly boolean[] {
  const quoted = blocks.map(() => false);
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (block === undefined || block.kind === 'table' || !opensQuotation(block.text)) continue;
    const end = endOfQuotation(blocks, index);
    for (let at = index; at <= end; at += 1) quoted[at] = true;
    index = end;
  }
  return quoted;
}

/** An opening mark whose words run on past the paragraph, or fill it. */
function opensQuotation(text: string): boolean {
  if (!OPENS.test(text)) return false;
  return CLOSES.test(text) || isOpen(text);
}

function isOpen(text: string): boolean {
  const count = (mark: RegExp) => text.match(mark)?.length ?? 0;
  return count(/“/gu) > count(/”/gu) || count(/"/g) % 2 === 1;
}

function endOfQuotation(blocks: readonly Block[], start: number): number {
  const first = blocks[start];
  const before = blocks[start - 1];
  if (first === undefined || first.kind === 'table' || !isOpen(first.text)) return start;
  if (before === undefined || before.kind === 'table' || !ANNOUNCES.test(before.text)) return start;
  for (let at = start + 1; at < Math.min(blocks.length, start + LONGEST_QUOTATION); at += 1) {
    const block = blocks[at];
    if (block === undefined || block.kind === 'table') continue;
    if (CLOSES.test(block.text) && !opensQuotation(block.text)) return at;
    // Another quotation begins: the mark that should have closed this one was forgotten.
    if (OPENS.test(block.text) && isOpen(block.text)) return lastQuoted(blocks, start, at);
  }
  return start;
}

/** The block before the clause that introduces the next quotation. */
function lastQuoted(blocks: readonly Block[], start: number, next: number): number {
  for (let at = next - 1; at > start; at -= 1) {
    const block = blocks[at];
    if (block !== undefined && block.kind !== 'table' && /:$/.test(block.text)) return at - 1;
  }
  return start;
}

/** Follows the units inside quotations, from what the introducing words say is amended. */
export function createQuotedUnits() {
  let unit: QuotedUnit = { article: null, clause: null, point: null };
  return {
    /** A quotation begins. @param introductions words that may name what is amended, the nearest first */
    begin(introductions: readonly string[]): void {
      const article = introductions.map((words) => words.match(/Điều\s+(\d+[a-zđ]?)/u)?.[1]).find(Boolean);
      const clause = introductions[0]?.match(/khoản\s+(\d+[a-zđ]?)(?!\s*[,và]+\s*(?:khoản|\d))/u)?.[1];
      unit = { article: article ?? null, clause: clause ?? null, point: null };
    },
    /** The unit of one quoted paragraph, as «Điều 5 khoản 1 điểm a»; empty when nothing names it. */
    read(text: string): string {
      const marker = readMarker(text.replace(/^[“"]\s*/u, ''));
      if (marker?.kind === 'article') unit = { article: marker.number, clause: null, point: null };
      else if (marker?.kind === 'number') unit = { ...unit, clause: marker.number, point: null };
      else if (marker?.kind === 'letter') unit = { ...unit, point: marker.letter };
      return [
        unit.article === null ? '' : `Điều ${unit.article}`,
        unit.clause === null ? '' : `khoản ${unit.clause}`,
        unit.point === null ? '' : `điểm ${unit.point}`,
      ]
        .filter((words) => words !== '')
        .join(' ');
    },
  };
}
