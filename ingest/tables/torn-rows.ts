import { rowNumber } from './row-number.ts';

type Row = readonly string[];

/**
 * Parts rows that were printed as one: where a row `9` is followed by `9.2` and its own words hold `9.1` (or `9 1`),
 * its words up to there name the section and the rest is the row `9.1` with the amounts.
 */
export function mendRows(rows: readonly Row[]): readonly Row[] {
  return rows.flatMap((row, index) => {
    const number = rowNumber(row[0] ?? '');
    if (number === null || rowNumber(rows[index + 1]?.[0] ?? '') !== `${number}.2`) return [row];
    const label = row[1] ?? '';
    const match = label.match(new RegExp(`^(.+?)\\s+(${number.replaceAll('.', '\\.')}[ .]1)\\s+(\\S.*)$`, 'u'));
    if (match === null) return [row];
    const [, section = '', child = '', own = ''] = match;
    return [
      [row[0] ?? '', section, ...row.slice(2).map(() => '')],
      [child, own, ...row.slice(2)],
    ];
  });
}
