import { followUp } from '../../knowledge/question/follow-up.ts';
import { readMessageText } from '../../knowledge/question/message-text.ts';
import { restoreDiacritics } from '../../knowledge/text/restore/restore-diacritics.ts';
import { areAlike, fingerprintOf } from '../radar/near-duplicates.ts';
import { matterOfQuestion } from '../reporting/matter.ts';
import type { Topic } from '../topics.ts';
import { wholeWords } from '../whole-words.ts';
import { type Statement, stateOf } from './statement.ts';

/** A message as statements are looked for. */
export interface StatedMessage {
  /** Its words, and those that they mean where it answers a question of ours. */
  readonly texts: readonly string[];
  /** The citizen's earlier messages, oldest first. */
  readonly earlier: readonly string[];
  /** What policy takes it for. */
  readonly topic: Topic | null;
}

/** The statement that answers a message now, or `null`. */
export type FindStatement = (message: StatedMessage) => Statement | null;

export const NOTHING_STATED: FindStatement = () => null;

/**
 * Finds among the statements that are said now: first what repeats a claim, then what holds key words, then the matter;
 * of two alike the one that was released last. A message that goes on about an earlier one is read with it, because the
 * documents would answer it so too.
 * @param at ms since epoch
 */
export function findStatements(statements: readonly Statement[], at: number): FindStatement {
  const said = statements
    .filter((one) => stateOf(one, at) === 'said')
    .toSorted((one, other) => (other.released?.at ?? 0) - (one.released?.at ?? 0));
  if (said.length === 0) return NOTHING_STATED;
  return (message) => {
    const readings = readingsOf(message);
    return (
      said.find(({ claim }) => claim !== null && readings.some((text) => repeats(text, claim))) ??
      said.find(({ phrases }) => readings.some((text) => holdsPhrase(text, phrases))) ??
      said.find(({ stream }) => stream !== null && isOfStream(readings, message.topic, stream)) ??
      null
    );
  };
}

/** Whether a message would be answered by a statement, whatever its state; for those who write one. */
export function isAbout(
  about: Pick<Statement, 'claim' | 'phrases' | 'stream'>,
  text: string,
  topic: Topic | null,
): boolean {
  const readings = readingsOf({ texts: [text], earlier: [], topic });
  const { claim, phrases, stream } = about;
  return (
    (claim !== null && readings.some((one) => repeats(one, claim))) ||
    readings.some((one) => holdsPhrase(one, phrases)) ||
    (stream !== null && isOfStream(readings, topic, stream))
  );
}

/** Parts of a set of key words that must all stand in a message. */
export function partsOfPhrase(phrase: string): readonly string[] {
  return phrase
    .split('+')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function readingsOf({ texts, earlier }: StatedMessage): readonly string[] {
  const read = (text: string) => readMessageText(text, restoreDiacritics).text;
  const written = texts.map(read);
  const before = earlier.map(read);
  const joined = written.flatMap((text) => followUp(text, before)?.standalone ?? []);
  return [...new Set([...texts, ...written, ...joined])];
}

function repeats(text: string, claim: string): boolean {
  const [one, other] = [fingerprintOf(text), fingerprintOf(claim)];
  return one !== null && other !== null && areAlike(one, other);
}

function holdsPhrase(text: string, phrases: readonly string[]): boolean {
  const words = wholeWords(text);
  return phrases.some((phrase) => {
    const parts = partsOfPhrase(phrase);
    return parts.length > 0 && parts.every((part) => words.includes(wholeWords(part)));
  });
}

function isOfStream(readings: readonly string[], topic: Topic | null, stream: string): boolean {
  if (stream.startsWith('topic:')) return stream === `topic:${topic}`;
  return readings.some((text) => stream === `matter:${matterOfQuestion(text)}`);
}
