import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Comparison } from '../../src/analysis/index.js';
import { drawRoster, run } from '../../src/engine/index.js';
import type { Plan } from '../../src/engine/index.js';
import type { Scenario } from '../../src/model/scenario.js';
import { ENTRY_POOLS, PLACEMENT_POOLS, addTogether, countPlans, layTogether, lift, luckOf, patchOf, patchPlan, prepareTogether, readTogether, runStudy, samePlan, summariseTogether, withoutLifted } from '../../src/study/index.js';
import { anyScenario, diceOf } from '../support/arbitraries.js';
import { layFeatures } from '../support/features.js';
import { PROVING, cases } from '../support/random.js';
import { figure, intakes, pathway, planOf, poissonStream, positions, room, scenario, stretch } from '../support/scenario.js';

const CARD = { version: 'test', files: ['a', 'b'], scenarioHashes: ['', ''], names: ['a', 'b'], forced: [], inputs: [], measure: 'wait-queue' };

function compared(options: readonly Scenario[], replications: number): Comparison {
  const setup = { options: options.map((one) => ({ scenario: one, seed: 3, additions: [] })), hasTwins: true };
  const together = prepareTogether(setup);
  const gathered = layTogether(together, replications);
  for (let replication = 0; replication < replications; replication++) addTogether(together, gathered, readTogether(together, replication));
  return summariseTogether(together, gathered, CARD);
}

/** A region whose few slots make doctors wait, by chance more or less. */
const short = (slots: number, over: Partial<Scenario> = {}): Scenario =>
  scenario(24, {
    blocks: [{ id: 'a', sv: 'a', en: 'a', serviceWeeks: figure(4) }, { id: 'b', sv: 'b', en: 'b' }],
    pathways: [pathway('AT', [stretch('a', 3), stretch('b', 2)], { intakes: intakes([1, 4, 7, 10]) })],
    streams: [poissonStream('old', 'AT', 'R', 1)],
    positions: Array.from({ length: 8 }, (_, i) => positions('R', 'AT', 3 * i, 6)),
    slots: [room('R', 'a', slots), room('R', 'b', 4)],
    ...over,
  });

describe('a comparison', () => {
  test('of a scenario with itself differs nowhere, and runs each plan once', () => {
    const found = compared([short(3), short(3, { name: 'other' })], 4);
    for (const { differences } of found.measures) for (const cell of differences[0]!) expect([0, null]).toContain(cell);
    for (const { differences } of [...found.outcomes, ...found.otherMode]) for (const cell of differences[1]!) if (cell !== null) expect(cell).toMatchObject({ mean: 0, halfWidth: 0, low: 0, high: 0 });
    for (const row of found.twins[0]!) expect([row.earlier.mean, row.later.mean, row.startsOnlyBase.mean, row.waitedMonths.mean, row.waitedMonths.halfWidth]).toEqual([0, 0, 0, 0, 0]);
    expect(found.saving.run * 2).toBe(found.saving.plans);
    expect(found.ranking.pathways[0]!.ranked.map(({ atLeast }) => atLeast)).toEqual([0.5, 0.5]);
  });

  test('has the levels and fingerprints of each scenario run by itself, and what the one is less the other', () => {
    const options = [short(3), short(5)];
    const found = compared(options, 5);
    const alone = options.map((one) => runStudy({ scenario: one, seed: 3, additions: [] }, 5, { version: 'test', scenarioHash: '' }));
    expect(found.options.map(({ fingerprint }) => fingerprint)).toEqual(alone.map(({ provenance }) => provenance.fingerprint));
    for (const { id, base, differences } of found.measures) {
      alone[0]!.figures[id]!.cells.forEach((cell, i) => {
        expect(base[i]).toBe(cell?.mean ?? null);
        const other = alone[1]!.figures[id]!.cells[i]!;
        const difference = differences[0]![i]!;
        if (cell !== null && other !== null && cell.n === 5 && other.n === 5) expect(difference === 0 ? 0 : difference.mean).toBeCloseTo(other.mean - cell.mean, 9);
      });
    }
  });

  test('finds what two slots more do to a queue, golden', () => {
    const found = compared([short(3), short(5)], 5);
    const mean = (id: string, option: number): number => Math.round(1000 * found.outcomes.find((one) => one.id === id)!.levels[option]![0]!.mean) / 1000;
    const all = found.outcomes.map(({ id }) => [id, mean(id, 0), mean(id, 1)]);
    const total = found.twins[0]!.find(({ along }) => along === 'area')!;
    expect(all).toMatchInlineSnapshot(`
      [
        [
          "wait-queue",
          1.35,
          0.48,
        ],
        [
          "lost",
          68.6,
          41,
        ],
        [
          "started-within",
          0.99,
          1,
        ],
        [
          "happens",
          20.8,
          23.6,
        ],
        [
          "vacant",
          27.2,
          24.4,
        ],
        [
          "service-weeks",
          249.6,
          283.2,
        ],
      ]
    `);
    // What twins waited less is what the queues differ by.
    const lost = found.outcomes.find(({ id }) => id === 'lost')!.differences[1]![0]!;
    expect(total.waitedMonths.mean).toBeCloseTo(lost.mean, 9);
    expect(found.options.map(({ positionMonths }) => positionMonths)).toEqual([240, 240]);
  });
});

describe('plans that are the same', () => {
  test('are known to be, and another number anywhere makes another plan', () => {
    const plan = planOf(short(3));
    expect(samePlan(plan, planOf(short(3)))).toBe(true);
    expect(samePlan(plan, planOf(short(4)))).toBe(false);
    expect(samePlan(plan, { ...plan, passLimit: 3 })).toBe(false);
    expect(samePlan(plan, { ...plan, weight: -0 })).toBe(Object.is(plan.weight, -0));
  });

  test('share one roster: no luck is drawn from capacities or placement mode', { timeout: PROVING ? 3_600_000 : 60_000 }, () => {
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const dice = diceOf(g);
        const plan = layFeatures(planOf(anyScenario(dice)), dice);
        expect(drawRoster(luckOf(plan), { seed: 1, replication: 2 })).toEqual(drawRoster(plan, { seed: 1, replication: 2 }));
      }),
      { numRuns: cases(60) },
    );
  });

  test('differ in lifted places alone have the same starts, doctor by doctor, whatever the scenario is', { timeout: PROVING ? 3_600_000 : 60_000 }, () => {
    let seen = 0;
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const dice = diceOf(g);
        const drawn = anyScenario(dice);
        const other = { ...drawn, slots: drawn.slots.map((row) => ({ ...row, places: row.places && figure(dice.whole(0, 9)) })), supervisors: drawn.supervisors.map((row) => ({ ...row, places: row.places && figure(dice.whole(0, 9)) })) };
        const [one, two] = [drawn, other].map((of) => lift(lift(planOf(of), PLACEMENT_POOLS), ENTRY_POOLS, 1)) as [Plan, Plan];
        if (!samePlan(withoutLifted(one), withoutLifted(two))) return;
        const roster = drawRoster(one, { seed: 1, replication: 2 });
        const [mine, theirs] = [run(one, roster), run(two, roster)];
        expect(theirs.started).toEqual(mine.started);
        expect(theirs.starts).toEqual(mine.starts);
        seen += samePlan(one, two) ? 0 : 1;
      }),
      { numRuns: cases(100) },
    );
    expect(seen).toBeGreaterThan(15);
  });

  test('count once, also across options', () => {
    const together = prepareTogether({ options: [short(3), short(3), short(5)].map((one) => ({ scenario: one, seed: 1, additions: [] })), hasTwins: true });
    const { plans, run: runs } = countPlans(together);
    expect(plans).toBe(15);
    // Main, positions, room and the other mode of two different options, and one run of demand.
    expect(runs).toBe(9);
  });

  test('are made again from what they have otherwise, number for number, and run alike', () => {
    const [base, other] = [planOf(short(3)), planOf(short(5, { passLimit: 2 }))];
    const made = patchPlan(base, patchOf(base, other));
    expect(samePlan(made, other)).toBe(true);
    const roster = drawRoster(made, { seed: 1, replication: 0 });
    expect(run(made, roster).starts).toEqual(run(other, roster).starts);
  });
});
