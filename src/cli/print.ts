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
  const begun = process.hrtime.bigint();
  let isShown = false;
  let from: number | undefined;
  return {
    update: (done, total) => {
      from ??= done - 1;
      const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
      if (!isShown && seconds < 1) return;
      // What was done before an interruption cost no time now; the clock on the wall may be set meanwhile.
      const left = layTime((seconds / (done - from)) * (total - done));
      if (!isShown) bar.start(total, done, { left });
      isShown = true;
      bar.update(done, { left });
    },
    stop: () => {
      if (isShown) bar.stop();
    },
  };
}

/** Seconds as people read them. */
function layTime(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole}s`;
  const minutes = Math.floor(whole / 60);
  return minutes < 60 ? `${minutes}m${whole % 60}s` : `${Math.floor(minutes / 60)}h${minutes % 60}m`;
}

/** What to type next, on stderr of a terminal only. */
export function printNext(lines: readonly string[]): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(`\n${lines.map((line) => colors.cyan(line)).join('\n')}\n`);
}
