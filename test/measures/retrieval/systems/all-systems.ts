import type { BuildSystem } from '../search-system.ts';

/** Every system by the name it has in the table; each is loaded only where it is measured. */
export const SYSTEMS: Readonly<Record<string, () => Promise<BuildSystem>>> = {
  ours: async () => (await import('./ours.ts')).buildOurs,
  'ours-words': async () => (await import('./ours.ts')).buildOursByWords,
  minisearch: async () => (await import('./minisearch.ts')).buildMiniSearch,
  orama: async () => (await import('./orama.ts')).buildOrama,
  'orama-vi': async () => (await import('./orama.ts')).buildOramaVietnamese,
  'langchain-bm25': async () => (await import('./langchain.ts')).buildLangChainBm25,
  'langchain-vectors': async () => (await import('./langchain.ts')).buildLangChainVectors,
};
