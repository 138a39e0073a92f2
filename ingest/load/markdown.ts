import type { Block, Loaded } from '../blocks.ts';
import { skip } from './skipped.ts';
import { textBlocks } from './text.ts';

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/;
const HEADING = /^(#{1,6})\s+(.*?)\s*#*$/;
const TABLE_RULE = /^\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?$/;

/** Whether text reads as Markdown rather than plain text: front matter, ATX headings or a ruled table. */
export function looksLikeMarkdown(text: string): boolean {
  if (FRONT_MATTER.test(text)) return true;
  const lines = text.split('\n', 400);
  return (
    lines.some((line) => /^#{1,6}\s+\S/.test(line)) ||
    lines.some((line) => line.startsWith('|') && TABLE_RULE.test(line.trim()))
  );
}

/** Markdown: headings, paragraphs, list items, pipe tables; front matter as stated fields. */
export function loadMarkdown(text: string): Loaded {
  const front = text.match(FRONT_MATTER);
  const blocks = readBlocks(text.slice(front?.[0].length ?? 0).split(/\r?\n/));
  return blocks.length === 0
    ? skip('empty')
    : { ok: true, format: 'md', blocks, stated: readFrontMatter(front?.[1] ?? '') };
}

function readBlocks(lines: readonly string[]): readonly Block[] {
  const blocks: Block[] = [];
  let gathered: string[] = [];
  let table: string[][] = [];
  const endText = () => {
    blocks.push(...textBlocks(gathered.map(plain)));
    gathered = [];
  };
  const endTable = () => {
    if (table.length > 0) blocks.push({ kind: 'table', rows: table, page: null });
    table = [];
  };
  for (const raw of lines) {
    const line = raw.trim();
    if (line.startsWith('|') && line.length > 1) {
      endText();
      if (!TABLE_RULE.test(line)) table.push(cellsOf(line));
      continue;
    }
    endTable();
    const heading = line.match(HEADING);
    if (heading !== null) {
      endText();
      const words = plain(heading[2] ?? '').trim();
      if (words !== '') blocks.push({ kind: 'heading', text: words, page: null });
    } else gathered.push(/^(?:-{3,}|\*{3,}|_{3,}|```.*)$/.test(line) ? '' : line);
  }
  endText();
  endTable();
  return blocks;
}

function cellsOf(line: string): string[] {
  return line
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => plain(cell).trim());
}

/** Markdown's marks taken off, words kept. */
function plain(line: string): string {
  return line
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__)(.+?)\1/g, '$2')
    .replace(/(?<![\p{L}\d*])\*([^*\s][^*]*)\*(?!\*)/gu, '$1')
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/^>\s?/, '')
    .replace(/\\([.|*_()[\]#-])/g, '$1')
    .replace(/\s+/g, ' ');
}

/** `key: value` lines; the items of a list or of a nested mapping are joined under the key above them. */
function readFrontMatter(text: string): Readonly<Record<string, string>> {
  const fields = new Map<string, string[]>();
  let key = '';
  for (const line of text.split(/\r?\n/)) {
    const match = line.match(/^([\w-]+):\s*(.*)$/);
    if (match !== null) key = (match[1] ?? '').toLowerCase();
    const value = unquoted(match === null ? line.replace(/^\s*-?\s*/, '') : (match[2] ?? ''));
    if (key !== '' && value !== '') fields.set(key, [...(fields.get(key) ?? []), value]);
  }
  return Object.fromEntries([...fields].map(([name, values]) => [name, values.join('; ')]));
}

function unquoted(value: string): string {
  return value.trim().replace(/^(["'])(.*)\1$/, '$2');
}
