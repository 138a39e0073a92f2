import type { Passage, PassagePart } from '../../knowledge/document.ts';

/** One amount of a table, as a person read it in the document. */
export interface TableFact {
  readonly address: string;
  /** Label of the row, or how it begins. */
  readonly label: string;
  /** Label of the section row above, or how it begins; `null` for a row that needs none. */
  readonly section: string | null;
  /** Heading of the amount's column, where the row has several. */
  readonly column?: string;
  readonly amount: string;
  readonly unit: string;
}

export interface TableFacts {
  /** File name without its ending. */
  readonly document: string;
  readonly rows: readonly TableFact[];
}

/** What is wrong with the rows of passages, one line an amount; empty when all amounts stand where they belong. */
export function checkTableFacts(facts: TableFacts, passages: readonly Passage[]): readonly string[] {
  const parts = new Map<string, PassagePart[]>();
  for (const part of passages.flatMap((passage) => passage.parts))
    parts.set(part.address, [...(parts.get(part.address) ?? []), part]);
  return facts.rows.flatMap((fact) => {
    const at = parts.get(fact.address) ?? [];
    const [part] = at;
    const problem =
      part === undefined ? 'no such address' : at.length > 1 ? 'address given twice' : problemOf(fact, part);
    return problem === null ? [] : [`${fact.address}: ${problem}`];
  });
}

function problemOf(fact: TableFact, part: PassagePart): string | null {
  const { alone = '' } = part;
  if (!part.text.includes(fact.amount)) return `${fact.amount} is not in «${part.text}»`;
  if (!alone.startsWith(fact.label)) return `«${alone}» does not begin with ${fact.label}`;
  if (fact.section !== null && !namesSection(alone, fact.section)) return `«${alone}» lacks ${fact.section}`;
  const words = fact.column === undefined ? alone : cellOf(fact.column, part);
  if (words === null) return `no column ${fact.column}`;
  return words.includes(`${fact.amount} ${fact.unit}`) ? null : `«${words}» lacks ${fact.amount} ${fact.unit}`;
}

/** A section is named behind the row's label, or the label itself begins with it and it isn't said twice. */
function namesSection(alone: string, section: string): boolean {
  const [isSaid, isBehind] = [alone.startsWith(section), alone.includes(` – ${section}`)];
  return isSaid !== isBehind;
}

function cellOf(column: string, part: PassagePart): string | null {
  return part.cells?.find((cell) => cell.address.endsWith(`cột ${column}`))?.alone ?? null;
}
