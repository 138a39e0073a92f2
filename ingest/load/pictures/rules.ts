import { type GreyPicture, inkOf, type Rectangle } from './grey-picture.ts';

/** Drawn lines of a page; rectangles as thick as the ink. */
export interface Rules {
  readonly across: readonly Rectangle[];
  readonly down: readonly Rectangle[];
}

/** Shorter runs of ink (inches) are strokes of letters. */
const LEAST_ACROSS = 0.6;
const LEAST_DOWN = 0.3;
/** Gaps that scanning leaves in a rule, and how far its ends may stray, inches. */
const GAP = 0.02;
/** Thicker bars (inches) are pictures or headings on black. */
const MAX_THICKNESS = 0.06;

/** Finds the rules of a level page: long, thin, straight runs of ink. */
export function findRules(picture: GreyPicture): Rules {
  const ink = inkOf(picture);
  const { width, height, dpi } = picture;
  const across = findRuns(ink, { length: width, count: height, along: 1, next: width }, dpi, LEAST_ACROSS);
  const down = findRuns(ink, { length: height, count: width, along: width, next: 1 }, dpi, LEAST_DOWN);
  return {
    across: across.map((run) => ({ left: run.start, right: run.end, top: run.first, bottom: run.last + 1 })),
    down: down.map((run) => ({ top: run.start, bottom: run.end, left: run.first, right: run.last + 1 })),
  };
}

/** How to walk over the ink: `count` lanes of `length` pixels. */
interface Lanes {
  readonly length: number;
  readonly count: number;
  readonly along: number;
  readonly next: number;
}

interface Run {
  start: number;
  end: number;
  first: number;
  last: number;
}

/** Runs in neighbouring lanes that touch are one rule, so that a rule a little off level is found whole. */
function findRuns(ink: Uint8Array, lanes: Lanes, dpi: number, least: number): readonly Run[] {
  const gap = Math.max(2, Math.round(GAP * dpi));
  // Half a rule's length in one lane is enough: a slight tilt spreads it over several.
  const shortest = Math.round((least * dpi) / 2);
  const open: Run[] = [];
  const found: Run[] = [];
  for (let lane = 0; lane < lanes.count; lane += 1) {
    for (const { start, end } of runsOfLane(ink, lanes, lane, gap, shortest)) {
      const touching = open.filter((run) => run.last >= lane - 2 && run.start <= end + gap && run.end >= start - gap);
      const [first, ...others] = touching;
      if (first === undefined) {
        open.push({ start, end, first: lane, last: lane });
        continue;
      }
      for (const other of others) {
        first.start = Math.min(first.start, other.start);
        first.end = Math.max(first.end, other.end);
        first.first = Math.min(first.first, other.first);
        open.splice(open.indexOf(other), 1);
      }
      first.start = Math.min(first.start, start);
      first.end = Math.max(first.end, end);
      first.last = lane;
    }
    for (let index = open.length - 1; index >= 0; index -= 1) {
      const run = open[index];
      if (run !== undefined && run.last < lane - 2) found.push(...open.splice(index, 1));
    }
  }
  const thickest = MAX_THICKNESS * dpi;
  return [...found, ...open].filter(
    (run) => run.end - run.start >= least * dpi && run.last - run.first + 1 <= thickest + (run.end - run.start) / 200,
  );
}

function runsOfLane(ink: Uint8Array, lanes: Lanes, lane: number, gap: number, shortest: number) {
  const runs: { start: number; end: number }[] = [];
  let start = -1;
  let end = -1;
  let filled = 0;
  const close = () => {
    // A row of letters has gaps everywhere; a rule is solid.
    if (start >= 0 && end - start >= shortest && filled >= 0.9 * (end - start)) runs.push({ start, end });
    start = -1;
    filled = 0;
  };
  let at = lane * lanes.next;
  for (let position = 0; position < lanes.length; position += 1, at += lanes.along) {
    if (ink[at] !== 1) continue;
    if (start >= 0 && position - end > gap) close();
    if (start < 0) start = position;
    end = position + 1;
    filled += 1;
  }
  close();
  return runs;
}
