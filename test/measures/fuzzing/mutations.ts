import { strToU8, unzipSync, zipSync } from 'fflate';
import { type SeedFormat, ZIPPED_AT } from './seeds.ts';

/** Numbers from 0 (included) to 1 (excluded). */
export type Random = () => number;

/** A way of damaging a file; it gives the damaged bytes. */
export type Mutation = (bytes: Buffer, random: Random) => Uint8Array;

const below = (random: Random, end: number) => Math.floor(random() * Math.max(0, end));
const pick = <T>(random: Random, list: readonly T[]): T | undefined => list[below(random, list.length)];

/** Two places of a file, the first before the second. */
function aStretch(bytes: Uint8Array, random: Random, longest = bytes.length): readonly [number, number] {
  const from = below(random, bytes.length);
  return [from, Math.min(bytes.length, from + 1 + below(random, longest))];
}

/** Damage that any file may take. */
const ANY: Readonly<Record<string, Mutation>> = {
  'cut off': (bytes, random) => bytes.subarray(0, below(random, bytes.length)),
  'bits flipped': (bytes, random) => {
    const copy = Buffer.from(bytes);
    for (let count = 1 + below(random, 40); count > 0; count -= 1) {
      const at = below(random, copy.length);
      copy[at] = (copy[at] ?? 0) ^ (1 << below(random, 8));
    }
    return copy;
  },
  'chunk deleted': (bytes, random) => {
    const [from, to] = aStretch(bytes, random, 2_000);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  'chunk repeated': (bytes, random) => {
    const [from, to] = aStretch(bytes, random, 500);
    const repeated = Array.from({ length: 1 + below(random, 300) }, () => bytes.subarray(from, to));
    return Buffer.concat([bytes.subarray(0, to), ...repeated, bytes.subarray(to)]);
  },
  'rubbish inserted': (bytes, random) => {
    const at = below(random, bytes.length);
    const rubbish = Buffer.from(Array.from({ length: 1 + below(random, 3_000) }, () => below(random, 256)));
    return Buffer.concat([bytes.subarray(0, at), rubbish, bytes.subarray(at)]);
  },
  'chunks swapped': (bytes, random) => {
    const [from, to] = aStretch(bytes, random);
    const middle = from + below(random, to - from);
    const parts = [[0, from] as const, [middle, to] as const, [from, middle] as const, [to, bytes.length] as const];
    return Buffer.concat(parts.map(([start, end]) => bytes.subarray(start, end)));
  },
  'huge numbers': (bytes, random) => {
    const copy = Buffer.from(bytes);
    for (let count = 1 + below(random, 6); count > 0; count -= 1) {
      const value = pick(random, [0xffffffff, 0x7fffffff, 0xffff, 0]) ?? 0;
      if (copy.length >= 4) copy.writeUInt32LE(value, below(random, copy.length - 3));
    }
    return copy;
  },
};

/** Ends and middles of words, spaces and marks of which endless runs have stalled many a reader. */
const STALLING = [' ', '\n', '\t', '|', '-', '.', '1', '1.', 'a) ', '(', '"', '<', '&', 'Điều ', 'I. ', '\u0301', 'x '];

/** Damage of files that are text. */
const TEXT: Readonly<Record<string, Mutation>> = {
  'endless runs': (bytes, random) => {
    const at = below(random, bytes.length);
    const run = (pick(random, STALLING) ?? ' ').repeat(1 + below(random, 200_000));
    return Buffer.concat([bytes.subarray(0, at), strToU8(run), bytes.subarray(at)]);
  },
  'numbers grown': (bytes, random) =>
    changeText(bytes, (text) => text.replace(/\d+/g, (number) => (random() < 0.2 ? `${number}999999999` : number))),
  'lines repeated': (bytes, random) =>
    changeText(bytes, (text) => {
      const lines = text.split('\n');
      const line = pick(random, lines) ?? '';
      const repeated = new Array<string>(below(random, 3_000)).fill(line);
      lines.splice(below(random, lines.length), 0, ...repeated);
      return lines.join('\n').slice(0, 2_000_000);
    }),
};

/** Damage of marked-up text. */
const MARKUP: Readonly<Record<string, Mutation>> = {
  'deep nesting': (bytes, random) => changeText(bytes, (text) => nested(text, HTML_TAGS, random)),
  'entities declared': (bytes) => changeText(bytes, (text) => `${ENTITIES}${text}&d;`),
};

/** Damage of what a zip holds; the zip itself stays sound. */
const ZIP: Readonly<Record<string, Mutation>> = {
  'entries swapped': changeEntries((entries, random) => {
    const [one, other] = [pick(random, Object.keys(entries)) ?? '', pick(random, Object.keys(entries)) ?? ''];
    return { ...entries, [one]: entries[other] ?? EMPTY, [other]: entries[one] ?? EMPTY };
  }),
  'entry gone': changeEntries((entries, random) => {
    const gone = pick(random, Object.keys(entries));
    return Object.fromEntries(Object.entries(entries).filter(([name]) => name !== gone));
  }),
  'entry damaged': changeEntries((entries, random) => {
    const name = pick(random, Object.keys(entries)) ?? '';
    const damage = pick(random, [...Object.values(ANY), ...Object.values(TEXT)]) ?? ((bytes: Buffer) => bytes);
    return { ...entries, [name]: damage(Buffer.from(entries[name] ?? EMPTY), random) };
  }),
  'entry grown': changeEntries((entries, random) => {
    const name = pick(random, Object.keys(entries)) ?? '';
    return { ...entries, [name]: repeatElement(Buffer.from(entries[name] ?? EMPTY), random) };
  }),
  'entry nested deeply': changeEntries((entries, random) => {
    const name = pick(random, bodiesOf(entries)) ?? '';
    return { ...entries, [name]: changeText(entries[name] ?? EMPTY, (text) => nested(text, WORD_TAGS, random)) };
  }),
  'entities declared': changeEntries((entries, random) => {
    const name = pick(random, bodiesOf(entries)) ?? '';
    const declared = (text: string) => text.replace(/(<\?xml[^>]*>)?/, `$1${ENTITIES}`).replace(/<\/[^>]*>$/, '&d;$&');
    return { ...entries, [name]: changeText(entries[name] ?? EMPTY, declared) };
  }),
  'paths outside': changeEntries((entries, random) => {
    const rename = (name: string) => (random() < 0.5 ? `${'../'.repeat(1 + below(random, 4))}${name}` : name);
    return Object.fromEntries(Object.entries(entries).map(([name, bytes]) => [rename(name), bytes]));
  }),
  'one entry swells': changeEntries((entries, random) => {
    const name = pick(random, Object.keys(entries)) ?? '';
    return { ...entries, [name]: new Uint8Array(1_000_000 + below(random, 30_000_000)) };
  }),
};

const BY_FORMAT: Readonly<Record<SeedFormat, Readonly<Record<string, Mutation>>>> = {
  txt: TEXT,
  csv: TEXT,
  md: { ...TEXT, ...MARKUP },
  html: { ...TEXT, ...MARKUP },
  mht: { ...TEXT, ...MARKUP },
  pdf: { 'numbers grown': TEXT['numbers grown'] ?? ANY['cut off'] ?? ((bytes) => bytes), 'deep arrays': deepArrays },
  scan: { 'deep arrays': deepArrays },
  docx: ZIP,
  xlsx: ZIP,
  zip: ZIP,
  doc: {},
  xls: {},
  png: {},
  jpg: {},
  webp: {},
};

/** The ways in which a file of the format is damaged, by name. */
export function mutationsOf(format: SeedFormat): readonly (readonly [name: string, mutation: Mutation])[] {
  return Object.entries({ ...ANY, ...BY_FORMAT[format] });
}

const EMPTY = new Uint8Array();
const HTML_TAGS = ['div', 'table', 'ul', 'li', 'b', 'td', 'blockquote', 'span'];
const WORD_TAGS = ['w:tbl', 'w:tr', 'w:tc', 'w:p', 'w:r', 'w:sdt', 'w:txbxContent', 'mc:AlternateContent', 'row', 'c'];
const DEEPEST = 60_000;
const ENTITIES =
  '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d SYSTEM "file:///etc/passwd">]>';

function changeText(bytes: Uint8Array, change: (text: string) => string): Buffer {
  // Latin letters stand for bytes one to one, so that what is no text comes back as it was.
  return Buffer.from(change(Buffer.from(bytes).toString('latin1')), 'latin1');
}

function nested(text: string, tags: readonly string[], random: Random): string {
  const tag = pick(random, tags) ?? 'div';
  const depth = 1 + below(random, DEEPEST);
  const at = text.indexOf('>', below(random, text.length)) + 1;
  const closed = random() < 0.5 ? `</${tag}>`.repeat(depth) : '';
  return `${text.slice(0, at)}${`<${tag}>`.repeat(depth)}x${closed}${text.slice(at)}`;
}

/** An element of a part many times over: thousands of paragraphs, rows or styles. */
function repeatElement(bytes: Buffer, random: Random): Buffer {
  return changeText(bytes, (text) => {
    const elements = [...text.matchAll(/<([\w:]+)\b[^>]*>[^<]*<\/\1>|<[\w:]+\b[^>]*\/>/g)];
    const element = pick(random, elements);
    if (element === undefined) return text;
    const { index } = element;
    return `${text.slice(0, index)}${element[0].repeat(1 + below(random, 20_000))}${text.slice(index)}`;
  });
}

function deepArrays(bytes: Buffer, random: Random): Buffer {
  return changeText(bytes, (text) => {
    const at = text.indexOf('/', below(random, text.length)) + 1;
    return `${text.slice(0, at)}X ${'['.repeat(below(random, DEEPEST))}${'<<'.repeat(below(random, 500))} ${text.slice(at)}`;
  });
}

function bodiesOf(entries: Readonly<Record<string, Uint8Array>>): readonly string[] {
  return Object.keys(entries).filter((name) => /\.(?:xml|rels|txt)$/.test(name));
}

function changeEntries(
  change: (entries: Readonly<Record<string, Uint8Array>>, random: Random) => Readonly<Record<string, Uint8Array>>,
): Mutation {
  return (bytes, random) => zipSync({ ...change(unzipSync(bytes), random) }, { level: 1, mtime: ZIPPED_AT });
}
