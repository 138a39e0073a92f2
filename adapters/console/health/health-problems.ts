import { LAGGING_MS } from '../../http/readiness.ts';
import type { ConsoleWords } from '../languages/words.ts';
import { durationInWords } from '../time-words.ts';
import type { Health } from './read-health.ts';

/** Renewal has failed for months when fewer days are left. */
const FEW_TOKEN_DAYS = 14;
/** A platform is asked again for ten minutes at most between two tries. */
const LATE_SENDING_MS = 10 * 60_000;

/** Everything that somebody has to do something about, a sentence each, the gravest first. */
export function healthProblems(health: Health, words: ConsoleWords): readonly string[] {
  const { fault, facts, index, channels, unreadable } = health;
  const { problems } = words.health;
  return [
    ...(fault === null ? [] : [words.storeFaults[fault]]),
    ...unreadable.map(({ name, kind }) => `${words.unreadable[kind]} (${name})`),
    ...(index.passages === 0 ? [problems.noIndex] : []),
    ...(index.refused === null ? [] : [problems.refusedIndex]),
    ...channels.flatMap(({ id, on, traces, tokenDaysLeft }) => {
      if (!on) return [];
      return [
        ...(traces.rests === null ? [] : [`${words.channels[id]}: ${words.healthRests[traces.rests]}.`]),
        ...(tokenDaysLeft === null || tokenDaysLeft >= FEW_TOKEN_DAYS ? [] : [problems.token(tokenDaysLeft)]),
      ];
    }),
    ...(facts !== null && facts.mail.oldestMs > LAGGING_MS
      ? [problems.late(durationInWords(facts.mail.oldestMs, words.times))]
      : []),
    ...(facts !== null && facts.sending.oldestMs > LATE_SENDING_MS
      ? [problems.lateSending(durationInWords(facts.sending.oldestMs, words.times))]
      : []),
  ];
}
