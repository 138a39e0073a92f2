import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { QuotedPassage } from './quoted-passages.ts';

/** One answer of a model over one passage. */
export interface WritingCase {
  /** What was done to the passage's words. */
  readonly kind: string;
  readonly passage: string;
  readonly sentences: readonly string[];
  /** Whether the sentences name the passage they come from. */
  readonly cites: boolean;
}

const row = z.tuple([z.string().min(1), z.string().min(1), z.string().min(1)]);

/**
 * Cases of a file beside this one: kind, passage and answer between tabs, the sentences of an answer between ‖; an
 * answer that begins with a dash cites nothing.
 * @throws when a row has another form, or names a passage that there is none of
 */
export function readCases(file: string, passages: Readonly<Record<string, QuotedPassage>>): readonly WritingCase[] {
  const text = readFileSync(new URL(`cases/${file}`, import.meta.url), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [kind, passage, answer] = row.parse(line.split('\t'));
      if (!(passage in passages)) throw new Error(`No passage is called «${passage}».`);
      const sentences = answer.replace(/^-/u, '').split(' ‖ ');
      return { kind, passage, sentences, cites: !answer.startsWith('-') };
    });
}
