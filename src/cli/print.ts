import Table from 'cli-table3';
import progress from 'cli-progress';
import colors from 'picocolors';
import type { SummarySection } from '../output/index.js';
import type { Lang } from './options.js';

/** Prints the sections of a summary to stdout. */
export function printSections(sections: readonly SummarySection[]): void {
  for (const section of sections) {
    process.stdout.write(`\n${colors.bold(section.heading)}\n`);
    for (const line of section.lines) process.stdout.write(`${line}\n`);
    if (section.table) process.stdout.write(`${layTable(section.table)}\n`);
  }
}

function layTable(table: NonNullable<SummarySection['table']>): string {
  const grid = new Table({
    head: [...table.head],
    colAligns: [...table.align],
    style: { head: [], border: [], compact: true },
    chars: {
      top: '', 'top-mid': '', 'top-left': '', 'top-right': '', bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '',
      left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '', middle: ' ',
    },
  });
  grid.push(...table.rows.map((row) => [...row]));
  return grid.toString();
}

/** A bar with an estimate on stderr, from one second on; nothing where stderr is not a terminal. */
export interface Bar {
  readonly update: (done: number, total: number) => void;
  readonly stop: () => void;
}

/** Starts a bar for work that may take long. */
export function startBar(what: string, lang: Lang): Bar {
  const format = lang === 'sv' ? `${what} {bar} {value} av {total}, klart om {left}` : `${what} {bar} {value} of {total}, done in {left}`;
  const bar = new progress.SingleBar({ format, barsize: 24, hideCursor: true, clearOnComplete: true, noTTYOutput: false, stream: process.stderr }, progress.Presets.shades_classic);
  const begun = performance.now();
  let first: number | undefined;
  let isShown = false;
  return {
    update: (done, total) => {
      first ??= done - 1;
      const spent = performance.now() - begun;
      if (!isShown && spent < 1000) return;
      // The estimate is by the clock that nobody can set; what was done before an interruption took no time now.
      const left = { left: minutes((spent / (done - first)) * (total - done)) };
      if (!isShown) bar.start(total, done, left);
      isShown = true;
      bar.update(done, left);
    },
    stop: () => {
      if (isShown) bar.stop();
    },
  };
}

/** A time to wait, for people: `1h05m`, `2m10s`, `9s`. */
function minutes(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  const two = (n: number): string => String(n).padStart(2, '0');
  if (seconds < 60) return `${seconds}s`;
  return seconds < 3600 ? `${Math.floor(seconds / 60)}m${two(seconds % 60)}s` : `${Math.floor(seconds / 3600)}h${two(Math.floor((seconds % 3600) / 60))}m`;
}

/** What to type next, on stderr of a terminal only. */
export function printNext(lines: readonly string[]): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(`\n${lines.map((line) => colors.cyan(line)).join('\n')}\n`);
}
