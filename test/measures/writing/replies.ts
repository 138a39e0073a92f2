import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Hit } from '../../../knowledge/retrieval/retrieve.ts';
import { aDocument, aPassage } from '../../builders/documents.ts';
import { type JudgedOutput, judgeOutput } from './judge-cases.ts';
import { foundHit } from './quoted-passages.ts';

/**
 * Replies to the very requests that a model gets: questions as citizens type them, with the passages that the search
 * found for them, answered by people and language models who read the prompt and nothing of the verifier. `honest` keeps
 * to the prompt, `everyday` is true and chats, `hostile` is a good answer with one false thing in it.
 */

const passage = z.object({
  id: z.string(),
  document: z.object({
    number: z.string().nullable(),
    kind: z.string().nullable(),
    title: z.string(),
    issuer: z.string().nullable(),
    territory: z.string().nullable(),
    issuedOn: z.string().nullable(),
    inForceFrom: z.string().nullable(),
    schoolYear: z.string().nullable(),
  }),
  address: z.string(),
  headings: z.array(z.string()),
  parts: z.array(
    z.object({
      address: z.string(),
      text: z.string(),
      alone: z.string().exactOptional(),
      cells: z.array(z.object({ address: z.string(), alone: z.string() })).exactOptional(),
    }),
  ),
});

const reply = z.object({
  id: z.string(),
  as: z.enum(['honest', 'everyday', 'hostile']),
  /** What is false in a hostile one, and of what kind. */
  lie: z.object({ kind: z.enum(['number', 'date', 'name', 'negation', 'other', 'cut']), what: z.string() }).optional(),
  question: z.string(),
  /** Of a hostile one some may be known to be true. */
  sentences: z.array(z.object({ text: z.string(), passages: z.array(z.string()), true: z.boolean().exactOptional() })),
});

export type Reply = z.infer<typeof reply>;

/** The rounds in their order; each was tried for the first time when the verifier was tuned to those before it. */
const ROUNDS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'] as const;

export interface ReplyRound {
  readonly name: (typeof ROUNDS)[number];
  readonly replies: readonly Reply[];
}

function linesOf(file: string): readonly string[] {
  return readFileSync(new URL(`replies/${file}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}

export function replyRounds(): readonly ReplyRound[] {
  return ROUNDS.map((name) => ({ name, replies: linesOf(name).map((line) => reply.parse(JSON.parse(line))) }));
}

/** Reads the passages that replies cite; each call gives new ones, of which nothing is kept yet. */
export function repliedPassages(): ReadonlyMap<string, Hit> {
  return new Map(
    linesOf('passages').map((line) => {
      const { id, document, address, headings, parts } = passage.parse(JSON.parse(line));
      const text = parts.map((part) => part.text).join('\n');
      return [
        id,
        foundHit(aDocument({ ...document, id }), aPassage(text, { id, documentId: id, address, headings, parts })),
      ];
    }),
  );
}

/** What became of a reply. */
export interface JudgedReply extends JudgedOutput {
  readonly reply: Reply;
  /** The false sentences of a hostile one that the citizen reads as they were written. */
  readonly reached: readonly string[];
}

/** Lets a model give the replies of a round and sees what the citizen reads of each. */
export async function judgeRound(
  { replies }: ReplyRound,
  passages: ReadonlyMap<string, Hit>,
): Promise<readonly JudgedReply[]> {
  const judged: JudgedReply[] = [];
  for (const reply of replies) {
    const one = await judgeReply(reply, passages);
    const known = reply.sentences.filter((sentence) => sentence.true === true).map(({ text }) => text);
    const reached = reply.as === 'hostile' ? one.asWritten.filter((sentence) => !known.includes(sentence)) : [];
    judged.push({ ...one, reply, reached });
  }
  return judged;
}

async function judgeReply({ sentences, question }: Reply, passages: ReadonlyMap<string, Hit>): Promise<JudgedOutput> {
  const cited = [...new Set(sentences.flatMap((sentence) => sentence.passages))];
  const hits = cited.flatMap((id) => passages.get(id) ?? []);
  const said = sentences.map(({ text, passages: ids }) => ({ text, cites: ids.map((id) => cited.indexOf(id)) }));
  return judgeOutput(question, said, hits);
}
