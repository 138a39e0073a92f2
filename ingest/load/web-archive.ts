import type { Loaded } from '../blocks.ts';
import { decodeText } from './encodings/decode-text.ts';
import { loadHtml } from './html.ts';
import { skip } from './skipped.ts';

/** The page in a web archive (mht, or a `.doc` that Word saved so): the first HTML part, nothing else. Source: RFC 2557. */
export function loadWebArchive(bytes: Uint8Array): Loaded {
  const text = Buffer.from(bytes).toString('latin1');
  const boundary = text.match(/boundary="?([^"\r\n;]+)/i)?.[1];
  const parts = boundary === undefined ? [text] : text.split(`--${boundary}`);
  for (const part of parts) {
    const end = part.search(/\r?\n\r?\n/);
    if (end < 0) continue;
    const head = part.slice(0, end);
    if (!/Content-Type:\s*text\/html/i.test(head)) continue;
    const charset = head.match(/charset="?([\w-]+)/i)?.[1] ?? null;
    const decoded = decodeText(transferDecoded(part.slice(end).trimStart(), head), charset);
    return decoded === null ? skip('unreadable') : loadHtml(decoded.text);
  }
  return skip('unreadable');
}

function transferDecoded(body: string, head: string): Uint8Array {
  if (/Content-Transfer-Encoding:\s*base64/i.test(head)) return Buffer.from(body, 'base64');
  if (!/Content-Transfer-Encoding:\s*quoted-printable/i.test(head)) return Buffer.from(body, 'latin1');
  const plain = body
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(plain, 'latin1');
}
