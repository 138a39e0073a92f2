import { numberKey } from '../document-links.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import { type Question, readQuestion } from '../question/question.ts';
import { matterOf } from '../question/topics.ts';
import type { QuestionEncoder } from '../retrieval/encoder.ts';
import { matchParts } from '../retrieval/part-matches.ts';
import type { Scope } from '../retrieval/quotable.ts';
import { type Hit, retrieve } from '../retrieval/retrieve.ts';
import { provinceOf, territoriesAskedFor } from '../territories.ts';
import type { Writing } from '../writing/written-answer.ts';
import {
  type AnsweredPart,
  composeParts,
  groundedReply,
  MAX_QUOTE,
  type Related,
  type Source,
} from './compose-reply.ts';
import { judgeAnswer } from './confidence.ts';
import { extractAnswer, findAskedRow, gistOf } from './extract.ts';
import { type OpenPoint, openPoint } from './open-point.ts';
import { isNearlyAsNear, otherMatters } from './other-matters.ts';

/**
 * Why there is no answer: nothing is sure enough, the rules of another place are asked for, a document is named that
 * the collection does not hold, a figure of the reply stands in no source, or the message is not in Vietnamese.
 */
export type UnknownReason = 'unsure' | 'elsewhere' | 'no-such-document' | 'ungrounded' | 'other-language';

/** What the documents give for a message. "I don't know" is a value. */
export type Answer =
  | {
      readonly kind: 'answered';
      readonly text: string;
      /**
       * What the reply quotes, in its order: the best passage, and the next one where the two are close; or one for
       * each answered question of several.
       */
      readonly sources: readonly [Source, ...Source[]];
      /** Passages that the reply tells in a line or two without quoting them whole: what else could be meant, best first. */
      readonly related: readonly Related[];
      /** Of several questions, those that nothing answers, in words of ours. */
      readonly unanswered: readonly string[];
      /** What became of it with a model that was to put it into words; absent where none is set. */
      readonly writing?: Writing;
      readonly confidence: number;
      readonly hits: readonly Hit[];
    }
  | {
      /** The answer hangs on a point that the question leaves open. */
      readonly kind: 'unclear';
      readonly point: OpenPoint;
      readonly confidence: number;
      readonly hits: readonly Hit[];
    }
  | {
      readonly kind: 'unknown';
      readonly reason: UnknownReason;
      readonly confidence: number;
      readonly hits: readonly Hit[];
    };

/** A question with its passages, best first. */
interface Searched {
  readonly question: Question;
  readonly hits: readonly Hit[];
  /** How well each part of a hit's passage matches the question; `null` where the model gives no vectors of tokens. */
  readonly matchesOf: (hit: Hit) => readonly number[] | null;
}

/**
 * Answers from the passages alone, or says that nothing is sure enough. Several questions of one message are answered
 * one by one in their order, unless one passage answers them all.
 * @param encoder searches by meaning too when it made the passages' vectors; `null` searches by words alone
 * @param earlier the citizen's earlier messages of this conversation, oldest first
 * @param mayAsk whether a question that leaves a decisive point open may come back as `unclear`
 */
export async function answerQuestion(
  base: KnowledgeBase,
  encoder: QuestionEncoder | null,
  message: string,
  earlier: readonly string[],
  scope: Scope,
  mayAsk = false,
): Promise<Answer> {
  const whole = await search(base, encoder, message, earlier, scope);
  const { parts } = whole.question;
  if (parts.length === 1) return answerOne(base, whole, scope, mayAsk);
  const searched = await Promise.all(parts.map((part) => search(base, encoder, part, [], scope)));
  return answerParts(base, searched, scope) ?? answerOne(base, whole, scope, mayAsk);
}

/**
 * Quotes the best passage with its source. Where it is not clear that it is needed, says so, quotes the next one too if
 * that is nearly as near, and names further ones; behind one quote it tells in a line or two what they say.
 */
function answerOne(base: KnowledgeBase, searched: Searched, scope: Scope, mayAsk: boolean): Answer {
  const { question, hits } = searched;
  const judged = judge(base, searched, scope);
  const { confidence } = judged;
  const point = mayAsk ? pointToAsk(question, judged) : null;
  if (point !== null) return { kind: 'unclear', point, confidence, hits };
  if (judged.kind === 'unknown') return judged;
  const { hit, clear } = judged;
  const others = clear
    ? []
    : otherMatters(
        hit,
        hits.slice(1).filter((other) => !answersForElsewhere(question, other, scope)),
      );
  const rival = others.find((other) => isNearlyAsNear(other, hit));
  const first = quote(base, searched, hit, MAX_QUOTE);
  const second = rival && quote(base, searched, rival, MAX_SECOND_QUOTE);
  const related = others
    .filter((other) => other !== rival)
    .slice(0, rival === undefined ? MOST_OTHERS : MOST_OTHERS - 1)
    .map((other) => (rival === undefined ? tellInShort(base, searched, other) : nameOnly(base, searched, other)));
  const sources: [Source, ...Source[]] = second === undefined ? [first] : [first, second];
  const text = groundedReply(sources, related, others.length === 0, scope);
  if (text === null) return { kind: 'unknown', reason: 'ungrounded', confidence, hits };
  return { kind: 'answered', text, sources, related, unanswered: [], confidence, hits };
}

/** Each question's best passage; `null` when no question has one, or all have the same. */
function answerParts(base: KnowledgeBase, searched: readonly Searched[], scope: Scope): Answer | null {
  const room = MAX_QUOTE_OF_PARTS / searched.length;
  const judged = searched.map((one) => ({ one, judged: judge(base, one, scope) }));
  const parts = judged.map(({ one, judged }, index): AnsweredPart => {
    const source = judged.kind === 'unknown' ? null : quote(base, one, judged.hit, room);
    const about = matterOf(one.question.text) ?? `câu hỏi thứ ${index + 1}`;
    return { about, source: source !== null && groundedReply([source], [], true, scope) !== null ? source : null };
  });
  const [first, ...others] = parts.flatMap(({ source }) => source ?? []);
  if (first === undefined) return null;
  const unanswered = parts.flatMap(({ about, source }) => (source === null ? [about] : []));
  if (unanswered.length === 0 && others.every(({ hit }) => hit.passage.id === first.hit.passage.id)) return null;
  return {
    kind: 'answered',
    text: composeParts(parts, scope),
    sources: [first, ...others],
    related: [],
    unanswered,
    confidence: Math.min(...judged.flatMap(({ judged }) => (judged.kind === 'unknown' ? [] : [judged.confidence]))),
    hits: takeTurns(searched.map(({ hits }) => hits)),
  };
}

type Judged =
  | {
      readonly kind: 'found';
      readonly hit: Hit;
      readonly clear: boolean;
      readonly confidence: number;
      readonly hits: readonly Hit[];
    }
  | Extract<Answer, { kind: 'unknown' }>;

/** The passage that answers, or why none does. */
function judge(base: KnowledgeBase, { question, hits }: Searched, scope: Scope): Judged {
  const unknown = (reason: UnknownReason, confidence: number) =>
    ({ kind: 'unknown', reason, confidence, hits }) as const;
  if (question.language === 'other') return unknown('other-language', 0);
  if (namesMissingDocument(question, base)) return unknown('no-such-document', 0);
  const hit = hits[0];
  if (hit === undefined) return unknown('unsure', 0);
  const { confidence, sure, clear } = judgeAnswer(question, hits, base.lexical);
  if (!sure) return unknown('unsure', confidence);
  if (answersForElsewhere(question, hit, scope)) return unknown('elsewhere', confidence);
  return { kind: 'found', hit, clear, confidence, hits };
}

/** Below this the passages have too little to do with the question to ask which of them is meant. */
const ASK_FROM = 0.2;

/** Where passages for different levels are as near, or where nothing else is sure enough. */
function pointToAsk(question: Question, judged: Judged): OpenPoint | null {
  if (judged.kind === 'found') return judged.clear ? null : openPoint(question, judged.hits, 'all');
  const undecided = judged.reason === 'unsure' && judged.confidence >= ASK_FROM;
  return undecided ? openPoint(question, judged.hits, 'some') : null;
}

function quote(
  base: KnowledgeBase,
  { question, matchesOf }: Searched,
  hit: Hit,
  room: number,
  matches = matchesOf(hit),
): Source {
  return {
    hit,
    extract: extractAnswer(hit.passage, question, base.lexical, room, matches),
    row: findAskedRow(hit.passage, question, base.lexical),
  };
}

function tellInShort(base: KnowledgeBase, searched: Searched, hit: Hit): Related {
  const matches = searched.matchesOf(hit);
  const source = quote(base, searched, hit, MAX_SECOND_QUOTE, matches);
  const gist = source.row?.alone ?? gistOf(hit.passage, searched.question, base.lexical, matches);
  return { ...source, gist };
}

/** Two quotes fill a screen by themselves. */
function nameOnly(base: KnowledgeBase, searched: Searched, hit: Hit): Related {
  return { ...quote(base, searched, hit, MAX_SECOND_QUOTE), gist: null };
}

const MAX_SECOND_QUOTE = 400;
/** Passages that a reply quotes or tells behind the first: the first four hold the right one in nine of ten questions. */
const MOST_OTHERS = 3;
/** Together: several questions still make one reply. */
const MAX_QUOTE_OF_PARTS = 1_000;
const MOST_HITS = 10;

/** The best of every list, then the second of each, without repetition. */
function takeTurns(lists: readonly (readonly Hit[])[]): readonly Hit[] {
  const longest = Math.max(...lists.map((list) => list.length));
  const inTurn = Array.from({ length: longest }, (_, rank) => lists.flatMap((list) => list[rank] ?? [])).flat();
  return [...new Map(inTurn.map((hit) => [hit.passage.id, hit])).values()].slice(0, MOST_HITS);
}

const NAMED_NUMBER = /\d{1,5}\s?\/\s?(?:\d{4}\s?\/\s?)?[\p{L}]+\d*(?:\s?-\s?[\p{L}]+)*/gu;

/** Whether the question names a document by its number and the collection does not hold it: nobody may confirm it. */
function namesMissingDocument(question: Question, base: KnowledgeBase): boolean {
  const named = (question.text.match(NAMED_NUMBER) ?? [])
    .filter((number) => /\/\s?\d{4}\s?\/|-/u.test(number))
    .map(numberKey);
  if (named.length === 0) return false;
  const held = new Set(
    [...base.documents.values()].flatMap((document) =>
      document.number === null || document.withdrawn ? [] : [numberKey(document.number)],
    ),
  );
  return named.some((number) => !held.has(number));
}

/** Whether the question asks for the rules of another place and the passage is not from there. */
function answersForElsewhere(question: Question, hit: Hit, scope: Scope): boolean {
  const places = territoriesAskedFor(question.standalone).filter((place) => place !== provinceOf(scope.territory));
  return places.length > 0 && !places.includes(provinceOf(hit.document.territory) ?? '');
}

/** Reads a message and finds its passages, best first. */
export async function search(
  base: KnowledgeBase,
  encoder: QuestionEncoder | null,
  message: string,
  earlier: readonly string[],
  scope: Scope,
): Promise<Searched> {
  const question = readQuestion(message, earlier, base);
  const comparable = encoder !== null && base.vectors?.model === encoder.model;
  const encoded = comparable ? await encoder.encodeQuestion(question.spelledAsCollection) : null;
  const hits = retrieve(base, question, encoded, scope);
  return { question, hits, matchesOf: (hit) => matchParts(base, encoded, hit) };
}
