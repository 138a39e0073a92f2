import type { Leftover } from '../leftovers.ts';
import type { Section } from './sections.ts';

/**
 * Words before the first unit introduce a document and are no rule where it has articles or they announce it.
 * In a letter they are what it says; before the units of one they are its opening.
 */
export function withPreamble(
  sections: readonly Section[],
  leftovers: readonly Leftover[],
): { readonly sections: readonly Section[]; readonly leftovers: readonly Leftover[] } {
  const [first, ...rest] = sections;
  if (first === undefined || rest.length === 0 || first.headings.length > 0) return { sections, leftovers };
  const parts = first.groups.flat();
  if (parts.some((part) => part.address !== '')) return { sections, leftovers };
  const body = rest.filter((section) => section.groups.flat().some((part) => !isAnnexed(part.address)));
  const hasArticles = body.some((section) => section.groups.flat().some((part) => /^Điều \d/u.test(part.address)));
  const set = hasArticles ? parts : body.length > 0 ? parts.filter((part) => /ban hành.*:$/u.test(part.text)) : [];
  const kept = parts.filter((part) => !set.includes(part));
  const opening = body.length > 0 ? 'Phần mở đầu' : '';
  return {
    sections: [
      ...(kept.length === 0 ? [] : [{ ...first, groups: kept.map((part) => [{ ...part, address: opening }]) }]),
      ...rest,
    ],
    leftovers: [...leftovers, ...set.map((part): Leftover => ({ kind: 'preamble', text: part.text }))],
  };
}

function isAnnexed(address: string): boolean {
  return address === '' || /^(?:Phụ lục|Mẫu|Bảng|Danh mục)/u.test(address);
}
