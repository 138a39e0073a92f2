import { nameOf } from '../../knowledge/document-links.ts';
import type { Corrections } from '../ports/corrections.ts';
import { type ChangedPassage, type RuleCorrection, toldKey } from './correction.ts';
import { foundAgain, needless, UNDECIDED } from './correction-changes.ts';
import { draftIntro, draftWords } from './correction-words.ts';
import { readersOf } from './people.ts';
import { type ChangeFinder, type PassageChange, toldAsRule } from './what-changed.ts';

/** One change of one edition, with every passage of it that somebody was told. */
interface FoundChange {
  readonly documentId: string;
  readonly change: Omit<PassageChange, 'now'>;
  readonly passages: Map<string, Pick<ChangedPassage, 'told' | 'now'>>;
}

/**
 * Compares everything that citizens were told with the documents of today, and brings the corrections in line: new ones
 * are drafted, drafts get further passages, and those whose reason is gone become needless. Doing it again changes nothing.
 */
export async function findCorrections(corrections: Corrections, finder: ChangeFinder, now: number): Promise<void> {
  const known = await corrections.list();
  const holding = new Set<string>();
  for (const documentId of await corrections.documents()) {
    if (finder.isUntouched(documentId)) continue;
    for (const [id, found] of await changesOf(corrections, finder, documentId)) {
      holding.add(id);
      await reconcile(corrections, known, id, found, now);
    }
  }
  for (const correction of known) {
    const isOver =
      correction.state === 'finished' || correction.state === 'dismissed' || correction.state === 'needless';
    if (!isOver && !holding.has(baseOf(correction.id))) await corrections.save(needless(correction));
  }
}

async function changesOf(
  corrections: Corrections,
  finder: ChangeFinder,
  documentId: string,
): Promise<ReadonlyMap<string, FoundChange>> {
  const found = new Map<string, FoundChange>();
  const judged = new Map<string, PassageChange | null>();
  for await (const { messages } of readersOf(corrections, documentId)) {
    for (const message of messages) {
      for (const told of message.citations) {
        const key = toldKey(told);
        const change = judged.get(key) ?? (judged.has(key) ? null : finder.changeOf(told));
        judged.set(key, change);
        if (change === null || !toldAsRule(message, asTold(change))) continue;
        const id = `${documentId}.${change.cause}.${change.by?.id ?? 'none'}`;
        const one = found.get(id) ?? { documentId, change, passages: new Map() };
        one.passages.set(key, { told, now: change.now });
        found.set(id, one);
      }
    }
  }
  return found;
}

async function reconcile(
  corrections: Corrections,
  known: readonly RuleCorrection[],
  id: string,
  { documentId, change, passages }: FoundChange,
  openedAt: number,
): Promise<void> {
  const rounds = known.filter((one) => baseOf(one.id) === id);
  const held = new Set(rounds.flatMap(({ changes }) => changes.map(({ told }) => toldKey(told))));
  const missing = [...passages].filter(([key]) => !held.has(key)).map(([, passage]) => passage);
  const drafted = missing.map((passage): ChangedPassage => ({ ...passage, words: draftWords(passage) }));
  const last = rounds.at(-1);
  if (last?.state === 'needless' || (last?.state === 'draft' && missing.length > 0)) {
    await corrections.save(foundAgain(last, drafted));
    return;
  }
  const [first] = drafted;
  if (first === undefined) return;
  const { cause, since, what } = asTold(change);
  await corrections.save({
    id: last === undefined ? id : `${id}.${rounds.length + 1}`,
    version: 1,
    openedAt,
    documentId,
    cause,
    by: asTold(change).by,
    since,
    what,
    intro: draftIntro(first.told, { cause, what }),
    changes: drafted,
    ...UNDECIDED,
  });
}

/** Later rounds of the same change end with a number of their own. */
function baseOf(id: string): string {
  return id.split('.').slice(0, 3).join('.');
}

function asTold({
  cause,
  by,
  since,
  what,
}: Omit<PassageChange, 'now'>): Pick<RuleCorrection, 'cause' | 'by' | 'since' | 'what'> {
  return { cause, by: by === null ? null : { id: by.id, name: nameOf(by) }, since, what };
}
