import fs, { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Failure } from '../../src/cli/failure.js';
import { mendLeftovers, writeFolder } from '../../src/cli/write-folder.js';

const OLD = { 'charts/a.svg': 'old chart', 'manifest.json': 'old manifest' };
const NEW = { 'charts/a.svg': 'new chart', 'tables/b.csv': 'new table', 'manifest.json': 'new manifest' };
const FILES = Object.entries(NEW).map(([path, content]) => ({ path, content }));

/** What stands in a folder, by path. */
const contents = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]));

const CALLS = ['mkdirSync', 'openSync', 'writeSync', 'fsyncSync', 'closeSync', 'renameSync', 'rmSync', 'existsSync'] as const;
const real = Object.fromEntries(CALLS.map((name) => [name, fs[name]]));

/** Lets every call of the file functions pass `before`, which may throw; gives them back as they were. */
function watch(before: (name: (typeof CALLS)[number], args: readonly unknown[]) => void): () => void {
  for (const name of CALLS) {
    Object.assign(fs, {
      [name]: (...args: readonly unknown[]): unknown => {
        before(name, args);
        return (real[name] as (...all: readonly unknown[]) => unknown)(...args);
      },
    });
  }
  syncBuiltinESMExports();
  return () => {
    Object.assign(fs, real);
    syncBuiltinESMExports();
  };
}

let parent = '';
let folder = '';
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'flaskhals-write-'));
  folder = join(parent, 'prov');
});
afterEach(() => {
  rmSync(parent, { recursive: true, force: true });
});

function layOld(at = folder): void {
  mkdirSync(join(at, 'charts'), { recursive: true });
  for (const [path, content] of Object.entries(OLD)) writeFileSync(join(at, path), content);
}

describe.each(['ENOSPC', 'EIO', 'EACCES', 'EMFILE', 'EROFS'])('F05: when the k-th file operation fails with %s', (code) => {
  test.each([true, false])('the folder is the old one whole or the new one whole, and the next run puts the rest in order (an old one stands there: %s)', (hasOld) => {
    let reached = Infinity;
    for (let k = 1; reached >= k; k++) {
      rmSync(parent, { recursive: true, force: true });
      mkdirSync(parent);
      if (hasOld) layOld();
      reached = 0;
      const restore = watch((name) => {
        if (name !== 'existsSync' && ++reached === k) throw Object.assign(new Error(`${code}: struck, ${name}`), { code });
      });
      let failure: unknown;
      try {
        writeFolder(folder, FILES, 'en');
      } catch (error) {
        failure = error;
      }
      restore();
      if (failure !== undefined) expect(failure).toMatchObject({ name: 'Failure', exitCode: 4 });
      mendLeftovers(folder);
      expect(readdirSync(parent)).toEqual(existsSync(folder) ? ['prov'] : []);
      if (failure === undefined) expect(contents(folder)).toEqual(NEW);
      else if (existsSync(folder)) expect([OLD, NEW]).toContainEqual(contents(folder));
      if (hasOld) expect(existsSync(folder)).toBe(true);
    }
    expect(reached).toBeGreaterThan(15);
  });
});

test('F03: every file and folder is flushed before the one rename into place, and the folder around after it', () => {
  const order: string[] = [];
  const names = new Map<number, string>();
  let opening = '';
  const restore = watch((name, args) => {
    if (name === 'openSync') opening = String(args[0]);
    if (name === 'fsyncSync') order.push(`flush ${names.get(args[0] as number) ?? opening}`);
    if (name === 'renameSync') order.push('rename');
  });
  writeFolder(folder, FILES, 'sv');
  restore();
  const fresh = `${folder}.${process.pid}.new`;
  const at = order.indexOf('rename');
  for (const path of [...Object.keys(NEW), 'charts', 'tables']) expect(order.slice(0, at)).toContain(`flush ${join(fresh, path)}`);
  expect(order.slice(0, at)).toContain(`flush ${fresh}`);
  expect(order.slice(at)).toEqual(['rename', `flush ${parent}`]);
  expect(order.findIndex((step) => step.endsWith('manifest.json'))).toBeGreaterThan(order.findIndex((step) => step.endsWith('b.csv')));
});

test('a full disk is said to be full, with what was needed', () => {
  const restore = watch((name) => {
    if (name === 'writeSync') throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  });
  const attempt = (lang: 'sv' | 'en') => (): void => {
    writeFolder(folder, FILES, lang);
  };
  expect(attempt('en')).toThrow(new Failure(4, `Could not write ${folder}: no space left, 1 KiB are needed (ENOSPC: no space left on device, write)`));
  expect(attempt('sv')).toThrow('utrymmet räcker inte, 1 KiB behövs');
  restore();
});

describe('what a run that was killed left beside the folder', () => {
  const dead = 4_194_305; // above every process number

  test('a half-written report goes', () => {
    layOld();
    layOld(`${folder}.${dead}.new`);
    mendLeftovers(folder);
    expect(readdirSync(parent)).toEqual(['prov']);
  });

  test('the old report goes back when it was moved aside and nothing came in its place', () => {
    layOld(`${folder}.${dead}.old`);
    layOld(`${folder}.${dead}.new`);
    mendLeftovers(folder);
    expect(readdirSync(parent)).toEqual(['prov']);
    expect(contents(folder)).toEqual(OLD);
  });

  test("of a run that is alive, of another folder, or of the user's own making stays", () => {
    const others = [`prov.${process.ppid}.new`, `prov-2.${dead}.new`, 'prov.new', 'prov.1x.old'];
    for (const name of others) mkdirSync(join(parent, name));
    mendLeftovers(folder);
    expect(readdirSync(parent).sort()).toEqual(others.sort());
  });
});
