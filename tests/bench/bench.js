// Speed of the national base scenario, as ratios in one run: several processes each, medians. `npm run bench`, or `npm run bench -- --json`.
// One of the others by itself: `npm run bench -- growth` (what grows with what), `npm run bench -- memory 60 2`.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from '../../bin/bundle.js';

const PROCESSES = 5;
const root = join(import.meta.dirname, '..', '..');
const folder = join(root, 'dist', 'bench');
// What is measured is laid together as the program is, in its folder: the very code that a user runs.
const names = readdirSync(import.meta.dirname).filter((name) => name !== 'bench.js').map((name) => name.replace(/\.js$/, ''));
await bundle({ ...Object.fromEntries(names.map((name) => [name, join(import.meta.dirname, `${name}.js`)])), worker: join(root, 'dist', 'cli', 'worker.js') }, folder);

const ask = (name, ...args) => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(folder, `${name}.js`), ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout;
};
const read = (name) => JSON.parse(ask(name));
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const spread = (title, values) => ({ name: title, median: median(values), least: Math.min(...values), most: Math.max(...values) });

const written = (value) => value.toFixed(value < 0.1 ? 4 : 2);

function measureAll() {
  const runs = Array.from({ length: PROCESSES }, () => read('national'));
  const starts = read('start');
  const audits = Array.from({ length: PROCESSES }, () => read('audit'));
  const threads = read('spread');
  const second = read('second');
  const inquiries = read('inquiries');
  const row = (title, figure) => spread(title, runs.map(figure));
  const bare = median(starts.map((turn) => turn.bare));
  const rows = [
    row('doctors a replication', (r) => r.doctors),
    row('doctor-events a replication', (r) => r.events),
    row('ms a replication (run, warm)', (r) => r.warm),
    row('ns a doctor-event', (r) => r.nsPerEvent),
    row('a doctor-event ÷ one turn of the fixed loop', (r) => r.nsPerEvent / r.nsPerTurn),
    row('first replication ÷ warm', (r) => r.cold / r.warm),
    row('roster ÷ run', (r) => r.roster / r.warm),
    row('fingerprint ÷ run', (r) => r.print / r.warm),
    spread('audits, part of the whole command', audits.map((turn) => turn.command)),
    spread('audits, part of its replications with their counter-runs', audits.map((turn) => turn.cold)),
    spread('audits, part of warm ones', audits.map((turn) => turn.warm)),
    row('half-month ÷ month', (r) => r.warm / r.month),
    row('ten times the doctors ÷ run', (r) => r.ten / r.warm),
    row('step by step: a doctor-event ÷ one turn', (r) => r.nsPerStepEvent / r.nsPerTurn),
    row('peak memory, MB', (r) => r.memory),
    spread('the second implementation ÷ run, one health-care region', [second.second / second.engine]),
    spread('two threads ÷ one', [threads.threads]),
    spread('two plain processes ÷ one', [threads.plainPair]),
    spread('memory of 1,000 replications, two threads, MB', [threads.memoryTwo]),
    spread('worth over the nation ÷ a plain run', [inquiries.worth]),
    spread('compare of four national scenarios ÷ a plain run', [inquiries.compare]),
    spread('bottlenecks of the nation ÷ a plain run', [inquiries.bottlenecks]),
    spread('bare start of Node, ms', starts.map((turn) => turn.bare)),
    spread('check ÷ bare start', starts.map((turn) => turn.check / bare)),
    spread('run --look ÷ bare start', starts.map((turn) => turn.look / bare)),
  ];

  if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(rows, null, 1)}\n`);
  else for (const { name: title, median: m, least, most } of rows) process.stdout.write(`${title.padEnd(60)} ${written(m).padStart(12)}   (${written(least)}–${written(most)})\n`);
}

const [, , name, ...rest] = process.argv;
if (names.includes(name)) process.stdout.write(ask(name, ...rest));
else measureAll();
