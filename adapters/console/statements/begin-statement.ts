import type { WatchedRumour } from '../../../bot/radar/radar-state.ts';
import type { StatementKind } from '../../../bot/statements/statement.ts';
import type { WrittenStatement } from '../../../bot/statements/statement-changes.ts';
import { PROPOSED_WORDS } from '../../../bot/statements/statement-words.ts';
import { dayInVietnam } from '../../../knowledge/vietnam-day.ts';
import { VIETNAMESE } from '../languages/words.ts';
import { streamInWords } from '../radar/stream-words.ts';
import { STATED_STREAMS } from './statement-form.ts';
import { STATEMENTS } from './vietnamese.ts';

const DAY_MS = 24 * 3_600_000;
/** How long a statement lasts unless its writer says otherwise. */
const USUAL_MS = { holding: DAY_MS, refuted: 30 * DAY_MS, confirmed: 30 * DAY_MS } as const;

/**
 * A statement with the words and the end that are proposed for it. What citizens read is Vietnamese whoever begins it.
 * @param from the stream of the radar or the words that go round from which it is begun
 * @param at ms since epoch
 */
export function begunStatement(
  kind: StatementKind,
  from: { readonly stream: string | null; readonly rumour: WatchedRumour | null; readonly why?: string },
  at: number,
): WrittenStatement {
  const { stream, rumour, why = '' } = from;
  const about = rumour?.words ?? (stream === null ? STATEMENTS.about.nothing : streamInWords(stream, VIETNAMESE));
  return {
    kind,
    stream: stream !== null && STATED_STREAMS.includes(stream) ? stream : null,
    phrases: stream === null ? [] : placePhrases(stream),
    claim: rumour?.words ?? null,
    rumourId: rumour?.id ?? null,
    text: PROPOSED_WORDS[kind](about),
    sourceName: '',
    sourceDay: dayInVietnam(at),
    until: at + USUAL_MS[kind],
    why,
  };
}

/** Whether a statement can be about a stream: a matter, what people ask of rumours, a school or a ward. */
export function canBeStated(stream: string): boolean {
  return STATED_STREAMS.includes(stream) || placePhrases(stream).length > 0;
}

/** The key words by which messages about a school or a ward are known. */
function placePhrases(stream: string): readonly string[] {
  if (stream.startsWith('ward:')) return [streamInWords(stream, VIETNAMESE)];
  if (!stream.startsWith('school:')) return [];
  const school = streamInWords(stream, VIETNAMESE);
  const name = school.replace(/^(?:Mầm non|Tiểu học|THCS|THPT|Trường) /u, '');
  return [...new Set([school, `trường ${name}`])];
}
