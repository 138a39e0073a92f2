import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { processEnvironment, readConfig } from '../../../adapters/config.ts';
import { openQuestionEncoder } from '../../../adapters/encoder/open-encoders.ts';
import { openKnowledge } from '../../../adapters/knowledge-source.ts';
import type { KnowledgeBase } from '../../../knowledge/knowledge-base.ts';
import type { QuestionEncoder } from '../../../knowledge/retrieval/encoder.ts';
import type { Scope } from '../../../knowledge/retrieval/quotable.ts';
import { dayInVietnam } from '../../../knowledge/vietnam-day.ts';

/** An index and what the product would ask it with. */
export interface MeasuredIndex {
  readonly base: KnowledgeBase;
  readonly encoder: QuestionEncoder;
  /** Of the office in the settings, today. */
  readonly scope: Scope;
  /** The evaluation set's questions, `null` where there are none. */
  readonly evaluationFile: string | null;
}

/**
 * Opens the index of a data folder with the settings of the environment.
 * @param questions a file of evaluation questions; by default the one in the evaluation folder
 * @throws IndexUnusable, EncoderUnusable, ConfigInvalid
 */
export async function openMeasuredIndex(dataDir: string, questions?: string): Promise<MeasuredIndex> {
  const settings = readConfig(processEnvironment());
  const { territory, unknownValidity, evaluationDir, embeddings } = settings;
  const encoder = await openQuestionEncoder(embeddings, {
    inThread: false,
    onFailure: (failure) => void process.stderr.write(`${failure.message}\n`),
  });
  const base = openKnowledge(dataDir, encoder, { territory, unknownValidity, publicUrl: null }).current();
  const usual = join(evaluationDir, 'eval', 'questions.jsonl');
  return {
    base,
    encoder,
    scope: { day: dayInVietnam(Date.now()), territory, unknownValidity },
    evaluationFile: questions ?? (existsSync(usual) ? usual : null),
  };
}
