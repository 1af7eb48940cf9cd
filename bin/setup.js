#!/usr/bin/env node
// Installs what is missing and builds what is out of date, so that one command is enough on a fresh machine.
// Uses nothing but Node itself; does nothing, and needs no network, when everything is in place.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`flaskhals behöver Node 20.19 eller senare; här finns ${process.versions.node}. (Needs Node 20.19 or later.)`);
  process.exit(2);
}

const hash = (files) => files.reduce((sum, file) => sum.update(file).update(readFileSync(join(root, file))), createHash('sha256')).digest('hex');
const isFresh = (stamp, value) => existsSync(stamp) && readFileSync(stamp, 'utf8') === value;
const listFiles = (folder) =>
  readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();

function run(command, args, what) {
  const isWindows = process.platform === 'win32';
  const result = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], shell: isWindows });
  if (result.status !== 0) {
    console.error(`${what} misslyckades (failed).`);
    process.exit(result.status ?? 1);
  }
}

const installStamp = join(root, 'node_modules', '.cache', 'flaskhals-install');
const installHash = hash(['package-lock.json', 'package.json']);
if (!isFresh(installStamp, installHash)) {
  console.error('Installerar det som saknas … (installing)');
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], 'npm ci');
  mkdirSync(join(root, 'node_modules', '.cache'), { recursive: true });
  writeFileSync(installStamp, installHash);
}

const buildStamp = join(root, 'dist', '.built');
const buildHash = hash([...listFiles('src'), 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json']);
if (!isFresh(buildStamp, buildHash)) {
  console.error('Bygger … (building)');
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  run(process.execPath, [join('node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json'], 'tsc');
  writeFileSync(buildStamp, buildHash);
}
