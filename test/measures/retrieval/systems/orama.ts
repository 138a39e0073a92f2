import { create, insertMultiple, search, type Tokenizer } from '@orama/orama';
import { type BuildSystem, firstTen } from '../search-system.ts';

const SCHEMA = { id: 'string', title: 'string', text: 'string' } as const;

/** Orama with its defaults. Its tokenizers know no Vietnamese: the English one cuts at most accented letters. */
export const buildOrama: BuildSystem = (articles) => build(articles, null);

/** Orama with a tokenizer that keeps Vietnamese syllables whole, which its documentation invites one to write. */
export const buildOramaVietnamese: BuildSystem = (articles) =>
  build(articles, {
    language: 'vietnamese',
    normalizationCache: new Map(),
    tokenize: (text) => [
      ...new Set(
        text
          .normalize('NFC')
          .toLowerCase()
          .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [],
      ),
    ],
  });

async function build(articles: Parameters<BuildSystem>[0], tokenizer: Tokenizer | null) {
  const index = create({ schema: SCHEMA, ...(tokenizer === null ? {} : { components: { tokenizer } }) });
  await insertMultiple(index, [...articles], 500);
  return {
    async find(question: string) {
      const { hits } = await search(index, { term: question, properties: ['title', 'text'], limit: 10 });
      return firstTen(hits.map((hit) => hit.document.id));
    },
  };
}
