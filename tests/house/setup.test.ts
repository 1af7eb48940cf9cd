import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A checkout of its own with the given files of this one, borrowing what is installed. Its npm only writes down that it was called. */
function checkout(paths: readonly string[], installed = true): string {
  const folder = mkdtempSync(join(tmpdir(), 'flaskhals-setup-'));
  made.push(folder);
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(root, path), join(folder, path));
  }
  if (installed) symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const npm = "require('node:fs').writeFileSync('npm-was-called', process.argv.slice(2).join(' ')); process.exit(7);";
  writeFileSync(join(folder, 'npm-cli.cjs'), npm);
  return folder;
}

function smallCheckout(installed = true): string {
  const folder = checkout(['bin/setup.js', 'bin/bundle.js', 'bin/flaskhals.js', 'package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'], installed);
  mkdirSync(join(folder, 'src', 'cli'), { recursive: true });
  writeFileSync(join(folder, 'src', 'cli', 'main.ts'), "console.log('one');\n");
  writeFileSync(join(folder, 'src', 'cli', 'worker.ts'), 'export {};\n');
  return folder;
}

const environment = (folder: string): NodeJS.ProcessEnv => ({ ...process.env, npm_execpath: join(folder, 'npm-cli.cjs') });

function node(folder: string, ...args: string[]): { status: number | null; out: string; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, env: environment(folder), encoding: 'utf8' });
  return { status, out: stdout, said: stderr };
}

const setup = (folder: string) => node(folder, 'bin/setup.js');

test('a checkout is built by one command, and the second time nothing is done', () => {
  const listed = spawnSync('git', ['-c', 'safe.directory=*', 'ls-files', '-co', '--exclude-standard', '-z', 'bin', 'src', '*.json'], { cwd: root, encoding: 'utf8' });
  const folder = checkout(listed.stdout.split('\0').filter((path) => path !== '' && existsSync(join(root, path))));
  const first = setup(folder);
  expect(first.said).toMatch(/^Bygger/);
  expect(first.status).toBe(0);
  expect(existsSync(join(folder, 'dist', 'cli', 'main.js'))).toBe(true);
  const built = statSync(join(folder, 'dist', '.built')).mtimeMs;
  expect(setup(folder)).toEqual({ status: 0, out: '', said: '' });
  expect(statSync(join(folder, 'dist', '.built')).mtimeMs).toBe(built);
  expect(existsSync(join(folder, 'npm-was-called'))).toBe(false);
});

test('what is changed is built again, and the launcher runs it', () => {
  const folder = smallCheckout();
  expect(setup(folder).status).toBe(0);
  expect(node(folder, 'bin/flaskhals.js').out).toBe('one\n');
  writeFileSync(join(folder, 'src', 'cli', 'main.ts'), "console.log('two');\n");
  expect(setup(folder).said).toMatch(/^Bygger/);
  expect(node(folder, 'bin/flaskhals.js').out).toBe('two\n');
});

test('the launcher is a first command too', () => {
  const folder = smallCheckout();
  const first = node(folder, 'bin/flaskhals.js');
  expect(first.said).toMatch(/^Bygger/);
  expect(first.out).toBe('one\n');
  expect(node(folder, 'bin/flaskhals.js')).toEqual({ status: 0, out: 'one\n', said: '' });
});

test('what does not build is shown, and what was built before stays', () => {
  const folder = smallCheckout();
  setup(folder);
  writeFileSync(join(folder, 'src', 'cli', 'main.ts'), "const n: number = 'text';\nconsole.log(n);\n");
  const { status, said } = setup(folder);
  expect(status).toBe(1);
  expect(said).toContain('src/cli/main.ts(1,7): error TS2322');
  expect(said).toContain('Bygget misslyckades');
  expect(said).toContain('The build failed');
  expect(node(folder, 'bin/flaskhals.js').out).toBe('one\n');
  writeFileSync(join(folder, 'src', 'cli', 'main.ts'), "console.log('mended');\n");
  expect(setup(folder).status).toBe(0);
});

test('what is missing is installed without scripts, and a failure says what it needs', () => {
  const folder = smallCheckout(false);
  const { status, said } = setup(folder);
  expect(readFileSync(join(folder, 'npm-was-called'), 'utf8')).toMatch(/^ci --ignore-scripts /);
  expect(status).toBe(1);
  expect(said).toContain('Installationen misslyckades');
  expect(said).toContain('needs the network the first time');
});

test('an install of other versions, or one cut short, is not taken for a whole one', () => {
  const folder = smallCheckout(false);
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, { version: string }> };
  mkdirSync(join(folder, 'node_modules', 'zod'), { recursive: true });
  const called = (): boolean => {
    rmSync(join(folder, 'npm-was-called'), { force: true });
    setup(folder);
    return existsSync(join(folder, 'npm-was-called'));
  };
  expect(called()).toBe(true); // packages, but not npm's list of them
  writeFileSync(join(folder, 'node_modules', '.package-lock.json'), JSON.stringify(lock));
  expect(called()).toBe(true); // listed, but not there
  lock.packages = { 'node_modules/zod': lock.packages['node_modules/zod']! };
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock));
  writeFileSync(join(folder, 'node_modules', '.package-lock.json'), JSON.stringify(lock));
  writeFileSync(join(folder, 'node_modules', 'zod', 'package.json'), '{}');
  expect(called()).toBe(false); // all there
  lock.packages['node_modules/zod']!.version = '4.0.0';
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock));
  expect(called()).toBe(true); // another version
});

test('what belongs to another checkout is never emptied', () => {
  const folder = smallCheckout();
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: { 'node_modules/zod': { version: '0.0.1' } } }));
  const { status, said } = setup(folder);
  expect(status).toBe(1);
  expect(said).toContain('node_modules is a link');
  expect(existsSync(join(folder, 'npm-was-called'))).toBe(false);
});

test('two runs at once build once', async () => {
  const folder = smallCheckout();
  const runs = [0, 1].map(
    () =>
      new Promise<{ code: number | null; said: string }>((resolve) => {
        let said = '';
        const child = spawn(process.execPath, ['bin/setup.js'], { cwd: folder, env: environment(folder) });
        child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
        child.on('close', (code) => {
          resolve({ code, said });
        });
      }),
  );
  const ended = await Promise.all(runs);
  expect(ended.map(({ code }) => code)).toEqual([0, 0]);
  expect(ended.filter(({ said }) => said.includes('Bygger')).length).toBe(1);
});
