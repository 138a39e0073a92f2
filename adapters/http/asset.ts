import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Request, Response } from 'express';

/** A file in memory, ready to be sent many times. */
export interface Asset {
  readonly type: string;
  /** Digest of the content, for the ETag. */
  readonly tag: string;
  readonly plain: Buffer;
  /** `null` for files that are compressed already. */
  readonly gzipped: Buffer | null;
}

/** `compressible`: whether gzip makes it smaller. */
export async function prepareAsset(type: string, plain: Buffer, compressible: boolean): Promise<Asset> {
  return {
    type,
    tag: createHash('sha256').update(plain).digest('base64url').slice(0, 22),
    plain,
    gzipped: compressible ? await promisify(gzip)(plain) : null,
  };
}

/** Sends it compressed where the browser takes that; Express answers 304 to a browser that has it. */
export function sendAsset(request: Request, response: Response, asset: Asset, cacheControl: string): void {
  const gzipped = request.acceptsEncodings('gzip') === 'gzip' ? asset.gzipped : null;
  response.set({
    'Content-Type': asset.type,
    'Cache-Control': cacheControl,
    ETag: gzipped === null ? `"${asset.tag}"` : `"${asset.tag}-gzip"`,
    Vary: 'Accept-Encoding',
  });
  if (gzipped !== null) response.set('Content-Encoding', 'gzip');
  response.send(gzipped ?? asset.plain);
}
