import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  knowledge: [],
  bot: ['knowledge'],
  ingest: ['knowledge'],
  adapters: ['bot', 'ingest', 'knowledge'],
  test: ['adapters', 'bot', 'ingest', 'knowledge'],
};
const ALLOWED_AT_TOP = new Set([
  ...Object.keys(LAYERS),
  'docs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'vitest.config.ts',
  'biome.json',
  'knip.json',
  'README.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'LICENSE',
  'Containerfile',
  'compose.yaml',
  'assistant.service',
]);

function sourceFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourceFiles(path);
    return /\.(?:ts|tsx|js)$/.test(entry.name) ? [path] : [];
  });
}

const FILES = Object.keys(LAYERS).flatMap(sourceFiles);
const PRODUCT_FILES = FILES.filter((file) => !file.startsWith('test/'));

/** Relative imports, type imports included. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const specifiers = [...text.matchAll(/(?:from\s+|import\s*\(\s*|import\s+)['"](\.{1,2}\/[^'"]+)['"]/g)].map(
    (match) => match[1] ?? '',
  );
  return specifiers.map((specifier) => relative(ROOT, resolve(ROOT, dirname(file), specifier)));
}

describe('the shape of the code', () => {
  it('lets imports point only from adapters to bot and ingest to knowledge', () => {
    const wrong = FILES.flatMap((file) => {
      const layer = file.split('/')[0] ?? '';
      return importsOf(file)
        .map((target) => target.split('/')[0] ?? '')
        .filter((target) => target !== layer && !(LAYERS[layer] ?? []).includes(target))
        .map((target) => `${file} → ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  it('has no import cycles, type imports included', () => {
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) {
        cycles.push([...path.slice(path.indexOf(file)), file].join(' → '));
        return;
      }
      if (done.has(file)) return;
      for (const target of importsOf(file)) if (FILES.includes(target)) visit(target, [...path, file]);
      done.add(file);
    };
    for (const file of FILES) visit(file, []);
    expect(cycles).toEqual([]);
  });

  it('resolves every relative import to a file', () => {
    const missing = FILES.flatMap((file) =>
      importsOf(file)
        .filter((target) => /\.(?:ts|tsx)$/.test(target) && !FILES.includes(target))
        .map((target) => `${file} → ${target}`),
    );
    expect(missing).toEqual([]);
  });

  it('names no file or folder after a drawer for odds and ends', () => {
    const wrong = FILES.filter((file) =>
      file.split('/').some((part) => /^(?:utils?|helpers?|common|misc)(?:\.|$)/i.test(part)),
    );
    expect(wrong).toEqual([]);
  });

  it('reads process.env in one file only', () => {
    const readers = PRODUCT_FILES.filter((file) => /process\.env\b/.test(readFileSync(join(ROOT, file), 'utf8')));
    expect(readers).toEqual(['adapters/config.ts']);
  });

  it('keeps files to one thing: none over 400 lines', () => {
    const long = PRODUCT_FILES.filter((file) => readFileSync(join(ROOT, file), 'utf8').split('\n').length > 400);
    expect(long).toEqual([]);
  });

  it('holds nothing at the top level but what a stranger expects', () => {
    const extra = readdirSync(ROOT).filter(
      (name) => !name.startsWith('.') && !ALLOWED_AT_TOP.has(name) && !/^(?:node_modules|data.*|coverage)$/.test(name),
    );
    expect(extra).toEqual([]);
  });
});
