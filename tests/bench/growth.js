// What a run costs as it grows: doctors, regions, steps, orders, replications. A made-up country, processor time of one process each, least of a few. Prints a table.
import { spawnSync } from 'node:child_process';
import { audit } from '../../dist/analysis/index.js';
import { drawRoster, run } from '../../dist/engine/index.js';
import { readScenario } from '../../dist/input/index.js';
import { compile } from '../../dist/model/index.js';
import { addReading, layGathered, prepareReport, readReplication } from '../../dist/study/index.js';

const YEARS = 12;
const BASE = { regions: 21, doctors: 2000, half: false, blocks: 4, precedence: false };
const CASES = {
  base: BASE,
  'doctors × 10': { ...BASE, doctors: 20_000 },
  'regions × 10, as many doctors': { ...BASE, regions: 210 },
  'regions × 10, doctors × 10': { ...BASE, regions: 210, doctors: 20_000 },
  'half-months': { ...BASE, half: true },
  'orders: 1 (listed)': { ...BASE, blocks: 1 },
  'orders: 6': { ...BASE, blocks: 3 },
  'orders: 24': { ...BASE, blocks: 4 },
  'orders: 120': { ...BASE, blocks: 5 },
  'orders: 720': { ...BASE, blocks: 6 },
};
const REPLICATIONS = [10, 100, 1000, 10_000];

/** A country of equal regions: as many positions as doctors, a place more than they use of each block. Blocks last a year in all, whatever their number. */
function write({ regions, doctors, half, blocks }) {
  const names = Array.from({ length: regions }, (_, r) => `R${String(r).padStart(3, '0')}`);
  const each = doctors / regions;
  const list = Array.from({ length: blocks }, (_, b) => `{ b${b}: ${12 / blocks < 1 ? 1 : Math.floor(12 / blocks)} }`).join(', ');
  const rows = (name) => names.map((region) => `    ${region}: ${name}`).join('\n');
  const home = `region,value,unit,source,quality,as_of\n${names.map((region, r) => `${region},${r === regions - 1 ? 1 - (regions - 1) * Number((1 / regions).toFixed(9)) : (1 / regions).toFixed(9)},share,made up,assumption,2026`).join('\n')}\n`;
  const text = `name: growth
title: { sv: Prov, en: Trial }
time: { step: ${half ? 'half-month' : 'month'}, from: 2020-01, to: ${2019 + YEARS}-12 }
seed: 1
replications: 1
regions:
${names.map((region) => `  ${region}: { area: A${region.slice(1, 3)} }`).join('\n')}
streams:
  s: { pathway: P, rate: { per-year: ${doctors}, law: poisson }, home: home.csv }
pathways:
  P: { orders: free, variants: { p: { blocks: [${list}] } }, intakes: { months: [3, 9] } }
positions:
  by-region:
${rows(`{ P: ${2 * Math.ceil(each / 2)} }`)}
slots:
  by-region:
${rows(`{ ${Array.from({ length: blocks }, (_, b) => `b${b}: ${Math.ceil((each / blocks) * 1.1) + 1}`).join(', ')} }`)}
`;
  const files = { 'growth.yaml': text, 'home.csv': home };
  return { read: (path) => (path in files ? { bytes: Buffer.from(files[path]), sha256: '' } : { error: 'missing' }), parser: () => undefined };
}

const cpu = (work) => {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return { ms: (user + system) / 1000, result };
};

function compiled(of) {
  const read = readScenario(write(of), 'growth.yaml', { scenarioBytes: 1e8, includedBytes: 1e8, extends: 16, dataBytes: 1e8, dataFiles: 100, nesting: 64, aliases: 1000, items: 1e6, parts: 1e7, expressionCharacters: 1000, expressionNodes: 200, expressionDepth: 32 });
  if (!read.ok) throw new Error(JSON.stringify(read.issues.slice(0, 3)));
  return read.value.scenario;
}

function measure(name) {
  const { plan } = compile(compiled(CASES[name]));
  const times = Array.from({ length: 8 }, (_, replication) => {
    const roster = cpu(() => drawRoster(plan, { seed: 1, replication }));
    const ran = cpu(() => run(plan, roster.result));
    const audited = cpu(() => audit(plan, roster.result, ran.result));
    return { roster: roster.ms, run: ran.ms, audit: audited.ms, doctors: roster.result.rows };
  }).slice(2);
  const least = (what) => Math.min(...times.map((time) => time[what]));
  return { doctors: times[0].doctors, roster: least('roster'), run: least('run'), audit: least('audit'), memory: process.resourceUsage().maxRSS / 1024 };
}

/** What gathering costs beside the runs themselves: the same few readings again and again. */
function gather(replications) {
  const report = prepareReport({ scenario: compiled(BASE), seed: 1, additions: [] });
  const readings = Array.from({ length: 5 }, (_, n) => readReplication(report, n));
  const gathered = layGathered(report, replications);
  const { ms } = cpu(() => {
    for (let n = 0; n < replications; n++) addReading(gathered, readings[n % 5]);
  });
  return { ms, memory: process.resourceUsage().maxRSS / 1024 };
}

const [, , kind, of] = process.argv;
if (kind === 'case') process.stdout.write(JSON.stringify(measure(of)));
else if (kind === 'gather') process.stdout.write(JSON.stringify(gather(Number(of))));
else {
  const ask = (...args) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [import.meta.filename, ...args], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout);
  };
  const base = ask('case', 'base');
  const line = (...cells) => process.stdout.write(`| ${cells.join(' | ')} |\n`);
  line('case', 'doctors', 'roster, ms', 'run, ms', 'audit, ms', 'run ÷ base', 'memory, MB');
  line('---', '---', '---', '---', '---', '---', '---');
  for (const name of Object.keys(CASES)) {
    const { doctors, roster, run: ran, audit: audited, memory } = name === 'base' ? base : ask('case', name);
    line(name, doctors, roster.toFixed(1), ran.toFixed(1), audited.toFixed(1), (ran / base.run).toFixed(2), memory.toFixed(0));
  }
  process.stdout.write('\n');
  line('replications', 'gathering, ms', 'ms a replication', 'memory, MB');
  line('---', '---', '---', '---');
  for (const number of REPLICATIONS) {
    const { ms, memory } = ask('gather', String(number));
    line(number, ms.toFixed(0), (ms / number).toFixed(2), memory.toFixed(0));
  }
}
