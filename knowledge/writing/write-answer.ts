import type { Answer } from '../answering/answer.ts';
import type { Source } from '../answering/compose-reply.ts';
import { sourceLine } from '../answering/compose-reply.ts';
import { validityWarning } from '../answering/validity-warning.ts';
import { maskPersonalData } from '../personal-data/find-personal-data.ts';
import type { Scope } from '../retrieval/quotable.ts';
import type { Hit } from '../retrieval/retrieve.ts';
import type { ChatModel, ModelRequest } from './chat-model.ts';
import type { Fault } from './fault.ts';
import { linksIn, showLinks } from './link-tokens.ts';
import { versionsOf } from './making.ts';
import { isNumber, markedWords } from './marked-words.ts';
import { markOf, PROMPT_VERSION, repairRequest, writingRequest } from './prompt.ts';
import type { SourceStatement } from './source-facts.ts';
import { joinQuoted, type VerifiedSentence, verifySentence } from './verify-sentence.ts';
import { type Writing, type WritingEnd, type WrittenAnswer, writtenAnswer } from './written-answer.ts';

/** An answer that was found. */
export type Answered = Extract<Answer, { kind: 'answered' }>;

/** More passages make a longer prompt and no better answer. */
const MOST_SOURCES = 6;
const MOST_SENTENCES = 8;
const LONGEST_REPLY = 1_500;

/**
 * Lets a model put an answer together that was found to be sure: redact → write → verify → quote → repair once, and
 * otherwise the answer stays as it was quoted. Whether there is an answer is decided before, without the model. A
 * sentence is sent as it was written only if it quotes a statement of a passage; of any other, the statements that it
 * means are sent in the passage's own words. What stands in no passage reaches nobody.
 * @param citizen whose budget pays
 */
export async function writeAnswer(
  answer: Answered,
  question: string,
  scope: Scope,
  model: ChatModel,
  citizen: string | null = null,
): Promise<Answered & { readonly writing: Writing }> {
  const hits = candidates(answer);
  const links = linksIn(hits);
  const first = writingRequest(maskPersonalData(question), hits, links);
  const outputs: unknown[] = [];
  const ended = (end: WritingEnd, faults: readonly Fault[] = [], words: Answered = answer) => ({
    ...words,
    writing: {
      end,
      model: model.name,
      promptVersion: PROMPT_VERSION,
      faults: [...new Set(faults.map(({ kind }) => kind))],
      passages: versionsOf(hits),
      outputs,
    },
  });
  const attempt = async (request: ModelRequest): Promise<Draft | WritingEnd> => {
    const raw = await model.complete(request, citizen);
    outputs.push(raw);
    if (raw === null) return 'no-model';
    const draft = readDraft(raw, hits, links);
    if (draft === null) return 'malformed';
    return draft.completeness === 'none' || draft.sentences.length === 0 ? 'incomplete' : draft;
  };
  const taken = (end: WritingEnd, draft: Draft) =>
    answersLess(draft, question, answer)
      ? ended('incomplete', draft.faults)
      : ended(end, draft.faults, replaceWords(answer, draft, hits, scope));

  const draft = await attempt(first);
  if (typeof draft === 'string') return ended(draft);
  const faulty = draft.sentences.filter(({ source }) => source === null);
  if (faulty.length === 0) return taken(draft.faults.length === 0 ? 'written' : 'mended', draft);
  const second = await attempt(repairRequest(first, faulty));
  if (typeof second === 'string') return ended(second);
  const sentences = second.sentences.filter(({ source }) => source !== null);
  if (sentences.length === 0) return ended('rejected', second.faults);
  const completeness = sentences.length < second.sentences.length ? 'partial' : second.completeness;
  return taken('repaired', { ...second, sentences, completeness });
}

interface Draft {
  readonly completeness: WrittenAnswer['completeness'];
  readonly sentences: readonly DraftSentence[];
  /** Why what was written is not read as it was written; empty where all of it is. */
  readonly faults: readonly Fault[];
}

type DraftSentence = VerifiedSentence<Hit>;

const HOW_MANY = /(?<!\p{L})(?:bao nhiêu|bao lâu|mấy|bao nhieu|bao lau|may|phần trăm|phan tram)(?!\p{L})/iu;

/** Whether a draft holds no number where one is asked for and the quotation holds one. */
function answersLess({ sentences }: Draft, question: string, { sources }: Answered): boolean {
  const holdsNumber = (text: string) => markedWords(text).some(({ word }) => isNumber(word));
  const quoted = sources.map(({ extract, row }) => row?.alone ?? extract.quote);
  return HOW_MANY.test(question) && quoted.some(holdsNumber) && !sentences.some((one) => holdsNumber(one.sentence));
}

/** What the answer quotes, then the next best that it may lean on. */
function candidates(answer: Answered): readonly Hit[] {
  const quoted = answer.sources.map(({ hit }) => hit);
  const others = answer.hits.filter((hit) => !quoted.some(({ passage }) => passage.id === hit.passage.id));
  return [...quoted, ...others.filter(({ validity }) => validity.state === 'in-force')].slice(0, MOST_SOURCES);
}

/** What was written, verified; each thing once, and no more of it than is read on a phone. */
function readDraft(raw: unknown, hits: readonly Hit[], links: readonly string[]): Draft | null {
  const parsed = writtenAnswer.safeParse(raw);
  if (!parsed.success) return null;
  const { sentences, completeness } = parsed.data;
  const faults: Fault[] = [];
  let read: readonly DraftSentence[] = [];
  for (const { text, passages } of sentences) {
    const isAsWritten = read.every(({ faults }) => faults.length === 0);
    const one = verifySentence(showLinks(text, links), citedFirst(hits, passages), isAsWritten);
    faults.push(...(one?.faults ?? []));
    if (one === null || read.some(({ sentence }) => sentence === one.sentence)) continue;
    const joined = joinQuoted(read.at(-1), one);
    const next = joined === null ? [...read, one] : [...read.slice(0, -1), joined];
    const length = next.reduce((sum, { sentence }) => sum + sentence.length + 1, 0);
    if (next.length > MOST_SENTENCES || length > LONGEST_REPLY)
      return { sentences: read, completeness: 'partial', faults };
    read = next;
  }
  return { sentences: read, completeness, faults };
}

/** The passages that a sentence cites, then the others: whatever it cites, it is told to stand where it stands. */
function citedFirst(hits: readonly Hit[], passages: readonly string[]): readonly Hit[] {
  const isCited = (hit: Hit) => passages.includes(markOf(hits.indexOf(hit)));
  return [...hits.filter(isCited), ...hits.filter((hit) => !isCited(hit))];
}

/** The verified sentences with their sources, which are named by us: the model never writes an address. */
function replaceWords(
  answer: Answered,
  { sentences, completeness }: Draft,
  hits: readonly Hit[],
  scope: Scope,
): Answered {
  const quotedOf = (hit: Hit) => sentences.flatMap(({ source }) => (source?.hit === hit ? source.statements : []));
  const used = hits.filter((hit) => quotedOf(hit).length > 0);
  const [first, ...rest] = used.map((hit) => sourceOf(hit, quotedOf(hit), answer));
  if (first === undefined) return answer;
  const warnings = new Set(
    used.flatMap(({ validity }) => validityWarning(validity, scope.unknownValidity ?? 'warn') ?? []),
  );
  const words = sentences.map(({ sentence }) => sentence).join(' ');
  const lines = [first, ...rest].map(({ hit, extract }) => sourceLine(hit.document, extract.address));
  const text = [
    politely(words),
    ...(completeness === 'partial' ? [PARTLY] : []),
    ...(answer.unanswered.length === 0
      ? []
      : [`Em chưa tìm thấy câu trả lời chắc chắn về: ${answer.unanswered.join('; ')}. Em đã ghi lại để cán bộ xem ạ.`]),
    ...warnings,
    lines.length === 1 ? `Nguồn: ${lines[0]}.` : ['Nguồn:', ...lines.map((line) => `– ${line}`)].join('\n'),
  ].join('\n\n');
  return { ...answer, text, sources: [first, ...rest], related: [] };
}

const PARTLY = 'Văn bản chỉ trả lời được một phần câu hỏi này; phần còn lại anh/chị có thể chọn "Gặp cán bộ" ạ.';

/** A sentence goes on after «Dạ,» with a small letter, unless it begins with a name. */
function politely(words: string): string {
  if (/^Dạ(?!\p{L})/u.test(words)) return words;
  const common = /^\p{Lu}\p{Ll}*\s\p{Ll}/u.test(words);
  return `Dạ, ${common ? words.charAt(0).toLowerCase() : words.charAt(0)}${words.slice(1)}`;
}

/** The row of a table that was asked for, where nothing else of its passage is said; else the whole passage. */
function sourceOf(hit: Hit, said: readonly SourceStatement[], { sources }: Answered): Source {
  const row = sources.find((source) => source.hit === hit)?.row ?? null;
  return row !== null && said.every(({ text }) => text === row.alone)
    ? { hit, extract: { address: row.address, quote: row.alone }, row: null }
    : { hit, extract: { address: hit.passage.address, quote: hit.passage.text }, row: null };
}
