import { findPersonalData } from '../../../knowledge/personal-data/find-personal-data.ts';
import { type PersonalKind, type PersonalSpan, PLACEHOLDERS } from '../../../knowledge/personal-data/kinds.ts';
import type { MarkedMessage } from './marked-messages.ts';

/** What became of the personal data of one kind, or of all. */
export interface SpanCounts {
  readonly marked: number;
  /** Marked pieces of which no letter and no digit is left to see. */
  readonly covered: number;
  readonly found: number;
  /** Found pieces of which at least two thirds are marked, as of their kind. */
  readonly right: number;
}

/** A message in which something was missed or taken for personal data that is none. */
export interface Slip {
  readonly message: string;
  readonly missed: readonly string[];
  readonly wrong: readonly string[];
}

const MARKED_SHARE = 2 / 3;

/** Counts by kind and over all kinds, and the messages that went wrong. */
export function countSpans(messages: readonly MarkedMessage[]): {
  readonly all: SpanCounts;
  readonly byKind: ReadonlyMap<PersonalKind, SpanCounts>;
  readonly slips: readonly Slip[];
} {
  const rows: { kind: PersonalKind; covered?: boolean; right?: boolean }[] = [];
  const slips: Slip[] = [];
  for (const { text, spans } of messages) {
    const found = findPersonalData(text);
    const words = ({ start, end, kind }: PersonalSpan) => `${kind}: ${text.slice(start, end)}`;
    const missed = spans.filter((span) => share(span, found, text) < 1);
    const wrong = found.filter(
      (span) =>
        share(
          span,
          spans.filter(({ kind }) => kind === span.kind),
          text,
        ) < MARKED_SHARE,
    );
    rows.push(...spans.map((span) => ({ kind: span.kind, covered: !missed.includes(span) })));
    rows.push(...found.map((span) => ({ kind: span.kind, right: !wrong.includes(span) })));
    if (missed.length + wrong.length > 0) {
      slips.push({ message: text, missed: missed.map(words), wrong: wrong.map(words) });
    }
  }
  const count = (of: typeof rows): SpanCounts => ({
    marked: of.filter(({ covered }) => covered !== undefined).length,
    covered: of.filter(({ covered }) => covered === true).length,
    found: of.filter(({ right }) => right !== undefined).length,
    right: of.filter(({ right }) => right === true).length,
  });
  const kinds = [...new Set(rows.map(({ kind }) => kind))].filter((kind) => kind in PLACEHOLDERS).sort();
  return {
    all: count(rows),
    byKind: new Map(kinds.map((kind) => [kind, count(rows.filter((row) => row.kind === kind))])),
    slips,
  };
}

/** The share of a span's letters and digits that lie in one of the others. */
function share(span: PersonalSpan, others: readonly PersonalSpan[], text: string): number {
  const units = Array.from({ length: span.end - span.start }, (_, index) => span.start + index).filter((at) =>
    /[\p{L}\d]/u.test(text.charAt(at)),
  );
  const inside = units.filter((at) => others.some(({ start, end }) => start <= at && at < end));
  return units.length === 0 ? 1 : inside.length / units.length;
}
