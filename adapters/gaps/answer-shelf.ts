import { createHash } from 'node:crypto';
import type { Gap, GapAnswer } from '../../bot/gaps/gap.ts';
import type { AnswerShelf } from '../../bot/gaps/gap-work.ts';
import { AGENCY_ANSWER } from '../../knowledge/document.ts';
import { printDay } from '../../knowledge/printed-day.ts';
import { dayInVietnam } from '../../knowledge/vietnam-day.ts';
import type { UploadIngests } from '../ingesting/upload-ingests.ts';
import { keepUpload, listRemoved, listUploads, removeUpload } from '../ingesting/uploads.ts';
import type { KnowledgeSource } from '../knowledge-source.ts';

/** An ingest that ended without the answer is tried again after this. */
const TRY_AGAIN_MS = 60_000;

/**
 * Approved answers as files among the uploads, so that they are indexed, corrected, withdrawn and backed up like every
 * other document.
 */
export function createAnswerShelf(deps: {
  readonly dataDir: string;
  readonly officeName: string;
  readonly ingests: Pick<UploadIngests, 'start' | 'running'>;
  readonly knowledge: Pick<KnowledgeSource, 'current'>;
  readonly now: () => number;
}): AnswerShelf {
  const { dataDir, officeName, ingests, knowledge, now } = deps;
  let startedAt = Number.NEGATIVE_INFINITY;

  function ingest(): void {
    if (ingests.running() !== null || now() - startedAt < TRY_AGAIN_MS) return;
    startedAt = now();
    ingests.start();
  }

  return {
    put(gap, answer) {
      const kept = keepUpload(dataDir, fileNameOf(gap), bytesOf(answer, officeName));
      if (kept !== 'same') startedAt = Number.NEGATIVE_INFINITY;
      ingest();
    },
    remove(gap) {
      const name = fileNameOf(gap);
      if (!listUploads(dataDir).some((file) => file.name === name)) return;
      removeUpload(dataDir, name);
      ingests.start();
    },
    wasRemoved(gap) {
      const isNamed = ({ name }: { readonly name: string }) => name === fileNameOf(gap);
      return !listUploads(dataDir).some(isNamed) && listRemoved(dataDir).some(isNamed);
    },
    holds(_gap, answer) {
      const digest = createHash('sha256').update(bytesOf(answer, officeName)).digest('hex');
      return knowledge.current().documents.has(digest.slice(0, 16));
    },
  };
}

/** Turn ids are random; a digest of one is a name for every file system. */
function fileNameOf({ id }: Gap): string {
  return `tra-loi-cua-co-quan-${createHash('sha256').update(id).digest('hex').slice(0, 8)}.md`;
}

/** The same answer always gives the same bytes, by which it is known in the index. */
function bytesOf({ question, text, source, expiresOn, decidedAt }: GapAnswer, officeName: string): Uint8Array {
  const approvedOn = printDay(dayInVietnam(decidedAt ?? 0));
  const fields = {
    'loai-van-ban': AGENCY_ANSWER,
    'trich-yeu': question,
    'co-quan-ban-hanh': officeName,
    'ngay-ban-hanh': approvedOn,
    'ngay-hieu-luc': approvedOn,
    'ngay-het-hieu-luc': printDay(expiresOn),
  };
  const front = Object.entries(fields).map(([name, value]) => `${name}: ${oneLine(value)}`);
  return Buffer.from(
    ['---', ...front, '---', '', `# ${oneLine(question)}`, '', text, '', `Căn cứ: ${oneLine(source)}.`, ''].join('\n'),
  );
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
