import { readFileSync } from 'node:fs';
import { crc32, gunzipSync } from 'node:zlib';
import { z } from 'zod';

/** A question written for a passage of an official text. */
export interface WrittenQuestion {
  readonly text: string;
  readonly passage: string;
  /** Kept for measuring: no table and no model of the project was made from it. */
  readonly heldOut: boolean;
}

const line = z.tuple([z.string(), z.string(), z.string(), z.string()]);

/** Reads `[question, passage id, title, passage]` lines, gzipped. One passage in twenty is held out, by its id. */
export function readWrittenQuestions(file: string): readonly WrittenQuestion[] {
  return gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .filter((row) => row.trim() !== '')
    .map((row) => {
      const [text, id, , passage] = line.parse(JSON.parse(row));
      return { text: text.normalize('NFC'), passage: passage.normalize('NFC'), heldOut: crc32(id) % 20 === 0 };
    });
}
