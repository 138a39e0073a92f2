import type { Request } from 'express';
import { z } from 'zod';
import { readBytes } from '../../http/read-bytes.ts';
import type { UPLOADS } from './upload-words.ts';

const MEGABYTE = 1024 * 1024;
/** One request is held in memory; what surrounds the files in it is small. */
const LARGEST_REQUEST = 60 * MEGABYTE;
const MOST_FILES = 10;

/** A form with files as a browser sent it, or why it cannot be used. */
export type UploadForm =
  | { readonly ok: true; readonly token: string; readonly files: readonly File[] }
  | { readonly ok: false; readonly status: 400 | 413; readonly problem: keyof typeof UPLOADS.problems };

/**
 * Reads a `multipart/form-data` body with the parser that Node itself brings for `Response`: it follows the standard
 * strictly, and with the whole body bounded beforehand it needs no limits of its own.
 */
export async function readUploadForm(request: Request): Promise<UploadForm> {
  const type = request.get('content-type') ?? '';
  if (!type.startsWith('multipart/form-data')) return { ok: true, token: tokenOf(request.body), files: [] };
  const bytes = await readBytes(request, LARGEST_REQUEST);
  if (bytes === 'too-large') {
    // A browser reads the answer only once its own words are taken.
    request.resume();
    return { ok: false, status: 413, problem: 'large' };
  }
  if (bytes === 'broken-off') return { ok: false, status: 400, problem: 'broken' };
  const form = await parse(type, bytes);
  if (form === null) return { ok: false, status: 400, problem: 'broken' };
  const token = form.get('token');
  // A browser sends an empty file without a name where none was chosen.
  const files = form.getAll('files').filter((entry) => entry instanceof File && entry.name !== '') as File[];
  if (files.length > MOST_FILES) return { ok: false, status: 413, problem: 'many' };
  return { ok: true, token: typeof token === 'string' ? token : '', files };
}

/** Of a form without files, which another part has read already. */
function tokenOf(body: unknown): string {
  return z.object({ token: z.string() }).safeParse(body).data?.token ?? '';
}

async function parse(type: string, bytes: Buffer): Promise<FormData | null> {
  try {
    return await new Response(new Uint8Array(bytes), { headers: { 'Content-Type': type } }).formData();
  } catch {
    return null;
  }
}
