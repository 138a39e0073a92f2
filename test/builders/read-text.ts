import { type ReadDocument, readDocument } from '../../ingest/read-document.ts';

export type Read = Extract<ReadDocument, { ok: true }>;

/** Reads a text as a file of the given name; the test fails when it is skipped. */
export async function readText(text: string, name = 'van-ban.txt'): Promise<Read> {
  const result = await readDocument({ name, bytes: Buffer.from(text) });
  if (!result.ok) throw new Error(result.skipped.message);
  return result;
}

/** Address of the first part that holds the words, or `undefined`. */
export function addressOf(document: Read, words: string): string | undefined {
  return document.passages.flatMap((passage) => passage.parts).find((part) => part.text.includes(words))?.address;
}

/** Text of the leftovers of a kind. */
export function leftoversOf(document: Read, kind: Read['leftovers'][number]['kind']): readonly string[] {
  return document.leftovers.filter((leftover) => leftover.kind === kind).map((leftover) => leftover.text);
}
