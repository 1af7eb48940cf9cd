// What part of the time the audit takes: of the replications of the national base with their counter-runs, and of the whole command that runs them. Prints JSON.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { audit } from '../../dist/analysis/index.js';
import { diskSource } from '../../dist/cli/files.js';
import { drawRoster, giveBack, openScratch, run } from '../../dist/engine/index.js';
import { readScenario } from '../../dist/input/index.js';
import { addReading, layGathered, prepareReport, readReplication } from '../../dist/study/index.js';

const FILE = 'scenarios/nationell-bas.yaml';
const read = readScenario(diskSource(FILE), FILE);
if (!read.ok) throw new Error('the base scenario does not read');
const { scenario } = read.value;
const report = prepareReport({ scenario, seed: scenario.seed, additions: [] });
const gathered = layGathered(report, 1000);
const plans = [...new Set(Object.values(report.plans))];

/** In time of the processor, so that what else the machine does counts for little. */
const time = (work) => {
  const begun = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
};
const lasts = (path) => {
  const begun = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, '..', '..', 'bin', 'flaskhals.js'), 'run', FILE, '--workers', '1', '--out', path], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return performance.now() - begun;
};
const sum = (values) => values.reduce((all, value) => all + value, 0);

// From a cold start, as many replications as the command runs; the whole and the audits alone by turns.
const turns = Array.from({ length: scenario.replications }, (_, replication) => {
  const audits = () => {
    const memory = openScratch();
    const roster = drawRoster(report.plan, { seed: scenario.seed, replication }, memory);
    const all = sum(plans.map((plan) => {
      const trace = run(plan, roster, memory);
      return time(() => audit(plan, roster, trace));
    }));
    giveBack(memory);
    return all;
  };
  return { whole: time(() => addReading(gathered, readReplication(report, replication))), audits: audits() };
});

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
// The first one only brings the files into memory.
lasts(join(folder, 'first'));
const command = lasts(join(folder, 'second'));
rmSync(folder, { recursive: true });

const warm = turns.slice(turns.length >> 1);
const audits = sum(turns.map((turn) => turn.audits));
process.stdout.write(JSON.stringify({
  warm: sum(warm.map((turn) => turn.audits)) / sum(warm.map((turn) => turn.whole)),
  cold: audits / sum(turns.map((turn) => turn.whole)),
  command: audits / command,
}));
