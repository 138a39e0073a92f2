import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files below `folder` whose bytes hold one of the words, in UTF-8 or as JSON escapes. */
export function filesHolding(folder: string, words: readonly string[]): string[] {
  const needles = words.flatMap((word) => [Buffer.from(word), Buffer.from(asciiJson(word))]);
  return filesUnder(folder).filter((file) => {
    const bytes = readFileSync(file);
    return needles.some((needle) => bytes.includes(needle));
  });
}

/** Every file below `folder`. */
export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function asciiJson(word: string): string {
  return JSON.stringify(word)
    .slice(1, -1)
    .replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
