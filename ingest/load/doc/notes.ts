import { STRUCTURE, type WordHeader } from './file-header.ts';

/** A footnote or endnote: where the text refers to it, and where its own text stands. */
export interface NotePlace {
  readonly reference: number;
  readonly from: number;
  readonly to: number;
}

/** All notes in the order of their references. Source: MS-DOC 2.8.14 and 2.8.15. */
export function readNotePlaces(header: WordHeader, table: Buffer): readonly NotePlace[] {
  const { main, footnotes, headers, comments } = header.lengths;
  const places = [
    ...readKind(
      header.structure(table, STRUCTURE.footnoteReferences),
      header.structure(table, STRUCTURE.footnoteTexts),
      main,
    ),
    ...readKind(
      header.structure(table, STRUCTURE.endnoteReferences),
      header.structure(table, STRUCTURE.endnoteTexts),
      main + footnotes + headers + comments,
    ),
  ];
  return places.sort((a, b) => a.reference - b.reference);
}

function readKind(references: Buffer, texts: Buffer, base: number): readonly NotePlace[] {
  const count = Math.max(0, Math.floor((references.length - 4) / 6));
  const places: NotePlace[] = [];
  for (let index = 0; index < count && 4 * (index + 2) <= texts.length; index += 1) {
    places.push({
      reference: references.readUInt32LE(4 * index),
      from: base + texts.readUInt32LE(4 * index),
      to: base + texts.readUInt32LE(4 * index + 4),
    });
  }
  return places;
}
