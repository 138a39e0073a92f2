import type { ReadPlaces } from '../../knowledge/admission/read-places.ts';
import type { ReportTurn } from '../ports/report-rows.ts';
import { figuresOfTurn } from '../reporting/figures.ts';
import { isTrend } from '../reporting/is-trend.ts';
import { OTHER_MATTER } from '../reporting/matter.ts';

/** Where people say thanks: more of it than usual is good news. */
export const THANKS = 'thanks';

/** How the streams of what happens at schools begin; the kind of incident follows. */
export const INCIDENT_STREAM = 'incident:';

const LEFT_OUT: readonly string[] = ['topic:none', 'topic:smalltalk', 'topic:injection', `matter:${OTHER_MATTER}`];

/** Kinds of places in which messages are counted by the places that they name; `school:Tiểu học Kim Đồng`. */
export const PLACE_KINDS = ['school', 'ward', 'territory'] as const;

/**
 * The streams in which the radar counts a turn: its matter, its topic, the places that it names, and thanks. None for a
 * child in danger.
 */
export function streamsOfTurn(turn: ReportTurn, readPlaces: ReadPlaces): readonly string[] {
  if (!isTrend(turn)) return [];
  const figures = figuresOfTurn(turn).filter((figure) => /^(?:topic|matter):/.test(figure));
  const isThanks = /\bthanks$/.test(turn.decidedBy);
  const { schools, wards, territories } = readPlaces(turn.question);
  return [
    ...figures.filter((figure) => !LEFT_OUT.includes(figure)),
    ...schools.map((name) => `school:${name}`),
    ...wards.map((name) => `ward:${name}`),
    ...territories.map((name) => `territory:${name}`),
    ...(isThanks ? [THANKS] : []),
  ];
}
