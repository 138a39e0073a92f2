import { namesAll } from './lines.ts';
import { isNumber } from './marked-words.ts';
import { listKey, withoutMark } from './passage-statements.ts';
import { retell } from './same-words.ts';
import { type SourceFacts, type SourceStatement, tellingOf } from './source-facts.ts';

/** Share of a sentence's telling words that the statements it means must hold. */
const LEAST_HELD = 0.6;
/** So many of the words that are left a further statement must hold: one of the same list, one with a number, and any other. */
const LEAST_FURTHER = { ofList: 2, withNumber: 2, words: 3, share: 0.25 };
/** Share of the neighbouring words of an item that a sentence must hold to say it beside others of its list. */
const SAYS_ITEM = 0.6;
const MOST_STATEMENTS = 12;
/** A sentence is quoted as a whole up to this length, in characters; of a longer one, the clause that is meant. */
const LONGEST_SENTENCE = 400;
/** A list that names all there is is quoted as a whole up to this length. */
const LONGEST_LIST = 700;

/** The statements of a source that a sentence means, in their order; none where they hold too little of what it says. */
export function meantStatements(sentence: string, facts: SourceFacts): readonly SourceStatement[] {
  const { telling, pairs } = tellingOf(retell(sentence, facts));
  const statements = facts.statements.filter(isReadAlone);
  const isAround = (word: string) => facts.around.has(word);
  const chosen: SourceStatement[] = [];
  let left = [...telling];
  let leftPairs = [...pairs];
  while (chosen.length < MOST_STATEMENTS) {
    const found = nearest(left, leftPairs, statements);
    const held = left.filter((word) => found?.telling.has(word));
    if (found === undefined || held.length < leastOf(found, held, chosen, telling.size)) break;
    chosen.push(found);
    left = left.filter((word) => !found.telling.has(word));
    leftPairs = leftPairs.filter((pair) => !found.pairs.has(pair));
  }
  const isMeant = chosen.length > 0 && left.filter((word) => !isAround(word)).length <= (1 - LEAST_HELD) * telling.size;
  const meant = [...chosen, ...statements.filter((one) => isItemOf(one, chosen, pairs))];
  return isMeant ? facts.statements.filter((one) => meant.includes(one)) : [];
}

/** «…:» and «hoặc …» say nothing without what stands beside them. */
function isReadAlone({ text, head }: SourceStatement): boolean {
  return !/:\s*$/u.test(text) && !/^(?:hoặc|và|nhưng)\s/iu.test(text.slice(head.length));
}

/** Whether a sentence says an item of a list of which it says another. */
function isItemOf(one: SourceStatement, chosen: readonly SourceStatement[], pairs: ReadonlySet<string>): boolean {
  if (one.head === '' || !chosen.some(({ head }) => head === one.head)) return false;
  const own = [...tellingOf(one.text.slice(one.head.length)).pairs];
  return own.length > 0 && own.filter((pair) => pairs.has(pair)).length >= SAYS_ITEM * own.length;
}

function leastOf(
  found: SourceStatement,
  held: readonly string[],
  chosen: readonly SourceStatement[],
  words: number,
): number {
  if (chosen.length === 0) return 1;
  if (chosen.some(({ line }) => line === found.line)) return LEAST_FURTHER.ofList;
  return held.some(isNumber) ? LEAST_FURTHER.withNumber : Math.max(LEAST_FURTHER.words, LEAST_FURTHER.share * words);
}

/** The statement that holds most of the words, and of several most of the pairs; the first of those. */
function nearest(
  words: readonly string[],
  pairs: readonly string[],
  statements: readonly SourceStatement[],
): SourceStatement | undefined {
  const scored = statements.map((one) => ({
    one,
    score: words.filter((word) => one.telling.has(word)).length + pairs.filter((pair) => one.pairs.has(pair)).length,
  }));
  const most = Math.max(0, ...scored.map(({ score }) => score));
  return scored.find(({ score }) => score === most)?.one;
}

/**
 * Statements in their own words, one after the other; those of one list behind what leads up to it, one that names all
 * there is as a whole. «(…)» tells that items or clauses are left out.
 */
export function quote(statements: readonly SourceStatement[], { statements: all }: SourceFacts): string {
  const heads = [...new Set(statements.map(listKey))];
  return heads
    .map((key) => {
      const isOf = (one: SourceStatement) => listKey(one) === key;
      return listOf(statements.filter(isOf), all.filter(isOf).filter(isReadAlone));
    })
    .join(' ');
}

function listOf(meant: readonly SourceStatement[], all: readonly SourceStatement[]): string {
  const [{ head }] = meant as [SourceStatement];
  const wholes = (some: readonly SourceStatement[]) => [...new Set(some.map(({ whole }) => whole))];
  const itemsOf = (some: readonly SourceStatement[]) =>
    wholes(some)
      .map((whole) => itemOf(whole, some, all).slice(head.length))
      .map((item) => unended(withoutMark(item)));
  const every = itemsOf(all);
  const isShort = head.length + every.join('; ').length <= LONGEST_LIST;
  const isAll = namesAll(head) && isShort;
  const isCut =
    head !== '' &&
    ((!isAll && wholes(meant).length < wholes(all).length) ||
      (namesAll(head) && all.some(({ isOfOpenList }) => isOfOpenList)));
  return sentenceOf(`${head}${(isAll ? every : itemsOf(meant)).join('; ')}${isCut ? `; ${CUT}` : ''}`);
}

/** Stands where something is left out. */
const CUT = '(…)';

/** A sentence; of a long one its beginning, which says whose it is, and the clauses that are meant. */
function itemOf(whole: string, meant: readonly SourceStatement[], all: readonly SourceStatement[]): string {
  if (whole.length <= LONGEST_SENTENCE) return whole;
  const clauses = all.filter((one) => one.whole === whole);
  const said = clauses.filter((clause, index) => index === 0 || meant.includes(clause));
  return said
    .map((clause, index) => {
      const isNext = index === 0 || clauses.indexOf(clause) === clauses.indexOf(said[index - 1] as SourceStatement) + 1;
      const own = unended(index === 0 ? clause.text : clause.text.slice(clause.head.length));
      return isNext ? own : `${CUT}; ${own}`;
    })
    .join('; ')
    .concat(said.at(-1) === clauses.at(-1) ? '' : `; ${CUT}`);
}

function unended(words: string): string {
  return words.replace(/[\s,;:.]+$/u, '');
}

/** Opens what is not quoted with it. */
const LEADS_ON = /(?:,?\s*(?:trong đó|cụ thể|như sau|sau đây|bao gồm|gồm))?[\s,;:.]*$/iu;
/** Leads on from what is not quoted before it. */
const LEADS_IN = /^(?:trong đó|cụ thể|đồng thời|ngoài ra|tuy nhiên)[\s,:]+/iu;

function sentenceOf(words: string): string {
  const plain = withoutMark(words)
    .replace(/(?:; \(…\))+/gu, '; (…)')
    .replace(/\*+/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(LEADS_ON, '')
    .replace(LEADS_IN, '')
    .trim();
  return `${plain.charAt(0).toUpperCase()}${plain.slice(1)}.`;
}
