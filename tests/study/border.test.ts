import { expect, test } from 'vitest';
import { drawRoster, run } from '../../src/engine/index.js';
import { compile } from '../../src/model/index.js';
import { layFlows } from '../../src/study/index.js';
import { readRows } from '../support/published-tables.js';
import { figure, pathway, positions, region, scenario, stream, stretch } from '../support/scenario.js';
import { readProjectScenario } from '../support/scenarios.js';

const FLOWS = 'data/derived/flows.csv';

test('flows are the starts of a run, by the region sought first and the one that employs; who had begun before it is none of them', () => {
  const homes = ['Norr', 'Syd'].map((id) => ({ university: '', region: id, share: figure(0.5) }));
  const of = scenario(24, {
    regions: [region('Norr'), region('Syd')],
    pathways: [pathway('AT', [stretch('ward', 2)])],
    streams: [stream('old', 'AT', 'Norr', [30, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 8], { home: homes })],
    positions: [positions('Syd', 'AT', 1, 40), positions('Norr', 'AT', 14, 5)],
    applications: { appliesTo: 1, deter: 0, ownFirst: true, attraction: [] },
    unlimitedSlots: ['ward'],
    initial: { queues: [], training: [{ region: 'Norr', variant: 'AT', stream: 'old', left: 1, number: figure(7) }] },
  });
  const { rows, columns } = layFlows(of, 'f.csv', { replications: 4, seed: 9 });
  expect(columns.slice(0, 5)).toEqual(['home', 'region', 'pathway', 'year', 'value']);
  const { plan } = compile(of);
  const starts = [0, 1, 2, 3].map((replication) => {
    const { started } = run(plan, drawRoster(plan, { seed: 9, replication }));
    return [0, 1].map((r) => [0, 1].map((year) => started.slice(24 * r + 12 * year, 24 * r + 12 * year + 12).reduce((a, b) => a + b, 0)));
  });
  const meanOf = (r: number, year: number): number => starts.reduce((sum, one) => sum + one[r]![year]!, 0) / 4;
  const flowsTo = (id: string, year: number): number => rows.filter((row) => row[1] === id && row[3] === String(2026 + year)).reduce((sum, row) => sum + Number(row[4]), 0);
  expect([flowsTo('Norr', 0), flowsTo('Norr', 1), flowsTo('Syd', 0), flowsTo('Syd', 1)]).toEqual([meanOf(0, 0), meanOf(0, 1), meanOf(1, 0), meanOf(1, 1)]);
  expect(rows.some((row) => row[0] === 'Norr' && row[1] === 'Syd')).toBe(true);
});

test('the flows of the country are those of the national base: its seed, replications, regions and years', () => {
  const { scenario: base } = readProjectScenario('nationell-bas');
  const rows = readRows(FLOWS);
  const sources = new Set(rows.map((row) => row['source']!));
  expect([...sources]).toEqual([expect.stringMatching(new RegExp(`^flaskhals flows nationell-bas: frö ${base.seed}, ${base.replications} upprepningar, fingeravtryck [0-9a-f]{32}$`))]);
  expect(new Set(rows.map((row) => row['home']))).toEqual(new Set(base.regions.map(({ id }) => id)));
  expect(new Set(rows.map((row) => Number(row['year'])))).toEqual(new Set(Array.from({ length: 16 }, (_, i) => 2018 + i)));
});
