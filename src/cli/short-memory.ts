import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { constants } from 'node:os';
import { basename, dirname } from 'node:path';
import { isatty } from 'node:tty';
import { getHeapStatistics } from 'node:v8';
import { Failure } from './failure.js';
import { lockFolder, unlockFolder } from './lock.js';
import type { Lang } from './options.js';
import { typed } from './typed.js';
import { stateOf } from './state-file.js';
import { mendLeftovers } from './write-folder.js';

/** How Node ends when its memory is out: it cannot be caught by the program that it ends. */
const OUT_OF_MEMORY = { signals: ['SIGABRT', 'SIGTRAP', 'SIGILL'], codes: [132, 133, 134] } as const;

/**
 * Runs the command in a process of its own, and says what happened where its memory came to an end: then its folder is given free, and what it left half-written removed.
 * Only where memory is short: the process costs the start of another Node.
 */
export async function runWatched(argv: readonly string[], mark: Readonly<Record<string, string>>, lang: Lang): Promise<number> {
  const child = spawn(process.execPath, [...process.execArgv, process.argv[1]!, ...argv], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env: { ...process.env, ...mark } });
  const folders: string[] = [];
  child.on('message', (message) => {
    if (typeof message === 'string') folders.push(message);
  });
  // Ctrl-C in a terminal reaches both.
  const isHeard = isatty(0) || isatty(2);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !isHeard) child.kill(signal);
    });
  }
  const { code, signal } = await new Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>((end, fail) => {
    child.on('error', fail);
    child.on('exit', (ended, by) => {
      end({ code: ended, signal: by });
    });
  });
  if (signal !== null && !OUT_OF_MEMORY.signals.some((one) => one === signal)) return 128 + (constants.signals[signal] ?? 0);
  if (signal === null && !OUT_OF_MEMORY.codes.some((one) => one === code)) return code ?? 1;
  throw new Failure(5, [...sayShort(lang), ...folders.slice(-1).flatMap((folder) => putInOrder(folder, argv, lang))]);
}

function sayShort(lang: Lang): string[] {
  const most = Math.round(getHeapStatistics().heap_size_limit / 2 ** 20);
  return lang === 'sv'
    ? [`Minnet tog slut: Node får använda ${most} MB här. Inget halvskrivet finns kvar.`, 'Ge mer minne, t.ex. NODE_OPTIONS=--max-old-space-size=4096, eller kör med färre --workers och --replications']
    : [`Out of memory: Node may use ${most} MB here. Nothing half-written is left.`, 'Give more memory, e.g. NODE_OPTIONS=--max-old-space-size=4096, or run with fewer --workers and --replications'];
}

/** Gives free a folder that was held by who is dead, and says how to go on where something is kept. */
function putInOrder(folder: string, argv: readonly string[], lang: Lang): string[] {
  try {
    lockFolder(folder, lang);
    mendLeftovers(folder);
    unlockFolder(folder);
  } catch {
    // Another run has taken it: it puts it in order.
  }
  const state = basename(stateOf(folder));
  if (!readdirSync(dirname(folder)).some((name) => name.startsWith(state))) return [];
  const again = typed([...argv.filter((word) => word !== '--resume'), '--resume']);
  return [lang === 'sv' ? 'Det som är gjort finns kvar. Fortsätt med' : 'What is done is kept. Go on with', `  ${again}`];
}
