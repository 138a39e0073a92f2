import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { SAMPLES_DIR } from '../../adapters/cli/samples.ts';
import { loadOnnxEncoder } from '../../adapters/encoder/onnx-encoder.ts';
import { openHnswSearch } from '../../adapters/vector-search/hnsw-search.ts';
import type { OfficialDocument, Passage } from '../../knowledge/document.ts';
import { buildKnowledgeBase, type KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { readQuestion } from '../../knowledge/question/question.ts';
import { retrieve } from '../../knowledge/retrieval/retrieve.ts';
import { aDocument, aPassage } from '../builders/documents.ts';
import { clusteredVectors } from '../builders/vectors.ts';
import { percentile } from './retrieval/ranking-scores.ts';
import { learnTexts, type TextGenerator } from './scale/generated-texts.ts';

/**
 * Measures search in a large collection of generated passages with generated vectors, the question encoded by the
 * bundled encoder: `npm run bench:scale -- --passages 100000 [--search exact|hnsw] [--json]`
 */

const PASSAGES_A_DOCUMENT = 30;
const SYLLABLES_A_PASSAGE = 170;
const QUESTIONS = 300;
const WARM_UP = 50;
const DIMENSIONS = 256;
const SCOPE = { day: '2026-06-01', territory: 'Hà Nội' };

const options = new Command('bench:scale')
  .option('--passages <number>', 'how many passages', Number, 100_000)
  .option('--search <way>', 'exact or hnsw', 'exact')
  .option('--json', 'print JSON')
  .parse()
  .opts<{ passages: number; search: string; json?: boolean }>();

/** Every tenth document is out of force, every tenth of another province. */
function generate(texts: TextGenerator): { documents: OfficialDocument[]; passages: Passage[] } {
  const documents = Array.from({ length: Math.ceil(options.passages / PASSAGES_A_DOCUMENT) }, (_, index) =>
    aDocument({
      id: `d${index}`,
      number: `${index}/2026/TT-BGDĐT`,
      title: texts.write(12),
      territory: index % 10 === 1 ? 'Huế' : 'national',
      inForceUntil: index % 10 === 2 ? '2026-02-01' : null,
    }),
  );
  const passages = Array.from({ length: options.passages }, (_, index) => {
    const documentId = `d${Math.floor(index / PASSAGES_A_DOCUMENT)}`;
    const headings = [`Điều ${index % PASSAGES_A_DOCUMENT}. ${texts.write(8)}`];
    return aPassage(texts.write(SYLLABLES_A_PASSAGE), { id: `${documentId}#${index}`, documentId, headings });
  });
  return { documents, passages };
}

const megabytes = () => Math.round(process.memoryUsage.rss() / 2 ** 20);
const texts = await learnTexts(SAMPLES_DIR, 'scale');
const { documents, passages } = generate(texts);
const vectors = clusteredVectors(options.passages, DIMENSIONS, 'scale');
const encoder = await loadOnnxEncoder();
const rssBeforeMb = megabytes();

const buildFrom = performance.now();
let base: KnowledgeBase = buildKnowledgeBase(documents, passages, vectors);
const buildMs = performance.now() - buildFrom;

let graphMs = 0;
if (options.search === 'hnsw') {
  const folder = mkdtempSync(join(tmpdir(), 'assistant-scale-'));
  const graphFrom = performance.now();
  base = { ...base, vectorSearch: await openHnswSearch(vectors, folder) };
  graphMs = performance.now() - graphFrom;
  rmSync(folder, { recursive: true });
}

const whole: number[] = [];
const encoding: number[] = [];
for (let asked = 0; asked < QUESTIONS + WARM_UP; asked += 1) {
  const text = texts.write(8 + (asked % 12));
  const askedAt = performance.now();
  const question = readQuestion(text);
  const readAt = performance.now();
  const encoded = await encoder.encodeQuestion(question.standalone);
  const encodedAt = performance.now();
  retrieve(base, question, encoded, SCOPE);
  if (asked < WARM_UP) continue;
  whole.push(performance.now() - askedAt);
  encoding.push(encodedAt - readAt);
}

const row = {
  passages: options.passages,
  search: base.vectorSearch?.way,
  p50ms: percentile(whole, 0.5),
  p95ms: percentile(whole, 0.95),
  encodingP50ms: percentile(encoding, 0.5),
  encodingP95ms: percentile(encoding, 0.95),
  buildMs,
  graphMs,
  rssBeforeMb,
  rssMb: megabytes(),
};
const printed = Object.entries(row).map(
  ([name, value]) =>
    `${name.padEnd(14)}${typeof value === 'number' ? value.toFixed(name.endsWith('50ms') || name.endsWith('95ms') ? 1 : 0) : value}`,
);
process.stdout.write(`${options.json ? JSON.stringify(row) : printed.join('\n')}\n`);
