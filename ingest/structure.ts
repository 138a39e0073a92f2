import type { PassagePart } from '../knowledge/document.ts';
import type { Block, TableBlock } from './blocks.ts';
import { type Leftover, leftoverKind, opensRecipients } from './leftovers.ts';
import { type Marker, readMarker } from './markers.ts';
import { readTable } from './table-parts.ts';

/** Parts under one heading path: an article, a section of a plan, a table. Passages are packed inside it. */
export interface Section {
  readonly headings: readonly string[];
  readonly page: number | null;
  /** Parts that should stay together: a clause with its points, a table's section row with its rows. */
  readonly groups: readonly (readonly PassagePart[])[];
  /** Whether the groups must not share a passage. */
  readonly keepApart: boolean;
}

export interface Structure {
  readonly sections: readonly Section[];
  readonly leftovers: readonly Leftover[];
}

interface OpenSection {
  headings: readonly string[];
  page: number | null;
  groups: PassagePart[][];
  keepApart: boolean;
  /** Opened to go on after a table; nothing is lost when it stays empty. */
  continues?: boolean;
}

/** A heading without a full stop and about a line long; anything longer is text that follows its number. */
const LONGEST_HEADING = 180;
const LONGEST_QUOTE_BLOCKS = 80;

/**
 * Reads the legal structure of a document: Phần, Chương, Mục, Điều, khoản, điểm; or I., 1., a), - of plans and
 * letters; annexes and tables. Form (letterhead, legal basis, recipients, signatures) is set aside by name. Every
 * block ends up in a section or among the leftovers.
 */
export function readStructure(blocks: readonly Block[]): Structure {
  const sections: OpenSection[] = [];
  const leftovers: Leftover[] = [];
  /** Headings of divisions by level: Phần, Chương, Mục, then the sections of a plan. */
  let divisions: { level: number; text: string }[] = [];
  let annex: string | null = null;
  let article: string | null = null;
  let lastArticle = 0;
  let roman: string | null = null;
  let clause: string | null = null;
  let dashes = 0;
  let begun = false;
  let inRecipients = false;
  let quotedBlocks = 0;
  let waitsForName = false;

  const headingPath = (own: string | null) => [
    ...(annex === null ? [] : [annex]),
    ...divisions.map((division) => division.text),
    ...(own === null ? [] : [own]),
  ];
  const open = (own: string | null, page: number | null): void => {
    sections.push({ headings: headingPath(own), page, groups: [], keepApart: false });
  };
  const current = (page: number | null): OpenSection => {
    if (sections.length === 0) open(null, page);
    return sections[sections.length - 1] as OpenSection;
  };
  const place = (): string[] => [
    ...(annex === null ? [] : [shortLabel(annex)]),
    ...(article === null ? [] : [`Điều ${article}`]),
    ...(roman === null || article !== null ? [] : [`mục ${roman}`]),
  ];
  const add = (text: string, address: readonly string[], page: number | null, newGroup: boolean): void => {
    const section = current(page);
    const part = { address: capitalise(address.join(', ')), text };
    const group = section.groups.at(-1);
    if (newGroup || group === undefined) section.groups.push([part]);
    else group.push(part);
  };
  const resetBelowDivision = (): void => {
    article = null;
    roman = null;
    clause = null;
    dashes = 0;
  };

  const takeTable = (table: TableBlock): void => {
    const at = place().join(', ');
    const { header, groups } = readTable(table, at);
    const base = sections.at(-1)?.headings ?? headingPath(null);
    begun = true;
    inRecipients = false;
    for (const group of groups) {
      const headings = [...base, ...(header === null ? [] : [header]), ...group.sections];
      const last = sections.at(-1);
      const alone = group.parts.length > 1;
      if (last !== undefined && !alone && !last.keepApart && sameWords(last.headings, headings))
        last.groups.push([...group.parts]);
      else sections.push({ headings, page: table.page, groups: [[...group.parts]], keepApart: alone });
    }
    // Text after the table belongs to what stood before it.
    if (groups.length > 0)
      sections.push({ headings: base, page: table.page, groups: [], keepApart: false, continues: true });
  };

  const takeMarked = (marker: Marker, text: string, page: number | null): void => {
    switch (marker.kind) {
      case 'division':
        divisions = [...divisions.filter((division) => division.level < marker.level), { level: marker.level, text }];
        resetBelowDivision();
        waitsForName = marker.rest === '';
        open(null, page);
        return;
      case 'annex':
        annex = text;
        divisions = [];
        resetBelowDivision();
        lastArticle = 0;
        waitsForName = true;
        open(null, page);
        return;
      case 'article': {
        article = marker.number;
        lastArticle = Number.parseInt(marker.number, 10);
        clause = null;
        dashes = 0;
        const rest = marker.rest.trim();
        const inner = readMarker(rest);
        if (rest !== '' && inner === null && isHeading(rest)) open(`Điều ${article}. ${rest}`, page);
        else {
          open(`Điều ${article}`, page);
          if (rest !== '') takeText(rest, page);
        }
        return;
      }
      case 'roman':
        roman = marker.number;
        article = null;
        clause = null;
        dashes = 0;
        divisions = [...divisions.filter((division) => division.level < 4)];
        if (isHeading(marker.rest)) {
          divisions.push({ level: 4, text });
          open(null, page);
        } else add(text, place(), page, true);
        return;
      case 'number': {
        clause = marker.number;
        dashes = 0;
        if (article !== null) {
          add(text, [...place(), `khoản ${clause}`], page, true);
          return;
        }
        divisions = divisions.filter((division) => division.level < 4 + depthOf(marker.number));
        if (isHeading(marker.rest)) {
          divisions.push({ level: 4 + depthOf(marker.number), text });
          open(null, page);
        } else add(text, clauseAddress(), page, true);
        return;
      }
      case 'letter':
        dashes = 0;
        add(text, [...clauseAddress(), `điểm ${marker.letter}`], page, clause === null);
        return;
      case 'dash':
        dashes += 1;
        add(text, [...clauseAddress(), `ý ${dashes}`], page, clause === null);
        return;
    }
  };

  const clauseAddress = (): string[] => {
    if (clause === null) return place();
    if (article !== null) return [...place(), `khoản ${clause}`];
    return roman === null ? [...place(), `mục ${clause}`] : [...place().slice(0, -1), `mục ${roman}.${clause}`];
  };

  const takeText = (text: string, page: number | null): void => {
    const marker = readMarker(text);
    if (marker !== null) takeMarked(marker, text, page);
    else add(text, clauseAddress(), page, clause === null && dashes === 0);
  };

  for (const block of blocks) {
    if (block.kind === 'table') {
      takeTable(block);
      continue;
    }
    const { text, page } = block;
    const marker = quotedBlocks > 0 ? null : readMarker(text);

    if (quotedBlocks > 0) {
      const resumes = readMarker(text);
      const nextArticle = resumes?.kind === 'article' && Number.parseInt(resumes.number, 10) === lastArticle + 1;
      quotedBlocks =
        /[”"][.;,]?$/u.test(text) || nextArticle || quotedBlocks > LONGEST_QUOTE_BLOCKS ? 0 : quotedBlocks + 1;
      if (!nextArticle) {
        add(text, clauseAddress(), page, false);
        continue;
      }
    } else if (/^[“"]/u.test(text) && !/[”"][.;,]?$/u.test(text)) quotedBlocks = 1;

    const structural =
      marker !== null && (marker.kind === 'article' || marker.kind === 'division' || marker.kind === 'annex');
    if (structural || (marker?.kind === 'roman' && !inRecipients)) {
      begun = true;
      inRecipients = false;
      takeText(text, page);
      continue;
    }
    if (
      waitsForName &&
      marker === null &&
      (block.kind === 'heading' || text === text.toUpperCase() || /^\(/.test(text))
    ) {
      nameLastHeading(text);
      continue;
    }
    waitsForName = false;
    const form = leftoverKind(text);
    // «Căn cứ …» inside an article is a rule; only before the first unit it is the legal basis.
    const kind = begun && (form === 'legal-basis' || form === 'letterhead') ? null : form;
    if (opensRecipients(text)) inRecipients = true;
    if (inRecipients && kind === null && isAnnexTitle(text)) {
      annex = text;
      divisions = [];
      resetBelowDivision();
      inRecipients = false;
      open(null, page);
      continue;
    }
    if (kind !== null || inRecipients) {
      leftovers.push({ kind: kind ?? 'recipients', text });
      continue;
    }
    if (!begun && marker === null && (text === text.toUpperCase() || block.kind === 'heading')) {
      leftovers.push({ kind: 'title', text });
      continue;
    }
    if (marker !== null) begun = true;
    if (block.kind === 'heading' && marker === null) {
      divisions = [...divisions.filter((division) => division.level < 3), { level: 3, text }];
      resetBelowDivision();
      open(null, page);
      continue;
    }
    takeText(text, page);
  }

  /** «Chương I» and «QUY ĐỊNH CHUNG» stand on two lines and are one heading. */
  function nameLastHeading(name: string): void {
    const division = divisions.at(-1);
    if (division !== undefined)
      divisions = [...divisions.slice(0, -1), { ...division, text: `${division.text}. ${name}` }];
    else if (annex !== null) annex = `${annex}. ${name}`;
    const section = sections.at(-1);
    if (section !== undefined) section.headings = headingPath(null);
  }

  return withoutPreamble(
    sections.filter((section) => section.groups.length > 0 || !section.continues),
    leftovers,
  );
}

/**
 * Words before the first unit introduce the document and are no rule, unless they are all there is, as in a letter.
 */
function withoutPreamble(sections: readonly Section[], leftovers: readonly Leftover[]): Structure {
  const [first, ...rest] = sections;
  const isPreamble =
    first !== undefined &&
    rest.length > 0 &&
    first.headings.length === 0 &&
    first.groups.flat().every((part) => part.address === '');
  if (!isPreamble) return { sections, leftovers };
  const preamble = first.groups.flat().map((part): Leftover => ({ kind: 'preamble', text: part.text }));
  return { sections: rest, leftovers: [...leftovers, ...preamble] };
}

function isHeading(rest: string): boolean {
  return (
    rest.length > 0 &&
    rest.length <= LONGEST_HEADING &&
    !/[.;,]$/u.test(rest) &&
    !/[.;]\s+\p{Lu}/u.test(rest) &&
    !/:\s+\S/.test(rest)
  );
}

/** A title in capitals after the signatures opens an annex that is not called one. */
function isAnnexTitle(text: string): boolean {
  return text === text.toUpperCase() && text.split(' ').length >= 5;
}

function depthOf(number: string): number {
  return number.split('.').length;
}

/** «PHỤ LỤC II. MỨC THU …» is addressed as «Phụ lục II». */
function shortLabel(annex: string): string {
  const label = annex.match(/^(Phụ lục|Mẫu(?:\s+số)?)(\s+(?:số\s+)?(?:[IVXLC]+|\d+[a-z]?)(?![\p{L}\d]))?/iu);
  const words = `${label?.[1] ?? 'Phụ lục'}${label?.[2] ?? ''}`;
  return words.startsWith('PHỤ LỤC') ? words.replace('PHỤ LỤC', 'Phụ lục') : words.replace(/^MẪU/u, 'Mẫu');
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function sameWords(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, index) => word === b[index]);
}
