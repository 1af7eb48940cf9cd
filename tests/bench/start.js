// How long the short commands take beside a bare start of Node, by the national scenario: by turns, so that a busy machine is as busy for all. Prints JSON.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const TURNS = 15;
const FILE = 'scenarios/nationell-bas.yaml';
const flaskhals = join(import.meta.dirname, '..', '..', 'bin', 'flaskhals.js');
const commands = { bare: ['-e', '0'], check: [flaskhals, 'check', FILE], look: [flaskhals, 'run', FILE, '--look'] };

function time(args) {
  const begun = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return Number(process.hrtime.bigint() - begun) / 1e6;
}

const turns = Array.from({ length: TURNS }, () => Object.fromEntries(Object.entries(commands).map(([name, args]) => [name, time(args)])));
process.stdout.write(JSON.stringify(turns));
