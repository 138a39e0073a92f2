import type { Block, TableBlock, TextBlock } from './blocks.ts';
import type { Leftover } from './leftovers.ts';
import { readMarker } from './markers.ts';
import { isCard } from './structure/card.ts';
import { annexLabel, createFormReader } from './structure/form.ts';
import { mendBlocks } from './structure/mend-blocks.ts';
import { createPosition } from './structure/position.ts';
import { withPreamble } from './structure/preamble.ts';
import { findQuotations } from './structure/quotations.ts';
import { createSectionList, type Section } from './structure/sections.ts';
import { tableSections } from './structure/table-sections.ts';
import { createUnitReader } from './structure/unit-reader.ts';
import { unitAtEnd, unitCaption } from './tables/cell-kinds.ts';

export interface Structure {
  readonly sections: readonly Section[];
  readonly leftovers: readonly Leftover[];
}

/** As much of an introducing line as heads the table below it. */
const LONGEST_INTRODUCTION = 220;

/**
 * Reads the legal structure of a document: Phần, Chương, Mục, Điều, khoản, điểm; or A., I., 1., a), - of plans and
 * letters; annexes and tables; quotations in amending texts. Form (letterhead, legal basis, recipients, signatures) is
 * set aside by name. Every block ends up in a section or among the leftovers.
 */
export function readStructure(source: readonly Block[]): Structure {
  const { blocks, leftovers: mended } = mendBlocks(source);
  const leftovers: Leftover[] = [...mended];
  const addresses = new Set<string>();
  const sections = createSectionList();
  const position = createPosition();
  const units = createUnitReader(position, sections, (address) => addresses.add(address));
  const form = createFormReader();
  const quoted = findQuotations(blocks);
  /** «Đơn vị tính: …» on the line above a table. */
  let caption: string | null = null;

  const takeTable = (table: TableBlock) => {
    if (!form.hasBegun() && isCard(table)) {
      for (const row of table.rows) leftovers.push({ kind: 'about', text: row.join(' ') });
      return;
    }
    form.beginText();
    const headings = sections.headings() ?? position.headings();
    const above = sections.last()?.text ?? '';
    const isIntroduced = /:$/.test(above) || unitAtEnd(above) !== null;
    const address = position.text();
    const read = tableSections(
      table,
      {
        address,
        isBare: address.length === (position.annex() === null ? 0 : 1),
        headings: isIntroduced ? [...headings, shortened(above)] : headings,
        caption: { line: caption, unit: (caption === null ? null : unitCaption(caption)) ?? unitAtEnd(above) },
      },
      addresses,
    );
    caption = null;
    for (const section of read.sections) sections.push(section);
    if (read.columnNumbers !== null) leftovers.push({ kind: 'ornament', text: read.columnNumbers });
    // Text after the table belongs to what stood before it.
    sections.resume(headings, table.page);
    for (const note of read.notes) units.takeNote(note, table.page);
  };

  /** A title that a file prints once more below the article's number. */
  const repeatsHeading = (text: string) =>
    sections.last() === null && (sections.headings()?.at(-1)?.endsWith(`. ${text}`) ?? false);

  const takeLine = (block: TextBlock, next: Block | undefined) => {
    const { text, page } = block;
    const marker = readMarker(text);
    if (units.takesName(block, marker, next)) return;
    if (repeatsHeading(text)) {
      leftovers.push({ kind: 'repeated', text });
      return;
    }
    const isClosed = form.isClosed();
    const reading = form.read({ text, isHeading: block.kind === 'heading', marker, isLast: next === undefined });
    if (reading === 'annex-title' || (reading === 'rule' && marker?.kind === 'annex')) {
      form.beginAnnex();
      units.enterAnnex(annexLabel(text), text, page);
      return;
    }
    if (reading !== 'rule') {
      leftovers.push({ kind: reading.leftover, text });
      return;
    }
    if (unitCaption(text) !== null && next?.kind === 'table') {
      caption = text;
      return;
    }
    const isOwnUnit = marker?.kind === 'article' || marker?.kind === 'division';
    if (isClosed && position.annex() === null && !isOwnUnit) {
      form.beginAnnex();
      units.enterAnnex('Phụ lục', '', page);
    }
    const isPlainHeading = block.kind === 'heading' && marker === null;
    if (marker !== null || isPlainHeading) form.beginText();
    if (isPlainHeading) units.takeHeading(block);
    else units.take(block, next);
  };

  blocks.forEach((block, index) => {
    if (block.kind === 'table') takeTable(block);
    else if (quoted[index] && form.hasBegun()) units.takeQuoted(block, !quoted[index - 1]);
    else takeLine(block, blocks[index + 1]);
  });
  return withPreamble(sections.all(), leftovers);
}

function shortened(text: string): string {
  return text.length <= LONGEST_INTRODUCTION ? text : `${text.slice(0, text.lastIndexOf(' ', LONGEST_INTRODUCTION))} …`;
}
