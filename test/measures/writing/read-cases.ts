import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { QuotedPassage } from './quoted-passages.ts';

/** One answer of a model over one passage. */
export interface WritingCase {
  /** What was done to the passage's words. */
  readonly kind: string;
  /** Names of the passages it is about; more than one where it joins them. */
  readonly passages: readonly string[];
  readonly sentences: readonly string[];
  /** Those of a false answer that are true all the same. */
  readonly truths: readonly string[];
  /** Whether the sentences name the passage they come from. */
  readonly cites: boolean;
}

const row = z.tuple([z.string().min(1), z.string().min(1), z.string().min(1)]);

/**
 * Cases of a file beside this one: kind, passages (between +) and answer between tabs, the sentences of an answer
 * between ‖; an answer that begins with a dash cites nothing, and a true sentence of a false answer begins with ✓.
 * @throws when a row has another form, or names a passage that there is none of
 */
export function readCases(file: string, passages: Readonly<Record<string, QuotedPassage>>): readonly WritingCase[] {
  const text = readFileSync(new URL(`cases/${file}`, import.meta.url), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [kind, names, answer] = row.parse(line.split('\t'));
      const about = names.split(' + ');
      const unknown = about.find((name) => !(name in passages));
      if (unknown !== undefined) throw new Error(`No passage is called «${unknown}».`);
      const given = answer.replace(/^-/u, '').split(' ‖ ');
      const sentences = given.map((sentence) => sentence.replace(/^✓/u, ''));
      const truths = sentences.filter((_, index) => given[index]?.startsWith('✓'));
      return { kind, passages: about, sentences, truths, cites: !answer.startsWith('-') };
    });
}
