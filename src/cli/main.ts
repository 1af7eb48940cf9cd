import { hideBin } from 'yargs/helpers';
import yargs from 'yargs';
import type { Argv } from 'yargs';
import { BugError, suggest } from '../base/index.js';
import { COMMANDS } from './commands/index.js';
import type { Command } from './commands/index.js';
import { Failure } from './failure.js';
import { readLang } from './options.js';
import { SWEDISH } from './swedish.js';

const GLOBAL = ['lang', 'debug', 'help', 'version'];

/** Declares a command. Every option is read as text, so that nothing is taken for a number or a list behind our back. */
function declare(parser: Argv, command: Command): Argv {
  return parser.command(command.usage, command.describe, (y: Argv) => {
    for (const [name, description] of Object.entries(command.options)) {
      y.option(name, { describe: description, ...(command.flags.includes(name) ? { type: 'boolean' as const } : { type: 'string' as const, requiresArg: true }) });
    }
    return y;
  });
}

/** Unknown flags, flags without a value and flags given twice are wrong use (exit 2), with the nearest flag there is. */
function refuse(command: Command, args: Readonly<Record<string, unknown>>): void {
  const known = [...Object.keys(command.options), ...GLOBAL];
  for (const [name, value] of Object.entries(args)) {
    if (name === '_' || name === '$0' || command.positionals.includes(name)) continue;
    if (!known.includes(name)) {
      const near = suggest(name, known);
      throw new Failure(2, `okänd flagga (unknown flag) --${name}${near ? `; menade du (did you mean) --${near}?` : ''}`);
    }
    if (Array.isArray(value) && !command.repeatable.includes(name)) throw new Failure(2, `--${name} står två gånger (given twice)`);
    if (typeof value === 'string' && value === '') throw new Failure(2, `--${name} saknar värde (needs a value)`);
  }
}

async function start(argv: readonly string[]): Promise<number> {
  const parser = yargs([...argv])
    .scriptName('flaskhals')
    .locale('sv')
    .updateStrings(SWEDISH)
    .parserConfiguration({ 'camel-case-expansion': false, 'boolean-negation': false, 'dot-notation': false, 'parse-numbers': false, 'parse-positional-numbers': false })
    .option('lang', { type: 'string', requiresArg: true, describe: 'språk: sv (standard) eller en (language)' })
    .option('debug', { type: 'boolean', describe: 'visa stackspår vid internt fel (stack trace)' })
    .help()
    .version(false)
    .exitProcess(false)
    .wrap(100)
    .fail((message: string | undefined, error: Error | undefined) => {
      throw error ?? new Failure(2, message ?? '');
    });
  for (const command of COMMANDS) declare(parser, command);
  if (argv.length === 0) {
    process.stderr.write(`${await parser.getHelp()}\n`);
    return 2;
  }
  const args = (await parser.parseAsync()) as Record<string, unknown>;
  if (args['help'] === true) return 0;
  const words = args['_'] as string[];
  const command = COMMANDS.find((c) => c.name === words[0]);
  if (!command) {
    const near = suggest(String(words[0]), COMMANDS.map((c) => c.name));
    throw new Failure(2, `okänt kommando (unknown command) ${JSON.stringify(words[0])}${near ? `; menade du (did you mean) ${near}?` : ''}`);
  }
  if (words.length > 1) throw new Failure(2, `för många argument (too many arguments): ${words.slice(1).join(' ')}`);
  refuse(command, args);
  return command.run(args, readLang(args['lang'] as string | undefined));
}

/** A closed pipe downstream (`| head`) is a quiet end. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 4));

const argv = hideBin(process.argv);
try {
  process.exitCode = await start(argv);
} catch (error) {
  if (error instanceof Failure) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error.exitCode;
  } else {
    const detail = error instanceof Error ? (argv.includes('--debug') ? error.stack : error.message) : String(error);
    const kind = error instanceof BugError ? 'BugError' : 'Error';
    process.stderr.write(`Internt fel i flaskhals (internal fault, ${kind}): ${detail ?? ''}\nAnmäl det gärna, med kommandot och scenariofilen (please report it).\n`);
    process.exitCode = 1;
  }
}
