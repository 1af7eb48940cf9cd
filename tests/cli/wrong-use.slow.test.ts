import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildProgram, flaskhals, makeProject, shell, SMALL } from './support.js';

/** A line that must be refused: its id in the catalogue of bad input, what is typed, the exit code, and what is said in each language. */
interface Refused {
  readonly id: string;
  readonly line: string;
  readonly code: 2 | 3 | 4 | 5;
  readonly sv: string;
  readonly en: string;
}

const wholeSv = (flag: string, found: string, range: string): string => `--${flag}: "${found}" är inget heltal, ${range}, skrivet med siffror`;
const wholeEn = (flag: string, found: string, range: string): string => `--${flag}: "${found}" is not a whole number, ${range}, in digits`;
const notWhole = (id: string, flag: string, found: string, range: string): Refused => ({
  id, line: `run s.yaml --${flag}=${found}`, code: 2, sv: wholeSv(flag, found, range), en: wholeEn(flag, found, range),
});
const NAMES = 'scenario-bytes, included-bytes, extends, data-bytes, data-files, nesting, aliases, items, parts, expression-characters, expression-nodes, expression-depth';

const REFUSED: readonly Refused[] = [
  { id: 'K01', line: 'run s.yaml --replicatons 5', code: 2, sv: 'okänd flagga --replicatons; menade du --replications?', en: 'unknown flag --replicatons; did you mean --replications?' },
  { id: 'K01 a flag of another command', line: 'check s.yaml --seed 1', code: 2, sv: 'okänd flagga --seed', en: 'unknown flag --seed' },
  { id: 'K01 one letter', line: 'run s.yaml -x', code: 2, sv: 'okänd flagga -x', en: 'unknown flag -x' },
  { id: 'K01 denied', line: 'run s.yaml --no-overwrite', code: 2, sv: 'okänd flagga --no-overwrite; menade du --overwrite?', en: 'unknown flag --no-overwrite; did you mean --overwrite?' },
  { id: 'K01 dots', line: 'run s.yaml --seed.x=1', code: 2, sv: 'okänd flagga --seed.x; menade du --seed?', en: 'unknown flag --seed.x; did you mean --seed?' },
  { id: 'K02 last', line: 'run s.yaml --seed', code: 2, sv: '--seed saknar värde', en: '--seed needs a value' },
  { id: 'K02 before another flag', line: 'run s.yaml --out --overwrite', code: 2, sv: '--out saknar värde', en: '--out needs a value' },
  { id: 'K02 empty', line: 'run s.yaml --seed=', code: 2, sv: '--seed saknar värde', en: '--seed needs a value' },
  { id: 'K02 twice', line: 'run s.yaml --seed 1 --seed 2', code: 2, sv: '--seed står två gånger', en: '--seed is given twice' },
  { id: 'K02 twice, in two ways', line: 'run s.yaml --seed 1 --seed=1', code: 2, sv: '--seed står två gånger', en: '--seed is given twice' },
  { id: 'K02 a flag twice', line: 'run s.yaml --overwrite --overwrite', code: 2, sv: '--overwrite står två gånger', en: '--overwrite is given twice' },
  { id: 'K02 a value too many', line: 'run s.yaml --overwrite=no', code: 2, sv: '--overwrite tar inget värde', en: '--overwrite takes no value' },
  ...['-5', '0', '1e3', '12abc', '٣', '1.0', '010', '100001'].map((found) => notWhole(`K03 ${found}`, 'replications', found, '1 … 100000')),
  ...['-1', '1.5', 'abc', '1e20', '4294967296'].map((found) => notWhole(`seed ${found}`, 'seed', found, '0 … 4294967295')),
  { id: 'K03 a value that looks like a flag', line: 'run s.yaml --replications -5', code: 2, sv: wholeSv('replications', '-5', '1 … 100000'), en: wholeEn('replications', '-5', '1 … 100000') },
  { id: 'K05 missing', line: 'run none.yaml', code: 4, sv: 'none.yaml:1:1: error file-missing: filen finns inte', en: 'none.yaml:1:1: error file-missing: the file does not exist' },
  { id: 'K05 folder', line: 'check data', code: 4, sv: 'data:1:1: error file-folder: är en mapp', en: 'data:1:1: error file-folder: is a folder' },
  { id: 'K05 no file at all', line: 'run /dev/zero', code: 4, sv: '/dev/zero:1:1: error file-unreadable', en: '/dev/zero:1:1: error file-unreadable' },
  { id: 'K06 a file', line: 'run s.yaml --out taken', code: 4, sv: 'taken: är ingen mapp', en: 'taken: is not a folder' },
  { id: "K06 the scenario's folder", line: 'run s.yaml --overwrite --out .', code: 2, sv: 'hit skrivs ingen körning, för här finns s.yaml', en: 'no run is written here, for it holds s.yaml' },
  { id: 'K06 the root', line: 'run s.yaml --overwrite --out /', code: 2, sv: 'hit skrivs ingen körning', en: 'no run is written here' },
  { id: 'K06 the folder of its data', line: 'run s.yaml --overwrite --out data', code: 2, sv: 'data: hit skrivs ingen körning', en: 'data: no run is written here' },
  { id: 'K07 not ours', line: 'run s.yaml --out theirs', code: 2, sv: 'theirs: innehåller filer som inte är från flaskhals; --overwrite', en: 'theirs: holds files that are not ours; --overwrite' },
  { id: 'K10 a language alone', line: '', code: 2, sv: 'Kommandon:', en: 'Commands:' },
  { id: 'no scenario', line: 'run', code: 2, sv: 'flaskhals run <scenario>: argument saknas', en: 'flaskhals run <scenario>: an argument is missing' },
  { id: 'two scenarios', line: 'run s.yaml t.yaml', code: 2, sv: 'för många argument: "t.yaml"', en: 'too many arguments: "t.yaml"' },
  { id: 'a command nearly', line: 'runn s.yaml', code: 2, sv: 'okänt kommando "runn"; menade du run?', en: 'unknown command "runn"; did you mean run?' },
  { id: 'no command', line: 'frobnicate', code: 2, sv: 'det finns run, compare, contributions, bottlenecks', en: 'there are run, compare, contributions, bottlenecks' },
  { id: 'no schema', line: 'schema toString', code: 2, sv: 'schema: "toString"; scenario | findings', en: 'schema: "toString"; scenario | findings' },
  { id: 'nothing to list', line: 'list pols', code: 2, sv: 'list: "pols" finns inte; det finns regions, blocks, pools, streams, measures, charts; menade du pools?', en: 'did you mean pools?' },
  { id: 'a list that no scenario changes', line: 'list charts s.yaml', code: 2, sv: 'list charts: desamma i alla scenarier', en: 'list charts: the same in all scenarios' },
  { id: 'a name that leads elsewhere', line: 'init ../x', code: 2, sv: 'init: "../x": ett namn har bokstäver, siffror och bindestreck', en: 'init: "../x": a name has letters, digits and hyphens' },
  { id: 'nothing to begin with', line: 'init x', code: 2, sv: 'init: här finns inga data att räkna på', en: 'init: there is no data here to compute with' },
  { id: 'a look that writes', line: 'run s.yaml --look --out x', code: 2, sv: '--out hör inte till --look', en: '--out does not belong to --look' },
  { id: 'a look many times', line: 'run s.yaml --look --replications 5', code: 2, sv: '--replications hör inte till --look', en: '--replications does not belong to --look' },
  { id: 'a watch without a look', line: 'run s.yaml --watch', code: 2, sv: '--watch hör till --look', en: '--watch belongs to --look' },
  { id: 'a look at no file', line: 'run none.yaml --look', code: 4, sv: 'none.yaml:1:1: error file-missing', en: 'none.yaml:1:1: error file-missing' },
  { id: '--add without =', line: 'run s.yaml --add slots/psychiatry/Norr', code: 2, sv: '"slots/psychiatry/Norr" ska skrivas som slots/psychiatry/Gotland=1', en: 'is to be written as slots/psychiatry/Gotland=1' },
  { id: '--add nothing', line: 'run s.yaml --add slots/psychiatry/Norr=0', code: 2, sv: wholeSv('add', '0', '1 … 1000000'), en: wholeEn('add', '0', '1 … 1000000') },
  { id: '--add to what is not there', line: 'run s.yaml --add slots/psykiatri/Norr=1', code: 2, sv: 'menade du slots/psychiatry/Norr?', en: 'did you mean slots/psychiatry/Norr?' },
  { id: '--add to one pool twice', line: 'run s.yaml --add a=1 --add a=2', code: 2, sv: '--add: "a" står två gånger', en: '--add: "a" is given twice' },
  { id: 'a limit that is none', line: 'check s.yaml --limit nestin=3', code: 2, sv: `det finns ${NAMES}; menade du nesting?`, en: `there are ${NAMES}; did you mean nesting?` },
  { id: 'a limit twice', line: 'check s.yaml --limit items=1 --limit items=2', code: 2, sv: '--limit: "items" står två gånger', en: '--limit: "items" is given twice' },
  { id: 'a limit without number', line: 'check s.yaml --limit nesting=', code: 2, sv: '--limit: "" är inget heltal', en: '--limit: "" is not a whole number' },
  { id: 'past the bytes', line: 'check s.yaml --limit scenario-bytes=100', code: 5, sv: 'file-too-large: filen är större än 100 byte (fann "s.yaml"); ändras med --limit scenario-bytes=…', en: 'change it with --limit scenario-bytes=…' },
  { id: 'past the nesting', line: 'run s.yaml --limit nesting=2', code: 5, sv: 'error too-deep: ', en: 'error too-deep: ' },
  { id: 'past the files', line: 'run s.yaml --limit data-files=1', code: 5, sv: 'error too-many-files: ', en: 'error too-many-files: ' },
  { id: 'past the bytes of data', line: 'check s.yaml --limit data-bytes=100', code: 5, sv: 'error file-too-large: ', en: 'error file-too-large: ' },
  { id: 'past the default bytes', line: 'check large.yaml', code: 5, sv: 'större än 5 MiB', en: 'larger than 5 MiB' },
  { id: 'an invalid scenario', line: 'run bad.yaml', code: 3, sv: 'bad.yaml:4:7: error not-a-number: seed: text där ett tal ska stå', en: 'bad.yaml:4:7: error not-a-number: seed: text where a number is due' },
];

const PROVING = process.env['PROVE'] === '1';
let folder = '';
beforeAll(() => {
  buildProgram();
  folder = makeProject({ taken: 'a file', 'theirs/letter.txt': 'dear', 'bad.yaml': SMALL.replace('seed: 7', 'seed: x'), 'large.yaml': `${SMALL}${`#${'x'.repeat(999)}\n`.repeat(5300)}` });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('refuses on stderr with its exit code, writing nothing', () => {
  // Every other line in English, and all of them in both languages where time is no matter.
  const both = PROVING ? REFUSED.flatMap((row) => [{ ...row, lang: 'sv' as const }, { ...row, lang: 'en' as const }]) : REFUSED.map((row, i) => ({ ...row, lang: i % 2 === 0 ? ('sv' as const) : ('en' as const) }));

  test.concurrent.each(both)('$id: $line ($lang)', async ({ lang, line, code, ...said }) => {
    const words = line.split(' ').filter((word) => word !== '');
    const ended = await flaskhals(lang === 'sv' && words.length > 0 ? words : [...words, '--lang', lang], { cwd: folder });
    expect(ended).toMatchObject({ code, stdout: '' });
    expect(ended.stderr).toContain(said[lang]);
    expect(ended.stderr).not.toMatch(/^ {4}at /m);
  });

  test('no report folder, lock or temporary file comes of it', () => {
    expect(shell('ls -A', { cwd: folder }).stdout.split('\n').filter((name) => name !== '').sort()).toEqual(['bad.yaml', 'data', 'large.yaml', 's.yaml', 'taken', 'theirs']);
  });
});

test('a limit that is raised lets in what was too much', async () => {
  const ended = await flaskhals(['check', 'large.yaml', '--limit', 'scenario-bytes=10485760'], { cwd: folder });
  expect(ended).toMatchObject({ code: 0, stderr: '' });
});

test('K05: a scenario that may not be read is exit 4, and says so', async (context) => {
  context.skip(process.getuid?.() !== 0 && process.platform === 'win32', 'file modes do not stop reading here');
  shell('cp s.yaml closed.yaml && chmod 000 closed.yaml && chmod 755 .', { cwd: folder });
  const nobody = process.getuid?.() === 0 ? { uid: 65534 } : {};
  const ended = await flaskhals(['check', 'closed.yaml'], { cwd: folder, ...nobody });
  shell('rm -f closed.yaml', { cwd: folder });
  context.skip(/EACCES.*(bin|dist|node_modules)/s.test(ended.stderr) || /Cannot find module/.test(ended.stderr), 'the program itself may not be read by another user here');
  expect(ended).toMatchObject({ code: 4, stdout: '' });
  expect(ended.stderr).toContain('closed.yaml:1:1: error file-unreadable: filen går inte att läsa (rättigheter?)');
});

describe('helps', () => {
  test('K10: without a word, the usage on stderr', async () => {
    const ended = await flaskhals([], { cwd: folder });
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toMatch(/Kommandon:[^]*flaskhals run <scenario>[^]*flaskhals check <scenario>[^]*flaskhals schema[^]*flaskhals data[^]*Flaggor:/);
  });

  test.each([
    ['run', 'kör ett scenario', 'run a scenario', ['seed', 'replications', 'add', 'out', 'overwrite', 'look', 'watch', 'workers', 'resume', 'patience', 'strict', 'limit', 'lang', 'debug']],
    ['rerun', 'gör om en körning', 'do a run again', ['lang', 'debug']],
    ['verify', 'pröva att en rapport', 'check that a report', ['recompute', 'lang', 'debug']],
    ['replication', 'en upprepning för sig', 'one replication by itself', ['doctor', 'seed', 'add', 'limit', 'lang', 'debug']],
    ['check', 'läs ett scenario', 'read a scenario', ['resolved', 'json', 'limit', 'lang', 'debug']],
    ['init', 'skriv ett kommenterat scenario', 'write a commented scenario', ['lang', 'debug']],
    ['list', 'visa vad som finns', 'show what there is', ['json', 'limit', 'lang', 'debug']],
    ['schema', 'skriv ut JSON-schemat', 'print the JSON Schema', ['write', 'lang', 'debug']],
    ['data', 'gör om data/derived/', 'make data/derived/ anew', ['lang', 'debug']],
    ['flows', 'skriv vilka som börjar var', 'write who starts where', ['out', 'seed', 'replications', 'limit', 'lang', 'debug']],
    ['dump', 'skriv en upprepning', 'write one replication', ['plan', 'roster', 'records', 'replication', 'seed', 'limit', 'lang', 'debug']],
    ['replay', 'kör motorn på en plan', 'run the engine on a plan', ['records', 'limit', 'lang', 'debug']],
  ])('%s --help tells of every flag, in Swedish and in English', async (command, sv, en, flags) => {
    const [swedish, english] = [await flaskhals([command, '--help'], { cwd: folder }), await flaskhals([command, '--help', '--lang', 'en'], { cwd: folder })];
    for (const [ended, words] of [[swedish, sv], [english, en]] as const) {
      expect(ended).toMatchObject({ code: 0, stderr: '' });
      expect(ended.stdout).toContain(words);
      expect([...ended.stdout.matchAll(/^ {2}--(\w+)/gm)].map((hit) => hit[1]).sort()).toEqual([...flags, 'help', 'version'].sort());
    }
    expect(swedish.stdout).toContain('Flaggor:');
    expect(english.stdout).toContain('Options:');
    expect(english.stdout).not.toMatch(/[åäö]/);
  });

  test('--version is that of the package', async () => {
    expect((await flaskhals(['--version'], { cwd: folder })).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test.each(['scenario', 'findings'])('schema %s is JSON and nothing else', async (of) => {
    const ended = await flaskhals(['schema', of], { cwd: folder });
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(ended.stdout)).toHaveProperty('properties');
  });
});

describe('when nobody reads on', () => {
  test('K08: stdout closed early is a quiet end', () => {
    const ended = shell('$FLASKHALS schema | head -1; echo "${PIPESTATUS[0]}"', { cwd: folder });
    expect(ended).toEqual({ code: 0, stdout: '{\n0\n', stderr: '' });
  });

  test.each(['schema', 'check s.yaml', '--help'])('F26: %s to a full disk is exit 4, and says so once', (line) => {
    const ended = shell(`$FLASKHALS ${line} > /dev/full`, { cwd: folder });
    expect(ended.code).toBe(4);
    expect(ended.stderr).toMatch(/^Det gick inte att skriva till stdout: ENOSPC[^\n]*\n$/);
  });

  test('F26: stderr full or closed hides the words, not the exit code', () => {
    expect(shell('$FLASKHALS run none.yaml 2> /dev/full', { cwd: folder }).code).toBe(4);
    expect(shell('$FLASKHALS run bad.yaml 2>&-', { cwd: folder }).code).toBe(3);
    expect(shell('$FLASKHALS schema >&- 2>&-', { cwd: folder }).code).toBe(0);
  });
});

describe('a fault of our own', () => {
  const strike = "import os from 'node:os'; import { syncBuiltinESMExports } from 'node:module'; os.homedir = () => { throw new Error('struck'); }; syncBuiltinESMExports();";
  const broken = { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(strike).replaceAll("'", '%27')}` };

  test.each([
    [[], 'Internt fel i flaskhals (Error): struck\nAnmäl det gärna'],
    [['--lang', 'en'], 'Internal fault in flaskhals (Error): struck\nPlease report it'],
  ])('is exit 1 with a request to report it %j', async (more, said) => {
    const ended = await flaskhals(['run', 's.yaml', ...more], { cwd: folder, env: broken });
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toContain(said);
    expect(ended.stderr).not.toMatch(/^ {4}at /m);
  });

  test('shows its stack with --debug only', async () => {
    expect((await flaskhals(['run', 's.yaml', '--debug'], { cwd: folder, env: broken })).stderr).toMatch(/^ {4}at /m);
  });
});
