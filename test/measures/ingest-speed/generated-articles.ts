import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLES_DIR } from '../../../adapters/cli/samples.ts';
import { aDecision } from '../../builders/office-files.ts';
import { learnTexts } from '../scale/generated-texts.ts';

const ARTICLES_A_FILE = 30;
const SYLLABLES_AN_ARTICLE = 170;

/** Writes decisions that mean nothing into a folder, 30 articles a file; always the same for the same count. */
export async function writeArticles(folder: string, count: number): Promise<void> {
  const texts = await learnTexts(SAMPLES_DIR, 'ingest');
  for (let number = 1; (number - 1) * ARTICLES_A_FILE < count; number += 1) {
    const left = Math.min(ARTICLES_A_FILE, count - (number - 1) * ARTICLES_A_FILE);
    const articles = Array.from({ length: left }, () => texts.write(SYLLABLES_AN_ARTICLE));
    writeFileSync(join(folder, `${number}-QD-UBND.txt`), aDecision(number, articles));
  }
}
