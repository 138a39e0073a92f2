import { type CheerioAPI, load } from 'cheerio';
import type { Block, Loaded, TableBlock } from '../blocks.ts';
import { isLayoutTable } from './layout-tables.ts';
import { isPageTooDeep } from './nesting-depth.ts';
import { skip } from './skipped.ts';

type Node = ReturnType<CheerioAPI>[number];

/** Parts of a page that are not the document. */
const FURNITURE =
  'script, style, noscript, template, nav, aside, form, iframe, svg, button, select, body > header, body > footer, main ~ footer, [role=navigation], [role=banner], [role=contentinfo], [aria-hidden=true], [hidden]';
const BLOCK_TAGS = new Set(
  'address article blockquote body center dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

/** Whether text is a page or a piece of one. */
export function looksLikeHtml(text: string): boolean {
  const head = text.trimStart().slice(0, 5_000);
  return (
    /^(?:<!doctype html|<html|<\?xml[^>]*>\s*<(?:!doctype )?html)/i.test(head) ||
    /<(?:body|article|table|p)[\s>]/i.test(head)
  );
}

/** The character set that a page names in its head, or `null`. */
export function statedCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 4_096)).toString('latin1');
  return head.match(/<meta[^>]+charset\s*=\s*["']?([\w-]+)/i)?.[1] ?? null;
}

/** A saved web page: the document's blocks without page furniture. */
export function loadHtml(text: string): Loaded {
  if (isPageTooDeep(text)) return skip('unsafe');
  const page = load(text);
  const title = page('title').first().text().replace(/\s+/g, ' ').trim();
  page(FURNITURE).remove();
  const article = page('article, main').first();
  const root = article.length > 0 && article.text().trim().length > 200 ? article : page('body');
  const blocks = root.toArray().flatMap((node) => readNode(page, node));
  return blocks.length === 0
    ? skip('empty')
    : { ok: true, format: 'html', blocks, stated: title === '' ? {} : { title } };
}

/** Blocks of an HTML fragment, for formats that are converted to HTML first. */
export function htmlBlocks(html: string): readonly Block[] {
  const page = load(html);
  return page('body')
    .toArray()
    .flatMap((node) => readNode(page, node));
}

function readNode(page: CheerioAPI, root: Node): Block[] {
  const blocks: Block[] = [];
  let words = '';
  let heading = false;
  const flush = () => {
    for (const line of words.split('\n')) {
      const text = line.replace(/[\s\u00a0]+/g, ' ').trim();
      if (text !== '') blocks.push({ kind: heading ? 'heading' : 'paragraph', text, page: null });
    }
    words = '';
    heading = false;
  };
  const walk = (node: Node): void => {
    if (node.type === 'text') {
      words += node.data.replace(/\s+/g, ' ');
      return;
    }
    if (node.type !== 'tag' && node.type !== 'root') return;
    const name = node.type === 'tag' ? node.name : 'root';
    if (name === 'br') {
      words += '\n';
      return;
    }
    if (name === 'table') {
      flush();
      const table = readTable(page, node);
      if (table !== null) {
        blocks.push(table);
        return;
      }
    }
    const parts = BLOCK_TAGS.has(name);
    if (parts) flush();
    if (/^h[1-6]$/.test(name)) heading = true;
    if (name === 'li') words += listMark(page, node);
    for (const child of node.children) walk(child as Node);
    if (parts) flush();
  };
  walk(root);
  flush();
  return blocks;
}

/** A list's mark is drawn by the browser; the words alone would lose it. */
function listMark(page: CheerioAPI, node: Node): string {
  const list = page(node).parent();
  const text = page(node).text().trim();
  if (!list.is('ol') || /^(?:\d+[.)]|[a-zđ]\)|[-–•])/.test(text)) return '';
  const position = page(node).prevAll('li').length + Number(list.attr('start') ?? 1);
  return list.attr('type') === 'a' ? `${'abcdđeghiklmnopqrstuvxy'[position - 1] ?? position}) ` : `${position}. `;
}

/** `null` for a table that only lays out the page: one column, or the two-column letterhead. */
function readTable(page: CheerioAPI, node: Node): TableBlock | null {
  const table = page(node);
  if (table.find('table').length > 0) return null;
  if (isLayoutTable(table.text())) return null;
  const grid: string[][] = [];
  table.find('tr').each((rowIndex, row) => {
    grid[rowIndex] ??= [];
    let column = 0;
    page(row)
      .children('td, th')
      .each((_, cell) => {
        while (grid[rowIndex]?.[column] !== undefined) column += 1;
        const text = cellText(page, cell);
        const across = Math.min(50, Number(page(cell).attr('colspan')) || 1);
        const down = Math.min(500, Number(page(cell).attr('rowspan')) || 1);
        for (let y = 0; y < down; y += 1) {
          grid[rowIndex + y] ??= [];
          const target = grid[rowIndex + y];
          for (let x = 0; x < across; x += 1) if (target !== undefined) target[column + x] = text;
        }
        column += across;
      });
  });
  const rows = grid
    .filter((row) => row.some((cell) => cell !== undefined && cell !== ''))
    .map((row) => Array.from(row, (cell) => cell ?? ''));
  const columns = Math.max(0, ...rows.map((row) => row.length));
  return rows.length === 0 || columns < 2 ? null : { kind: 'table', rows, page: null };
}

function cellText(page: CheerioAPI, cell: Node): string {
  const copy = page(cell).clone();
  copy.find('br').replaceWith(' ');
  copy.find('p, div, li').append(' ');
  return copy
    .text()
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}
