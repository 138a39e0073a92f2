import { fold } from '../knowledge/text/normalise.ts';
import type { Block } from './blocks.ts';

/** What front matter, a page's table or a portal's list calls the fields; folded, dashes and underscores as spaces. */
const NAMES = {
  number: ['so hieu', 'sohieu', 'so ky hieu', 'so van ban', 'code'],
  kind: ['loai van ban', 'hinh thuc van ban'],
  subject: ['trich yeu', 'trich yeu noi dung'],
  title: ['title', 'ten van ban'],
  issuer: ['co quan ban hanh', 'noi ban hanh', 'don vi ban hanh', 'issuer'],
  issuedOn: ['ngay ban hanh', 'ngay ky', 'date'],
  inForceFrom: ['ngay hieu luc', 'ngay co hieu luc', 'hieu luc tu', 'hieu luc', 'effective date'],
  inForceUntil: ['ngay het hieu luc', 'het hieu luc'],
  signer: ['nguoi ky', 'signer'],
  signerPost: ['chuc danh nguoi ky', 'chuc vu nguoi ky', 'chuc danh', 'chuc vu'],
} as const;

export type StatedField = keyof typeof NAMES;

const KNOWN: ReadonlySet<string> = new Set(Object.values(NAMES).flat());
const FIRST_BLOCKS = 40;

/**
 * Fields that a file states outright beside its text: front matter, two-column tables («Số hiệu | 48/2026/TT-BGDĐT»)
 * and lines («Ngày ban hành:», its value behind it or on the next line) of saved pages.
 * @param given fields of the file format, by name
 * @param head the first lines of the text
 */
export function readStatedFields(
  blocks: readonly Block[],
  given: Readonly<Record<string, string>>,
  head: readonly string[],
): (field: StatedField) => string | undefined {
  const values = new Map<string, string>();
  const keep = (name: string, value: string | undefined) => {
    const key = nameKey(name);
    if (KNOWN.has(key) && value !== undefined && value.trim() !== '' && !values.has(key)) values.set(key, value.trim());
  };
  for (const [name, value] of Object.entries(given)) keep(name, value);
  for (const block of blocks.slice(0, FIRST_BLOCKS)) {
    if (block.kind === 'table') for (const row of block.rows) if (row.length === 2) keep(row[0] ?? '', row[1]);
  }
  head.forEach((text, index) => {
    const [, name, value] = text.match(/^[-*•]?\s*(\p{L}[\p{L} ]{2,30}?)\s*:\s*(.*)$/u) ?? [];
    if (name !== undefined) keep(name, value === '' ? head[index + 1] : value);
  });
  return (field) => NAMES[field].map((name) => values.get(name)).find((value) => value !== undefined);
}

function nameKey(name: string): string {
  return fold(name.replace(/[-_*:]+/g, ' '));
}
