import { trustedHeadings, trustedParts, type WritingSource } from './source-facts.ts';

/** Addresses on the net and of mail, as texts write them. */
const LINK = /(?:https?:\/\/|www\.)[^\s<>"“”]+[^\s<>"“”.,;:)\]]|[\p{L}\d._+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/giu;

/** The links of passages, each once: what a model is given a token for instead, `[L1]` for the first. */
export function linksIn(sources: readonly WritingSource[]): readonly string[] {
  const texts = sources.flatMap(({ passage }) => [
    ...trustedHeadings(passage),
    ...trustedParts(passage).flatMap(({ text, alone = '' }) => [text, alone]),
  ]);
  return [...new Set(texts.flatMap((text): readonly string[] => text.match(LINK) ?? []))];
}

/** A text with tokens in place of its links. */
export function hideLinks(text: string, links: readonly string[]): string {
  return text.replace(LINK, (link) => (links.includes(link) ? `[L${links.indexOf(link) + 1}]` : link));
}

/** A text with links in place of the tokens that stand for them; others stay. */
export function showLinks(text: string, links: readonly string[]): string {
  return text.replace(/\[L(\d+)\]/gu, (token, number) => links[Number(number) - 1] ?? token);
}
