import mammoth from 'mammoth';
import type { Loaded } from '../blocks.ts';
import { flatten, placeNotes } from './docx/in-reading-order.ts';
import { convertLegacyRuns } from './docx/legacy-runs.ts';
import { type NextLabel, readNumbering } from './docx/numbering.ts';
import { readStyles, type Styles } from './docx/styles.ts';
import {
  childOf,
  childrenOf,
  descendantsOf,
  escapeXml,
  insertFirst,
  readXml,
  type XmlElement,
  type XmlPart,
} from './docx/xml.ts';
import type { LegacyEncoding } from './encodings/legacy-encodings.ts';
import { fromLegacy } from './encodings/legacy-encodings.ts';
import { legacyFont } from './encodings/legacy-fonts.ts';
import { htmlBlocks } from './html.ts';
import { openPackage, writePackage } from './office-package.ts';
import { READING_NOTES } from './reading-words.ts';
import { skip } from './skipped.ts';

/**
 * A Word document: headings, paragraphs and tables in order, with the labels of numbered lists, text boxes and notes
 * in their places. Deleted text of tracked changes, comments, headers, footers, pictures and macros are left out;
 * nothing outside the file is fetched.
 */
export async function loadDocx(bytes: Uint8Array): Promise<Loaded> {
  const opened = openPackage(bytes);
  if (!opened.ok) return opened;
  const { parts, hasMacros } = opened.value;
  const prepared = prepare(parts);
  if (prepared === null) return skip('unreadable');
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(writePackage(prepared.parts)) });
  const blocks = htmlBlocks(value.normalize('NFC'));
  if (blocks.length === 0) return skip('empty');
  const notes = [
    ...[...prepared.converted].map(READING_NOTES.converted),
    ...(hasMacros ? [READING_NOTES.documentMacros] : []),
  ];
  return { ok: true, format: 'docx', blocks, stated: {}, notes };
}

interface Prepared {
  readonly parts: ReadonlyMap<string, string>;
  readonly converted: ReadonlySet<LegacyEncoding>;
}

/** The document rewritten so that its plain text is what a reader sees; `null` when it has no main part. */
function prepare(parts: ReadonlyMap<string, string>): Prepared | null {
  const mainPath = mainPartOf(parts);
  const text = parts.get(mainPath);
  if (text === undefined) return null;
  const folder = mainPath.slice(0, mainPath.lastIndexOf('/') + 1);
  const read = (name: string) => readXml(parts.get(`${folder}${name}.xml`) ?? '');
  const main = readXml(text);
  const styles = readStyles(read('styles').root);
  flatten(main);
  placeNotes(main, readNotes([read('footnotes'), read('endnotes')]));
  const converted = convertLegacyRuns(main, paragraphsOf(main), styles);
  writeLabels(main, styles, readNumbering(read('numbering').root));
  const kept = [...parts].filter(
    ([path]) => !/(?:numbering|footnotes|endnotes|comments\w*|header\d*|footer\d*)\.xml$/.test(path),
  );
  return { parts: new Map([...kept, [mainPath, main.write()]]), converted };
}

function mainPartOf(parts: ReadonlyMap<string, string>): string {
  const relations = childrenOf(readXml(parts.get('_rels/.rels') ?? '').root);
  const main = relations.find((relation) => /\/officeDocument$/.test(relation.attribs['Type'] ?? ''));
  return (main?.attribs['Target'] ?? 'word/document.xml').replace(/^\//, '');
}

function paragraphsOf(part: XmlPart): readonly XmlElement[] {
  return descendantsOf(part.root, new Set(['w:p']));
}

/** Writes the label of every numbered paragraph into its text, in the encoding of the label's own font. */
function writeLabels(part: XmlPart, styles: Styles, nextLabel: NextLabel): void {
  for (const paragraph of paragraphsOf(part)) {
    const place = styles.listOf(paragraph);
    const isDeleted = childOf(paragraph, 'w:pPr', 'w:rPr', 'w:del') !== undefined;
    if (place === null || isDeleted) continue;
    const label = nextLabel(place, styles.styleIdOf(paragraph));
    if (label === null) continue;
    const font = legacyFont(styles.fontOf(label.level, paragraph) ?? '');
    const text = font === null ? label.text : fromLegacy(label.text, font.encoding);
    const shown = font?.capitals ? text.toUpperCase() : text;
    insertFirst(paragraph, 'w:pPr', part.parse(`<w:r><w:t xml:space="preserve">${escapeXml(shown)} </w:t></w:r>`));
  }
}

/** Footnotes and endnotes by the reference that names them; separators are none. */
function readNotes(parts: readonly XmlPart[]): ReadonlyMap<string, readonly XmlElement[]> {
  const notes = new Map<string, readonly XmlElement[]>();
  for (const part of parts) {
    flatten(part);
    for (const note of childrenOf(part.root)) {
      if (!/^w:(?:footnote|endnote)$/.test(note.name) || /separator/i.test(note.attribs['w:type'] ?? '')) continue;
      notes.set(`${note.name}Reference ${note.attribs['w:id']}`, childrenOf(note));
    }
  }
  return notes;
}
