import { expect, test } from 'vitest';
import { drawRoster, fingerprint, simulate, toHex } from '../../src/engine/index.js';
import { compile } from '../../src/model/index.js';
import type { Scenario } from '../../src/model/index.js';
import { GOOD, places, read, said } from '../input/support.js';

const CARD = 'value,unit,source,quality,as_of';
const table = (...rows: readonly string[]): string => `region,neighbour,${CARD}\n${rows.map((row) => `${row},order,source,derived,2026\n`).join('')}`;
const THREE = GOOD.replace('  Syd: {}\n', '  Syd: {}\n  Väst: {}\n').replace('    Syd: {', '    Väst: { hospital: 1, psychiatry: 1 }\n    Syd: {');
const scenarioOf = (lines: string, files: Readonly<Record<string, string>> = {}, text = THREE): Scenario => {
  const result = read(`${text}${lines}\n`, files);
  if (!result.ok) throw new Error(said(result.issues));
  return result.value.scenario;
};
const neighboursOf = (scenario: Scenario): readonly (readonly number[])[] => {
  const { from, values } = compile(scenario).plan.neighbours;
  return [0, 1, 2].map((r) => Array.from(values as Int32Array).slice(from[r], from[r + 1]));
};

test('neighbours keep the order of preference that they are written in', () => {
  const { mobility, mobile } = scenarioOf('mobility: { patience: 6 months, mobile: 0.3, neighbours: { Norr: [Väst, Syd], Syd: [Norr] } }');
  expect(mobility).toEqual({ patience: 6, neighbours: [{ region: 'Norr', neighbours: ['Väst', 'Syd'] }, { region: 'Syd', neighbours: ['Norr'] }] });
  expect(mobile.value).toBe(0.3);
  const { plan } = compile(scenarioOf('mobility: { patience: 6 months, neighbours: { Norr: [Väst, Syd], Syd: [Norr] } }'));
  expect([plan.patienceSteps, plan.inflow[0]!.life.mobile]).toEqual([6, 2 ** 32]);
  expect(neighboursOf(scenarioOf('mobility: { patience: 6 months, neighbours: { Norr: [Väst, Syd], Syd: [Norr] } }'))).toEqual([[2, 1], [0], []]);
});

test('a file of neighbours has the order as its value, and may speak of regions outside the scenario', () => {
  const regions = `region,health_care_region,${CARD}\nNorr,N,1,p,s,published,2026\nSyd,S,1,p,s,published,2026\nÖst,Ö,1,p,s,published,2026\nVäst,N,1,p,s,published,2026\n`;
  const part = THREE.replace(/regions:[^]*streams:/, 'regions: { from: r.csv, where: { health_care_region: N } }\nstreams:').replace('home: { Norr: 0.5, Syd: 0.5 }', 'home: { Norr: 0.5, Syd: 0.5 }');
  const moves = 'mobility: { patience: 6 months, neighbours: n.csv }';
  const files = { 'r.csv': regions, 'n.csv': table('Norr,Syd,1', 'Norr,Väst,3', 'Norr,Öst,2', 'Väst,Syd,1', 'Syd,Norr,1') };
  expect(scenarioOf(moves, files, part).mobility!.neighbours).toEqual([{ region: 'Norr', neighbours: ['Väst'] }]);
  expect(places(read(`${part}${moves}\n`, { ...files, 'n.csv': table('Norr,Syd,1', 'Norr,Öst,1', 'Norr,Sid,2', 'Syd,Syd,1') }).issues)).toEqual(['n.csv:3:3 said-twice', 'n.csv:4:2 unknown-region', 'n.csv:5:2 own-neighbour']);
  expect(places(read(`${part}${moves}\n`, { ...files, 'n.csv': table('Norr,Syd,1') }).issues)).toEqual(['22:33 no-neighbours']);
});

test('who is mobile may be said with the applications, and is then no idle word', () => {
  const result = read(`${THREE}applications: { mobile: 0.25 }\nmobility: { patience: 6 months, neighbours: { Norr: [Syd] } }\n`);
  expect(places(result.issues)).toEqual([]);
  expect(result.ok && result.value.scenario.mobile.value).toBe(0.25);
});

test('nobody mobile, or a patience longer than the run, is the same as no mobility', () => {
  const scarce = GOOD.replace('number: 4', 'number: 40').replace('Norr: { hospital: 4, psychiatry: 2 }', 'Norr: { hospital: 1, psychiatry: 1 }');
  const print = (lines: string): string => {
    const { plan } = compile(scenarioOf(lines, {}, scarce));
    const key = { seed: 7, replication: 0 };
    return toHex(fingerprint(drawRoster(plan, key), simulate(plan, key)));
  };
  const none = print('strict: false');
  expect(print('mobility: { patience: 3 months, neighbours: { Norr: [Syd] } }')).not.toBe(none);
  expect(print('mobility: { patience: 3 months, mobile: 0, neighbours: { Norr: [Syd] } }')).toBe(none);
  expect(print('mobility: { patience: 30 months, neighbours: { Norr: [Syd] } }')).toBe(none);
});
