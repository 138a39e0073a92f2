import { type Dirent, readdirSync, type Stats, statSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A file to be read. */
export interface InputFile {
  /** Where its bytes lie. */
  readonly path: string;
  /** What people know it by: its path, or the web address it came from. */
  readonly source: string;
  /** The given path or address under which it was found. */
  readonly root: string;
  /** Name shown to people, NFC. */
  readonly name: string;
  /** Bytes; `null` when the file cannot be looked at. */
  readonly size: number | null;
  /** ms since epoch. */
  readonly modifiedMs: number;
  /** `false` for a pipe, a device or a socket. */
  readonly regular: boolean;
  /** Why there is nothing to read, in Vietnamese, where that is known already. */
  readonly problem: string | null;
}

/** What office programs, systems and downloads leave beside documents. */
const NOT_A_DOCUMENT = /^(?:\.|~\$)|^(?:Thumbs\.db|desktop\.ini)$|\.(?:crdownload|part|partial|tmp)$/i;

/** Whether a file of this name is looked at in a folder. */
export function isDocumentName(name: string): boolean {
  return !NOT_A_DOCUMENT.test(name);
}

/**
 * The files of paths given by the operator, folders recursively, in the order given and by name within a folder.
 * Links to folders are not followed below a given folder. A path that does not exist is a file that cannot be read.
 */
export function listInputFiles(roots: readonly string[]): readonly InputFile[] {
  const found = new Map<string, InputFile>();
  for (const root of roots) {
    for (const path of filesUnder(root, true)) if (!found.has(path)) found.set(path, describeFile(path, root));
  }
  return [...found.values()];
}

function filesUnder(path: string, isRoot: boolean): readonly string[] {
  const stat = look(path);
  if (stat === null || !stat.isDirectory()) return isRoot || stat !== null ? [path] : [];
  return entriesOf(path)
    .filter((entry) => isDocumentName(entry.name))
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'))
    .flatMap((entry) => {
      const below = join(path, entry.name);
      if (entry.isSymbolicLink()) return look(below)?.isFile() ? [below] : [];
      return entry.isDirectory() ? filesUnder(below, false) : [below];
    });
}

/** A folder that cannot be opened, or vanished meanwhile, holds nothing. */
function entriesOf(path: string): readonly Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    return [];
  }
}

function describeFile(path: string, root: string): InputFile {
  const stat = look(path);
  return {
    path,
    source: path,
    root,
    name: basename(path).normalize('NFC'),
    size: stat?.size ?? null,
    modifiedMs: stat?.mtimeMs ?? 0,
    regular: stat?.isFile() ?? true,
    problem: null,
  };
}

function look(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}
