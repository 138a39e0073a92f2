import type { ReportTurn } from '../ports/report-rows.ts';
import { figuresOfTurn } from '../reporting/figures.ts';
import { OTHER_MATTER } from '../reporting/matter.ts';

/** Where people say thanks: more of it than usual is good news. */
export const THANKS = 'thanks';

/** How the streams of what happens at schools begin; the kind of incident follows. */
export const INCIDENT_STREAM = 'incident:';

const LEFT_OUT: readonly string[] = ['topic:none', 'topic:smalltalk', 'topic:injection', `matter:${OTHER_MATTER}`];

/** The streams in which the radar counts a turn: its matter, its topic, and thanks. */
export function streamsOfTurn(turn: ReportTurn): readonly string[] {
  const figures = figuresOfTurn(turn).filter((figure) => /^(?:topic|matter):/.test(figure));
  const isThanks = /\bthanks$/.test(turn.decidedBy);
  return [...figures.filter((figure) => !LEFT_OUT.includes(figure)), ...(isThanks ? [THANKS] : [])];
}
