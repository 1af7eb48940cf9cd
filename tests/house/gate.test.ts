import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Runs the gate with an npm that only acts: what `npm test` prints and exits with, and which of the other parts fail. */
function gate(tests: string, exit: number, failing: readonly string[] = []): { status: number | null; lines: string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'flaskhals-gate-'));
  made.push(folder);
  mkdirSync(join(folder, '.ci'));
  mkdirSync(join(folder, 'acting'));
  cpSync(join(root, '.ci', 'run'), join(folder, '.ci', 'run'));
  const parts = failing.map((part) => `*" ${part}") echo "what ${part} found"; exit 1;;`).join('\n');
  writeFileSync(join(folder, 'acting', 'npm'), `#!/bin/sh\ncase " $*" in\n" test") printf '%b' '${tests}'; exit ${String(exit)};;\n${parts}\nesac\n`);
  chmodSync(join(folder, 'acting', 'npm'), 0o755);
  const path = [join(folder, 'acting'), process.env['PATH'] ?? ''].join(delimiter);
  const { status, stdout } = spawnSync(join(folder, '.ci', 'run'), { cwd: tmpdir(), encoding: 'utf8', env: { ...process.env, PATH: path } });
  return { status, lines: stdout.trimEnd().split('\n') };
}

/** Runs `npm run check` with an npm that only acts: its scripts are written down, and those named fail. */
function check(failing: readonly string[]): { status: number | null; lines: readonly string[]; run: readonly string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'flaskhals-check-'));
  made.push(folder);
  const acting = `const script = process.argv.at(-1); require('node:fs').appendFileSync(${JSON.stringify(join(folder, 'run'))}, script + '\\n'); console.log('what ' + script + ' found'); process.exit(${JSON.stringify(failing)}.includes(script) ? 1 : 0);`;
  writeFileSync(join(folder, 'npm-cli.cjs'), acting);
  const { status, stdout } = spawnSync(process.execPath, [join(root, 'bin', 'check.js')], { cwd: tmpdir(), encoding: 'utf8', env: { ...process.env, npm_execpath: join(folder, 'npm-cli.cjs') } });
  return { status, lines: stdout.trimEnd().split('\n'), run: readFileSync(join(folder, 'run'), 'utf8').trimEnd().split('\n').sort() };
}

const noBash = process.platform === 'win32';

test.for<readonly [string, string, number, readonly string[], string, number]>([
  ['all is well', 'dots\\n10 passed, 0 failed, 2 skipped\\n', 0, [], '13 passed, 0 failed, 2 skipped', 0],
  ['a test fails', 'story\\n9 passed, 1 failed, 0 skipped\\n', 1, [], '12 passed, 1 failed, 0 skipped', 1],
  ['lint fails', '10 passed, 0 failed, 0 skipped\\n', 0, ['lint'], '12 passed, 1 failed, 0 skipped', 1],
  ['all parts fail', '10 passed, 0 failed, 0 skipped\\n', 0, ['types', 'lint', 'dead-code'], '10 passed, 3 failed, 0 skipped', 1],
  ['the tests never start', 'npm: no network\\n', 1, [], '3 passed, 1 failed, 0 skipped', 1],
  ['nothing runs', '0 passed, 0 failed, 0 skipped\\n', 0, [], '3 passed, 1 failed, 0 skipped', 1],
  ['all is skipped', '0 passed, 0 failed, 7 skipped\\n', 0, [], '3 passed, 1 failed, 7 skipped', 1],
  ['the tests end badly without a failed test', '10 passed, 0 failed, 0 skipped\\n', 1, [], '13 passed, 1 failed, 0 skipped', 1],
  ['a test prints such a line itself', '99 passed, 0 failed, 0 skipped\\n9 passed, 1 failed, 0 skipped\\n', 1, [], '12 passed, 1 failed, 0 skipped', 1],
])('the gate when %s', ([, tests, exit, failing, last, status], context) => {
  context.skip(noBash, 'the gate is a bash script');
  const ended = gate(tests, exit, failing);
  expect({ last: ended.lines.at(-1), status: ended.status }).toEqual({ last, status });
});

test('is quiet about what passes and shows what fails', (context) => {
  context.skip(noBash, 'the gate is a bash script');
  expect(gate('dots\\n10 passed, 0 failed, 0 skipped\\n', 0).lines).not.toContain('dots');
  expect(gate('story\\n9 passed, 1 failed, 0 skipped\\n', 1).lines).toContain('story');
  expect(gate('skipped: browser: none here\\n9 passed, 0 failed, 1 skipped\\n', 0).lines).toContain('skipped: browser: none here');
  expect(gate('10 passed, 0 failed, 0 skipped\\n', 0, ['types']).lines).toContain('what types found');
});

test.each([[[]], [['lint']], [['types']], [['test:fast', 'dead-code']]])('what is asked before a commit runs every part, and fails with those that fail: %j', (failing) => {
  const { status, lines, run } = check(failing);
  expect(run).toEqual(['dead-code', 'lint', 'test:fast', 'types']);
  expect(status).toBe(failing.length === 0 ? 0 : 1);
  for (const part of run) {
    expect(lines.includes(`what ${part} found`), part).toBe(failing.includes(part));
    expect(lines.find((line) => line.startsWith(`${part} `)), part).toContain(failing.includes(part) ? 'FAILED' : 'passed');
  }
});
