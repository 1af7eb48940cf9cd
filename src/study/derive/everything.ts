import type { Scenario } from '../../model/index.js';
import { layFlows } from '../flows.js';
import type { DerivedFile } from './card.js';
import { withHomeFactors } from './home-factors.js';
import { deriveAll } from './rules.js';
import { deriveRooms, deriveSkaneSlots, placeholderRooms } from './rooms.js';
import type { Tables } from './rows.js';

/** The scenarios whose intake the assumed slots must hold. */
export type BaseScenario = 'nationell-bas' | 'skane';

/** What takes time: homes fitted, slots of the nation and of Skåne found, flows counted. */
const PARTS = 4;

/**
 * Every derived file: first those that follow from published figures alone, then home shares fitted to the published waits by the engine, then slots found by
 * the engine, and last the flows between regions in the run that all of them make. `read` reads a base scenario with the files given in place of those on disk.
 */
export function deriveEverything(published: Tables, read: (name: BaseScenario, files: readonly DerivedFile[]) => Scenario, onProgress?: (done: number, total: number) => void): DerivedFile[] {
  const rooms = placeholderRooms(published);
  const fitted = withHomeFactors(published, read('nationell-bas', [...deriveAll(published), ...rooms]), (done, total) => onProgress?.(done, PARTS * total));
  const files = deriveAll(fitted);
  const nation = deriveRooms(published, read('nationell-bas', [...files, ...rooms]), (done, total) => onProgress?.(total + done, PARTS * total));
  const skane = deriveSkaneSlots(published, read('skane', [...files, ...rooms]), (done, total) => onProgress?.(2 * total + done, PARTS * total));
  const base = read('nationell-bas', [...files, ...nation]);
  const flows = layFlows(base, 'flows.csv', { replications: base.replications, seed: base.seed, onProgress: (done, total) => onProgress?.(3 * total + done, PARTS * total) });
  return [...files, ...nation, skane, flows];
}
