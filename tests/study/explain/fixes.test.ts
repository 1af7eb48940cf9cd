import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NEVER, drawRoster, run } from '../../../src/engine/index.js';
import type { Plan, Roster } from '../../../src/engine/index.js';
import { compile } from '../../../src/model/index.js';
import { explainIntake, intakesOf } from '../../../src/study/explain/index.js';
import type { FixPart } from '../../../src/study/explain/index.js';
import { applyFix } from '../../../src/study/explain/fix.js';
import { atStep } from '../../../src/study/explain/follow.js';
import { bookingsBeforeTurn } from '../../../src/study/explain/turn-room.js';
import { identityOf } from '../../../src/study/dump/roster-form.js';
import { writeId } from '../../../src/study/one-doctor.js';
import { anyScenario, diceOf } from '../../support/arbitraries.js';
import { PROVING, cases } from '../../support/random.js';
import { intakes, pathway, positions, room, scenario, stream, stretch } from '../../support/scenario.js';
import { listStays } from '../../support/stays.js';

const KEY = { seed: 3, replication: 1 };

/** Whether a doctor starts at home at a step, and the stays that those before had reserved in the step. */
function tryAt(plan: Plan, roster: Roster, row: number, t: number): { readonly starts: boolean; readonly before: string } {
  return atStep(plan, roster, t, (moment) => {
    const { trace } = moment.state;
    const before = { ...trace, bookings: bookingsBeforeTurn(moment, row) };
    const stays = listStays(before).slice(listStays({ ...trace, bookings: moment.bookingsBefore }).length).filter((stay) => stay.row !== row);
    return { starts: trace.starts[row] === t && trace.region[row] === trace.home[row], before: JSON.stringify(stays.map(({ row: other, stretch, from }) => [other, stretch, from])) };
  })!;
}

/** Every change of the same pool that is smaller: fewer places in all its steps, or as many in a shorter run of them. */
function smaller(part: FixPart, last: number): FixPart[] {
  if (part.kind === 'positions') return part.places === 1 ? [] : [{ ...part, places: part.places - 1 }];
  const fewer = part.places === 1 ? [] : [{ ...part, places: part.places - 1, until: last }];
  const length = part.until - part.from;
  return [...fewer, ...Array.from({ length: last - part.from + 40 }, (_, i) => ({ ...part, from: part.from - 20 + i, until: part.from - 20 + i + length - 1 }))];
}

test('every change shown lets the doctor start when it is made alone, and no smaller one of the same pools does', { timeout: PROVING ? 3_600_000 : 120_000 }, () => {
  const shown: Record<string, number> = {};
  fc.assert(
    fc.property(fc.gen(), fc.integer({ min: 0, max: 99 }), (g, pick) => {
      const { plan, axes } = compile(anyScenario(diceOf(g)));
      const roster = drawRoster(plan, KEY);
      const base = run(plan, roster);
      const places = Array.from({ length: plan.regions * plan.pathways }, (_, queue) => [Math.floor(queue / plan.pathways), queue % plan.pathways] as const);
      const all = places.flatMap(([region, pathway]) => intakesOf(plan, region, pathway).filter((t) => base.queue[(region * plan.pathways + pathway) * plan.steps + t]! > 0).map((t) => ({ region, pathway, t })));
      if (all.length === 0) return;
      const at = all[pick % all.length]!;
      const told = explainIntake(plan, axes, KEY, 'test', at);
      expect(told.stood).toBe(told.started + told.startedElsewhere + told.refused.reduce((sum, { number }) => sum + number, 0));
      if (told.first === null) return;
      const row = Array.from({ length: roster.rows }, (_, i) => i).find((i) => writeId(identityOf(axes, roster, i)) === told.first!.id && roster.pathway[i] === at.pathway && base.joins[i]! <= at.t)!;
      const { before } = tryAt(plan, roster, row, at.t);
      for (const { parts, earlier, later } of told.first.fixes) {
        expect(tryAt(applyFix(plan, parts, at.t), roster, row, at.t).starts).toBe(true);
        const after = run(applyFix(plan, parts, at.t), roster);
        const moved = Array.from({ length: roster.rows }, (_, i) => after.starts[i]! - base.starts[i]!).filter((change, i) => i !== row && change !== 0);
        expect([earlier, later]).toEqual([moved.filter((n) => n < 0).length, moved.filter((n) => n > 0).length]);
        const name = parts.map(({ kind }) => kind).sort().join(' + ');
        shown[name] = (shown[name] ?? 0) + 1;
        if (parts.length > 1) continue;
        for (const part of smaller(parts[0]!, plan.horizon - 1)) {
          if (part.kind !== 'positions' && (part.from < at.t || part.until < part.from || part.until >= plan.horizon)) continue;
          const other = tryAt(applyFix(plan, [part], at.t), roster, row, at.t);
          // A change that only led those before to other blocks is another's luck, and no answer.
          if (other.starts && other.before === before) throw new Error(`${JSON.stringify(part)} is smaller than ${JSON.stringify(parts)}`);
        }
      }
      if (told.first.fixes.length === 0) shown['none'] = (shown['none'] ?? 0) + 1;
    }),
    { numRuns: cases(60, 3000) },
  );
  expect(shown['positions']).toBeGreaterThan(5);
  expect(shown['slots']).toBeGreaterThan(5);
  expect(Object.keys(shown).filter((name) => name.includes('+')).length).toBeGreaterThan(0);
});

const of = (slots: number, supervisors: number) =>
  compile(
    scenario(24, {
      pathways: [pathway('P', [stretch('a', 2), stretch('b', 3)], { intakes: intakes([1, 7]) })],
      streams: [stream('s', 'P', 'R', [3])],
      positions: [positions('R', 'P', 0, 1), positions('R', 'P', 6, 9)],
      slots: [room('R', 'a', slots), room('R', 'b', 9)],
      supervisors: [room('R', 'b', supervisors)],
    }),
  );

test('one position is enough where nothing else lacks; a position with a slot and a supervisor where all do', () => {
  const at = { t: 0, region: 0, pathway: 0 };
  const alone = of(9, 9);
  expect(explainIntake(alone.plan, alone.axes, KEY, 'test', at).first!.fixes).toEqual([
    { parts: [{ kind: 'positions', region: 0, of: 0, places: 1, from: 0, until: 0 }], earlier: 0, later: 0 },
  ]);
  const all = of(1, 1);
  expect(explainIntake(all.plan, all.axes, KEY, 'test', at).first!.fixes.map(({ parts }) => parts)).toEqual([
    [
      { kind: 'positions', region: 0, of: 0, places: 1, from: 0, until: 0 },
      { kind: 'slots', region: 0, of: 0, places: 1, from: 0, until: 1 },
      { kind: 'supervisors', region: 0, of: 1, places: 1, from: 2, until: 4 },
    ],
  ]);
});

test('nothing is explained away: an intake at which everybody started has no first in line', () => {
  const { plan, axes } = of(9, 9);
  const told = explainIntake(plan, axes, KEY, 'test', { t: 6, region: 0, pathway: 0 });
  expect([told.stood, told.started, told.first]).toEqual([2, 2, null]);
  expect(run(plan, drawRoster(plan, KEY)).starts.some((t) => t === NEVER)).toBe(false);
});
