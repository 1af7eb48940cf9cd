import { statSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

/** How often files are looked at, in milliseconds. Asked for, not told of: so it holds on every disk, and however an editor saves. */
const EVERY_MS = 150;

/** Does something now and whenever a file is saved, until Ctrl-C, which is the way to end it and no error. It names the files to watch from then on. */
export async function watchFiles(first: string, act: () => readonly string[]): Promise<number> {
  const ending = new AbortController();
  process.once('SIGINT', () => {
    ending.abort();
  });
  let stamps = new Map([[first, 'not seen']]);
  let last = new Map([[first, stampOf(first)]]);
  while (!ending.signal.aborted) {
    const now = new Map([...stamps.keys()].map((file) => [file, stampOf(file)]));
    // A save that is still under way is let finish: a file half written is nobody's meaning.
    const isStill = [...now].every(([file, stamp]) => last.get(file) === stamp);
    last = now;
    if (isStill && [...now].some(([file, stamp]) => stamps.get(file) !== stamp)) {
      // Stamps from before the files were read: a save meanwhile is not missed.
      stamps = new Map(act().map((file) => [file, now.get(file) ?? stampOf(file)]));
      last = stamps;
    }
    await setTimeout(EVERY_MS, undefined, { signal: ending.signal }).catch(() => undefined);
  }
  return 0;
}

function stampOf(file: string): string {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat === undefined ? '' : `${stat.mtimeMs} ${stat.size} ${stat.ino}`;
}
