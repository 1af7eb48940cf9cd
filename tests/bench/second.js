// The engine beside the second implementation, which is written to be read and not to be fast: the same replication of a health-care region. Prints JSON.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'rolldown';
import { diskSource } from '../../dist/cli/files.js';
import { drawRoster, run } from '../../dist/engine/index.js';
import { readScenario } from '../../dist/input/index.js';
import { compile } from '../../dist/model/index.js';
import { dump } from '../../dist/study/index.js';

const FILE = 'scenarios/sodra.yaml';
const WARM = 20;
const root = join(import.meta.dirname, '..', '..');
const folder = join(root, 'node_modules', '.cache', 'bench');
mkdirSync(folder, { recursive: true });
await build({ input: join(root, 'tests', 'oracles', 'reference', 'run.ts'), platform: 'node', logLevel: 'warn', output: { file: join(folder, 'reference.js'), format: 'esm' } });
const { referenceRun } = await import(pathToFileURL(join(folder, 'reference.js')).href);

const read = readScenario(diskSource(FILE), FILE);
if (!read.ok) throw new Error('the scenario does not read');
const { plan, axes } = compile(read.value.scenario);
const key = { seed: 1, replication: 0 };
const dumped = dump(plan, axes, key);
const time = (work) => {
  const begun = performance.now();
  work();
  return performance.now() - begun;
};
const roster = drawRoster(plan, key);
const ours = Array.from({ length: WARM }, () => time(() => run(plan, roster))).toSorted((a, b) => a - b)[WARM / 2];
process.stdout.write(JSON.stringify({ engine: ours, second: time(() => referenceRun(dumped.plan, dumped.roster)) }));
