import { z } from 'zod';

/** Words of a form. Browsers send line breaks of a text area as CR LF; what is missing counts as empty. */
export const typedWords = z
  .string()
  .catch('')
  .transform((text) => text.replaceAll('\r\n', '\n').normalize('NFC').trim());
