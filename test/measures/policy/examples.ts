import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readFeatures } from '../../../bot/policy/classifier/features.ts';
import { MATTERS, type Matter } from '../../../bot/policy/classifier/matters.ts';
import { readMessageWords } from '../../../bot/policy/message-words.ts';
import { readShapes } from '../../../bot/policy/shapes.ts';
import { fold } from '../../../knowledge/text/normalise.ts';

const FOLDER = resolve(import.meta.dirname, '../../../bot/policy/classifier/messages');
/** Messages about rules that sound like something else stand in a file of their own. */
const FILES: Readonly<Partial<Record<Matter, readonly string[]>>> = { 'rule-question': ['rule-question', 'harmless'] };

/** A written message and what it is about. */
export interface Example {
  readonly text: string;
  readonly matter: Matter;
}

/** Every written message, in order of matters and files; empty lines and headings (`# …`) are left out. */
export function readExamples(): readonly Example[] {
  return MATTERS.flatMap((matter) =>
    (FILES[matter] ?? [matter]).flatMap((file) =>
      readFileSync(join(FOLDER, `${file}.txt`), 'utf8')
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('# '))
        .map((text) => ({ text, matter })),
    ),
  );
}

/** What the model sees of a message, as written and without diacritics: people write both. */
export function bothSpellings(text: string): readonly Uint16Array[] {
  const plain = fold(text);
  return plain === text ? [featuresOf(text)] : [featuresOf(text), featuresOf(plain)];
}

/** What the model sees of one message. */
export function featuresOf(text: string): Uint16Array {
  const words = readMessageWords(text);
  return readFeatures(words, readShapes(text, words, []));
}
