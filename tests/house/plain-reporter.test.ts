import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'flaskhals-reporter-'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const reporter = JSON.stringify(join(root, 'tests', 'plain-reporter.ts'));
  writeFileSync(join(folder, 'vitest.config.ts'), `import { plainReporter } from ${reporter};\nexport default { test: { reporters: ['default', plainReporter] } };\n`);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs one made-up test file; gives the exit code and the last line. */
function run(body: string): { status: number | null; last: string; out: string } {
  const file = join(folder, 'made-up.test.mjs');
  writeFileSync(file, `import { test, expect, beforeAll, describe } from 'vitest';\n${body}\n`);
  const { status, stdout } = spawnSync(process.execPath, [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', VITEST: undefined, VITEST_WORKER_ID: undefined, VITEST_POOL_ID: undefined },
  });
  return { status, last: stdout.trimEnd().split('\n').at(-1) ?? '', out: stdout };
}

const passes = "test('passes', () => { expect(1).toBe(1); });";
const fails = "test('fails', () => { expect(1).toBe(2); });";

test.each([
  ['what passes', passes, '1 passed, 0 failed, 0 skipped', 0],
  ['what fails', passes + fails, '1 passed, 1 failed, 0 skipped', 1],
  ['what is left out', `${passes} test.skip('later', () => {}); test.todo('some day');`, '1 passed, 0 failed, 2 skipped', 0],
  ['a file that cannot be loaded', "import './missing.mjs';", '0 passed, 1 failed, 0 skipped', 1],
  ['a file that throws when loaded', `${passes} throw new Error('at load');`, '0 passed, 1 failed, 0 skipped', 1],
  ['a file without tests', '', '0 passed, 1 failed, 0 skipped', 1],
  ['a hook that throws', `beforeAll(() => { throw new Error('hook'); }); ${passes}`, '0 passed, 1 failed, 1 skipped', 1],
  ['an error after the test has ended', "test('passes', () => { setTimeout(() => { throw new Error('late'); }, 1); }); test('waits', () => new Promise((r) => setTimeout(r, 60)));", '2 passed, 1 failed, 0 skipped', 1],
])('counts %s', (_, body, line, status) => {
  const ended = run(body);
  expect({ last: ended.last, status: ended.status }).toEqual({ last: line, status });
});

test('says why a test was skipped', () => {
  const { out, last } = run("test('asks the browser', (context) => { context.skip(true, 'no browser here'); });");
  expect(out).toContain('skipped: asks the browser: no browser here\n');
  expect(last).toBe('0 passed, 0 failed, 1 skipped');
});
