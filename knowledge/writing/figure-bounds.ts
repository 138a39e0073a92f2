import type { Figure } from './figures.ts';

/**
 * How far a figure goes: at most, at least, more or less than, before or after it, within that time, from it or up to
 * it; `null` = just it.
 */
export type Bound = 'most' | 'least' | 'over' | 'under' | 'before' | 'after' | 'within' | 'from' | 'to' | null;

const WINDOW = 90;
const BREAK = /[;.:()–|¦]\s|,\s/u;

/** Stand anywhere before the figure of their clause. */
const FAR: readonly (readonly [RegExp, Bound])[] = [
  [
    /(?:tối đa|không quá|không vượt quá|không được quá|không được cao hơn|không cao hơn|mức trần|giới hạn|cao nhất|nhiều nhất|chậm nhất|muộn nhất|không muộn hơn|≤)/u,
    'most',
  ],
  [/(?:tối thiểu|ít nhất|không dưới|không ít hơn|không thấp hơn|thấp nhất|sớm nhất|≥|từ đủ)/u, 'least'],
];
/** Stand right before it. */
const NEAR: readonly (readonly [RegExp, Bound])[] = [
  // «không được lưu ban quá 03 lần» is three at most.
  [/(?<![\p{L}])không(?:\s(?:được|thể))?(?:\s\p{L}+){1,4}\squá\s*$/u, 'most'],
  [/(?<![\p{L}])không(?:\s(?:được|thể))?(?:\s\p{L}+){1,4}\sdưới\s*$/u, 'least'],
  [/(?<![\p{L}])(?:trong|trong vòng|trong thời hạn)\s*$/u, 'within'],
  [/(?<![\p{L}])từ\s*$/u, 'from'],
  [/(?<![\p{L}])đến\s*$/u, 'to'],
  [/(?<![\p{L}])(?:trên|hơn|quá|>)\s*(?:mức\s+)?$/u, 'over'],
  [/(?<![\p{L}])(?:dưới|chưa đến|chưa đủ|<)\s*(?:mức\s+)?$/u, 'under'],
  [/(?<![\p{L}])trước\s*(?:ngày\s*|tháng\s*)?$/u, 'before'],
  [/(?<![\p{L}])sau\s*(?:ngày\s*|tháng\s*)?$/u, 'after'],
];
/** Stand behind it. */
const BEHIND: readonly (readonly [RegExp, Bound])[] = [
  [/^(?:\s?\([^()]*\))?[\p{L}\s/%]{0,25}?trở lên/u, 'least'],
  [/^(?:\s?\([^()]*\))?[\p{L}\s/%]{0,25}?trở xuống/u, 'most'],
];

/** The bound of each figure that a clause holds; figures that it writes in many words have none. */
export function boundsOf(clause: string, figures: readonly Figure[]): ReadonlyMap<Figure, Bound> {
  const text = clause.normalize('NFC').toLowerCase();
  const places = figures
    .map((figure) => ({ figure, at: placeOf(text, figure.written) }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at);
  const bounds = new Map<Figure, Bound>();
  places.forEach(({ figure, at }, index) => {
    const previous = places[index - 1];
    const from = Math.max(previous === undefined ? 0 : previous.at + previous.figure.written.length, at - WINDOW);
    const before = text.slice(from, at);
    const behind = text.slice(at + figure.written.length);
    bounds.set(figure, boundBetween(before, behind));
  });
  return bounds;
}

/** Whether a figure with one bound says no more than a source that gives it another. */
export function staysWithin(written: Bound, source: Bound): boolean {
  const plain = (bound: Bound) => (bound === 'from' || bound === 'to' ? null : bound);
  if (written === source || plain(written) === plain(source)) return true;
  if ((written === 'from' && source === 'least') || (written === 'to' && source === 'most')) return true;
  if (plain(source) === null) return written === 'within';
  return source === 'within'
    ? plain(written) === null || written === 'most'
    : source === 'most' && written === 'within';
}

/** Whether words anywhere in a text may give a figure of it this bound: «mức trần: bữa sáng …, bữa trưa …». */
export function saysBound(text: string, bound: Bound): boolean {
  return FAR.some(([cue, said]) => said === bound && cue.test(text.normalize('NFC').toLowerCase()));
}

function boundBetween(before: string, behind: string): Bound {
  const clause = before.split(BREAK).at(-1) ?? before;
  const far = FAR.map(([cue, bound]) => ({ at: lastPlace(clause, cue), bound })).filter(({ at }) => at >= 0);
  const nearest = far.sort((one, other) => other.at - one.at)[0];
  if (nearest !== undefined) return nearest.bound;
  return BEHIND.find(([cue]) => cue.test(behind))?.[1] ?? NEAR.find(([cue]) => cue.test(before.trimEnd()))?.[1] ?? null;
}

function lastPlace(text: string, cue: RegExp): number {
  const found = [...text.matchAll(new RegExp(cue.source, 'gu'))];
  return found.at(-1)?.index ?? -1;
}

/** Where a figure's own words stand and are not part of a longer number. */
function placeOf(text: string, written: string): number {
  for (let at = text.indexOf(written); at >= 0; at = text.indexOf(written, at + 1)) {
    if (
      !/[\p{L}\d.,]$/u.test(text.slice(Math.max(0, at - 1), at).replace(/[.,]$/u, '')) &&
      !/^[\p{L}\d]/u.test(text.slice(at + written.length))
    )
      return at;
  }
  return -1;
}
