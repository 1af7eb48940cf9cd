import type { Scenario } from '../../model/index.js';
import type { DerivedFile } from './card.js';
import { withHomeFactors } from './home-factors.js';
import { deriveAll } from './rules.js';
import { deriveRooms, placeholderRooms } from './rooms.js';
import type { Tables } from './rows.js';

/**
 * Every derived file: first those that follow from published figures alone, then home shares fitted to the published waits by the engine, then slots found by
 * the engine. `read` reads the base scenario with the files given in place of those on disk.
 */
export function deriveEverything(published: Tables, read: (files: readonly DerivedFile[]) => Scenario, onProgress?: (done: number, total: number) => void): DerivedFile[] {
  const rooms = placeholderRooms(published);
  const fitted = withHomeFactors(published, read([...deriveAll(published), ...rooms]), (done, total) => onProgress?.(done, 2 * total));
  const files = deriveAll(fitted);
  return [...files, ...deriveRooms(published, read([...files, ...rooms]), (done, total) => onProgress?.(total + done, 2 * total))];
}
