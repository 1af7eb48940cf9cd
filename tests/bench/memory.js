// Memory of a national run in threads, with the sample laid for a thousand replications; prints JSON, in MB. `npm run bench -- memory 60 2`: so many replications, so many threads.
import { readFileSync } from 'node:fs';
import { serialize } from 'node:v8';
import { diskSource } from '../../dist/cli/files.js';
import { dealOut } from '../../dist/cli/workers.js';
import { readScenario } from '../../dist/input/index.js';
import { addReading, layGathered, prepareReport } from '../../dist/study/index.js';

const FILE = 'scenarios/nationell-bas.yaml';
const LAID = 1000;
const [replications = 60, workers = 2] = process.argv.slice(2).map(Number);

const read = readScenario(diskSource(FILE), FILE);
if (!read.ok) throw new Error('the base scenario does not read');
const { scenario } = read.value;
const setup = { scenario, seed: scenario.seed, additions: [] };
const report = prepareReport(setup);
const resident = () => process.memoryUsage().rss / 1e6;
const prepared = resident();
const gathered = layGathered(report, LAID);
const columns = Object.values(gathered.sample).filter(ArrayBuffer.isView);
// What is not written to is not in memory yet.
for (const column of columns) column.fill(0);
const laid = resident();
const spread = { workers, patienceMs: 3_600_000, signal: new AbortController().signal };
for await (const reading of dealOut({ kind: 'report', setup }, 0, replications, spread)) addReading(gathered, reading);
const done = resident();
const state = serialize(gathered).length / 1e6;
const peak = Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) / 1e3;
process.stdout.write(`${JSON.stringify({ replications, workers, cells: report.cells, sample: columns.reduce((sum, { byteLength }) => sum + byteLength, 0) / 1e6, prepared, laid, done, state, peak })}\n`);
