import { expect, test } from 'vitest';
import { formatIssues } from '../../src/base/index.js';
import { diskSource } from '../../src/cli/files.js';
import { drawRoster, run } from '../../src/engine/index.js';
import { readScenario } from '../../src/input/index.js';
import { compile } from '../../src/model/index.js';
import type { Scenario } from '../../src/model/index.js';
import { footLines } from '../../src/output/drawing/around.js';
import { summarySections } from '../../src/output/index.js';
import type { Findings } from '../../src/analysis/index.js';
import { runStudy } from '../../src/study/index.js';
import { readRows } from '../support/published-tables.js';
import { readProjectScenario } from '../support/scenarios.js';

const FLOWS = 'data/derived/flows.csv';

/** A scenario of the project with lines of its own. */
function withLines(name: string, lines: string): Scenario {
  const own = `scenarios/${name}-med-rader.yaml`;
  const disk = diskSource(own);
  const text = `extends: scenarios/${name}.yaml\nname: ${name}-med-rader\n${lines}\n`;
  const result = readScenario({ ...disk, read: (path, kind, most) => (path === own ? { bytes: new TextEncoder().encode(text), sha256: '' } : disk.read(path, kind, most)) }, own);
  if (!result.ok) throw new Error(formatIssues(result.issues, 'en').join('\n'));
  return result.value.scenario;
}

/** Starts in the run of the whole country, by region, pathway and year. */
const national = new Map<string, number>();
for (const row of readRows(FLOWS)) {
  const key = `${row['region']!} ${row['pathway']!} ${row['year']!}`;
  national.set(key, (national.get(key) ?? 0) + Number(row['value']));
}

/** How far the mean starts of a region and year are from those of the country's run, in the mean over regions and years. */
function farFromNational(of: Scenario, id: string): number {
  const { plan, axes } = compile(of);
  const p = axes.pathways.findIndex((one) => one.id === id);
  const years = Array.from({ length: 16 }, (_, i) => i);
  const runs = Array.from({ length: of.replications }, (_, replication) => run(plan, drawRoster(plan, { seed: of.seed, replication })).started);
  const far = axes.regions.flatMap(({ id: name }, r) =>
    years.map((year) => {
      const there = national.get(`${name} ${id} ${2018 + year}`) ?? 0;
      const from = (r * plan.pathways + p) * plan.steps + 24 * year;
      return Math.abs(runs.reduce((sum, started) => sum + started.slice(from, from + 24).reduce((a, b) => a + b, 0), 0) / runs.length - there);
    }),
  );
  return far.reduce((a, b) => a + b, 0) / far.length;
}

test('with flows across its border a part has AT starts nearer to the country’s own; in BT, where few cross, it is not far from them either way', () => {
  const [without, given] = [readProjectScenario('sodra').scenario, withLines('sodra', `boundary: { from: ${FLOWS} }`)];
  const [at, bt] = ['AT', 'BT'].map((id) => [farFromNational(without, id), farFromNational(given, id)] as const) as [readonly [number, number], readonly [number, number]];
  // 1.4 and 0.5 doctors a region and year, as docs/model.md says; 0.2 and 0.2 in BT.
  expect(at.map((far) => far.toFixed(1))).toEqual(['1.4', '0.5']);
  expect(bt.map((far) => far.toFixed(1))).toEqual(['0.2', '0.2']);
});

test('a part with flows says what it takes as given, in the summary and in every chart, and no longer that it knows nothing', () => {
  const studied = (scenario: Scenario): Findings => runStudy({ scenario, seed: 1, additions: [] }, 1, { version: 'test', scenarioHash: '' });
  const findings = studied(withLines('sodra', `boundary: { from: ${FLOWS} }\nreplications: 1`));
  const codes = findings.notes.map(({ code }) => code);
  expect(codes.filter((code) => code.startsWith('boundary') || code === 'part-of-country')).toEqual(['boundary-from', 'boundary-from']);
  const said = summarySections(findings, 'sv', 's.yaml').flatMap(({ lines }) => lines).filter((line) => line.includes('Flödena över gränsen till AT'));
  expect(said).toEqual([expect.stringMatching(/ur data\/derived\/flows\.csv: \d+ läkare om året kommer utifrån/)]);
  expect(findings.backTests).toEqual([]);
  const foot = footLines(findings, 'en', ['queue'], ['BT']).filter((line) => line.startsWith('Flows across the border'));
  expect(foot).toEqual([expect.stringMatching(/^Flows across the border for BT are taken as given from data\/derived\/flows\.csv: \d+ doctors? a year/)]);
  const stated = studied(withLines('sodra', 'boundary: { in: [{ region: Skåne, pathway: AT, per-year: 12 }] }')).notes;
  expect(stated.filter(({ code }) => code.startsWith('boundary'))).toEqual([{ code: 'boundary-stated', values: { pathway: 'AT', guests: 12 } }]);
});
