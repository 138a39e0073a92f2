import { capitaliseFirst } from '../../knowledge/text/first-letter.ts';
import type { Block, TextBlock } from '../blocks.ts';
import { isBlankForm, leftoverKind } from '../leftovers.ts';
import { type Marker, readMarker } from '../markers.ts';
import { unitCaption } from '../tables/cell-kinds.ts';
import { annexLabel } from './form.ts';
import { opensHeading, titleBeforeClauses } from './heading-words.ts';
import type { Position } from './position.ts';
import { createQuotedUnits } from './quotations.ts';
import type { SectionList } from './sections.ts';

/** Puts paragraphs into sections by the marks that open them. */
export interface UnitReader {
  /** Whether the paragraph only names the unit entered last; it is taken then. */
  takesName(block: TextBlock, marker: Marker | null, next: Block | undefined): boolean;
  take(block: TextBlock, next: Block | undefined): void;
  /** A paragraph that an amending text quotes. @param isFirst whether the quotation begins with it */
  takeQuoted(block: TextBlock, isFirst: boolean): void;
  /** A heading without a mark. */
  takeHeading(block: TextBlock): void;
  enterAnnex(label: string, heading: string, page: number | null): void;
  /** A note below a table. */
  takeNote(text: string, page: number | null): void;
}

/** A heading without a mark stands below Phần, Chương and Mục. */
const PLAIN_HEADING_LEVEL = 4;
/** The sentence with which an assembly closes its resolution belongs to no clause. */
const CLOSING = /^(?:Nghị quyết|Luật|Bộ luật|Pháp lệnh) này (?:đã )?được .{0,120}thông qua/u;

/** @param onAddress told every address given */
export function createUnitReader(
  position: Position,
  sections: SectionList,
  onAddress: (address: string) => void,
): UnitReader {
  const quotedUnits = createQuotedUnits();
  /** What the next line may name: the division or annex entered last, or an article whose title is still to come. */
  let waitsFor: 'name' | 'title' | null = null;
  /** Whether the items that follow belong to a line that announced them with a colon. */
  let isIntroduced = false;

  const open = (own: string | null, page: number | null) => {
    isIntroduced = false;
    sections.open(position.headings(own), page, capitaliseFirst(position.unit().join(', ')));
  };
  const add = ({ text, page }: Pick<TextBlock, 'text' | 'page'>, address: readonly string[], joins: boolean) => {
    const written = capitaliseFirst(address.join(', '));
    onAddress(written);
    sections.add({ address: written, text }, page, joins);
    if (/:$/.test(text)) isIntroduced = true;
  };

  const takeListed = (level: 'capital' | 'roman' | 'number', mark: string, rest: string, block: TextBlock) => {
    const isHeading = opensHeading(rest);
    position.enterListed(level, mark, isHeading ? block.text : null);
    isIntroduced = false;
    const leavesHeading = position.headings().join('\n') !== (sections.headings() ?? []).join('\n');
    if (isHeading || leavesHeading) open(null, block.page);
    if (!isHeading) add(block, position.unit(), false);
  };

  const takeText = (block: TextBlock) => {
    isIntroduced = false;
    if (CLOSING.test(block.text)) add(block, position.article(), false);
    else add(block, position.text(), position.isInClause() || position.isInPoint());
  };

  const takeArticle = (number: string, words: string, block: TextBlock, next: Block | undefined): void => {
    const rest = words.trim();
    position.enterArticle(number);
    const name = `Điều ${number}`;
    const isTitle = readMarker(rest) === null && (opensHeading(rest) || titleBeforeClauses(rest, next));
    open(isTitle ? `${name}. ${rest}` : name, block.page);
    if (rest === '') waitsFor = 'title';
    else if (!isTitle) take({ ...block, kind: 'paragraph', text: rest }, undefined);
  };

  const takeClause = (number: string, block: TextBlock) => {
    position.enterClause(number);
    isIntroduced = false;
    add(block, position.unit(), false);
  };

  const takePoint = (letter: string, block: TextBlock) => {
    const joins = position.isInClause() || isIntroduced;
    add(block, position.enterPoint(letter, !/[.;:,]$/.test(block.text)), joins);
  };

  const takeDash = (sign: string, block: TextBlock) => {
    const joins = position.isInClause() || position.isInPoint() || isIntroduced;
    add(block, position.enterDash(sign), joins);
  };

  const takeDivision = (marker: Marker & { readonly kind: 'division' }, block: TextBlock) => {
    position.enterDivision(marker.level, block.text);
    if (marker.rest === '') waitsFor = 'name';
    open(null, block.page);
  };

  const enterAnnex = (label: string, heading: string, page: number | null) => {
    position.enterAnnex(label, heading);
    if (heading !== '') waitsFor = 'name';
    open(null, page);
  };

  const take = (block: TextBlock, next: Block | undefined): void => {
    const marker = readMarker(block.text);
    switch (marker?.kind) {
      case 'division':
        takeDivision(marker, block);
        break;
      case 'annex':
        enterAnnex(annexLabel(block.text), block.text, block.page);
        break;
      case 'article':
        takeArticle(marker.number, marker.rest, block, next);
        break;
      case 'capital':
        if (opensHeading(marker.rest)) takeListed('capital', marker.letter, marker.rest, block);
        else takeText(block);
        break;
      case 'roman':
        takeListed('roman', marker.number, marker.rest, block);
        break;
      case 'number':
        if (position.isInArticle()) takeClause(marker.number, block);
        else takeListed('number', marker.number, marker.rest, block);
        break;
      case 'letter':
        takePoint(marker.letter, block);
        break;
      case 'dash':
        takeDash(marker.sign, block);
        break;
      case 'note':
        add(block, [...position.text(), `chú thích ${marker.number}`], true);
        break;
      case undefined:
        takeText(block);
    }
  };

  return {
    take,
    enterAnnex,
    takesName(block, marker, next) {
      const waited = waitsFor;
      waitsFor = null;
      if (waited === 'name' && isName(block, marker)) {
        position.nameLast(block.text);
        sections.rename(position.headings());
        waitsFor = 'name';
        return true;
      }
      const isTitle = waited === 'title' && marker === null && opensHeading(block.text) && next !== undefined;
      if (isTitle) sections.rename(position.headings(`${sections.headings()?.at(-1) ?? ''}. ${block.text}`));
      return isTitle;
    },
    takeQuoted(block, isFirst) {
      if (isFirst) {
        const own = (sections.headings() ?? []).map((heading) => heading.replace(/^Điều \S+/u, ''));
        quotedUnits.begin([sections.last()?.text ?? '', ...own.reverse()]);
      }
      const unit = quotedUnits.read(block.text);
      const address = unit === '' ? position.unit() : [...position.unit(), `“${unit}”`];
      add(block, address, position.isInClause() || isIntroduced || !isFirst);
    },
    takeHeading(block) {
      position.enterDivision(PLAIN_HEADING_LEVEL, block.text);
      open(null, block.page);
    },
    takeNote: (text, page) => add({ text, page }, [...position.text(), 'ghi chú'], false),
  };
}

/** The name of a chapter or annex: a heading, capitals, or «(Ban hành kèm theo …)». */
function isName(block: TextBlock, marker: Marker | null): boolean {
  const { text } = block;
  const isSetApart = block.kind === 'heading' || text === text.toUpperCase() || /^\*?\(/.test(text);
  const isForm = isBlankForm(text) || leftoverKind(text) === 'letterhead' || unitCaption(text) !== null;
  return marker === null && isSetApart && !isForm;
}
