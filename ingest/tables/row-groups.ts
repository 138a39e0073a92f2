import type { PassagePart } from '../../knowledge/document.ts';
import { amountCells, wordsAlone } from './row-words.ts';
import type { TypedRow } from './typed-table.ts';

/** Rows that make passages of their own. */
export interface RowGroup {
  /** Labels of the section rows above that are not among the parts, outermost first. */
  readonly sections: readonly string[];
  readonly parts: readonly PassagePart[];
}

interface Node {
  readonly row: TypedRow;
  readonly part: PassagePart;
  readonly children: Node[];
}

/** As many characters of rows as a passage holds. */
const FULL = 1_000;

/**
 * Groups rows for passages: an innermost section row with its rows; single rows of one section that stand together;
 * never rows of different sections.
 * @param addressOf gives every row an address of its own, in order
 */
export function groupRows(
  rows: readonly TypedRow[],
  addressOf: (row: TypedRow, above: readonly TypedRow[]) => string,
): readonly RowGroup[] {
  const top: Node[] = [];
  const open: Node[] = [];
  for (const row of rows) {
    while (open.length > 0 && (open.at(-1)?.row.depth ?? 0) >= row.depth) open.pop();
    const address = addressOf(
      row,
      open.map((node) => node.row),
    );
    const node: Node = { row, part: partOf(row, open.at(-1)?.row.label ?? null, address), children: [] };
    (open.at(-1)?.children ?? top).push(node);
    if (row.isSection) open.push(node);
  }
  return groupNodes(top, []);
}

function partOf(row: TypedRow, section: string | null, address: string): PassagePart {
  const alone = wordsAlone(row, section);
  const cells = amountCells(row, section, address);
  return { address, text: row.text, ...(row.isSection ? {} : { alone }), ...(cells.length === 0 ? {} : { cells }) };
}

function groupNodes(nodes: readonly Node[], sections: readonly string[]): readonly RowGroup[] {
  const groups: RowGroup[] = [];
  let run: PassagePart[] = [];
  const flush = () => {
    if (run.length > 0) groups.push({ sections, parts: run });
    run = [];
  };
  for (const node of nodes) {
    if (node.children.length === 0) {
      if (lengthOf(run) + node.part.text.length > FULL) flush();
      run.push(node.part);
      continue;
    }
    flush();
    groups.push(...groupSection(node, sections));
  }
  flush();
  return groups;
}

/** A section whose rows fit one passage opens it; else its label heads the passages of its rows. */
function groupSection(node: Node, sections: readonly string[]): readonly RowGroup[] {
  const parts = [node.part, ...node.children.map((child) => child.part)];
  const isInnermost = node.children.every((child) => child.children.length === 0);
  if (isInnermost && lengthOf(parts) <= FULL) return [{ sections, parts }];
  return groupNodes(node.children, [...sections, node.part.text]);
}

function lengthOf(parts: readonly PassagePart[]): number {
  return parts.reduce((sum, part) => sum + part.text.length + 1, 0);
}
