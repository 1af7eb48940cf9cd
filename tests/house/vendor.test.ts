import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const check = (folder: string) => spawnSync(process.execPath, ['bin/vendor.js', '--check'], { cwd: folder, encoding: 'utf8' });

test('the parser that is committed is the one that the package gives', () => {
  expect(check(root)).toMatchObject({ status: 0, stderr: '' });
});

test('one that was edited by hand is found out', () => {
  const folder = mkdtempSync(join(tmpdir(), 'flaskhals-vendor-'));
  made.push(folder);
  for (const path of ['bin', 'package.json']) cpSync(join(root, path), join(folder, path), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const file = join(folder, 'bin', 'vendor', 'mathjs-parser.cjs');
  writeFileSync(file, readFileSync(file, 'utf8').replace('isConstantNode', 'isConstantNod'));
  mkdirSync(join(folder, 'src'));
  expect(check(folder)).toMatchObject({ status: 1, stderr: expect.stringContaining('npm run vendor') as string });
});

test('it holds the parser and nothing that could work anything out', () => {
  const text = readFileSync(join(root, 'bin', 'vendor', 'mathjs-parser.cjs'), 'utf8');
  expect(text).toContain('Apache-2.0');
  expect(text).not.toMatch(/\beval\(|new Function\(|require\(|import\(|createEvaluate|createConfig|createUnit/);
});
