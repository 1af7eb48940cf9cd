import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Source, SourceError } from '../input/index.js';
import type { CreateParse } from '../model/index.js';
import { HOME } from './product.js';

/** The project of a scenario: the nearest folder above it that holds a `data` folder, else the scenario's own. */
export function projectRoot(scenario: string): string {
  const own = dirname(resolve(scenario));
  for (let folder = own; ; folder = dirname(folder)) {
    if (isFolder(resolve(folder, 'data'))) return folder;
    if (folder === dirname(folder)) return own;
  }
}

/** The disk as a source: a scenario by its path, data and what it extends by their path from the project's root and nowhere outside it. */
export function diskSource(scenario: string): Source {
  const root = projectRoot(scenario);
  return {
    read: (path, kind, mostBytes) => {
      if (kind === 'scenario') return readWhole(resolve(path), mostBytes);
      if (path.startsWith('~') || path.includes('\0') || !isInside(resolve(root, path), root)) return { error: 'outside' };
      return readInside(resolve(root, path), root, mostBytes);
    },
    parser: expressionParser,
  };
}

const load = createRequire(import.meta.url);

/** mathjs's parser, as `npm run vendor` takes it out of the package; loaded when the first expression asks for it. */
export function expressionParser(): CreateParse {
  return (load(join(HOME, 'bin', 'vendor', 'mathjs-parser.cjs')) as { readonly createParse: CreateParse }).createParse;
}

type Read = ReturnType<Source['read']>;

function readInside(path: string, root: string, mostBytes: number): Read {
  try {
    return isInside(realpathSync(path), realpathSync(root)) ? readWhole(path, mostBytes) : { error: 'outside' };
  } catch (error) {
    return { error: reason(error) };
  }
}

/** Reads a file once, through one handle, so that what is measured, hashed and used is the same. */
function readWhole(path: string, mostBytes: number): Read {
  let handle: number | undefined;
  try {
    if (!statSync(path).isFile()) return { error: isFolder(path) ? 'folder' : 'unreadable' };
    handle = openSync(path, 'r');
    if (fstatSync(handle).size > mostBytes) return { error: 'too-large' };
    const bytes = readFileSync(handle);
    return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
  } catch (error) {
    return { error: reason(error) };
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

function reason(error: unknown): SourceError {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  return code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : code === 'EISDIR' ? 'folder' : 'unreadable';
}

/** Whether a path is a folder or leads into it. */
export function isInside(path: string, root: string): boolean {
  const way = relative(root, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
