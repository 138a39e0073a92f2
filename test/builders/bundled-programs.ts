import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'esbuild';

const ROOT = join(import.meta.dirname, '../..');
const FOLDER = 'BUNDLED_PROGRAMS';

/** Programs that tests start in processes of their own. */
const PROGRAMS = [
  'adapters/main.ts',
  'test/faults/leader-child.ts',
  'test/faults/migration-child.ts',
  'test/faults/product-child.ts',
];

/** Files beside a module are found from where its source stands. */
const SOURCE_PLACES: Plugin = {
  name: 'source-places',
  setup({ onLoad }) {
    onLoad({ filter: /\.tsx?$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      if (!text.includes('import.meta.url')) return undefined;
      const contents = text.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href));
      return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' };
    });
  },
};

/**
 * Before the first test file of a run: the programs as they stand, each its own modules in few files, because reading
 * a thousand modules one by one took two thirds of the time of every start. Packages stay where they are.
 * @returns what is to be done after the last file
 */
export async function setup(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'assistant-programs-'));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const { build } = await import('esbuild');
  await build({
    absWorkingDir: ROOT,
    entryPoints: PROGRAMS,
    outdir: folder,
    outbase: ROOT,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    plugins: [SOURCE_PLACES],
    logLevel: 'warning',
  });
  process.env[FOLDER] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

/**
 * What Node is called with to run a program: bundled within a run of tests, from its source otherwise.
 * @param source path of its main module
 */
export function programArguments(source: string): readonly string[] {
  const folder = process.env[FOLDER];
  const bundled = folder === undefined ? null : join(folder, relative(ROOT, source).replace(/\.ts$/u, '.mjs'));
  return bundled !== null && existsSync(bundled) ? [bundled] : ['--import', 'tsx', source];
}
