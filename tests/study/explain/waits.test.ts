import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawRoster } from '../../../src/engine/index.js';
import type { Plan } from '../../../src/engine/index.js';
import { explainDoctor } from '../../../src/study/explain/waits.js';
import { waitsOf } from '../../../src/study/explain/waits.js';
import { watchAudited } from '../../../src/study/dump/watch.js';
import { compile } from '../../../src/model/index.js';
import { anyScenario, diceOf } from '../../support/arbitraries.js';
import { PROVING, cases } from '../../support/random.js';
import { figure, intakes, pathway, planOf, positions, room, scenario, stream, stretch } from '../../support/scenario.js';

/** Whether a plan is fitted without gaps and hosts, so that every pool of a smallest set lacks at home in some step of it. */
const isPlain = (plan: Plan): boolean => plan.agreementHost.length === 0 && Array.from(plan.variantLongest as Int32Array).every((steps) => steps === 0);

test('the parts of a doctor’s story sum to the wait, follow each other, and name pools that were full', { timeout: PROVING ? 3_600_000 : 60_000 }, () => {
  let full = 0;
  let stopped = 0;
  let elsewhere = 0;
  fc.assert(
    fc.property(fc.gen(), (g) => {
      const plan = planOf(anyScenario(diceOf(g)));
      const roster = drawRoster(plan, { seed: 5, replication: 0 });
      const { waited } = watchAudited(plan, roster);
      const rows = Array.from({ length: roster.rows }, (_, row) => row).filter((row) => waited.queue[row]! + waited.between[row]! > 0).filter((_, i) => i % 7 === 0).slice(0, 6);
      for (const [row, parts] of waitsOf(plan, roster, rows)) {
        for (const kind of ['queue', 'between'] as const) {
          const of = parts.filter((part) => part.kind === kind);
          expect(of.reduce((sum, { from, until }) => sum + until - from + 1, 0)).toBe(waited[kind][row]!);
        }
        parts.slice(1).forEach(({ from }, i) => expect(from).toBeGreaterThan(parts[i]!.until));
        for (const { reason } of parts) {
          expect(reason.cause === 'pools').toBe(reason.lacks.length > 0);
          stopped += reason.stopper === null ? 0 : 1;
          elsewhere += reason.elsewhere.length;
          if (reason.place !== null) expect([reason.place.nth >= 1, reason.place.nth <= reason.place.of]).toEqual([true, true]);
          if (reason.place === null || reason.stopper !== null || !isPlain(plan)) continue;
          for (const { kind, spells } of reason.lacks) {
            const isHeld = kind !== 'slots' && kind !== 'supervisors';
            if (isHeld && plan.mode === 'step') continue;
            expect(spells.length).toBeGreaterThan(0);
            full += isHeld ? 0 : 1;
          }
        }
      }
    }),
    { numRuns: cases(80, 2000) },
  );
  expect(Math.min(full, stopped, elsewhere)).toBeGreaterThan(10);
});

const SMALL = () =>
  scenario(12, {
    pathways: [pathway('P', [stretch('a', 2)], { intakes: intakes([3, 6, 9]) })],
    streams: [stream('s', 'P', 'R', [3])],
    positions: [positions('R', 'P', 2, 1), positions('R', 'P', 5, 2), positions('R', 'P', 8, 1)],
    slots: [room('R', 'a', 1)],
  });

test('a main supervisor who was taken is told of with the months, less what those took who came after', () => {
  const { plan, axes } = compile({
    ...SMALL(),
    positions: [positions('R', 'P', 2, 5), positions('R', 'P', 5, 5), positions('R', 'P', 8, 5)],
    slots: [room('R', 'a', 9)],
    mainSupervisors: [{ region: 'R', from: SMALL().time.from, places: figure(1) }],
  });
  const told = [0, 1, 2].map((n) => explainDoctor(plan, axes, { seed: 1, replication: 0 }, `s/2026-01/${n}`)!.legs[0]!.parts.flatMap(({ reason }) => reason.lacks));
  expect(told.toSorted((a, b) => a.length - b.length)).toEqual([
    [],
    [{ kind: 'main-supervisors', block: -1, spells: [{ from: 2, until: 3 }] }],
    [{ kind: 'main-supervisors', block: -1, spells: [{ from: 2, until: 3 }] }, { kind: 'main-supervisors', block: -1, spells: [{ from: 5, until: 6 }] }],
  ]);
});

test('a doctor’s story: the first intake awaited, no position left, then a position and no slot', () => {
  const { plan, axes } = compile(SMALL());
  const key = { seed: 1, replication: 0 };
  const ids = [0, 1, 2].map((n) => `s/2026-01/${n}`);
  const told = ids.map((id) => explainDoctor(plan, axes, key, id)!.legs[0]!.parts);
  const lasts = told.toSorted((a, b) => a.length - b.length).at(-1)!;
  expect(lasts.map(({ from, until, reason }) => [from, until, reason.cause, reason.place?.nth ?? null, reason.place?.of ?? null])).toEqual([
    [0, 1, 'awaiting-intake', null, null],
    [2, 4, 'positions', 3, 3],
    [5, 7, 'pools', 2, 2],
  ]);
  expect(lasts[2]!.reason.lacks).toEqual([{ kind: 'slots', block: 0, spells: [{ from: 5, until: 6 }] }]);
  expect(lasts[1]!.reason.place!.filling).toEqual({ positions: 1, fillable: 1, own: 1, guests: 0, recruited: 0, lost: 0 });
  expect(explainDoctor(plan, axes, key, 's/2026-01/9')).toBeUndefined();
});
