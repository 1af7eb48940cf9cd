import { describe, expect, test } from 'vitest';
import { NEVER } from '../../src/engine/index.js';
import { compile, type Scenario } from '../../src/model/index.js';
import { ALWAYS } from '../../src/model/chances.js';
import { bent, places, read, said } from '../input/support.js';

const scenarioOf = (lines: string, step = 'month', files = {}): Scenario => {
  const result = read(bent('intakes: every-step', `intakes: every-step\n    ${lines}`).replace('step: month', `step: ${step}`), files);
  if (!result.ok) throw new Error(said(result.issues));
  return result.value.scenario;
};
const planOf = (lines: string, step = 'month', files = {}) => compile(scenarioOf(lines, step, files)).plan;
const ST = '\n  ST: { variants: { st: { blocks: [{ hospital: 2 }] } }, intakes: every-step }\n  X: { variants: { x: { blocks: [{ hospital: 1 }] } }, intakes: every-step }';

describe('a gate', () => {
  test('has its sittings in the months said, with the seats that there are then', () => {
    const [gate] = planOf('gate: { served: 3, months: [2, 9], seats: [{ from: 2026-01, seats: 4 }, { from: 2027-02, seats: unlimited }], passes: [0.5, 0.25], processing: 1 }').gates;
    const seats = Array.from({ length: 24 }, (_, t) => ([1, 8].includes(t) ? 4 : [13, 20].includes(t) ? NEVER : -1));
    expect([Array.from(gate!.seats as Int32Array), gate!.served, gate!.processing, gate!.isRequired]).toEqual([seats, 3, 1, true]);
    expect(Array.from(gate!.passes as Float64Array)).toEqual([ALWAYS / 2, ALWAYS / 4]);
  });

  test('sits in the first half of the month', () => {
    const { gates, gateOf } = planOf('gate: { served: 7 half-months, sittings: [{ month: 2026-05, seats: 9 }], passes: [1], required: false }', 'half-month');
    expect(Array.from(gates[0]!.seats as Int32Array).flatMap((seats, t) => (seats < 0 ? [] : [[t, seats]]))).toEqual([[8, 9]]);
    expect([gates[0]!.served, gates[0]!.isRequired, Array.from(gateOf as Int32Array)]).toEqual([7, false, [0]]);
  });

  test('reads its sittings from a data file; those outside the run are no part of it', () => {
    const file = 'month,value,unit,source,quality,as_of\n2025-02,5,seats,x,published,2025\n2026-05,452,seats,x,published,2025\n';
    const { gates } = planOf('gate: { served: 3, sittings: sittings.csv, passes: [1] }', 'month', { 'sittings.csv': file });
    expect(Array.from(gates[0]!.seats as Int32Array).flatMap((seats, t) => (seats < 0 ? [] : [[t, seats]]))).toEqual([[4, 452]]);
  });

  test('that only some variants are long enough for is warned of', () => {
    const two = bent('variants: { at-4: { blocks: [{ hospital: 3 }, { psychiatry: 1 }] } }', 'variants: { at-4: { blocks: [{ hospital: 3 }, { psychiatry: 1 }] }, at-3: { blocks: [{ hospital: 2 }, { psychiatry: 1 }] } }\n    variant-of: at-4\n    gate: { served: 4, months: [2], passes: [1] }');
    expect(places(read(two).issues)).toEqual(['18:21 gate-too-long-for']);
  });
});

describe('what a pathway leads to', () => {
  test('has cumulative chances in the order written, without those that nobody follows', () => {
    const { chains } = planOf(`then: [{ pathway: ST, share: 0.25, delay: [{ of: 0 months, share: 0.5 }, { of: 3 months, share: 0.5 }] }, { pathway: X, share: 0 }, { pathway: X, share: 0.5, region: Syd }]${ST}`);
    expect(chains.map(({ pathway, then, chance, region }) => [pathway, then, chance, region])).toEqual([[0, 1, ALWAYS / 4, -1], [0, 2, (ALWAYS / 4) * 3, 1]]);
    expect(chains.map(({ delaySteps, delayChance }) => [Array.from(delaySteps as Int32Array), Array.from(delayChance as Float64Array)])).toEqual([[[0, 3], [ALWAYS / 2, ALWAYS]], [[0], [ALWAYS]]]);
  });

  test('is planned for those who serve it slowly too', () => {
    const slow = scenarioOf(`then: [{ pathway: ST, share: 1 }]${ST.replace('hospital: 2', 'hospital: 8')}`);
    const streams = slow.streams.map((stream) => ({ ...stream, partTime: [{ numerator: 2, denominator: 1, share: { value: 0.1, quality: 'assumption' as const, source: '', cell: '' } }] }));
    expect([compile(slow).plan.horizon, compile({ ...slow, streams }).plan.horizon]).toEqual([24 + 8, 24 + 16]);
  });

  test('lets doctors of the stream be in it when the run begins', () => {
    const training = 'region,variant,stream,left_months,value,unit,source,quality,as_of\nNorr,st,old,1,2,doctors,x,derived,2026\n';
    const file = `${bent('intakes: every-step', `intakes: every-step\n    then: [{ pathway: ST, share: 0.5 }]${ST}`)}slot-priority: [AT]\ninitial: { in-training: t.csv }\n`;
    expect(places(read(file, { 't.csv': training }).issues)).toEqual([]);
    expect(places(read(file.replace('then: [{ pathway: ST', 'then: [{ pathway: X'), { 't.csv': training }).issues)).toEqual(['t.csv:2:2 not-sought']);
  });
});
