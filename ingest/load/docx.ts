import mammoth from 'mammoth';
import type { Loaded } from '../blocks.ts';
import { htmlBlocks } from './html.ts';
import { skip } from './skipped.ts';

/** A Word document: headings, paragraphs and tables in order. Pictures and macros are ignored. */
export async function loadDocx(bytes: Uint8Array): Promise<Loaded> {
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    { convertImage: mammoth.images.imgElement(async () => ({ src: '' })), includeDefaultStyleMap: true },
  );
  const blocks = htmlBlocks(value.normalize('NFC'));
  return blocks.length === 0 ? skip('empty') : { ok: true, format: 'docx', blocks, stated: {} };
}
