import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Command } from 'commander';
import { expandAbbreviations } from '../../knowledge/text/abbreviations.ts';
import { LEAST_SYLLABLE } from '../../knowledge/text/restore/known-words.ts';
import { packCounts } from '../../knowledge/text/restore/packed-counts.ts';
import { countedWords } from '../../knowledge/text/restore/pair-counts.ts';
import { oneSpelling } from '../../knowledge/text/spelling.ts';
import { isVietnameseSyllable } from '../../knowledge/text/vietnamese-syllable.ts';
import { readWrittenQuestions } from './written-questions.ts';

/**
 * Writes the counts that restoring diacritics needs, from `bigrams.tsv.gz` and `syllables.tsv.gz` (word or pair, tab,
 * count) and from citizens' questions, into `knowledge/text/restore/general-counts.ts` and `spoken-counts.ts`.
 * Syllables of a dictionary count as
 * seen often enough to exist. `npm run pack:lexicon -- --lexicon DIR --words FILE --questions FILE`. Questions kept for `measure:restoration` are left out.
 */

const FOLDER = resolve(import.meta.dirname, '../../knowledge/text/restore');
/** Rarer pairs of public text say little and would double the file. */
const LEAST_PAIR = 8;

function readCounts(file: string): { readonly text: string; readonly count: number }[] {
  return gunzipSync(readFileSync(file))
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [text = '', count = '0'] = line.normalize('NFC').split('\t');
      return { text: oneSpelling(text), count: Number(count) };
    });
}

function add(counts: Map<string, number>, key: string, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}

/** `name` is the export; words by falling count, so that common pairs have small ids. */
function write(file: string, name: string, says: string, words: Map<string, number>, pairs: Map<string, number>): void {
  const packed = packCounts(
    [...words].map(([word, count]) => ({ word, count })).sort((a, b) => b.count - a.count),
    [...pairs].map(([key, count]) => {
      const [first = '', second = ''] = key.split(' ');
      return { first, second, count };
    }),
  );
  const source = `/** ${says} Written by \`npm run pack:lexicon\`; read with \`unpackCounts\`. */\nexport const ${name} =\n  '${packed}';\n`;
  writeFileSync(join(FOLDER, file), source);
  process.stdout.write(`${file}: ${words.size} words, ${pairs.size} pairs, ${source.length} bytes\n`);
}

const {
  lexicon,
  words: dictionary,
  questions,
} = new Command('pack:lexicon')
  .requiredOption('--lexicon <dir>', 'folder with bigrams.tsv.gz and syllables.tsv.gz')
  .requiredOption('--words <file>', 'dictionary, one entry a line')
  .requiredOption('--questions <file>', 'written questions (JSON lines, gzipped)')
  .parse()
  .opts<{ lexicon: string; words: string; questions: string }>();

const words = new Map<string, number>();
const pairs = new Map<string, number>();
for (const { text, count } of readCounts(join(lexicon, 'syllables.tsv.gz'))) add(words, text, count);
for (const entry of oneSpelling(readFileSync(dictionary, 'utf8').normalize('NFC').toLowerCase()).split(/[\s-]+/))
  if (isVietnameseSyllable(entry)) words.set(entry, Math.max(LEAST_SYLLABLE, words.get(entry) ?? 0));
for (const { text, count } of readCounts(join(lexicon, 'bigrams.tsv.gz')))
  if (count >= LEAST_PAIR) add(pairs, text, count);
write(
  'general-counts.ts',
  'GENERAL_COUNTS',
  'Words and pairs of 190 MB of public Vietnamese text, and the rarer syllables of the word list Viet22K (Apache-2.0).',
  words,
  pairs,
);

const spokenWords = new Map<string, number>();
const spokenPairs = new Map<string, number>();
for (const { text } of readWrittenQuestions(questions).filter((question) => !question.heldOut)) {
  const counted = countedWords(expandAbbreviations(text));
  counted.forEach((word, index) => {
    add(spokenWords, word, 1);
    if (index > 0) add(spokenPairs, `${counted[index - 1]} ${word}`, 1);
  });
}
write(
  'spoken-counts.ts',
  'SPOKEN_COUNTS',
  'Words and pairs of 8,000 questions as citizens put them, written for this project.',
  spokenWords,
  spokenPairs,
);
