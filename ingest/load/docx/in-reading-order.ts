import {
  childOf,
  childrenOf,
  descendantsOf,
  escapeXml,
  insertAfter,
  insertFirst,
  replaceBy,
  textOf,
  type XmlElement,
  type XmlPart,
} from './xml.ts';

const BLOCKS = new Set(['w:p', 'w:tbl', 'w:sdt']);

/**
 * Brings what Word keeps beside the text into it, so that plain reading from top to bottom finds everything: the two
 * versions of drawings reduced to one, text boxes behind their paragraph, fields and formulas as text, cells that a
 * row leaves out before its first as an empty one.
 */
export function flatten(part: XmlPart): void {
  for (const choice of found(part, 'mc:AlternateContent')) {
    const versions = [childOf(choice, 'mc:Choice'), childOf(choice, 'mc:Fallback')];
    const best = versions.find(
      (version) => version !== undefined && descendantsOf(version, new Set(['w:t', 'm:t'])).length > 0,
    );
    replaceBy(choice, childrenOf(best));
  }
  for (const field of found(part, 'w:fldSimple')) replaceBy(field, childrenOf(field));
  for (const formula of found(part, 'm:oMath'))
    replaceBy(formula, [part.parse(`<w:r><w:t>${escapeXml(formulaText(formula))}</w:t></w:r>`)]);
  for (const end of found(part, 'w:cr')) replaceBy(end, [part.parse('<w:br/>')]);
  for (const before of found(part, 'w:gridBefore')) {
    const row = before.parent?.parent;
    const cell = part.parse(
      `<w:tc><w:tcPr><w:gridSpan w:val="${Number(before.attribs['w:val']) || 1}"/></w:tcPr><w:p/></w:tc>`,
    );
    if (row !== null && row !== undefined && 'attribs' in row) insertFirst(row, 'w:trPr', cell);
  }
  moveTextBoxes(part);
}

function found(part: XmlPart, name: string): readonly XmlElement[] {
  return descendantsOf(part.root, new Set([name]));
}

function formulaText(element: XmlElement): string {
  if (element.name === 'm:t') return textOf(element);
  if (element.name === 'm:f')
    return ['m:num', 'm:den'].map((name) => childrenOf(childOf(element, name)).map(formulaText).join('')).join('/');
  return childrenOf(element).map(formulaText).join('');
}

/** Text boxes are anchored in a run; their paragraphs come behind the paragraph that holds the anchor. */
function moveTextBoxes(part: XmlPart): void {
  for (const box of [...found(part, 'w:txbxContent')].reverse()) {
    const host = hostParagraph(box);
    const content = childrenOf(box).filter((child) => BLOCKS.has(child.name));
    box.children = [];
    if (host !== null) insertAfter(host, content);
  }
  for (const drawing of descendantsOf(part.root, new Set(['w:drawing', 'w:pict', 'w:object']))) replaceBy(drawing, []);
}

function hostParagraph(element: XmlElement): XmlElement | null {
  let at = element.parent;
  while (at !== null && !('attribs' in at && at.name === 'w:p')) at = at.parent;
  return at !== null && 'attribs' in at ? at : null;
}

/**
 * Puts each footnote and endnote behind the paragraph that refers to it, both marked `[n]`.
 * @param notes their content by kind of reference and id
 */
export function placeNotes(part: XmlPart, notes: ReadonlyMap<string, readonly XmlElement[]>): void {
  let count = 0;
  const behind = new Map<XmlElement, XmlElement>();
  for (const reference of descendantsOf(part.root, new Set(['w:footnoteReference', 'w:endnoteReference']))) {
    const content = notes.get(`${reference.name} ${reference.attribs['w:id']}`) ?? [];
    const host = hostParagraph(reference);
    if (host === null || content.length === 0) continue;
    count += 1;
    const mark = `[${count}]`;
    const [first, ...rest] = content;
    if (first?.name === 'w:p')
      insertFirst(first, 'w:pPr', part.parse(`<w:r><w:t xml:space="preserve">${mark} </w:t></w:r>`));
    insertAfter(behind.get(host) ?? host, [...(first === undefined ? [] : [first]), ...rest]);
    behind.set(host, content.at(-1) ?? host);
    replaceBy(reference, [part.parse(`<w:t xml:space="preserve"> ${mark}</w:t>`)]);
  }
}
