// What inquiries cost beside one plain run of the national base: whole commands, one thread, as many replications in each. Prints JSON.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const BASE = 'scenarios/nationell-bas.yaml';
const OPTIONS = ['tidig', 'stegvis', 'sen'].map((name) => `scenarios/alternativ/konvertering-${name}.yaml`);
const REPLICATIONS = '3';
const flaskhals = join(import.meta.dirname, '..', '..', 'bin', 'flaskhals.js');
const folder = mkdtempSync(join(tmpdir(), 'flaskhals-bench-'));

function time(name, ...args) {
  const begun = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [flaskhals, ...args, '--replications', REPLICATIONS, '--workers', '1', '--out', join(folder, name)], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return performance.now() - begun;
}

const run = time('run', 'run', BASE);
const worth = time('worth', 'worth', BASE);
const compare = time('compare', 'compare', BASE, ...OPTIONS);
const bottlenecks = time('bottlenecks', 'bottlenecks', BASE);
rmSync(folder, { recursive: true, force: true });
process.stdout.write(JSON.stringify({ worth: worth / run, compare: compare / run, bottlenecks: bottlenecks / run }));
