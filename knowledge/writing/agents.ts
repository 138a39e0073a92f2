import { AGENT_KINDS, AGENTS, DEEDS, DOERS } from './cue-words.ts';

/** Something that is done, and who does it. */
export interface Deed {
  readonly deed: string;
  /** The words behind it. */
  readonly behind: readonly string[];
  /** Who does it; `null` where the words do not tell. */
  readonly agent: string | null;
}

const REACH = 6;
/** Who does something stands at most so many words before it. */
const MOST_BETWEEN = 12;
/** Before whom something is done, and whose something is: they do nothing themselves. */
const NO_AGENT = /(?:^| )(?:cho|với|của|đến|tới|về|bằng|gồm|thành lập|triệu tập|bầu|cử|khi) $/u;
/** To whoever stands before these something is done. */
const PASSIVE = / (?:được|bị) /u;

const alternatives = (phrases: readonly string[]) => phrases.toSorted((a, b) => b.length - a.length).join('|');
const NAMES = new Map(AGENTS.flatMap((row) => row.map((name) => [name, row[0] ?? name] as const)));
const AGENT = new RegExp(
  `(?<= )(?:${alternatives([...NAMES.keys()])}|(?:${alternatives(AGENT_KINDS)}) \\S+)(?= )`,
  'gu',
);
const DEED = new RegExp(`(?<= )(?:${alternatives(DEEDS)})(?= )`, 'gu');

/** Hold what is done, and name a thing: «quá trình», «tổ chức, cá nhân». */
const NOUNS =
  /(?<= )(?:(?:quá|chương|quy|lộ|tờ|công|giáo) trình|trình (?:độ|tự|bày)|(?:cơ quan|đại diện|các|những|cá nhân) tổ chức|tổ chức (?:đảng|đoàn|chính trị|xã hội|cá nhân|kinh tế|quốc tế|nghề nghiệp|công đoàn))(?= )/gu;

/** What is done in words that `spaced` gave. */
export function deedsIn(words: string): readonly Deed[] {
  // «cơ sở giáo dục» is no «sở giáo dục», and «theo quy định» names nobody.
  const plain = words
    .replaceAll(' cơ sở ', ' cơ-sở ')
    .replaceAll(' theo quy định ', ' ¦ ')
    .replace(NOUNS, (noun) => noun.replaceAll(' ', '-'));
  // «theo đề nghị của hội đồng» is done by whoever stands behind it.
  const found = [...plain.matchAll(DEED)].filter(
    ({ 0: deed, index }) => !plain.startsWith(' của ', index + deed.length),
  );
  const agents = found.length === 0 ? [] : [...plain.matchAll(AGENT)];
  return found.map(({ 0: deed, index }) => ({
    deed,
    behind: plain
      .slice(index + deed.length + 1)
      .split(' ')
      .slice(0, REACH),
    agent: agentBefore(plain, index, agents),
  }));
}

function agentBefore(words: string, at: number, agents: readonly RegExpExecArray[]): string | null {
  const near = agents.findLast(({ 0: name, index }) => {
    const before = ` ${words.slice(Math.max(0, index - 12), index).trim()} `;
    return index + name.length <= at && !NO_AGENT.test(before);
  });
  if (near === undefined) return null;
  const between = words.slice(near.index + near[0].length, at);
  if (PASSIVE.test(between) || between.split(' ').length > MOST_BETWEEN) return null;
  const known = NAMES.get(near[0]);
  if (known !== undefined) return known;
  const [kind = near[0]] = AGENT_KINDS.filter((one) => near[0].startsWith(`${one} `));
  return isNameless(words.slice(near.index + kind.length + 1)) ? kind : near[0];
}

const NO_NAME =
  /^(?:¦|do|có|là|được|họp|của|và|gồm|phải|không|này|trong|để|đã|sẽ|vào|cho|theo|tại|khi|đối|bằng|từ|\d\S*)(?= |$)/u;
const BEGINS_DEED = new RegExp(`^(?:${alternatives(DEEDS)})(?= )`, 'u');

/** Whether the words behind «hội đồng» give it no name: «Hội đồng sẽ xem xét …». */
export function isNameless(behind: string): boolean {
  return NO_NAME.test(behind) || BEGINS_DEED.test(behind);
}

/** Whether one who does something may be meant by a name: a short one («Hội đồng»), or that of who asks for them. */
export function isCalled(agent: string, name: string): boolean {
  const isShort = AGENT_KINDS.includes(name) && agent.startsWith(`${name} `);
  const asks = DOERS.some(({ names, meant }) => names.some((one) => NAMES.get(one) === name) && meant.includes(agent));
  return agent === name || isShort || asks;
}

/** How many words stand behind both in the same order, from the first. */
export function alikeBehind(one: Deed, other: Deed): number {
  const differs = one.behind.findIndex((word, index) => word !== other.behind[index]);
  return differs < 0 ? one.behind.length : differs;
}
