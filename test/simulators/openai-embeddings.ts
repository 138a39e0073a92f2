import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { startPlatformServer } from './platform-server.ts';

/** How the simulated endpoint misbehaves once. */
export type Misbehaviour =
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: string }
  /** Never answers. */
  | { readonly kind: 'stall' }
  /** Other vectors than it should give. */
  | { readonly kind: 'vectors'; readonly change: (vectors: number[][]) => unknown[] }
  | { readonly kind: 'body'; readonly body: string };

/** An OpenAI-compatible server that knows `POST /v1/embeddings` and refuses whatever the documents do not allow. */
export interface EmbeddingsSimulator {
  readonly baseUrl: string;
  /** Texts of every request that was answered with vectors, in order. */
  readonly embedded: readonly (readonly string[])[];
  /** Requests of any outcome. */
  readonly requests: () => number;
  /** The next requests misbehave, one each. */
  misbehave(...next: readonly Misbehaviour[]): void;
  stop(): Promise<void>;
}

export const KEY = 'sk-thu-nghiem';
export const MODEL = 'truong-hoc/embed-1';
const DIMENSIONS = 48;

const requestSchema = z.strictObject({
  model: z.literal(MODEL),
  input: z.array(z.string().min(1)).min(1).max(2048),
  encoding_format: z.literal('float'),
});

export async function startEmbeddingsSimulator(): Promise<EmbeddingsSimulator> {
  const waiting: Misbehaviour[] = [];
  const embedded: (readonly string[])[] = [];
  let requests = 0;

  const refuse = (response: ServerResponse, status: number, message: string) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ error: { message, type: 'invalid_request_error', code: null, param: null } }));
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    requests += 1;
    const body = await readBody(request);
    if (request.method !== 'POST' || request.url !== '/v1/embeddings') return refuse(response, 404, 'Unknown path');
    if (request.headers.authorization !== `Bearer ${KEY}`) return refuse(response, 401, 'Incorrect API key provided');
    const parsed = requestSchema.safeParse(JSON.parse(body));
    if (!parsed.success) return refuse(response, 400, z.prettifyError(parsed.error));
    const behaviour = waiting.shift();
    if (behaviour?.kind === 'stall') return;
    if (behaviour?.kind === 'status') {
      if (behaviour.retryAfter !== undefined) response.setHeader('retry-after', behaviour.retryAfter);
      return refuse(response, behaviour.status, 'Told to fail');
    }
    const { input } = parsed.data;
    const vectors = input.map(vectorOf);
    const given = behaviour?.kind === 'vectors' ? behaviour.change(vectors) : vectors;
    if (behaviour === undefined) embedded.push(input);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(
      behaviour?.kind === 'body'
        ? behaviour.body
        : JSON.stringify({
            object: 'list',
            model: MODEL,
            data: given.map((embedding, index) => ({ object: 'embedding', index, embedding })),
            usage: { prompt_tokens: 1, total_tokens: 1 },
          }),
    );
  }

  const server = await startPlatformServer(answer);
  return {
    baseUrl: `${server.url}/v1`,
    embedded,
    requests: () => requests,
    misbehave: (...next) => void waiting.push(...next),
    stop: server.stop,
  };
}

/** Texts that share words are alike. Not of unit length, as many models' vectors are not. */
function vectorOf(text: string): number[] {
  const vector = new Array<number>(DIMENSIONS).fill(0);
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? ['']) {
    const place = createHash('sha256').update(word).digest().readUInt32LE(0) % DIMENSIONS;
    vector[place] = (vector[place] ?? 0) + 3;
  }
  return vector;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}
