import type { Relation } from '../knowledge/document.ts';
import { fold } from '../knowledge/text/normalise.ts';
import { NUMBER } from './document-number.ts';

const GUIDES =
  /(?:quy\s+định\s+chi\s+tiết|hướng\s+dẫn|biện\s+pháp\s+thi\s+hành)[^;]*?\s(?:của\s+|thực\s+hiện\s+|thi\s+hành\s+|thực\s+hiện\s+một\s+số\s+điều\s+của\s+)(?=(?:Luật|Bộ luật|Nghị|Thông|Quyết|Pháp lệnh))/iu;

/**
 * What a document explains, by its title: «Quy định chi tiết một số điều của Luật Giáo dục», «Hướng dẫn thực hiện Nghị
 * quyết số …». A law named without its number gets the one that the legal basis gives it.
 * @param lines the whole text
 */
export function guidesInTitle(title: string, lines: readonly string[]): readonly Relation[] {
  const match = title.match(GUIDES);
  if (match?.index === undefined) return [];
  const object = title.slice(match.index + match[0].length);
  const number = object.match(new RegExp(`^[^;]{0,80}?(${NUMBER.source})`, 'u'))?.[1] ?? null;
  const name =
    object.match(/^(?:Bộ luật|Luật)\s+\p{L}[\p{L} -]*?(?=\s+(?:về|đối với|trong|trên|năm)\s|[,;.(]|$)/iu)?.[0].trim() ??
    null;
  const known = number ?? (name === null ? null : (lawNumbers(lines).get(fold(name)) ?? null));
  if (known === null && name === null) return [];
  const parts = /một\s+số\s+(?:điều|nội\s+dung)/iu.test(title) ? [] : null;
  return [
    {
      kind: 'guides',
      number: known,
      name: known === null ? name : null,
      issuedOn: null,
      territory: null,
      parts,
      from: null,
      origin: 'text',
    },
  ];
}

/** Numbers of laws by their names in the legal basis: `luat giao duc` → `43/2019/QH14`. */
function lawNumbers(lines: readonly string[]): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>();
  for (const line of lines) {
    for (const [, name, number] of line.matchAll(
      new RegExp(String.raw`((?:Bộ luật|Luật)\s+\p{Lu}[\p{L} -]{2,60}?)\s+số\s+\[?(${NUMBER.source})`, 'gu'),
    )) {
      if (name !== undefined && number !== undefined && !numbers.has(fold(name))) numbers.set(fold(name), number);
    }
  }
  return numbers;
}
