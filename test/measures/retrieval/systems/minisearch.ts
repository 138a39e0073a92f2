import MiniSearch from 'minisearch';
import { type BuildSystem, firstTen } from '../search-system.ts';

/** MiniSearch with its defaults: whole articles, any word may match, BM25+. */
export const buildMiniSearch: BuildSystem = async (articles) => {
  const index = new MiniSearch<(typeof articles)[number]>({ fields: ['title', 'text'] });
  index.addAll(articles);
  return { find: async (question) => firstTen(index.search(question).map((result) => String(result.id))) };
};
