import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { startPlatformServer } from './platform-server.ts';

/** What the prompt's data holds, as a model reads it. */
const promptData = z.object({
  question: z.string(),
  passages: z.array(z.object({ id: z.string(), source: z.string(), headings: z.array(z.string()), text: z.string() })),
  rejected: z
    .array(z.object({ sentence: z.string(), reasons: z.array(z.string()), words: z.array(z.string()) }))
    .optional(),
});

export type PromptData = z.infer<typeof promptData>;

/** A follow-up that is to be made to stand alone. */
const followUpData = z.strictObject({ message: z.string().min(1), earlier: z.array(z.string()).min(1).max(4) });

export type FollowUpData = z.infer<typeof followUpData>;

/** An answer that is to be judged. */
const judgeData = z.strictObject({
  question: z.string(),
  answer: z.string(),
  passages: z.array(z.strictObject({ id: z.string(), source: z.string(), text: z.string() })),
});

export type JudgeData = z.infer<typeof judgeData>;

/** How a simulated model answers a request. */
export type ModelPlay = (asked: PromptData, system: string) => ModelMove;

export type ModelMove =
  /** Given as the message's content, as JSON. */
  | { readonly kind: 'json'; readonly value: unknown }
  /** Given as it stands. */
  | { readonly kind: 'text'; readonly text: string; readonly finish?: 'stop' | 'length' | 'content_filter' }
  | { readonly kind: 'status'; readonly status: number }
  /** Never answers. */
  | { readonly kind: 'stall' };

/** How it makes a follow-up stand alone, or judges. */
export type RewritePlay = (asked: FollowUpData, system: string) => ModelMove;
export type JudgePlay = (asked: JudgeData, system: string) => ModelMove;

/** An OpenAI-compatible server that knows `POST /v1/chat/completions` and refuses whatever the documents do not allow. */
export interface ChatSimulator {
  readonly baseUrl: string;
  /** What was asked, in order, as text: what would have left the office. */
  readonly bodies: readonly string[];
  /** Lets the model play differently from now on. */
  play(play: ModelPlay): void;
  /** The same for follow-ups, which it says again until then. */
  playRewrite(play: RewritePlay): void;
  /** The same for judging, which it cannot do until then. */
  playJudge(play: JudgePlay): void;
  stop(): Promise<void>;
}

export const CHAT_KEY = 'sk-thu-nghiem';
export const CHAT_MODEL = 'truong-hoc/chat-1';

const schemaNode: z.ZodType = z.lazy(() =>
  z.union([
    z.strictObject({
      type: z.literal('object'),
      additionalProperties: z.literal(false),
      required: z.array(z.string()),
      properties: z.record(z.string(), schemaNode),
    }),
    z.strictObject({ type: z.literal('array'), items: schemaNode }),
    z.strictObject({ type: z.enum(['string', 'number', 'boolean']), enum: z.array(z.string()).optional() }),
  ]),
);
const requestSchema = z.strictObject({
  model: z.literal(CHAT_MODEL),
  temperature: z.number().min(0).max(2),
  max_tokens: z.int().positive().optional(),
  max_completion_tokens: z.int().positive().optional(),
  stream: z.literal(false).optional(),
  messages: z
    .array(z.strictObject({ role: z.enum(['system', 'user', 'assistant']), content: z.string().min(1) }))
    .min(1),
  response_format: z.strictObject({
    type: z.literal('json_schema'),
    json_schema: z.strictObject({
      name: z.string().regex(/^[\w-]{1,64}$/),
      strict: z.literal(true),
      schema: schemaNode.refine((node) => everyKeyIsRequired(node), 'strict mode requires every key'),
    }),
  }),
});

function everyKeyIsRequired(node: unknown): boolean {
  const parsed = z
    .object({ properties: z.record(z.string(), z.unknown()), required: z.array(z.string()) })
    .safeParse(node);
  if (!parsed.success) return true;
  const { properties, required } = parsed.data;
  return (
    Object.keys(properties).every((key) => required.includes(key)) &&
    Object.values(properties).every(everyKeyIsRequired)
  );
}

export async function startChatSimulator(): Promise<ChatSimulator> {
  const bodies: string[] = [];
  let playing: ModelPlay = () => ({ kind: 'status', status: 500 });
  let rewriting: RewritePlay = ({ message }) => ({ kind: 'json', value: { question: message } });
  let judging: JudgePlay = () => ({ kind: 'status', status: 500 });

  const refuse = (response: ServerResponse, status: number, message: string) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ error: { message, type: 'invalid_request_error', code: null, param: null } }));
  };

  function moveFor(form: string, data: unknown, system: string): ModelMove {
    if (form === 'written_answer') return playing(promptData.parse(data), system);
    if (form === 'rewritten_question') return rewriting(followUpData.parse(data), system);
    if (form === 'judgement') return judging(judgeData.parse(data), system);
    return { kind: 'status', status: 400 };
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece);
    const body = Buffer.concat(pieces).toString('utf8');
    bodies.push(body);
    if (request.method !== 'POST' || request.url !== '/v1/chat/completions')
      return refuse(response, 404, 'Unknown path');
    if (request.headers.authorization !== `Bearer ${CHAT_KEY}`)
      return refuse(response, 401, 'Incorrect API key provided');
    const parsed = requestSchema.safeParse(JSON.parse(body));
    if (!parsed.success) return refuse(response, 400, z.prettifyError(parsed.error));
    const contents = (role: string) =>
      parsed.data.messages.filter((one) => one.role === role).map((one) => one.content);
    const data: unknown = JSON.parse(contents('user').at(-1) ?? '');
    const move = moveFor(parsed.data.response_format.json_schema.name, data, contents('system').join('\n'));
    if (move.kind === 'stall') return;
    if (move.kind === 'status') return refuse(response, move.status, 'Told to fail');
    const content = move.kind === 'json' ? JSON.stringify(move.value) : move.text;
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify({
        id: 'chatcmpl-1',
        object: 'chat.completion',
        created: 1_795_000_000,
        model: CHAT_MODEL,
        choices: [
          {
            index: 0,
            message: { role: 'assistant', content, refusal: null },
            logprobs: null,
            finish_reason: move.kind === 'text' ? (move.finish ?? 'stop') : 'stop',
          },
        ],
        usage: { prompt_tokens: 100, completion_tokens: 50, total_tokens: 150 },
      }),
    );
  }

  const server = await startPlatformServer(answer);
  return {
    baseUrl: `${server.url}/v1`,
    bodies,
    play(play) {
      playing = play;
    },
    playRewrite(play) {
      rewriting = play;
    },
    playJudge(play) {
      judging = play;
    },
    stop: server.stop,
  };
}
