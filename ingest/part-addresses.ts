import { capitaliseFirst } from '../knowledge/text/first-letter.ts';

/** A unit of a legal text with the labels that follow it: «điểm d, đ, e», «các khoản 4, 5 và 6», «Điều 12a». */
const UNIT = String.raw`(điểm|khoản|điều|mục|chương|phụ\s+lục|mẫu(?:\s+số)?)`;
const LABELS: Readonly<Record<string, string>> = {
  điểm: String.raw`[a-zđ]{1,2}\d?(?![\p{L}\d])`,
  khoản: String.raw`\d+[a-zđ]?(?![\p{L}\d/])`,
  điều: String.raw`\d+[a-zđ]?(?![\p{L}\d/])`,
  mục: String.raw`(?:[IVXLC]+|\d+(?:\.\d+)*)(?![\p{L}\d/])`,
  chương: String.raw`(?:[IVXLC]+|\d+)(?![\p{L}\d/])`,
  'phụ lục': String.raw`(?:số\s+)?(?:[IVXLC]+|\d+[a-z]?)(?![\p{L}\d/])`,
  mẫu: String.raw`(?:số\s+)?\d+[a-z]?(?![\p{L}\d/])`,
};
/** Inner units first, as they are written: «điểm b khoản 3 Điều 4». */
const LEVELS: readonly string[] = ['điểm', 'khoản', 'điều'];

/**
 * Addresses that a phrase names: «điểm a và điểm b khoản 3 Điều 32» → `Điều 32, khoản 3, điểm a`, `…, điểm b`.
 * @param within address of the unit that units without an article belong to, as in «Sửa đổi … tại Điều 4: 1. … khoản 2»
 */
export function readPartAddresses(phrase: string, within: string | null = null): readonly string[] {
  const done: string[] = [];
  /** Units that wait for the larger unit behind them. */
  let open: { readonly level: number; readonly address: string }[] = [];
  for (const { unit, labels } of unitsOf(phrase)) {
    const level = LEVELS.indexOf(unit);
    const [first] = labels;
    if (level === -1) {
      for (const label of labels) done.push(printUnit(unit, label));
      continue;
    }
    const inner = open.filter((waiting) => waiting.level < level);
    const joined =
      first === undefined || inner.length === 0
        ? labels.map((label) => ({ level, address: printUnit(unit, label) }))
        : inner.map(({ address }) => ({ level, address: `${printUnit(unit, first)}, ${address}` }));
    const rest = open.filter((waiting) => waiting.level >= level);
    open = [...rest, ...joined];
    if (unit === 'điều') {
      done.push(...open.map(({ address }) => address));
      open = [];
    }
  }
  done.push(...open.map(({ address }) => (within === null ? address : `${within}, ${address}`)));
  return [...new Set(done)];
}

/** Units in the order they are written, each with its labels. */
function unitsOf(phrase: string): readonly { readonly unit: string; readonly labels: readonly string[] }[] {
  const found: { unit: string; labels: string[] }[] = [];
  for (const match of phrase.matchAll(new RegExp(String.raw`(?<![\p{L}])${UNIT}\s+`, 'giu'))) {
    const unit = (match[1] ?? '').toLowerCase().replace(/\s+/g, ' ').replace(/ số$/u, '');
    const label = LABELS[unit];
    if (label === undefined) continue;
    // Roman numbers are capitals, letters of points are small: the case of labels counts.
    const list = phrase
      .slice(match.index + match[0].length)
      .match(new RegExp(String.raw`^${label}(?:(?:\s*[,;]\s*|\s+và\s+|\s+đến\s+)${label})*`, 'u'));
    if (list !== null) found.push({ unit, labels: list[0].match(new RegExp(label, 'gu')) ?? [] });
  }
  return found;
}

function printUnit(unit: string, label: string): string {
  const name = unit === 'điểm' || unit === 'khoản' || unit === 'mục' ? unit : capitaliseFirst(unit);
  return `${name} ${label.replace(/^số\s+/u, '')}`;
}
