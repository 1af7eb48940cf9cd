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
import { read, said } from '../../input/support.js';
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

/** Every change that only takes away: a pool, a place of one in all its steps, a step at either end. */
function lessOf(parts: readonly FixPart[]): (readonly FixPart[])[] {
  return parts.flatMap((part, i) => {
    const others = parts.filter((_, j) => j !== i);
    const parted = [{ ...part, places: part.places - 1 }, { ...part, from: part.from + 1 }, { ...part, until: part.until - 1 }].filter(({ places, from, until }) => places > 0 && from <= until);
    return [...(others.length > 0 ? [others] : []), ...parted.map((less) => parts.map((one, j) => (j === i ? less : one)))];
  });
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
        for (const less of lessOf(parts)) if (tryAt(applyFix(plan, less, at.t), roster, row, at.t).starts) throw new Error(`${JSON.stringify(less)} is smaller than ${JSON.stringify(parts)}`);
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

/** Three forms and three regions with too little psychiatry, where room that is added is taken by those who come before in the list. */
const SCARCE = `name: scarce
time: { step: half-month, from: 2026-01, report-from: 2026-07, to: 2029-12 }
seed: 7
replications: 4
regions: { Norr: {}, Syd: {}, Åre: {} }
streams:
  gamla:
    pathway: AT
    rate: { per-year: 30, law: poisson }
    home: { Norr: 0.5, Syd: 0.3, Åre: 0.2 }
    gives-up: 0.02 per month
    part-time: [{ factor: 1.14, share: 0.3 }]
    leaves: [{ share: 0.3, length: 2 months }]
    gap: [{ after: 0 months, share: 0.5 }, { after: 2 months, share: 0.5 }]
    applied-before: 0.5
  nya:
    pathway: BT
    rate: { per-year: 12, law: poisson }
    home: { Norr: 0.5, Syd: 0.3, Åre: 0.2 }
    applied-before: 0.5
    licence-late: [{ of: 1 month, share: 0.2 }]
pathways:
  AT:
    orders: custom
    variants:
      v: { blocks: [{ sjukhus: 3 }, { psykiatri: 1.5 }, { vc: 2 }] }
      w: { blocks: [{ sjukhus: 4 }, { psykiatri: 1.5 }, { vc: 2 }] }
    variant-of: { Norr: v, Syd: w, Åre: v }
    intakes: { months: [3, 9], closes: 1 months }
    gate: { served: 5 months, months: [2, 5, 9, 11], seats: 6, passes: [0.8, 0.7], processing: 1 month }
    then: [{ pathway: ST, share: 0.5, delay: 1 months }]
  BT:
    orders: free
    variants:
      b: { blocks: [{ psykiatri: 2 }, { vc: 3 }] }
      bi: { blocks: [{ psykiatri: 2 }, { vc: 3 }] }
    variant-of: { Norr: b, Syd: bi, Åre: b }
    integrated: { bi: { within: 9 months } }
    intakes: { months: [3, 9], window: 2 months }
  ST:
    variants: { s: { blocks: [{ psykiatri: 3 }, { avd: 6 }] } }
    intakes: every-step
positions: { by-region: { Norr: { AT: 14, BT: 6, ST: unlimited }, Syd: { AT: 10, ST: unlimited, BT: 0 }, Åre: { AT: 6, BT: 4, ST: unlimited } }, no-shows: 0.1, over-offer: 0.1, reserve: 1 }
slots:
  unlimited: [avd]
  by-region: { Norr: { sjukhus: 4, psykiatri: 3, vc: 3 }, Syd: { sjukhus: 3, psykiatri: 3, vc: 3 }, Åre: { sjukhus: 2, psykiatri: 1, vc: 1 } }
  yearly: { psykiatri: { 7: 0.5 } }
supervisors: { by-region: { Norr: { psykiatri: 2.5 } } }
main-supervisors: { by-region: { Syd: 9 } }
st-posts: { by-region: { Syd: 4 } }
exchange: [{ home: Åre, host: Norr, block: psykiatri, places: 1, from: 2026-06, equal: true }]
locum: [{ block: psykiatri, load: 0.05, region: [Norr] }]
crowding: { slots: { by-region: { Norr: { psykiatri: [{ from: 2028-01, places: 1 }] } } } }
slot-priority: [AT, BT, ST]
discipline: { weighted: 0.04 per month }
pass-limit: 2
applications: { applies-to: 1, deter: 6 months, own-first: true }
mobility: { patience: 3 months, mobile: 0.5, neighbours: { Norr: [Syd], Åre: [Norr, Syd] } }
`;

test('where others take what is added, nothing of the change can go either: its whole reach is no answer', { timeout: 120_000 }, () => {
  const scarce = read(SCARCE);
  if (!scarce.ok) throw new Error(said(scarce.issues));
  const { plan, axes } = compile(scarce.value.scenario);
  const pathwayST = axes.pathways.findIndex(({ id }) => id === 'ST');
  let longer = 0; // changes that reach past the steps in which the pool lacked
  for (let replication = 0; replication < 2; replication++) {
    const key = { seed: 7, replication };
    const roster = drawRoster(plan, key);
    const base = run(plan, roster);
    for (const t of Array.from({ length: 12 }, (_, i) => 50 + i).filter((step) => base.queue[pathwayST * plan.steps + step]! > 0)) {
      const { first } = explainIntake(plan, axes, key, 'test', { t, region: 0, pathway: pathwayST });
      const row = Array.from({ length: roster.rows }, (_, i) => i).find((i) => writeId(identityOf(axes, roster, i)) === first?.id && roster.pathway[i] === pathwayST);
      for (const { parts } of first?.fixes ?? []) {
        expect(tryAt(applyFix(plan, parts, t), roster, row!, t).starts).toBe(true);
        for (const less of lessOf(parts)) expect(tryAt(applyFix(plan, less, t), roster, row!, t).starts).toBe(false);
        const steps = (part: FixPart): readonly number[] => first!.reason.lacks.filter(({ kind }) => kind === part.kind).flatMap(({ spells }) => spells.flatMap(({ from, until }) => [from, until]));
        if (parts.some((part) => part.from < Math.min(...steps(part)) || part.until > Math.max(...steps(part)))) longer += 1;
      }
    }
  }
  expect(longer).toBeGreaterThan(0);
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
