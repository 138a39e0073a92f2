import { z } from 'zod';

const activity = z.looseObject({ text: z.string().optional() });

/** A stored activity (JSON) with other words for its text; as it is, to the byte, where they are the same. */
export function rewordActivity(stored: string, words: (text: string) => string): string {
  const parsed = activity.parse(JSON.parse(stored));
  if (parsed.text === undefined) return stored;
  const reworded = words(parsed.text);
  return reworded === parsed.text ? stored : JSON.stringify({ ...parsed, text: reworded });
}
