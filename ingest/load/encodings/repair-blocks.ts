import type { Block } from '../../blocks.ts';
import { fromLegacy, type LegacyEncoding } from './legacy-encodings.ts';
import { detectLegacy, isBetterAsIs } from './legacy-text.ts';

export interface RepairedBlocks {
  readonly blocks: readonly Block[];
  /** What some blocks were in, or `null` when all were Unicode. */
  readonly encoding: LegacyEncoding | null;
}

/** Blocks in Unicode where a format's own words for the font are missing or wrong; each block judged by itself. */
export function repairBlocks(blocks: readonly Block[]): RepairedBlocks {
  const encoding = detectLegacy(
    blocks.map((block) => (block.kind === 'table' ? block.rows.flat().join('\n') : block.text)).join('\n'),
  );
  if (encoding === null) return { blocks, encoding };
  const repair = (text: string) => (isBetterAsIs(text, encoding) ? text : fromLegacy(text, encoding));
  return {
    encoding,
    blocks: blocks.map((block) =>
      block.kind === 'table'
        ? { ...block, rows: block.rows.map((row) => row.map(repair)) }
        : { ...block, text: repair(block.text) },
    ),
  };
}
