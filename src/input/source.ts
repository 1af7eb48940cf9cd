import type { CreateParse } from '../model/index.js';

/** Why a file could not be read. */
export type SourceError = 'missing' | 'folder' | 'unreadable' | 'outside' | 'too-large';

/** Where files come from: the disk, the page, a test. Paths of data, and of scenarios that others extend, are relative to the project's root and never leave it. */
export interface Source {
  readonly read: (path: string, kind: 'scenario' | 'base' | 'data', mostBytes: number) => { readonly bytes: Uint8Array; readonly sha256: string } | { readonly error: SourceError };
  /** The parser of expressions, asked for when the first expression is met: few scenarios have any. */
  readonly parser: () => CreateParse;
}
