import { BugError } from '../base/index.js';
import { readArguments, spokenLang } from './arguments.js';
import { COMMANDS } from './commands/index.js';
import { Failure } from './failure.js';
import type { Lang } from './options.js';
import { readLang, textOf } from './options.js';
import { WATCHED, endWithWatch, needsWatch } from './watched.js';

const argv = process.argv.slice(2);
const lang = spokenLang(argv);

watchStreams();
endWithWatch();
try {
  process.exitCode = needsWatch() ? await (await import('./short-memory.js')).runWatched(argv, WATCHED, lang) : await start();
} catch (error) {
  process.exitCode = sayWhy(error, lang);
}

async function start(): Promise<number> {
  const asked = await readArguments(argv, COMMANDS, lang);
  if (asked.kind === 'printed') return 0;
  if (asked.kind === 'run') return asked.command.run(asked.args, readLang(textOf(asked.args['lang'])));
  process.stderr.write(`${asked.usage}\n`);
  return 2;
}

/** Says on stderr why a command ended, and gives the exit code: what the user can mend as it is, a fault of ours with a request to report it. */
function sayWhy(error: unknown, speech: Lang): number {
  if (error instanceof Failure) {
    process.stderr.write(`${error.message}\n`);
    return error.exitCode;
  }
  const detail = error instanceof Error ? (argv.includes('--debug') ? (error.stack ?? error.message) : error.message) : String(error);
  const kind = error instanceof BugError ? 'BugError' : 'Error';
  process.stderr.write(
    speech === 'sv'
      ? `Internt fel i flaskhals (${kind}): ${detail}\nAnmäl det gärna, med kommandot och scenariofilen.\n`
      : `Internal fault in flaskhals (${kind}): ${detail}\nPlease report it, with the command and the scenario file.\n`,
  );
  return 1;
}

/** A pipe closed downstream (`| head`) is a quiet end; output that cannot be written is exit 4, without an endless tale of it. */
function watchStreams(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
    process.stderr.write(lang === 'sv' ? `Det gick inte att skriva till stdout: ${error.message}\n` : `Could not write to stdout: ${error.message}\n`);
    process.exit(4);
  });
  process.stderr.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && (process.exitCode ?? 0) === 0) process.exitCode = 4;
  });
}
