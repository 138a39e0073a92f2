import { z } from 'zod';

const activity = z.looseObject({
  text: z.string().optional(),
  attachments: z.array(z.looseObject({ contentUrl: z.string().optional() })).optional(),
});

/**
 * A stored activity (JSON) with other words for its text and other addresses for its attachments; as it is, to the byte,
 * where they are the same.
 */
export function rewordActivity(
  stored: string,
  words: (text: string) => string,
  address: (text: string) => string,
): string {
  const parsed = activity.parse(JSON.parse(stored));
  const { text, attachments } = parsed;
  const reworded = {
    ...parsed,
    ...(text === undefined ? {} : { text: words(text) }),
    ...(attachments === undefined
      ? {}
      : {
          attachments: attachments.map((one) =>
            one.contentUrl === undefined ? one : { ...one, contentUrl: address(one.contentUrl) },
          ),
        }),
  };
  const json = JSON.stringify(reworded);
  return json === JSON.stringify(parsed) ? stored : json;
}

/** Stored JSON after a change of what it says; as it is, to the byte, where nothing is different. */
export function rewordContent<T>(stored: string, read: (text: string) => T, reword: (content: T) => T): string {
  const before = read(stored);
  const json = JSON.stringify(reword(before));
  return json === JSON.stringify(before) ? stored : json;
}
