import { expect, test } from 'vitest';
import { CHECK_CELLS, MEASURES, WITHIN_MONTHS, addToSample, cellAt, countCells, judgeChecks, layChecks, layGrid, laySample, measuresOf, observeChecks } from '../../src/analysis/index.js';
import type { CheckAsked, JudgedCheck } from '../../src/analysis/index.js';
import { compile } from '../../src/model/index.js';
import { CHECKED_WITHIN } from '../../src/model/checks.js';
import { listChecks } from '../../src/study/checks.js';
import { runStudy } from '../../src/study/index.js';
import { FROM, pathway, poissonStream, region, room, scenario, stretch } from '../support/scenario.js';

const { plan, axes } = compile(scenario(24, { regions: [region('A'), region('B')], pathways: [pathway('P', [stretch('a', 2)])], streams: [] }));
const grid = layGrid(plan, axes, [0]);
const measures = measuresOf(plan);
const asked = (over: Partial<CheckAsked>): CheckAsked => ({ kind: 'queue', area: 0, pathway: 0, period: null, months: null, rule: 'at-most', limit: 10, within: 0, at: 's.yaml:1', ...over });

/** A check judged over replications in each of which the queue, month by month from the first, is as given. */
function judged(over: Partial<CheckAsked>, replications: readonly (readonly number[])[]): JudgedCheck {
  const checks = layChecks([asked(over)], measures, grid);
  const sample = laySample(CHECK_CELLS, replications.length);
  for (const months of replications) {
    const own = new Float64Array(countCells(measures, grid)).fill(NaN);
    const first = countCells(measures.slice(0, measures.findIndex(({ id }) => id === 'queue')), grid);
    months.forEach((value, m) => (own[first + cellAt(grid, ['area', 'pathway', 'month'], 0, 0, m)] = value));
    const cells = new Float64Array(CHECK_CELLS).fill(NaN);
    observeChecks(checks, own, cells);
    addToSample(sample, cells);
  }
  return judgeChecks(checks, sample, 0)[0]!;
}

test('a check holds when the whole interval of the mean is as wanted, does not when none of it is, and cannot be told in between', () => {
  expect(judged({}, [[8], [9]]).verdict).toBe('unknown'); // 8.5 ± 6.4
  expect(judged({}, [[8], [8]])).toMatchObject({ verdict: 'holds', share: 1, value: { mean: 8, halfWidth: 0 } });
  expect(judged({}, [[10], [10]]).verdict).toBe('holds');
  expect(judged({}, [[11], [11]])).toMatchObject({ verdict: 'fails', share: 0 });
  expect(judged({ rule: 'at-least' }, [[11], [11]]).verdict).toBe('holds');
  expect(judged({ rule: 'at-least' }, [[9], [9]]).verdict).toBe('fails');
  expect(judged({ rule: 'equals', within: 2 }, [[12], [12]]).verdict).toBe('holds');
  expect(judged({ rule: 'equals', within: 2 }, [[13], [13]]).verdict).toBe('fails');
});

test('an interval around all that is wanted tells nothing', () => {
  expect(judged({ rule: 'equals', within: 1 }, [[5], [15]]).verdict).toBe('unknown');
});

test('a check of several times is judged by the one furthest from what is wanted in each run', () => {
  expect(judged({}, [[3, 12, 4], [9, 2, 1]])).toMatchObject({ share: 0.5, value: { mean: 10.5 } });
  expect(judged({ rule: 'at-least', limit: 3 }, [[3, 12], [9, 5]])).toMatchObject({ share: 1, value: { mean: 4 } });
  expect(judged({ rule: 'equals', limit: 5, within: 1 }, [[1, 5, 6], [5, 5, 5]])).toMatchObject({ share: 0.5, value: { mean: 3 } });
  expect(judged({ period: 2 }, [[30, 30, 4], [30, 30, 4]])).toMatchObject({ verdict: 'holds', value: { mean: 4 } });
});

test('one replication tells nothing, and no value is none', () => {
  expect(judged({}, [[8]])).toMatchObject({ verdict: 'unknown', share: 1 });
  expect(judged({}, [[], []])).toEqual({ ...asked({}), value: null, share: null, verdict: 'unknown' });
});

test('every figure that a check may be of is one that the report always has', () => {
  expect(MEASURES.filter(({ id, isUsed }) => ['queue', 'happens', 'survey-wait', 'started-within', 'vacant'].includes(id) && isUsed === undefined)).toHaveLength(5);
  expect(CHECKED_WITHIN).toEqual(WITHIN_MONTHS);
});

test('a scenario’s checks read the very cells of its figures', () => {
  const base = { region: null, area: null, month: null, year: null, term: null, months: null, rule: 'at-most' as const, limit: 3, within: 0, cell: 's.yaml:9' };
  const checks = [
    { ...base, kind: 'queue' as const, pathway: 'P', region: 'B', month: FROM + 5 },
    { ...base, kind: 'queue' as const, pathway: 'P', area: 'A', year: 2027 },
    { ...base, kind: 'starts' as const, pathway: 'P', year: 2026 },
    { ...base, kind: 'started-within' as const, pathway: 'P', region: 'A', term: 2 * 2026, months: 6 },
    { ...base, kind: 'survey-wait' as const, pathway: 'P', region: 'A', year: 2027 },
    { ...base, kind: 'vacant' as const, pathway: 'P', year: 2026 },
  ];
  const of = scenario(24, { regions: [region('A'), region('B')], pathways: [pathway('P', [stretch('a', 2)])], streams: [poissonStream('s', 'P', 'A', 1), poissonStream('t', 'P', 'B', 2)], slots: [room('A', 'a', 2), room('B', 'a', 2)], checks });
  const findings = runStudy({ scenario: of, seed: 4, additions: [] }, 5, { version: '', scenarioHash: '' });
  const label = (axis: 'area' | 'month' | 'year' | 'term', id: string): number => findings.labels[axis].findIndex((one) => one.id === id);
  const mean = (id: string, ...place: readonly number[]) => findings.figures[id]!.cells[cellAt(grid, findings.figures[id]!.over, ...place)]?.mean ?? null;
  expect(findings.checks!.map(({ value }) => value?.mean ?? null)).toEqual([
    mean('queue', label('area', 'B'), 0, label('month', '2026-06')),
    mean('queue', label('area', 'area:A'), 0, label('month', '2027-12')),
    mean('happens', 0, 0, label('year', '2026')),
    mean('started-within', label('area', 'A'), 0, label('term', '2026-VT'), 1),
    mean('survey-wait', label('area', 'A'), 0, label('year', '2027')),
    mean('vacant', 0, 0, label('year', '2026')),
  ]);
  expect(listChecks(of, axes, grid)).toHaveLength(6);
});
