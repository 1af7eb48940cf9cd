// Speed of the national base scenario, as ratios in one run: several processes each, medians. `npm run bench`, or `npm run bench -- --json`. What grows with what: growth.js.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const PROCESSES = 5;
const ask = (file) => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(import.meta.dirname, file)], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
};
const runs = Array.from({ length: PROCESSES }, () => ask('national.js'));
const starts = ask('start.js');
const audits = ask('audit.js');
const threads = ask('spread.js');
const second = ask('second.js');
const inquiries = ask('inquiries.js');

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const spread = (name, values) => ({ name, median: median(values), least: Math.min(...values), most: Math.max(...values) });
const row = (name, read) => spread(name, runs.map(read));
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
  row('audit ÷ run', (r) => r.audit / r.warm),
  spread('audits, part of warm replications with their counter-runs', [audits.warm]),
  spread('audits, part of the whole command', audits.command),
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
else for (const { name, median: m, least, most } of rows) process.stdout.write(`${name.padEnd(60)} ${m.toFixed(2).padStart(12)}   (${least.toFixed(2)}–${most.toFixed(2)})\n`);
