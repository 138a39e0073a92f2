import { z } from 'zod';
import { readArticles, readQuestions } from './collection.ts';
import { type QuestionStyle, STYLES, typeInStyle } from './question-styles.ts';
import { averageScores, percentile, type RankingScores, scoreRanking } from './ranking-scores.ts';
import { SYSTEMS } from './systems/all-systems.ts';

/** What one process is asked to measure; passed to it as JSON in its first argument. */
export const taskSchema = z.object({
  system: z.string(),
  styles: z.array(z.enum(STYLES)),
  corpus: z.string(),
  queries: z.string(),
  qrels: z.string(),
  cache: z.string(),
});
export type MeasuringTask = z.infer<typeof taskSchema>;

/** One line of the table. Times in ms; memory is what the process holds after its last question, in MB. */
export interface MeasuredRow extends RankingScores {
  readonly system: string;
  readonly style: QuestionStyle;
  readonly p50ms: number;
  readonly p95ms: number;
  readonly buildMs: number;
  readonly rssMb: number;
}

/** Questions asked before the clock runs, so that no system pays for the first compilation. */
const WARM_UP = 20;

/** Builds one system and asks it every question in every style. */
export async function measureSystem(task: MeasuringTask): Promise<readonly MeasuredRow[]> {
  const articles = readArticles(task.corpus);
  const questions = readQuestions(task.queries, task.qrels);
  const load = SYSTEMS[task.system];
  if (load === undefined) throw new TypeError(`There is no system ${task.system}.`);
  const build = await load();
  const startedAt = performance.now();
  const system = await build(articles, task.cache);
  const buildMs = performance.now() - startedAt;
  for (const { text, id } of questions.slice(0, WARM_UP)) await system.find(typeInStyle(text, 'half', `warm ${id}`));

  const measured: Omit<MeasuredRow, 'rssMb'>[] = [];
  for (const style of task.styles) {
    const times: number[] = [];
    const scores: RankingScores[] = [];
    for (const { id, text, relevant } of questions) {
      const typed = typeInStyle(text, style, id);
      const askedAt = performance.now();
      const found = await system.find(typed);
      times.push(performance.now() - askedAt);
      scores.push(scoreRanking(found, relevant));
    }
    const averages = averageScores(scores);
    measured.push({
      system: task.system,
      style,
      ...averages,
      p50ms: percentile(times, 0.5),
      p95ms: percentile(times, 0.95),
      buildMs,
    });
  }
  const rssMb = process.memoryUsage.rss() / 2 ** 20;
  await system.close?.();
  return measured.map((row) => ({ ...row, rssMb }));
}
