import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDocument } from '../../../ingest/read-document.ts';
import { seededRandom } from '../retrieval/seeded-random.ts';

/** Writes texts that mean nothing but have the words, and the neighbouring words, of official texts. */
export interface TextGenerator {
  /** So many syllables; always the same for the same seed and order of calls. */
  write(syllables: number): string;
}

/** Share of syllables that do not follow from the one before, so that new neighbours keep turning up. */
const JUMPS = 0.15;

/** Learns which syllable follows which from the documents of a folder. */
export async function learnTexts(folder: string, seed: string): Promise<TextGenerator> {
  const syllables: string[] = [];
  for (const name of readdirSync(folder).sort()) {
    const reading = await readDocument({ name, bytes: readFileSync(join(folder, name)) });
    if (reading.ok) syllables.push(...reading.passages.flatMap((passage) => passage.text.split(/\s+/)));
  }
  const followers = new Map<string, string[]>();
  syllables.forEach((syllable, index) => {
    const known = followers.get(syllable);
    const next = syllables[index + 1] ?? '';
    if (known === undefined) followers.set(syllable, [next]);
    else known.push(next);
  });
  const random = seededRandom(seed);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  return {
    write(count) {
      const written: string[] = [];
      let last = pick(syllables);
      while (written.length < count) {
        written.push(last);
        last = random() < JUMPS ? pick(syllables) : pick(followers.get(last) ?? syllables);
      }
      return written.join(' ');
    },
  };
}
