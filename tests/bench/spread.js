// How well replications spread over threads, and what a thousand of them hold in memory: the national base scenario. Prints JSON.
import { spawnSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { diskSource } from '../../dist/cli/files.js';
import { dealOut } from '../../dist/cli/workers.js';
import { readScenario } from '../../dist/input/index.js';
import { addReading, layGathered, prepareReport, readReplication } from '../../dist/study/index.js';

const FILE = 'scenarios/nationell-bas.yaml';
const UNITS = Number(process.env.UNITS ?? 24);
const MANY = 1000;

const read = readScenario(diskSource(FILE), FILE);
if (!read.ok) throw new Error('the base scenario does not read');
const { scenario } = read.value;
const setup = { scenario, seed: 1, additions: [] };
const [, , part] = process.argv;

/** Seconds for so many replications in this process. */
function plain(units) {
  const report = prepareReport(setup);
  readReplication(report, 0);
  const begun = performance.now();
  for (let n = 0; n < units; n++) readReplication(report, n);
  return (performance.now() - begun) / 1000;
}

/** Seconds for the same over threads, their start left out, and what they held at most. */
async function spread(workers) {
  const gathered = layGathered(prepareReport(setup), MANY);
  const readings = [];
  let begun = 0;
  const options = { workers, patienceMs: 600_000, signal: new AbortController().signal };
  // Every thread has done a few before the clock starts.
  for await (const reading of dealOut({ kind: 'report', setup }, 0, UNITS + 4 * workers, options)) {
    readings.push(reading);
    if (readings.length === 4 * workers) begun = performance.now();
  }
  const seconds = (performance.now() - begun) / 1000;
  const before = process.resourceUsage().maxRSS / 1024;
  for (let n = 0; n < MANY; n++) addReading(gathered, readings[n % readings.length]);
  return { seconds, before, after: process.resourceUsage().maxRSS / 1024, status: readFileSync('/proc/self/status', 'utf8').match(/VmHWM:\s+(\d+)/)?.[1] / 1024 };
}

const again = (...args) => [import.meta.filename, ...args];
if (part === 'plain') process.stdout.write(JSON.stringify(plain(UNITS)));
else if (part === 'spread') process.stdout.write(JSON.stringify(await spread(Number(process.argv[3]))));
else {
  const ask = (...args) => JSON.parse(spawnSync(process.execPath, again(...args), { encoding: 'utf8' }).stdout);
  const alone = ask('plain');
  const pair = await Promise.all(
    [0, 1].map(
      () =>
        new Promise((end) => {
          const child = spawn(process.execPath, again('plain'));
          let text = '';
          child.stdout.on('data', (chunk) => (text += chunk));
          child.once('close', () => end(Number(text)));
        }),
    ),
  );
  const [one, two] = [ask('spread', '1'), ask('spread', '2')];
  process.stdout.write(JSON.stringify({ plainPair: (2 * alone) / Math.max(...pair), threads: one.seconds / two.seconds, thread: alone / one.seconds, memoryOne: one.after, memoryTwo: two.after }));
}
