import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SAMPLES_DIR } from '../../adapters/cli/samples.ts';
import { loadDocument } from '../../ingest/load/load-document.ts';
import { readDocument } from '../../ingest/read-document.ts';
import { checkTableFacts, type TableFacts } from '../measures/table-facts.ts';
import { wordBalance } from '../measures/word-balance.ts';

const EVALUATION_DIR = process.env['EVALUATION_DIR'] ?? join(import.meta.dirname, '../../../shared');
const CORPUS = ['files', 'text'].map((folder) => join(EVALUATION_DIR, 'corpus', folder)).filter(existsSync);
if (CORPUS.length === 0)
  process.stderr.write(`No evaluation corpus in ${EVALUATION_DIR}: only the bundled samples are checked.\n`);

const filesOf = (folder: string) => readdirSync(folder).map((name) => join(folder, name));

describe.each([SAMPLES_DIR, ...CORPUS])('every file of %s', (folder) => {
  it('loses no word and doubles none: text in is text in passages and named leftovers', async () => {
    for (const path of filesOf(folder)) {
      const bytes = readFileSync(path);
      const [loaded, read] = [await loadDocument(bytes), await readDocument({ name: path, bytes })];
      if (!loaded.ok || !read.ok) continue;
      const { lost, doubled } = wordBalance(loaded.blocks, read.passages, read.leftovers);
      expect({ path, lost, doubled }).toEqual({ path, lost: [], doubled: [] });
    }
  }, 120_000);
});

describe.skipIf(CORPUS.length === 0)('tables whose rows were checked by hand', () => {
  const fixtures = join(import.meta.dirname, '../fixtures/tables');
  it.each(readdirSync(fixtures))('%s: every amount in its row, with unit and section', async (name) => {
    const facts: TableFacts = JSON.parse(readFileSync(join(fixtures, name), 'utf8'));
    const paths = CORPUS.flatMap(filesOf).filter((path) => path.normalize('NFC').includes(`/${facts.document}.`));
    expect(paths.length).toBeGreaterThan(0);
    for (const path of paths) {
      const read = await readDocument({ name: path, bytes: readFileSync(path) });
      expect(read.ok ? checkTableFacts(facts, read.passages) : [read.skipped.message]).toEqual([]);
    }
  });
});
