import yargs from 'yargs';
import type { Argv } from 'yargs';
import { suggest } from '../base/index.js';
import type { Command } from './commands/index.js';
import { Failure } from './failure.js';
import type { Lang, Option } from './options.js';
import { show } from './options.js';
import { readVersion } from './product.js';
import { SWEDISH } from './swedish.js';

/** What was asked for: a command with its arguments, its help or the version (already printed), or nothing at all. */
export type Asked = { readonly kind: 'run'; readonly command: Command; readonly args: Readonly<Record<string, unknown>> } | { readonly kind: 'printed' } | { readonly kind: 'nothing'; readonly usage: string };

const GLOBAL: Readonly<Record<string, Option>> = {
  lang: { kind: 'value', sv: 'språk: sv (standard) eller en (language)', en: 'language: sv (default) or en' },
  debug: { kind: 'flag', sv: 'visa stackspår vid internt fel', en: 'show the stack trace of an internal fault' },
};

/** The language that help and complaints are to be in, before anything else of the line is judged. */
export function spokenLang(argv: readonly string[]): Lang {
  return argv.some((word, i) => word === '--lang=en' || (word === '--lang' && argv[i + 1] === 'en')) ? 'en' : 'sv';
}

/** Reads the command line. Unknown commands and flags, flags without a value and flags given twice are wrong use, with the nearest there is. */
export async function readArguments(argv: readonly string[], commands: readonly Command[], lang: Lang): Promise<Asked> {
  const plain = plainCommand(argv, commands);
  const parser = plain ? declare(layParser(argv, lang), { ...plain.options, ...GLOBAL }, lang) : withCommands(layParser(argv, lang), argv, commands, lang);
  const parsed = (await parser.parseAsync()) as Readonly<Record<string, unknown>>;
  if (parsed['help'] === true || parsed['version'] === true) return { kind: 'printed' };
  const [name, ...words] = (parsed['_'] as readonly unknown[]).map(String);
  const command = plain ?? commands.find((one) => one.name === name);
  const positionals = command?.positionals ?? [];
  if (plain && words.length < plain.usage.split('<').length - 1) throw missing(plain, lang);
  const args = plain ? { ...parsed, ...placed(positionals, words) } : parsed;
  const more = plain && !positionals.some(isRest) ? words.slice(positionals.length) : plain ? [] : words;
  const options = { ...command?.options, ...GLOBAL };
  refuseUnknown(parsed, plain ? Object.keys(options) : [...Object.keys(options), ...positionals.map(bare)], lang);
  for (const [option, { kind }] of Object.entries(options)) refuseMisused(option, kind, args[option], argv, lang);
  if (name === undefined) return { kind: 'nothing', usage: await parser.getHelp() };
  if (!command) throw new Failure(2, unknownCommand(name, commands, lang));
  if (more.length > 0) throw new Failure(2, `${lang === 'sv' ? 'för många argument' : 'too many arguments'}: ${more.map(show).join(' ')}`);
  return { kind: 'run', command, args };
}

/** The command that the line plainly begins with. The parser, told of commands, makes all their help each time, asked or not; so it is told of them only where help may be due. */
function plainCommand(argv: readonly string[], commands: readonly Command[]): Command | undefined {
  return argv.some((word) => /^--(help|version)/.test(word)) ? undefined : commands.find(({ name }) => name === argv[0]);
}

/** A positional that takes all the words that are left is written `name..`. */
const isRest = (positional: string): boolean => positional.endsWith('..');
const bare = (positional: string): string => positional.replace(/\.\.$/, '');

function placed(positionals: readonly string[], words: readonly string[]): Readonly<Record<string, string | readonly string[]>> {
  return Object.fromEntries(positionals.flatMap((name, i): (readonly [string, string | readonly string[]])[] => (isRest(name) ? [[bare(name), words.slice(i)]] : i < words.length ? [[name, words[i]!]] : [])));
}

const missing = (command: Command, lang: Lang): Failure => new Failure(2, `flaskhals ${command.usage}: ${MISSING[lang]}`);
const MISSING = { sv: 'argument saknas', en: 'an argument is missing' } as const;

/** Every option is read as text, so that nothing is taken for a number or a list behind our back. */
function layParser(argv: readonly string[], lang: Lang): Argv {
  return yargs([...argv])
    .scriptName('flaskhals')
    .locale(lang)
    .updateStrings(lang === 'sv' ? SWEDISH : {})
    .parserConfiguration({ 'camel-case-expansion': false, 'boolean-negation': false, 'dot-notation': false, 'parse-numbers': false, 'parse-positional-numbers': false })
    .exitProcess(false)
    .wrap(100);
}

function withCommands(parser: Argv, argv: readonly string[], commands: readonly Command[], lang: Lang): Argv {
  parser
    .help('help', lang === 'sv' ? 'visa denna hjälp (help)' : 'show this help')
    .version('version', lang === 'sv' ? 'visa version (version)' : 'show the version', readVersion())
    .fail((message: string | undefined, error: Error | undefined) => {
      if (error !== undefined && error.name !== 'YError') throw error;
      const command = commands.find((one) => argv.includes(one.name));
      throw command ? missing(command, lang) : new Failure(2, message ?? MISSING[lang]);
    });
  for (const command of commands) parser.command(command.usage, command.describe[lang], (y: Argv) => declare(y, command.options, lang));
  return declare(parser, GLOBAL, lang);
}

function declare(parser: Argv, options: Readonly<Record<string, Option>>, lang: Lang): Argv {
  for (const [name, option] of Object.entries(options)) parser.option(name, { describe: option[lang], type: option.kind === 'flag' ? 'boolean' : 'string' });
  return parser;
}

function refuseUnknown(args: Readonly<Record<string, unknown>>, known: readonly string[], lang: Lang): void {
  const name = Object.keys(args).find((key) => key !== '_' && key !== '$0' && key !== 'help' && key !== 'version' && !known.includes(key));
  if (name === undefined) return;
  const near = suggest(name, known);
  const shown = name.length === 1 ? `-${name}` : `--${name}`;
  const hint = near === undefined ? '' : lang === 'sv' ? `; menade du --${near}?` : `; did you mean --${near}?`;
  throw new Failure(2, `${lang === 'sv' ? 'okänd flagga' : 'unknown flag'} ${shown}${hint}`);
}

function refuseMisused(name: string, kind: Option['kind'], value: unknown, argv: readonly string[], lang: Lang): void {
  const sv = lang === 'sv';
  const uses = argv.filter((word) => word === `--${name}` || word.startsWith(`--${name}=`));
  if (kind === 'flag' && uses.some((word) => word.includes('='))) throw new Failure(2, `--${name} ${sv ? 'tar inget värde' : 'takes no value'}`);
  if (kind !== 'values' && uses.length > 1) throw new Failure(2, `--${name} ${sv ? 'står två gånger' : 'is given twice'}`);
  if (value === '' || (Array.isArray(value) && value.includes(''))) throw new Failure(2, `--${name} ${sv ? 'saknar värde' : 'needs a value'}`);
}

function unknownCommand(name: string, commands: readonly Command[], lang: Lang): string {
  const names = commands.map((command) => command.name);
  const near = suggest(name, names);
  if (lang === 'sv') return `okänt kommando ${show(name)}; ${near === undefined ? `det finns ${names.join(', ')}` : `menade du ${near}?`}`;
  return `unknown command ${show(name)}; ${near === undefined ? `there are ${names.join(', ')}` : `did you mean ${near}?`}`;
}
