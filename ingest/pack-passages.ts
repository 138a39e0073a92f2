import { createHash } from 'node:crypto';
import { rangeAddress } from '../knowledge/address.ts';
import type { Passage, PassagePart } from '../knowledge/document.ts';
import type { Section } from './structure/sections.ts';

/** A passage is filled up to this many characters, so that it reads on a phone and fits an encoder. */
const FULL = 1_000;
/** A single part longer than this is cut at sentence ends. */
const LONGEST_PART = 1_500;
const LEAD_IN = 220;

/** Packs the parts of each section into passages; a section without parts becomes a passage of its heading. */
export function packPassages(sections: readonly Section[], documentId: string): readonly Passage[] {
  const passages: Passage[] = [];
  sections.forEach((section, index) => {
    // The name of a chapter stands in its articles; a heading with nothing below is all there is, and is kept.
    const headsOthers = section.groups.length === 0 && sections.slice(index + 1).some((next) => isBelow(next, section));
    for (const packed of headsOthers ? [] : packSection(section)) {
      const text = packed.parts.map((part) => part.text).join('\n');
      passages.push({
        id: `${documentId}#${passages.length + 1}`,
        documentId,
        address: rangeAddress(packed.parts.map((part) => part.address)),
        headings: packed.headings,
        page: section.page,
        parts: packed.parts,
        text,
        digest: createHash('sha256')
          .update([...packed.headings, text].join('\n'))
          .digest('hex')
          .slice(0, 16),
      });
    }
  });
  return passages;
}

function isBelow(section: Section, above: Section): boolean {
  return above.headings.length > 0 && above.headings.every((heading, level) => heading === section.headings[level]);
}

interface Packed {
  readonly headings: readonly string[];
  readonly parts: readonly PassagePart[];
}

function packSection(section: Section): readonly Packed[] {
  const { headings } = section;
  if (section.groups.length === 0) {
    const last = headings.at(-1);
    if (last === undefined) return [];
    return [{ headings: headings.slice(0, -1), parts: [{ address: section.address, text: last }] }];
  }
  const packed: Packed[] = [];
  let parts: PassagePart[] = [];
  const flush = () => {
    if (parts.length > 0) packed.push({ headings, parts });
    parts = [];
  };
  for (const group of section.groups) {
    const cut = group.flatMap(cutLongPart);
    const size = lengthOf(cut);
    if (lengthOf(parts) + size > FULL) flush();
    if (size <= FULL) parts.push(...cut);
    else {
      flush();
      packed.push(...splitGroup(cut, headings));
    }
  }
  flush();
  return packed;
}

/** A clause too long for one passage: its points in runs, each with the clause's opening words as context. */
function splitGroup(group: readonly PassagePart[], headings: readonly string[]): readonly Packed[] {
  const opening = group[0]?.text ?? '';
  const context =
    group.length > 1
      ? [...headings, opening.length <= LEAD_IN ? opening : `${opening.slice(0, opening.lastIndexOf(' ', LEAD_IN))} …`]
      : headings;
  const packed: Packed[] = [];
  let parts: PassagePart[] = [];
  for (const part of group) {
    // A clause's opening words never stand alone.
    const isOnlyOpening = packed.length === 0 && parts.length === 1 && opening.length <= LEAD_IN;
    if (parts.length > 0 && !isOnlyOpening && lengthOf(parts) + part.text.length > FULL) {
      packed.push({ headings: packed.length === 0 ? headings : context, parts });
      parts = [];
    }
    parts.push(part);
  }
  if (parts.length > 0) packed.push({ headings: packed.length === 0 ? headings : context, parts });
  return packed;
}

function cutLongPart(part: PassagePart): readonly PassagePart[] {
  if (part.text.length <= LONGEST_PART) return [part];
  const sentences = part.text.split(/(?<=[.;])\s+(?=\S)/u);
  const pieces: string[] = [];
  for (const sentence of sentences) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + sentence.length < FULL) pieces[pieces.length - 1] = `${last} ${sentence}`;
    else pieces.push(sentence);
  }
  return pieces.map((text) => ({ address: part.address, text }));
}

function lengthOf(parts: readonly PassagePart[]): number {
  return parts.reduce((sum, part) => sum + part.text.length + 1, 0);
}
