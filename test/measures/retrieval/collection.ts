import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';

/** A text that questions are to find. */
export interface Article {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** A question with the ids of its articles and how well each answers (1 or more). */
export interface JudgedQuestion {
  readonly id: string;
  readonly text: string;
  readonly relevant: ReadonlyMap<string, number>;
}

const articleSchema = z.object({ id: z.string(), title: z.string().default(''), text: z.string() });
const questionSchema = z.object({ id: z.string(), text: z.string() });

/** Articles of a JSON-lines file, packed with gzip when its name ends in `.gz`. Throws on a bad line. */
export function readArticles(file: string): readonly Article[] {
  return jsonLines(file).map((line) => articleSchema.parse(line));
}

/**
 * Questions that have at least one relevant article.
 * @param judgements tab-separated `query_id`, `doc_id`, `score`, with a header
 */
export function readQuestions(questions: string, judgements: string): readonly JudgedQuestion[] {
  const relevant = new Map<string, Map<string, number>>();
  for (const line of linesOf(judgements).slice(1)) {
    const [question = '', article = '', score = '1'] = line.split('\t');
    if (Number(score) <= 0) continue;
    const articles = relevant.get(question) ?? new Map<string, number>();
    relevant.set(question, articles.set(article, Number(score)));
  }
  return jsonLines(questions).flatMap((line) => {
    const question = questionSchema.parse(line);
    const articles = relevant.get(question.id);
    return articles === undefined ? [] : [{ ...question, relevant: articles }];
  });
}

function jsonLines(file: string): readonly unknown[] {
  return linesOf(file).map((line) => JSON.parse(line));
}

function linesOf(file: string): readonly string[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text.split(/\r?\n/).filter((line) => line.trim() !== '');
}
