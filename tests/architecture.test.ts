import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkPackages, checkReasons, checkTracked, type TrackedFile } from './support/architecture/repository.js';
import { findViolations, type Violation } from './support/architecture/rules.js';
import { findUnlisted } from './support/architecture/shelves.js';
import { readFacts } from './support/architecture/source-facts.js';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const git = (...args: string[]): string => spawnSync('git', ['-c', 'safe.directory=*', ...args], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 }).stdout;

const TEXT = /\.(ts|js|mjs|json|jsonc|md|yaml|yml|csv|svg|html)$|(^|\/)(\.\w+|LICENSE|run)$/;

// What git keeps, and what stands ready to be kept: a file counts from the moment it is written.
const tracked: readonly TrackedFile[] = [
  ...git('ls-files', '-s', '-z').split('\0').map((row) => ({ mode: row.slice(0, 6), path: row.split('\t')[1] ?? '' })),
  ...git('ls-files', '-o', '--exclude-standard', '-z').split('\0').map((path) => ({ mode: 'not committed', path })),
]
  .filter(({ path }) => path !== '' && existsSync(join(root, path)))
  .map((file) => ({ ...file, text: TEXT.test(file.path) ? read(file.path) : '' }));
const sources = tracked.filter(({ path }) => /^src\/.*\.ts$/.test(path)).map(({ path, text }) => readFacts(path, text));
const lines = (violations: readonly Violation[]): string[] => violations.map(({ where, rule, sentence }) => `${where} [${rule}] ${sentence}`);

test('there is a tree to look at', () => {
  expect(sources.length).toBeGreaterThan(10);
});

test('every folder keeps to what it may import, and the pure ones are pure', () => {
  expect(lines(findViolations(sources))).toEqual([]);
});

test('everything on a shelf is listed', () => {
  expect(lines(findUnlisted(sources))).toEqual([]);
});

test('no test file is over the ceiling', () => {
  const long = tracked.filter(({ path, text }) => /^tests\/.*\.ts$/.test(path) && text.split('\n').length > 251);
  expect(long.map(({ path }) => `${path}: over 250 lines: look for the second idea and give it a file`)).toEqual([]);
});

test('a clone finds nothing that names a machine, and a launcher that may be run', () => {
  expect(lines(checkTracked(tracked))).toEqual([]);
});

test('every install is the same install', () => {
  expect(lines(checkPackages(JSON.parse(read('package.json')) as never, JSON.parse(read('package-lock.json')) as never))).toEqual([]);
});

test('every dependency has its reason and its home written down', () => {
  expect(lines(checkReasons(JSON.parse(read('package.json')) as never, read('docs/decisions/dependencies.md')))).toEqual([]);
});
