/**
 * Measures of answer quality. Text is compared after NFC, lower case and collapsed spaces; a hit or citation is right
 * when it is of the gold document and holds enough of the gold quote's tokens, counted as a multiset.
 */

const HIT_SHARE = 0.8;
const CITATION_SHARE = 0.5;
const HIT_CHARACTERS = 2000;
const QUOTE_CHARACTERS = 1000;
const REPLY_CHARACTERS = 1500;

export interface Gold {
  readonly doc: string;
  readonly quote: string;
}

/** Rank (1-based) of the first right hit among the first ten, or `null`. */
export function rankOfGold(
  hits: readonly { readonly file: string; readonly text: string }[],
  gold: readonly Gold[],
): number | null {
  const index = hits
    .slice(0, 10)
    .findIndex((hit) =>
      gold.some(
        (item) => sameDocument(hit.file, item.doc) && holds(hit.text.slice(0, HIT_CHARACTERS), item.quote, HIT_SHARE),
      ),
    );
  return index === -1 ? null : index + 1;
}

/** Whether any citation is right. */
export function citesGold(
  citations: readonly { readonly file: string; readonly quote: string }[],
  gold: readonly Gold[],
): boolean {
  return citations.some((citation) =>
    gold.some(
      (item) =>
        sameDocument(citation.file, item.doc) &&
        holds(citation.quote.slice(0, QUOTE_CHARACTERS), item.quote, CITATION_SHARE),
    ),
  );
}

/** How many of the facts stand in the reply. */
export function factsIn(reply: string, facts: readonly string[]): number {
  const text = plain(reply.slice(0, REPLY_CHARACTERS));
  return facts.filter((fact) => text.includes(plain(fact))).length;
}

/** Strings that a reply must not contain but does. */
export function violations(reply: string, mustNot: readonly string[]): readonly string[] {
  const text = plain(reply);
  return mustNot.filter((forbidden) => text.includes(plain(forbidden)));
}

/** Lower case, NFC, single spaces. */
export function plain(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

function sameDocument(file: string, doc: string): boolean {
  const stem = (name: string) => name.normalize('NFC').replace(/\.[^.]+$/, '');
  return stem(file) === stem(doc);
}

function holds(text: string, quote: string, share: number): boolean {
  const available = new Map<string, number>();
  for (const token of words(text)) available.set(token, (available.get(token) ?? 0) + 1);
  const wanted = words(quote);
  let found = 0;
  for (const token of wanted) {
    const left = available.get(token) ?? 0;
    if (left > 0) {
      available.set(token, left - 1);
      found += 1;
    }
  }
  return wanted.length > 0 && found / wanted.length >= share;
}

function words(text: string): string[] {
  return plain(text).match(/[\p{L}\p{M}\p{N}]+(?:[.,/-][\p{L}\p{N}]+)*/gu) ?? [];
}
