import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PictureText } from '../../ingest/load/pictures/picture-text.ts';
import type { Recognition } from '../../ingest/load/pictures/recognition.ts';

/**
 * Recognised pages of one document as files of a folder, each written whole or not at all: a run that is stopped or
 * killed leaves its pages to the next one. A damaged page counts as absent.
 */
export function openPageFolder(folder: string): Pick<Recognition, 'kept' | 'keep'> {
  const fileOf = (page: number) => join(folder, `${page}.json`);
  return {
    kept(page) {
      try {
        // Written below by the same version of the code: the folder's name holds it.
        const text: PictureText = JSON.parse(readFileSync(fileOf(page), 'utf8'));
        return text;
      } catch {
        return null;
      }
    },
    keep(page, text) {
      mkdirSync(folder, { recursive: true });
      const unfinished = `${fileOf(page)}.tmp`;
      writeFileSync(unfinished, JSON.stringify(text));
      renameSync(unfinished, fileOf(page));
    },
  };
}
