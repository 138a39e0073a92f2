import { KINDS, type Kind, type ReadState, type StateWriter } from './kinds.ts';
import { type Tally, tallyState } from './tally.ts';

/** What one kind came to on both sides. */
export interface Comparison {
  readonly source: Tally;
  readonly target: Tally;
  readonly same: boolean;
}

/** A side of a move: where records come from, or go to and are read back from. */
export interface MoveSides {
  readonly readSource: ReadState;
  readonly target: StateWriter;
  readonly readTarget: ReadState;
}

/**
 * Carries every record from one engine to another, then reads both sides anew and compares them. Whatever changed in the
 * source after it was read shows as a difference.
 * @param onProgress told of each batch: the kind, and how many records of it have been written
 */
export async function copyAndCompare(
  { readSource, target, readTarget }: MoveSides,
  onProgress: (kind: Kind, written: number) => void,
): Promise<readonly Comparison[]> {
  for (const kind of KINDS) {
    let written = 0;
    for await (const batch of readSource(kind)) {
      await target.write(kind, batch);
      written += batch.length;
      onProgress(kind, written);
    }
  }
  await target.finish();
  const [ofSource, ofTarget] = [await tallyState(readSource), await tallyState(readTarget)];
  return ofSource.map((source, index) => {
    const found = ofTarget[index] ?? { kind: source.kind, count: 0, digest: '' };
    return { source, target: found, same: source.count === found.count && source.digest === found.digest };
  });
}
