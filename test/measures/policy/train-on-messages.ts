import type { Model } from '../../../bot/policy/classifier/model.ts';
import { bothSpellings, type Example } from './examples.ts';
import { train } from './training.ts';

/** The classifier as these messages teach it, each with its diacritics and without them. */
export function trainOnMessages(examples: readonly Example[]): Model {
  return train(examples.flatMap(({ text, matter }) => bothSpellings(text).map((features) => ({ features, matter }))));
}
