import type { Change } from '../../../knowledge/validity.ts';
import type { ConsoleWords } from './words.ts';

const ENDED = { replaces: 'replaced by', repeals: 'repealed by', suspends: 'suspended by' } as const;
const CHANGED = {
  replaces: 'in part replaced by',
  repeals: 'in part repealed by',
  suspends: 'in part suspended by',
  amends: 'amended by',
} as const;

/** How a text ended: «repealed by 60/2025». */
export const endedInEnglish: ConsoleWords['documents']['ended'] = (how, by, now) =>
  `${ENDED[how]} ${by}${now === undefined ? '' : ` (today ${now} counts)`}`;

/** What others did to a document, those who did the same together: «amended by 1, 2; in part repealed by 3». */
function changed(changes: readonly Change[]): string {
  const byKind = new Map<Change['kind'], Set<string>>();
  for (const { kind, by } of changes) byKind.set(kind, (byKind.get(kind) ?? new Set()).add(by));
  return [...byKind].map(([kind, by]) => `${CHANGED[kind]} ${[...by].join(', ')}`).join('; ');
}

/** Sentences on whether a document is a current rule here in English. */
export const ENGLISH_VALIDITY: Pick<ConsoleWords, 'validity'> = {
  validity: {
    inForceFrom: (day) => `In force from ${day}.`,
    inForceSinceSigned: (day) =>
      `In force from ${day}, when it was signed (administrative documents name no other day).`,
    inForce: 'In force.',
    unknown: 'The document does not say from when it is in force.',
    notYet: (day) => `Not yet in force; in force from ${day}.`,
    expired: (day) => `No longer in force since ${day}.`,
    ended: endedInEnglish,
    foreign: (place, own) => `Applies in ${place}; it is no rule of ${own}.`,
    withdrawn: 'Withdrawn by staff; the assistant does not answer from it.',
    changed,
  },
};
