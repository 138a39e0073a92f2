import { statSync, unwatchFile, watchFile } from 'node:fs';
import { SpanKind } from '@opentelemetry/api';
import type { AboutQuestion } from '../bot/gaps/place-questions.ts';
import type { TurnKnowledge } from '../bot/turn-decision.ts';
import { search } from '../knowledge/answering/answer.ts';
import { correctDocuments } from '../knowledge/corrections.ts';
import type { OfficialDocument } from '../knowledge/document.ts';
import { keptMeaning, readMeaning } from '../knowledge/gaps/kept-meaning.ts';
import { questionCore } from '../knowledge/gaps/question-core.ts';
import { questionTerms } from '../knowledge/gaps/question-terms.ts';
import { buildKnowledgeBase, type KnowledgeBase, replaceDocuments } from '../knowledge/knowledge-base.ts';
import { readMessageText } from '../knowledge/question/message-text.ts';
import type { QuestionEncoder } from '../knowledge/retrieval/encoder.ts';
import type { UnknownValidity } from '../knowledge/retrieval/quotable.ts';
import type { Hit } from '../knowledge/retrieval/retrieve.ts';
import type { PassageVectors, VectorSearch } from '../knowledge/retrieval/vector-search.ts';
import { dayInVietnam } from '../knowledge/vietnam-day.ts';
import { answerMessage } from '../knowledge/writing/answer-message.ts';
import type { Writer } from './chat-model/open-writer.ts';
import { answeringVersion } from './code-version.ts';
import { correctionsFile, readCorrections } from './corrections/correction-log.ts';
import type { IndexUnusable } from './snapshots/errors.ts';
import type { IngestRecord } from './snapshots/ingest-record.ts';
import { type OpenedSnapshot, openIngestRecord, openSnapshot, pointerFile } from './snapshots/snapshot-store.ts';
import { createTakingTurns } from './taking-turns.ts';
import { inSpan } from './tracing.ts';

/**
 * The index that answers now, as editors corrected it. A newer snapshot or a correction replaces it whole, between two
 * questions.
 */
export interface KnowledgeSource extends TurnKnowledge {
  /** The index that answers now, with every correction made so far. */
  current(): KnowledgeBase;
  /** A document of the present index before corrections, or `null`. */
  asRead(documentId: string): OfficialDocument | null;
  /** How the present index came to be; `null` when nothing tells. */
  record(): IngestRecord | null;
  /** Passages for a question, best first, also when no answer comes of them. */
  find(message: string, earlier: readonly string[], at: number): Promise<readonly Hit[]>;
  /**
   * What a question is about, for putting alike ones together; see `knowledge/gaps`.
   * @param kept its vector as it was kept when the question was read before, or `null`
   */
  about(message: string, kept: string | null): Promise<AboutQuestion>;
  /** When the index that answers now was made (ms since epoch). */
  builtAt(): number;
  /** Whether answers search by meaning too. */
  searchesByMeaning(): boolean;
  /** How vectors are searched now. */
  vectorSearch(): 'exact' | 'hnsw' | 'none';
  /** Why an older index answers than the newest one; `null` when the newest one does. */
  refused(): IndexUnusable | null;
  /**
   * Tells when another index begins to answer, or a new one is refused. A switch by another process takes effect at
   * the next question, or within a second. Returns the function that stops watching.
   */
  watch(onReload: (passages: number) => void, onFault: (error: unknown) => void): () => void;
}

/** Prepares a faster search of an index's vectors; `null` when there is none for them. */
export type QuickenSearch = (vectors: PassageVectors) => Promise<VectorSearch | null>;

/** How an index answers. */
export interface KnowledgeSettings {
  /** The office's own place, for example `Hà Nội › Ba Đình`. */
  readonly territory: string;
  /** For links to documents; `null` = no links. */
  readonly publicUrl: string | null;
  /** What to do with documents whose force nobody tells; by default they are answered from with a warning. */
  readonly unknownValidity?: UnknownValidity;
  /** Vectors are searched exactly until this has prepared another search. */
  readonly quicken?: QuickenSearch;
  /** Puts found answers into words; `null` or absent = they quote the documents. */
  readonly writer?: Writer | null;
}

const ANSWERING = { name: 'answer from documents', kind: SpanKind.INTERNAL, attributes: {} };

/**
 * Opens the index of a data folder with the corrections kept beside it.
 * @param questionEncoder `null` searches by words alone
 * @throws IndexUnusable, StoreUnusable when the corrections cannot be read
 */
export function openKnowledge(
  dataDir: string,
  questionEncoder: QuestionEncoder | null,
  { territory, publicUrl, unknownValidity = 'warn', quicken = async () => null, writer = null }: KnowledgeSettings,
): KnowledgeSource {
  const pointer = pointerFile(dataDir);
  const corrections = correctionsFile(dataDir);
  let seen = { snapshot: changeOf(pointer), corrections: changeOf(corrections) };
  let snapshot = openSnapshot(dataDir);
  let base = build(snapshot, dataDir);
  let passagesById = indexPassages(base);
  let readById = new Map(snapshot.documents.map((document) => [document.id, document]));
  let record: { readonly of: OpenedSnapshot; readonly read: IngestRecord | null } | null = null;
  let told = { onReload: (_passages: number) => {}, onFault: (_error: unknown) => {} };

  const takeTurn = createTakingTurns();
  const encoder: QuestionEncoder | null =
    questionEncoder === null
      ? null
      : {
          ...questionEncoder,
          async encodeQuestion(text) {
            const encoded = await questionEncoder.encodeQuestion(text);
            await takeTurn();
            return encoded;
          },
        };

  void quickenSearch();

  /** Replaces the search of the present vectors when its faster one is ready, unless others came meanwhile. */
  async function quickenSearch(): Promise<void> {
    const { vectors } = base;
    const vectorSearch =
      vectors === null ? null : await quicken(vectors).catch((error: unknown) => told.onFault(error));
    if (vectorSearch && base.vectors === vectors) base = { ...base, vectorSearch };
  }

  const scopeAt = (at: number) => ({ day: dayInVietnam(at), territory, unknownValidity });

  /** The present index, read again when it was switched or corrected; on a fault the one in use stays. */
  function present(): KnowledgeBase {
    const change = { snapshot: changeOf(pointer), corrections: changeOf(corrections) };
    if (change.snapshot === seen.snapshot && change.corrections === seen.corrections) return base;
    const switched = change.snapshot !== seen.snapshot;
    seen = change;
    try {
      if (switched) snapshot = openSnapshot(dataDir);
      // A correction leaves the vectors as they are, and what searches them.
      base = switched ? build(snapshot, dataDir) : replaceDocuments(base, corrected(snapshot, dataDir));
      passagesById = indexPassages(base);
      readById = new Map(snapshot.documents.map((document) => [document.id, document]));
      if (switched) void quickenSearch();
      if (!switched || snapshot.refused === null) told.onReload(base.passages.length);
      else told.onFault(snapshot.refused);
    } catch (error) {
      told.onFault(error);
    }
    return base;
  }

  return {
    current: present,
    record() {
      // All files of the snapshot are checked for it, which takes too long to be done for every page.
      if (record?.of !== snapshot) record = { of: snapshot, read: openIngestRecord(dataDir) };
      return record.read;
    },
    asRead: (documentId) => readById.get(documentId) ?? null,
    builtAt: () => Date.parse(snapshot.builtAt),
    searchesByMeaning: () => encoder !== null && base.vectors?.model === encoder.model,
    vectorSearch: () => base.vectorSearch?.way ?? 'none',
    refused: () => snapshot.refused,
    answer: (message, earlier, at, mayAsk, citizen) =>
      inSpan(ANSWERING, async (span) => {
        const asked = { message, earlier, mayAsk, citizen: citizen ?? null };
        // Policy has just run: what else waits of the process goes first.
        await takeTurn();
        const { answer, making } = await answerMessage(present(), encoder, asked, scopeAt(at), writer);
        span.setAttribute('kind', answer.kind);
        if (making.rewrite !== null) writer?.onRewrite(making.rewrite.end);
        if (answer.kind === 'answered' && answer.writing !== undefined) writer?.onWriting(answer.writing.end);
        return { ...answer, making: { ...making, program: answeringVersion() } };
      }),
    async about(message, kept) {
      await takeTurn();
      const core = questionCore(readMessageText(message, present().restore).text);
      const terms = questionTerms(core);
      if (encoder === null) return { terms, vector: null, meaning: null };
      const { model } = encoder;
      const known = kept === null ? null : readMeaning(kept, core, model);
      if (known !== null) return { terms, vector: known, meaning: kept };
      const encoded = await encoder.encodeQuestion(core);
      if (encoded === null) return { terms, vector: null, meaning: null };
      const meaning = keptMeaning(encoded.vector, core, model);
      // As it will be read again, so that questions lie together in the same way after a restart.
      return { terms, vector: readMeaning(meaning, core, model), meaning };
    },
    find: async (message, earlier, at) => (await search(present(), encoder, message, earlier, scopeAt(at))).hits,
    passage(id) {
      const passage = passagesById.get(id);
      const document = passage === undefined ? undefined : base.documents.get(passage.documentId);
      return passage === undefined || document === undefined ? null : { passage, document };
    },
    link: (passage) => (publicUrl === null ? null : `${publicUrl}${documentPath(passage.id)}`),
    watch(onReload, onFault) {
      told = { onReload, onFault };
      const listener = () => void present();
      const files = [pointer, corrections];
      for (const file of files) watchFile(file, { interval: 1000, persistent: false }, listener);
      return () => {
        for (const file of files) unwatchFile(file, listener);
      };
    },
  };
}

/** Path of a passage on the document page: `/van-ban/<document>#<ordinal>`. */
export function documentPath(passageId: string): string {
  return `/van-ban/${passageId}`;
}

/** About 0.2 s a thousand passages. */
function build(snapshot: OpenedSnapshot, dataDir: string): KnowledgeBase {
  return buildKnowledgeBase(corrected(snapshot, dataDir), snapshot.passages, snapshot.vectors);
}

function corrected({ documents }: OpenedSnapshot, dataDir: string): readonly OfficialDocument[] {
  return correctDocuments(documents, readCorrections(dataDir));
}

/** Differs after every switch and every correction; a missing file is a change like any other. */
function changeOf(file: string): string {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat === undefined ? '' : `${stat.ino} ${stat.mtimeMs} ${stat.size}`;
}

function indexPassages(base: KnowledgeBase) {
  return new Map(base.passages.map((passage) => [passage.id, passage]));
}
