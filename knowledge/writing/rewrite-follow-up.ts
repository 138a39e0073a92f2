import { z } from 'zod';
import { maskPersonalData } from '../personal-data/find-personal-data.ts';
import { MEMORY } from '../question/follow-up.ts';
import type { ChatModel } from './chat-model.ts';
import { checkRewrite, type RewriteFault } from './check-rewrite.ts';
import { REWRITE_PROMPT_VERSION, REWRITE_SYSTEM } from './rewrite-words.ts';

/** How a rewrite ended. Only `rewritten` changes what is searched; after the others code joins the messages itself. */
export type RewriteEnd = 'rewritten' | 'no-model' | 'malformed' | RewriteFault;

/** What became of a follow-up that a model was to make stand alone. */
export interface Rewrite {
  readonly end: RewriteEnd;
  readonly model: string;
  readonly promptVersion: string;
  /** What the model returned, not looked at; `null` where it gave nothing. */
  readonly output: unknown;
}

/** A citizen waits for this before anything is searched, so that it must be short (ms). */
const USUAL_WITHIN_MS = 2_500;
const FORM = {
  name: 'rewritten_question',
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['question'],
    properties: { question: { type: 'string' } },
  },
} as const;
const answer = z.object({ question: z.string() });

/** A message of a citizen: as they wrote it, and with abbreviations and diacritics written out. */
export interface ReadMessage {
  readonly written: string;
  readonly read: string;
}

/**
 * Lets a model make a follow-up stand alone. It sees masked words, and what it gives is dropped unless it says nothing
 * that the conversation does not.
 * @param earlier the citizen's messages before it, oldest first
 * @param citizen whose budget pays
 * @param withinMs how long the model may take
 * @returns `question` to search for; `null` where code has to join the messages
 */
export async function rewriteFollowUp(
  message: ReadMessage,
  earlier: readonly ReadMessage[],
  model: ChatModel,
  citizen: string | null,
  withinMs = USUAL_WITHIN_MS,
): Promise<{ readonly question: string | null; readonly rewrite: Rewrite }> {
  const masked = (words: ReadMessage) => maskPersonalData(words.read);
  const said = { message: masked(message), earlier: earlier.slice(-MEMORY).map(masked) };
  const request = { system: REWRITE_SYSTEM, user: JSON.stringify(said), form: FORM, withinMs };
  const output = await model.complete(request, citizen);
  const ended = (end: RewriteEnd, question: string | null = null) => ({
    question,
    rewrite: { end, model: model.name, promptVersion: REWRITE_PROMPT_VERSION, output },
  });
  if (output === null) return ended('no-model');
  const parsed = answer.safeParse(output);
  if (!parsed.success) return ended('malformed');
  const question = parsed.data.question.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const written = [message, ...earlier.slice(-MEMORY)].map((words) => maskPersonalData(words.written));
  const fault = checkRewrite(question, said.message, [...said.earlier, ...written]);
  return fault === null ? ended('rewritten', question) : ended(fault);
}
