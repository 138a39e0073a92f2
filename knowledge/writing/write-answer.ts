import type { Answer } from '../answering/answer.ts';
import type { Source } from '../answering/compose-reply.ts';
import { sourceLine } from '../answering/compose-reply.ts';
import { validityWarning } from '../answering/validity-warning.ts';
import { maskPersonalData } from '../personal-data/find-personal-data.ts';
import type { Scope } from '../retrieval/quotable.ts';
import type { Hit } from '../retrieval/retrieve.ts';
import { withoutAnswerWord } from './answer-word.ts';
import type { ChatModel, ModelRequest } from './chat-model.ts';
import { checkSentence } from './check-sentence.ts';
import type { Fault } from './fault.ts';
import { readFigures, vouches } from './figures.ts';
import { versionsOf } from './making.ts';
import { markOf, PROMPT_VERSION, repairRequest, writingRequest } from './prompt.ts';
import { type Writing, type WritingEnd, type WrittenAnswer, writtenAnswer } from './written-answer.ts';

/** An answer that was found. */
export type Answered = Extract<Answer, { kind: 'answered' }>;

/** More passages make a longer prompt and no better answer. */
const MOST_SOURCES = 6;
const MOST_SENTENCES = 8;
const LONGEST_REPLY = 1_500;

/**
 * Lets a model put an answer into words that was found to be sure: redact → write → verify → repair once → verify, and
 * otherwise the answer stays as it was quoted. Whether there is an answer is decided before, without the model. Nothing
 * that the model says is sent unless every sentence stands in the passages that it cites.
 * @param allowed addresses and telephone numbers of the office
 * @param citizen whose budget pays
 */
export async function writeAnswer(
  answer: Answered,
  question: string,
  scope: Scope,
  model: ChatModel,
  allowed: readonly string[],
  citizen: string | null = null,
): Promise<Answered & { readonly writing: Writing }> {
  const hits = candidates(answer);
  const first = writingRequest(maskPersonalData(question), hits);
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
    const draft = readDraft(raw, hits, allowed);
    if (draft === null) return 'malformed';
    return draft.completeness === 'none' || draft.sentences.length === 0 ? 'incomplete' : draft;
  };
  const faultsOf = ({ sentences }: Draft) => sentences.filter(({ faults }) => faults.length > 0);

  const draft = await attempt(first);
  if (typeof draft === 'string') return ended(draft);
  const faulty = faultsOf(draft);
  if (faulty.length === 0) return ended('written', [], replaceWords(answer, draft, hits, scope));
  const second = await attempt(repairRequest(first, faulty));
  if (typeof second === 'string') return ended(second);
  const left = faultsOf(second).flatMap(({ faults }) => faults);
  return left.length > 0 ? ended('rejected', left) : ended('repaired', [], replaceWords(answer, second, hits, scope));
}

interface Draft {
  readonly completeness: WrittenAnswer['completeness'];
  readonly sentences: readonly DraftSentence[];
}

interface DraftSentence {
  readonly sentence: string;
  /** Indexes of the passages that it cites. */
  readonly cited: readonly number[];
  readonly faults: readonly Fault[];
}

/** What the answer quotes, then the next best that it may lean on. */
function candidates(answer: Answered): readonly Hit[] {
  const quoted = answer.sources.map(({ hit }) => hit);
  const others = answer.hits.filter((hit) => !quoted.some(({ passage }) => passage.id === hit.passage.id));
  return [...quoted, ...others.filter(({ validity }) => validity.state === 'in-force')].slice(0, MOST_SOURCES);
}

function readDraft(raw: unknown, hits: readonly Hit[], allowed: readonly string[]): Draft | null {
  const parsed = writtenAnswer.safeParse(raw);
  if (!parsed.success) return null;
  const { sentences, completeness } = parsed.data;
  const read = sentences.map(({ text, passages }) => ({
    sentence: withoutAnswerWord(text.normalize('NFC').replace(/\s+/gu, ' ').trim()),
    // Marks that the prompt did not give name nothing.
    cited: hits.flatMap((_, index) => (passages.includes(markOf(index)) ? [index] : [])),
  }));
  const drafted = read.map(({ sentence, cited }, at) => {
    const earlier = read.slice(0, at);
    const faults = checkSentence(
      sentence,
      cited.flatMap((index) => hits[index] ?? []),
      allowed,
      earlier.filter((one) => one.cited.some((index) => cited.includes(index))).map((one) => one.sentence),
    );
    const distinct = new Set(earlier.map((one) => one.sentence));
    const tooMany = distinct.has(sentence) || distinct.size >= MOST_SENTENCES;
    return { sentence, cited, faults: tooMany ? [...faults, { kind: 'length', words: 'repeated' } as const] : faults };
  });
  const length = drafted.reduce((sum, { sentence }) => sum + sentence.length + 1, 0);
  if (length > LONGEST_REPLY) {
    return {
      completeness,
      sentences: drafted.map((one) => ({
        ...one,
        faults: [...one.faults, { kind: 'length', words: 'reply' } as const],
      })),
    };
  }
  return { sentences: drafted.filter(({ sentence }) => sentence !== ''), completeness };
}

/** The verified sentences with their sources, which are named by us: the model never writes an address. */
function replaceWords(
  answer: Answered,
  { sentences, completeness }: Draft,
  hits: readonly Hit[],
  scope: Scope,
): Answered {
  const saidOf = (hit: Hit) => sentences.filter((one) => one.cited.some((index) => hits[index] === hit));
  const cited = hits.filter((hit) => saidOf(hit).length > 0);
  const used = cited.length === 0 ? answer.sources.map(({ hit }) => hit) : cited;
  const [first, ...rest] = used.map((hit) => sourceOf(hit, saidOf(hit), answer));
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

/** The row of a table that was asked for, where all figures that are said of it stand in it; else the whole passage. */
function sourceOf(hit: Hit, said: readonly DraftSentence[], { sources }: Answered): Source {
  const row = sources.find((source) => source.hit === hit)?.row ?? null;
  const held = row === null ? [] : readFigures(row.alone);
  const isOfRow = said.every(({ sentence }) =>
    readFigures(sentence).every((written) => held.some((figure) => vouches(figure, written))),
  );
  return row !== null && said.length > 0 && isOfRow
    ? { hit, extract: { address: row.address, quote: row.alone }, row: null }
    : { hit, extract: { address: hit.passage.address, quote: hit.passage.text }, row: null };
}
