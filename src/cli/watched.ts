import { getHeapStatistics } from 'node:v8';

/** With less than this Node may come to the end of its memory in the middle of a national run, which ends it without a word. */
const SHORT_MB = 600;

/** Tells a process that another watches over it. */
export const WATCHED = { FLASKHALS_WATCHED: '1' } as const;
const isWatched = (): boolean => process.env['FLASKHALS_WATCHED'] === WATCHED.FLASKHALS_WATCHED && process.channel !== undefined;

/** Whether the program may be out of memory before it is done, and nobody watches over it. */
export const needsWatch = (): boolean => getHeapStatistics().heap_size_limit < SHORT_MB * 2 ** 20 && !isWatched();

/** Tells who watches which folder is held, to be given free where this process cannot. */
export function tellHeld(folder: string): void {
  if (isWatched()) process.send?.(folder);
}

/** Nobody who was asked to end is outlived by who does the work. */
export function endWithWatch(): void {
  if (!isWatched()) return;
  process.on('disconnect', () => process.exit(1));
  process.channel?.unref();
}
