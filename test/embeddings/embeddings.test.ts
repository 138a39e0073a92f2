import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  createEmbeddingEncoder,
  createEmbeddingPassages,
  embeddingModel,
} from '../../adapters/embeddings/embedding-encoder.ts';
import { connectEmbeddings } from '../../adapters/embeddings/embeddings-endpoint.ts';
import type { EmbeddingsFailure } from '../../adapters/embeddings/embeddings-failure.ts';
import { ingest } from '../../adapters/ingesting/run-ingest.ts';
import { openKnowledge } from '../../adapters/knowledge-source.ts';
import { openSnapshot } from '../../adapters/snapshots/snapshot-store.ts';
import {
  type EmbeddingsSimulator,
  KEY,
  type Misbehaviour,
  MODEL,
  startEmbeddingsSimulator,
} from '../simulators/openai-embeddings.ts';

const QUESTION = 'Tiền ăn bán trú bữa trưa tối đa bao nhiêu?';
const AT = Date.parse('2026-11-24T03:00:00Z');
const folders: string[] = [];
const folder = () => {
  folders.push(mkdtempSync(join(tmpdir(), 'assistant-embeddings-')));
  return folders.at(-1) ?? '';
};
/** A folder with one document. */
const papers = () => {
  const path = folder();
  writeFileSync(
    join(path, 'an.txt'),
    'Điều 1. Mức thu\n1. Tiền ăn bán trú bữa trưa tối đa 35.000 đồng.\n2. Học phí được miễn.',
  );
  return path;
};
let server: EmbeddingsSimulator;
beforeAll(async () => {
  server = await startEmbeddingsSimulator();
});
afterAll(async () => {
  await server.stop();
  for (const path of folders) rmSync(path, { recursive: true, force: true });
});

const connect = (fields: Partial<Parameters<typeof connectEmbeddings>[0]> = {}) =>
  connectEmbeddings({ model: MODEL, baseUrl: server.baseUrl, apiKey: KEY, ...fields });
const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
const tooMany = (retryAfter?: string): Misbehaviour => ({
  kind: 'status',
  status: 429,
  ...(retryAfter === undefined ? {} : { retryAfter }),
});

describe('an embeddings endpoint', () => {
  it('gives one unit vector for each text, in order', async () => {
    const [first, second, again] = await connect().embed(['học phí lớp 1', 'chuyển trường', 'học phí lớp 1'], 2_000);
    if (!first || !second || !again) throw new Error('vectors are missing');
    expect(dot(first, first)).toBeCloseTo(1, 5);
    expect(dot(first, again)).toBeCloseTo(1, 5);
    expect(dot(first, second)).toBeLessThan(0.9);
  });

  it.each<[string, EmbeddingsFailure['reason'], Misbehaviour]>([
    ['asks to wait', 'limit', tooMany('7')],
    ['fails', 'unavailable', { kind: 'status', status: 500 }],
    ['does not know the model', 'refused', { kind: 'status', status: 404 }],
    ['does not answer', 'timeout', { kind: 'stall' }],
    ['gives too few vectors', 'malformed', { kind: 'vectors', change: (vectors) => vectors.slice(1) }],
    [
      'gives vectors of different lengths',
      'malformed',
      { kind: 'vectors', change: ([a = [], b = []]) => [a, b.slice(1)] },
    ],
    ['gives numbers that are none', 'malformed', { kind: 'vectors', change: ([a]) => [a, [null, 1]] }],
    ['gives a vector of zeros', 'malformed', { kind: 'vectors', change: ([a = []]) => [a, a.map(() => 0)] }],
    ['gives NaN', 'malformed', { kind: 'body', body: '{"data":[{"embedding":[NaN]},{"embedding":[1]}]}' }],
    ['gives another form', 'malformed', { kind: 'body', body: '{"vectors":[[1],[1]]}' }],
  ])('that %s is a failure with the reason «%s»', async (_what, reason, misbehaviour) => {
    server.misbehave(misbehaviour);
    const failure = await connect()
      .embed(['một', 'hai'], 200)
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'EMBEDDINGS_FAILURE', reason });
    if (reason === 'limit') expect(failure).toMatchObject({ retryAfterMs: 7_000 });
  });

  it('that refuses the key, or cannot be reached, is a failure that does not tell the key', async () => {
    const wrong = await connect({ apiKey: 'sk-sai-khoa' }).embed(['một'], 500).catch(String);
    expect(wrong).toContain('refused');
    expect(wrong).not.toContain('sk-sai-khoa');
    const closed = connect({ baseUrl: 'http://127.0.0.1:9/v1' }).embed(['một'], 500);
    await expect(closed).rejects.toMatchObject({ reason: 'unavailable' });
  });
});

describe('questions through an endpoint', () => {
  const failures: EmbeddingsFailure[] = [];
  afterEach(() => {
    failures.length = 0;
  });
  const questions = (now: () => number) =>
    createEmbeddingEncoder(connect(), MODEL, { now, onFailure: (failure) => failures.push(failure) });

  it('are left to word search at a failure, and nobody asks for a while after three in a row', async () => {
    let now = 0;
    const encoder = questions(() => now);
    server.misbehave(tooMany(), tooMany(), tooMany());
    for (let asked = 0; asked < 3; asked += 1) expect(await encoder.encodeQuestion(QUESTION)).toBeNull();
    const before = server.requests();
    expect(await encoder.encodeQuestion(QUESTION)).toBeNull();
    expect(server.requests()).toBe(before);
    expect(failures.map(({ reason }) => reason)).toEqual(['limit', 'limit', 'limit']);

    now += 30_000;
    server.misbehave(tooMany());
    expect(await encoder.encodeQuestion(QUESTION)).toBeNull();
    expect(await encoder.encodeQuestion(QUESTION)).toBeNull();
    expect(server.requests()).toBe(before + 1);

    now += 30_000;
    expect(await encoder.encodeQuestion(QUESTION)).not.toBeNull();
    expect(await encoder.encodeQuestion(QUESTION)).not.toBeNull();
  });

  it('must keep the length of the first vector', async () => {
    const encoder = questions(() => 0);
    await encoder.encodeQuestion(QUESTION);
    server.misbehave({ kind: 'vectors', change: ([vector = []]) => [vector.slice(1)] });
    expect(await encoder.encodeQuestion(QUESTION)).toBeNull();
    expect(failures[0]?.reason).toBe('malformed');
  });
});

describe('passages through an endpoint', () => {
  const waits: number[] = [];
  const patient = async (ms: number) => void waits.push(ms);
  afterEach(() => {
    waits.length = 0;
  });

  it('are encoded in batches, waiting as long as the endpoint asks', async () => {
    const encoder = await createEmbeddingPassages(connect(), MODEL, patient);
    const before = server.embedded.length;
    server.misbehave(tooMany('3'), { kind: 'status', status: 503 });
    const texts = Array.from({ length: 150 }, (_, index) => `Đoạn số ${index}`);
    expect(await encoder.encodePassages(texts)).toHaveLength(150);
    expect(server.embedded.slice(before).map((batch) => batch.length)).toEqual([64, 64, 22]);
    expect(waits).toEqual([3_000, 1_000]);
  });

  it('are given up at once when asking again is no use, and after six attempts otherwise', async () => {
    const encoder = await createEmbeddingPassages(connect(), MODEL, patient);
    server.misbehave({ kind: 'status', status: 400 });
    await expect(encoder.encodePassages(['một'])).rejects.toMatchObject({ reason: 'refused' });
    expect(waits).toEqual([]);
    server.misbehave(...Array.from({ length: 6 }, () => tooMany()));
    await expect(encoder.encodePassages(['một'])).rejects.toMatchObject({ reason: 'limit' });
    expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000]);
  });

  it('make an index that questions of the same model search by meaning, and by words while the endpoint is down', async () => {
    const dataDir = folder();
    const encoder = await createEmbeddingPassages(connect(), MODEL, patient);
    await ingest({ paths: [papers()] }, dataDir, { encoder, now: () => AT });
    expect(openSnapshot(dataDir).vectors).toMatchObject({ model: embeddingModel(MODEL), dimensions: 48 });
    const questions = createEmbeddingEncoder(connect(), MODEL, { now: () => 0, onFailure: () => {} });
    const knowledge = openKnowledge(dataDir, questions, { territory: 'Hà Nội', publicUrl: null });
    expect(knowledge.searchesByMeaning()).toBe(true);
    expect((await knowledge.find(QUESTION, [], AT))[0]?.similarity).toBeGreaterThan(0);
    server.misbehave({ kind: 'status', status: 503 });
    const byWords = await knowledge.find(QUESTION, [], AT);
    expect(byWords[0]).toMatchObject({ similarity: null });
    expect(byWords[0]?.passage.text).toContain('35.000');

    const other = createEmbeddingEncoder(connect(), 'another-model', { now: () => 0, onFailure: () => {} });
    expect(openKnowledge(dataDir, other, { territory: 'Hà Nội', publicUrl: null }).searchesByMeaning()).toBe(false);
  });

  it('keep the index in use when the endpoint fails, and go on with what was made when it is back', async () => {
    const dataDir = folder();
    const source = papers();
    const parts = { encoder: await createEmbeddingPassages(connect(), MODEL, patient), now: () => AT };
    await ingest({ paths: [source] }, dataDir, parts);
    writeFileSync(join(source, 'phi.txt'), 'Điều 1. Học phí\n1. Học phí là 100.000 đồng.');
    server.misbehave({ kind: 'status', status: 401 });
    await expect(ingest({ paths: [source] }, dataDir, parts)).rejects.toMatchObject({ reason: 'refused' });
    expect(openSnapshot(dataDir).documents).toHaveLength(1);
    const before = server.embedded.length;
    await ingest({ paths: [source] }, dataDir, parts);
    expect(openSnapshot(dataDir).documents).toHaveLength(2);
    expect(server.embedded.slice(before).flat()).toHaveLength(1);
  });

  it('leave a first index to word search when the endpoint fails', async () => {
    const dataDir = folder();
    const encoder = await createEmbeddingPassages(connect(), MODEL, patient);
    server.misbehave({ kind: 'status', status: 401 });
    const report = await ingest({ paths: [papers()] }, dataDir, { encoder, now: () => AT });
    expect(report.outcome).toBe('switched');
    expect(report.notes.join()).toContain('OPENAI_API_KEY');
    expect(openSnapshot(dataDir).vectors).toBeNull();
  });
});
