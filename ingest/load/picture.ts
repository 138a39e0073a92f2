import type { Loaded } from '../blocks.ts';
import { toBlocks } from './page-blocks.ts';
import { isReadable } from './pdf-page.ts';
import { decodePicture } from './pictures/decode-picture.ts';
import { countWords } from './pictures/picture-text.ts';
import { readPicture } from './pictures/read-picture.ts';
import type { ReadingAids } from './reading-aids.ts';
import { skip } from './skipped.ts';

/** A photo or scan of one page (png, jpg, webp, gif, tiff), recognised. */
export async function loadPicture(bytes: Uint8Array, { recognition, onPage }: ReadingAids): Promise<Loaded> {
  const decoded = await decodePicture(bytes);
  if (!decoded.ok) return decoded.reason === 'too-large' ? skip('too-large', decoded.size) : skip(decoded.reason);
  if (recognition === null) return skip('no-text-layer');
  const kept = recognition.kept(1);
  const text = kept ?? (await readPicture(decoded.picture, recognition));
  if (text === null) return skip('recognition-failed');
  if (kept === null) recognition.keep(1, text);
  onPage(1, 1);
  const blocks = toBlocks([{ page: 1, ...text }]);
  if (blocks.length === 0 || !isReadable({ words: countWords(text), score: text.score })) return skip('no-text');
  const page = { page: 1, way: 'ocr', score: Math.round(text.score * 1_000) / 1_000 } as const;
  return { ok: true, format: decoded.format, blocks, stated: {}, notes: [], pages: [page] };
}
