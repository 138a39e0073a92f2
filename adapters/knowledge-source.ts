import { unwatchFile, watchFile } from 'node:fs';
import { join } from 'node:path';
import type { TurnKnowledge } from '../bot/decide-turn.ts';
import { answerQuestion, search } from '../knowledge/answering/answer.ts';
import type { Day } from '../knowledge/document.ts';
import { buildKnowledgeBase, type KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Encoder } from '../knowledge/retrieval/encoder.ts';
import type { Hit } from '../knowledge/retrieval/retrieve.ts';
import { openSnapshot } from './snapshots/snapshot-store.ts';

/** The index that answers now. A newer snapshot replaces it whole, between two questions. */
export interface KnowledgeSource extends TurnKnowledge {
  current(): KnowledgeBase;
  /** Passages for a question, best first, also when no answer comes of them. */
  find(message: string, earlier: readonly string[], at: number): Promise<readonly Hit[]>;
  /** Whether answers search by meaning too. */
  searchesByMeaning(): boolean;
  /** Reads the snapshot of the data folder again; on a fault the present index stays and the fault is thrown. */
  reload(): void;
  /** Reloads whenever another process switches the snapshot. Returns the function that stops watching. */
  watch(onReload: (passages: number) => void, onFault: (error: unknown) => void): () => void;
}

/**
 * Opens the index of a data folder.
 * @param encoder `null` searches by words alone
 * @param publicUrl for links to documents, `null` = no links
 * @throws IndexUnusable
 */
export function openKnowledge(
  dataDir: string,
  encoder: Encoder | null,
  territory: string,
  publicUrl: string | null,
): KnowledgeSource {
  let base = load(dataDir);
  let passagesById = indexPassages(base);

  const scopeAt = (at: number) => ({ day: dayInVietnam(at), territory });

  function reload(): void {
    base = load(dataDir);
    passagesById = indexPassages(base);
  }

  return {
    current: () => base,
    searchesByMeaning: () => encoder !== null && base.vectors?.model === encoder.model,
    reload,
    answer: (message, earlier, at) => answerQuestion(base, encoder, message, earlier, scopeAt(at)),
    find: async (message, earlier, at) => (await search(base, encoder, message, earlier, scopeAt(at))).hits,
    passage(id) {
      const passage = passagesById.get(id);
      const document = passage === undefined ? undefined : base.documents.get(passage.documentId);
      return passage === undefined || document === undefined ? null : { passage, document };
    },
    link: (passage) => (publicUrl === null ? null : `${publicUrl}${documentPath(passage.id)}`),
    watch(onReload, onFault) {
      const pointer = join(dataDir, 'knowledge', 'current.json');
      const listener = () => {
        try {
          reload();
          onReload(base.passages.length);
        } catch (error) {
          onFault(error);
        }
      };
      watchFile(pointer, { interval: 1000, persistent: false }, listener);
      return () => unwatchFile(pointer, listener);
    },
  };
}

/** Path of a passage on the document page: `/van-ban/<document>#<ordinal>`. */
export function documentPath(passageId: string): string {
  return `/van-ban/${passageId}`;
}

/** The calendar day in Vietnam (UTC+7, no daylight saving) of an instant in ms since epoch. */
export function dayInVietnam(at: number): Day {
  return new Date(at + 7 * 3_600_000).toISOString().slice(0, 10);
}

function load(dataDir: string): KnowledgeBase {
  const snapshot = openSnapshot(dataDir);
  return buildKnowledgeBase(snapshot.documents, snapshot.passages, snapshot.vectors);
}

function indexPassages(base: KnowledgeBase) {
  return new Map(base.passages.map((passage) => [passage.id, passage]));
}
