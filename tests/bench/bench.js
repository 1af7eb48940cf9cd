// Speed of the national base scenario, as ratios in one run: several processes each, medians. `npm run bench`, or `npm run bench -- --json`.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const PROCESSES = 5;
const child = join(import.meta.dirname, 'national.js');
const runs = Array.from({ length: PROCESSES }, () => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [child], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
});

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const row = (name, read) => ({ name, median: median(runs.map(read)), least: Math.min(...runs.map(read)), most: Math.max(...runs.map(read)) });
const rows = [
  row('doctors a replication', (r) => r.doctors),
  row('doctor-events a replication', (r) => r.events),
  row('ms a replication (run, warm)', (r) => r.warm),
  row('ns a doctor-event', (r) => r.nsPerEvent),
  row('a doctor-event ÷ one turn of the fixed loop', (r) => r.nsPerEvent / r.nsPerTurn),
  row('first replication ÷ warm', (r) => r.cold / r.warm),
  row('roster ÷ run', (r) => r.roster / r.warm),
  row('audit ÷ run', (r) => r.audit / r.warm),
  row('half-month ÷ month', (r) => r.warm / r.month),
  row('peak memory, MB', (r) => r.memory),
];

if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(rows, null, 1)}\n`);
else for (const { name, median: m, least, most } of rows) process.stdout.write(`${name.padEnd(48)} ${m.toFixed(2).padStart(12)}   (${least.toFixed(2)}–${most.toFixed(2)})\n`);
