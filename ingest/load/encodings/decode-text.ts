import iconv from 'iconv-lite';
import { READING_NOTES } from '../reading-words.ts';
import { repairLegacy, vietnameseShare } from './legacy-text.ts';

export interface DecodedText {
  /** NFC Unicode, line ends as in the file, no byte order mark. */
  readonly text: string;
  /** Vietnamese sentences for the report: what was converted. */
  readonly notes: readonly string[];
}

/** Share of a text's bytes that may be broken UTF-8 before it is taken for another encoding. */
const BROKEN_SHARE = 0.002;
/** Vietnamese text in windows-1258 or a legacy font reaches this share of valid syllables. */
const VIETNAMESE_SHARE = 0.75;
/** Control characters that no text holds. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: telling binary data from text is what it is for
const BINARY = /[\u0000-\u0008\u000e-\u0019\u001b-\u001f]/;

/**
 * Decodes text by what its bytes are: UTF-8, UTF-16 with or without a mark, windows-1258, and the TCVN3 and VNI font
 * encodings. `null` for bytes that are no text or whose encoding cannot be told.
 * @param stated the encoding that the file itself names, as HTML does; believed only when nothing better is known
 */
export function decodeText(bytes: Uint8Array, stated: string | null = null): DecodedText | null {
  const marked = decodeMarked(bytes);
  const unicode = marked ?? decodeWideUnmarked(bytes) ?? decodeAs(bytes, 'utf-8');
  if (unicode !== null) return BINARY.test(unicode) ? null : finish(unicode, []);
  const western = decodeWestern(bytes);
  if (BINARY.test(western)) return null;
  return decodeMostlyUtf8(bytes) ?? decodeSingleByte(bytes, western, stated);
}

function decodeAs(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** By the library, because Node 20 and 22 leave the quotes and dashes of windows-1252 undecoded. */
function decodeWestern(bytes: Uint8Array): string {
  return iconv.decode(Buffer.from(bytes), 'win1252');
}

function decodeMarked(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs(evenLength(bytes), 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs(evenLength(bytes), 'utf-16be');
  return null;
}

/** A file cut off in the middle of a character is still read. */
function evenLength(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(0, bytes.length - (bytes.length % 2));
}

/** UTF-16 without a mark: more than a quarter of the bytes of Vietnamese are zero, always on the same side. */
function decodeWideUnmarked(bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, 4_096);
  const zeros = [0, 0];
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) < head.length / 4 || Math.min(even, odd) > Math.max(even, odd) / 20) return null;
  const text = decodeAs(evenLength(bytes), even > odd ? 'utf-16be' : 'utf-16le');
  if (text === null) return null;
  const usual = text.match(/[\t\n\r -~\u00a0-\u024f\u1ea0-\u1ef9\u2000-\u22ff]|\p{M}/gu)?.length ?? 0;
  const plain = text.match(/[\t\n\r -~]/g)?.length ?? 0;
  return usual >= 0.95 * text.length && plain >= 0.5 * text.length ? text : null;
}

/** UTF-8 with a broken character here and there, as cut-off files and careless editors leave it. */
function decodeMostlyUtf8(bytes: Uint8Array): DecodedText | null {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const whole = text.match(/[\u0080-\ufffc]/g)?.length ?? 0;
  if (broken > Math.max(1, BROKEN_SHARE * bytes.length) || whole < 5 * broken) return null;
  return finish(text, [READING_NOTES.broken(String(broken))]);
}

function decodeSingleByte(bytes: Uint8Array, western: string, stated: string | null): DecodedText | null {
  const vietnamese = (decodeAs(bytes, 'windows-1258') ?? '').normalize('NFC');
  const repaired = repairLegacy(western);
  const share = changedWordsShare(vietnamese, western);
  if (repaired.encoding !== null && changedWordsShare(repaired.text, western) >= share) return finish(western, []);
  if (share >= VIETNAMESE_SHARE) return finish(vietnamese, [READING_NOTES.converted('windows-1258')]);
  const named = stated === null ? null : decodeStated(bytes, stated);
  if (named !== null) return finish(named, []);
  return looksWestern(western) ? finish(western, []) : null;
}

/** Share of valid syllables among the words that are not plain ASCII. */
function changedWordsShare(text: string, western: string): number {
  const pieces = text.split(/\s+/);
  const asWritten = western.split(/\s+/);
  const changed = pieces.filter((piece, index) => /[\u00a1-\uffff]/.test(piece) || piece !== asWritten[index]);
  return changed.length === 0 ? 0 : vietnameseShare(changed.join(' '));
}

function decodeStated(bytes: Uint8Array, stated: string): string | null {
  if (/^(?:windows-1252|iso-8859-1|latin-?1|us-ascii)$/i.test(stated)) return decodeWestern(bytes);
  try {
    return new TextDecoder(stated, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Text of another western language: mostly plain letters. Anything else is an encoding that nobody can name. */
function looksWestern(western: string): boolean {
  const foreign = western.match(/[\u0080-\uffff]/g)?.length ?? 0;
  return foreign < 0.25 * western.length;
}

function finish(text: string, notes: readonly string[]): DecodedText {
  const bare = text.replace(/^\ufeff/, '');
  const composed = bare.normalize('NFC');
  const repaired = repairLegacy(composed);
  return {
    text: repaired.text,
    notes: repaired.encoding === null ? notes : [...notes, READING_NOTES.converted(repaired.encoding)],
  };
}
