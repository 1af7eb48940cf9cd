import { showMonth } from '../base/index.js';
import { drawRoster } from '../engine/index.js';
import type { Axes, Key, Plan } from '../engine/index.js';
import { tellRun } from './dump/index.js';
import type { LegRecord, RecordsForm } from './dump/index.js';

/** What became of a modelled doctor in one replication, pathway after pathway. */
export interface Story {
  readonly id: string;
  readonly legs: readonly LegRecord[];
}

/** A doctor’s id as people type it: stream, month of the cohort, ordinal in it (`old/2026-06/12`). */
export const writeId = ([stream, cohort, ordinal]: readonly [string, number, number]): string => `${stream}/${showMonth(cohort)}/${ordinal}`;

/** Everybody of one replication, with what became of them. */
export function listStories(plan: Plan, axes: Axes, key: Key): readonly Story[] {
  return storiesIn(tellRun(plan, axes, drawRoster(plan, key)).records);
}

/** Everybody whose records have been written. */
export const storiesIn = ({ doctors }: RecordsForm<readonly [string, number, number]>): readonly Story[] => doctors.map(({ id, legs }) => ({ id: writeId(id), legs }));
