import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PROVING } from './support/random.js';
import { ROOT, findCommands, listDocuments, listProject, readProject, type Command } from './support/documents.js';

// The tests themselves and what fetches the project are not run from within a test; the gate and the reader's first minute do that.
const NOT_FROM_HERE = /^(npm test|npm ci|npm run (check|test:\w+|prove|bench)|\.ci\/run|git clone|cd )\b/;
const RUN = /^(npx --no-install flaskhals|npm run|cp) /;

const PROGRAM = 'npx --no-install flaskhals ';
const DIRECT = 'node bin/flaskhals.js ';
/** A command with what npx starts in the place of npx, which takes longer than most of what it starts. */
const direct = (text: string): string => (!PROVING && text.startsWith(PROGRAM) ? DIRECT + text.slice(PROGRAM.length) : text);

const documents = listDocuments();
const commands = documents.flatMap((path) => findCommands(readProject(path)).map((command) => ({ ...command, path })));
const once = commands.filter(({ text }, i) => commands.findIndex((other) => other.text === text) === i);

let copy = '';
beforeAll(() => {
  // Everything is tried on a copy: a reader's command may write, a test may not.
  copy = mkdtempSync(join(tmpdir(), 'flaskhals-docs-'));
  for (const path of listProject()) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    cpSync(join(ROOT, path), join(copy, path));
  }
  if (existsSync(join(ROOT, 'dist'))) cpSync(join(ROOT, 'dist'), join(copy, 'dist'), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');
});
afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
});

const DERIVE = 'npx --no-install flaskhals data';
const derived = (root: string): Readonly<Record<string, string>> =>
  Object.fromEntries(readdirSync(join(root, 'data', 'derived')).map((name) => [name, readFileSync(join(root, 'data', 'derived', name), 'utf8')]));

test(`${DERIVE} gives the committed files of data/derived, those that the engine finds too, and no others`, { timeout: 400_000 }, (context) => {
  context.skip(!existsSync(join(ROOT, 'dist', '.built')), 'dist is missing: nothing is built; run npm test, which builds first');
  expect(once.map(({ text }) => text)).toContain(DERIVE);
  for (const name of readdirSync(join(copy, 'data', 'derived'))) writeFileSync(join(copy, 'data', 'derived', name), 'of yesterday\n');
  expect(spawnSync(DERIVE, { cwd: copy, shell: true, encoding: 'utf8', timeout: 390_000 })).toMatchObject({ status: 0 });
  const [made, committed] = [derived(copy), derived(ROOT)];
  expect(Object.keys(made).sort()).toEqual(Object.keys(committed).sort());
  for (const [name, text] of Object.entries(made)) expect(text, `data/derived/${name} is not what the command gives`).toBe(committed[name]);
});

test('every command of the documents is one that can be tried', () => {
  const strange = commands.filter(({ text }) => !RUN.test(text) && !NOT_FROM_HERE.test(text));
  expect(strange.map(({ path, line, text }) => `${path}:${String(line)}: ${text}: cannot be tried; if it is no command, mark the block \`\`\`text`)).toEqual([]);
});

test(`what ${PROGRAM.trim()} starts is ${DIRECT.trim()}, which is started in its place below, with the words as they were typed`, (context) => {
  context.skip(!existsSync(join(ROOT, 'dist', '.built')), 'dist is missing: nothing is built; run npm test, which builds first');
  const ended = [PROGRAM, DIRECT].map((program) => {
    const { status, stdout, stderr } = spawnSync(`${program}check 'scenarios/å b@2027=+0,+2 "$x".yaml'`, { cwd: copy, shell: true, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });
    return { status, stdout, stderr };
  });
  expect(ended[0]).toEqual(ended[1]);
  expect(ended[0]!.stderr).toContain('scenarios/å b@2027=+0,+2 "$x".yaml:1:1:');
});

test.for<Command & { readonly path: string }>(once.filter(({ text }) => RUN.test(text) && !NOT_FROM_HERE.test(text) && text !== DERIVE))('$path:$line: $text', ({ text, exit }, context) => {
  context.skip(!existsSync(join(ROOT, 'dist', '.built')), 'dist is missing: nothing is built; run npm test, which builds first');
  const { status, stdout, stderr } = spawnSync(direct(text), { cwd: copy, shell: true, encoding: 'utf8', timeout: 170_000, env: { ...process.env, NO_COLOR: '1' } });
  expect({ status, said: status === exit ? '' : `${stdout}\n${stderr}` }).toEqual({ status: exit, said: '' });
});
