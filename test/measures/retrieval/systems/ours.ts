import { loadOnnxEncoder } from '../../../../adapters/encoder/onnx-encoder.ts';
import { buildKnowledgeBase } from '../../../../knowledge/knowledge-base.ts';
import { readQuestion } from '../../../../knowledge/question/question.ts';
import { encodedText } from '../../../../knowledge/retrieval/encoder.ts';
import { retrieve } from '../../../../knowledge/retrieval/retrieve.ts';
import { readArticle } from '../article-passages.ts';
import { cachedVectors } from '../cached-vectors.ts';
import { type BuildSystem, firstTen } from '../search-system.ts';

const SCOPE = { day: '2026-01-01', territory: 'Hà Nội' };
/** Passages looked at, so that ten different articles are among them. */
const DEPTH = 60;

/** The product: words and meaning together. */
export const buildOurs: BuildSystem = async (articles, cacheDir) => {
  const base = await readBase(articles, cacheDir);
  const encoder = await loadOnnxEncoder();
  return {
    async find(text) {
      const question = readQuestion(text, [], base);
      const encoded = await encoder.encodeQuestion(question.spelledAsCollection);
      return firstTen(retrieve(base, question, encoded, SCOPE, DEPTH).map((hit) => hit.document.id));
    },
  };
};

/** The product on a machine where the encoder does not run. */
export const buildOursByWords: BuildSystem = async (articles) => {
  const base = await readBase(articles, null);
  return {
    async find(text) {
      return firstTen(retrieve(base, readQuestion(text, [], base), null, SCOPE, DEPTH).map((hit) => hit.document.id));
    },
  };
};

async function readBase(articles: Parameters<BuildSystem>[0], cacheDir: string | null) {
  const readings = articles.map(readArticle);
  const passages = readings.flatMap((reading) => reading.passages);
  const vectors =
    cacheDir === null
      ? null
      : await cachedVectors(
          readings.flatMap(({ document, passages }) => passages.map((passage) => encodedText(passage, document.title))),
          cacheDir,
          'passages',
        );
  return buildKnowledgeBase(
    readings.map((reading) => reading.document),
    passages,
    vectors,
  );
}
