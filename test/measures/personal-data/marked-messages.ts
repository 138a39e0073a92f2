import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type PersonalKind, type PersonalSpan, PLACEHOLDERS } from '../../../knowledge/personal-data/kinds.ts';

/** A message with the personal data that stands in it. */
export interface MarkedMessage {
  readonly text: string;
  readonly spans: readonly PersonalSpan[];
}

/**
 * The rules were written on `tuned`. `unseen` was written after them, by the same hand, and no rule was changed for it.
 * `look-alikes`: questions in words that lists of names hold, and names in the same places.
 */
export const PARTS = ['tuned', 'unseen', 'look-alikes'] as const;

const lineSchema = z.object({ text: z.string() });
const MARK = /\{([a-z-]+):([^{}]*)\}/gu;

const isKind = (kind: string): kind is PersonalKind => kind in PLACEHOLDERS;

/** The messages of one part; in the files personal data stands as `{kind:words}`. All of them are made up. */
export function readMarkedMessages(part: (typeof PARTS)[number]): readonly MarkedMessage[] {
  return readFileSync(join(import.meta.dirname, `${part}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => readMarks(lineSchema.parse(JSON.parse(line)).text.normalize('NFC')));
}

function readMarks(marked: string): MarkedMessage {
  let text = '';
  let at = 0;
  const spans: PersonalSpan[] = [];
  for (const { index, 0: mark, 1: kind = '', 2: words = '' } of marked.matchAll(MARK)) {
    if (!isKind(kind)) throw new TypeError(`There is no kind ${kind}: ${marked}`);
    text += marked.slice(at, index);
    spans.push({ kind, start: text.length, end: text.length + words.length });
    text += words;
    at = index + mark.length;
  }
  return { text: text + marked.slice(at), spans };
}
