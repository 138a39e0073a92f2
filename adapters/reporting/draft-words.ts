import { type Count, NO_COUNT } from '../../bot/reporting/figures.ts';
import { OTHER_MATTER } from '../../bot/reporting/matter.ts';
import type { ReportWords } from '../../bot/reporting/reports.ts';
import type { ReportSnapshot } from '../../bot/reporting/snapshot.ts';
import { FEWEST_SHOWN } from '../../bot/reporting/suppress.ts';
import { DRAFT_SENTENCES } from './draft-sentences.ts';
import { grouped } from './report-sections.ts';

/** Below this share of answered questions the documents lack something. */
const LOW_ANSWERED = 0.7;
const SURGE = 1.5;
const NAMED = 3;

/**
 * What the figures suggest to say, for people to edit before the report is approved. Counts of few people and what is
 * hidden elsewhere are not in it.
 */
export function draftWords(snapshot: ReportSnapshot): ReportWords {
  return { assessment: assessmentOf(snapshot).join('\n'), proposals: proposalsOf(snapshot).join('\n') };
}

function assessmentOf(snapshot: ReportSnapshot): readonly string[] {
  const { counts, before, matters, tickets } = snapshot;
  const all = counts['turns'] ?? NO_COUNT;
  if (all.people < FEWEST_SHOWN) return [DRAFT_SENTENCES.tooFew];
  const change = changeSince(before?.['turns'], all);
  const named = shownMatters(
    snapshot,
    matters.map(({ matter }) => matter),
    'matter:',
  );
  const missed = tickets['reply:missed'] ?? 0;
  const displeased = counts['mood:displeased'] ?? NO_COUNT;
  return [
    DRAFT_SENTENCES.volume(grouped(all.turns), grouped(all.people), change),
    ...(named.length === 0 ? [] : [DRAFT_SENTENCES.matters(named.join(', '))]),
    ...(displeased.people < FEWEST_SHOWN
      ? []
      : [DRAFT_SENTENCES.displeased(grouped(displeased.turns), changeSince(before?.['mood:displeased'], displeased))]),
    missed === 0 ? DRAFT_SENTENCES.allInTime : DRAFT_SENTENCES.missed(grouped(missed)),
  ];
}

/** By how many per cent turns changed; `null` where too few people stood there before. */
function changeSince(then: Count | undefined, now: Count): number | null {
  return then === undefined || then.people < FEWEST_SHOWN
    ? null
    : Math.round(((now.turns - then.turns) / then.turns) * 100);
}

function proposalsOf(snapshot: ReportSnapshot): readonly string[] {
  const { counts, before, unanswered, tickets, cases } = snapshot;
  const turnsOf = (figure: string) => counts[figure]?.turns ?? 0;
  const asked = turnsOf('outcome:answered') + turnsOf('outcome:abstained');
  const gaps = shownMatters(
    snapshot,
    unanswered.map(({ matter }) => matter),
    'unanswered:',
  );
  const grown = Object.entries(counts)
    .filter(([figure, { people }]) => figure.startsWith('matter:') && people >= FEWEST_SHOWN)
    .filter(([figure, { turns }]) => before !== null && turns >= SURGE * Math.max(20, before[figure]?.turns ?? 0))
    .map(([figure]) => figure.slice('matter:'.length))
    .slice(0, NAMED);
  const open = cases.filter(({ heat, state }) => heat === 'crisis' && state !== 'closed').length;
  const proposals = [
    ...(gaps.length === 0 ? [] : [DRAFT_SENTENCES.addDocuments(gaps.join(', '))]),
    ...(asked >= 50 && turnsOf('outcome:answered') < LOW_ANSWERED * asked ? [DRAFT_SENTENCES.lowAnswered] : []),
    ...(grown.length === 0 ? [] : [DRAFT_SENTENCES.publish(grown.join(', '))]),
    ...((tickets['reply:missed'] ?? 0) === 0 ? [] : [DRAFT_SENTENCES.staffing]),
    ...(open === 0 ? [] : [DRAFT_SENTENCES.openCrises(grouped(open))]),
  ];
  return proposals.length === 0 ? [DRAFT_SENTENCES.nothing] : proposals;
}

/** The leading matters that enough people asked about and that have a name. */
function shownMatters({ counts }: ReportSnapshot, matters: readonly string[], prefix: string): readonly string[] {
  return matters
    .filter((matter) => matter !== OTHER_MATTER && (counts[prefix + matter]?.people ?? 0) >= FEWEST_SHOWN)
    .slice(0, NAMED);
}
