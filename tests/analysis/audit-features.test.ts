import { describe, expect, test } from 'vitest';
import { audit } from '../../src/analysis/audit.js';
import type { Rule } from '../../src/analysis/audit.js';
import { CAUSE, NEVER, causeCount, drawRoster, run } from '../../src/engine/index.js';
import type { Life, Mode, Plan, Roster, Trace } from '../../src/engine/index.js';
import { changeUnits } from '../support/causes.js';
import { rosterOf } from '../support/plan.js';
import { figure, intakes, pathway, planOf, positions, region, room, scenario, stream, stretch } from '../support/scenario.js';
import { staysIn, unshared } from '../support/stays.js';

interface Run {
  plan: Plan;
  roster: Roster;
  trace: Trace;
}

const ALWAYS = 4_294_967_296;
const MONTHS = 30;

const LIFE: Life = {
  mobile: ALWAYS / 2,
  givesUp: Float64Array.from([1, 2, 3, 4, 5, 6], (trial) => Math.round(ALWAYS * (1 - 0.85 ** trial))),
  factorChance: Float64Array.of(ALWAYS / 2, ALWAYS),
  factorNumerator: Int32Array.of(1, 5),
  factorDenominator: Int32Array.of(1, 4),
  leaves: [0, 1].map(() => ({ chance: ALWAYS * 0.6, lengthChance: Float64Array.of(ALWAYS), lengthSteps: Int32Array.of(3) })),
};

/** Two neighbouring regions with too little of everything, and all that can happen to a doctor. */
function planned(mode: Mode): Plan {
  const plan = planOf(scenario(MONTHS, {
    regions: [region('N'), region('S')],
    pathways: [pathway('P', [stretch('a', 2), stretch('b', 3), stretch('c', 2)], { orders: 'custom', precedence: [{ first: 'b', then: 'c' }], intakes: intakes([1, 3, 5, 7, 9, 11], 1) })],
    streams: [stream('s', 'P', 'N', Array.from({ length: MONTHS }, () => 2), { appliedBefore: figure(0.5) })],
    slots: ['N', 'S'].flatMap((r) => ['a', 'b', 'c'].map((b) => room(r, b, 3))),
    supervisors: [room('N', 'b', 4), room('N', 'b', 4, MONTHS + 40)],
    mainSupervisors: [{ region: 'N', from: 0, places: figure(9) }],
    positions: Array.from({ length: 14 }, (_, i) => 2 * i).flatMap((m) => [positions('N', 'P', m, 3), positions('S', 'P', m, 2)]),
    initial: { queues: [{ region: 'S', pathway: 'P', stream: 's', waited: 3, number: figure(3) }], training: [{ region: 'N', variant: 'P', stream: 's', left: 4, number: figure(4) }] },
  }));
  const cut = plan.slotsPool[1]!;
  const horizon = plan.horizon + 12;
  const longer = (): Int32Array => Int32Array.from({ length: plan.pools * horizon }, (_, i) => plan.capacity[Math.floor(i / horizon) * plan.horizon + Math.min(i % horizon, plan.horizon - 1)]!);
  return {
    ...plan,
    mode,
    horizon,
    capacity: longer(),
    crowding: new Int32Array(plan.pools * horizon).fill(60, cut * horizon + 3, cut * horizon + 6),
    inflow: plan.inflow.map((of) => ({ ...of, life: LIFE })),
    initialQueue: plan.initialQueue.map((of) => ({ ...of, life: LIFE })),
    initialTraining: plan.initialTraining.map((of) => ({ ...of, life: LIFE })),
    patienceSteps: 2,
    neighbours: { from: Int32Array.of(0, 1, 2), values: Int32Array.of(1, 0) },
    revisionKnown: Int32Array.of(8),
    revisionPool: Int32Array.of(cut),
    revisionFrom: Int32Array.of(9),
    revisionUntil: Int32Array.of(horizon - 1),
    revisionChange: Int32Array.of(-60),
  };
}

const plans = { itinerary: planned('itinerary'), step: planned('step') };
const rosters = { itinerary: drawRoster(plans.itinerary, { seed: 3, replication: 0 }), step: drawRoster(plans.step, { seed: 3, replication: 0 }) };

function fixture(mode: Mode): Run {
  return { plan: plans[mode], roster: structuredClone(rosters[mode]), trace: unshared(run(plans[mode], rosters[mode])) };
}

const rowsOf = ({ trace, roster }: Run, holds: (row: number) => boolean): number[] =>
  Array.from({ length: roster.rows }, (_, row) => row).filter((row) => roster.initialVariant[row]! < 0 && trace.starts[row] !== NEVER && holds(row));
const staysOf = ({ trace }: Run, row: number): number[] => staysIn(trace, row);
const isPlain = ({ trace, roster }: Run, row: number): boolean => !trace.leaveRow.subarray(0, trace.leaves).includes(row) && roster.factorNumerator[row] === 1 && trace.completes[row]! < MONTHS;
const gone = ({ trace }: Run): number => trace.gaveUp.findIndex((t) => t !== NEVER);
const guest = (r: Run): number => rowsOf(r, (row) => r.trace.region[row] !== r.roster.region[row])[0]!;
const firstIn = (series: { findIndex(of: (n: number) => boolean): number }): number => series.findIndex((n) => n > 0);

type Tamper = (run: Run) => void;
const ANYHOW: readonly (readonly [string, Rule, Tamper])[] = [
  ['a leave that begins a step late', 'leave', (r) => {
    r.trace.leaveFrom[0]! += 1;
    r.trace.leaveUntil[0]! += 1;
  }],
  ['a leave cut short', 'leave', (r) => (r.trace.leaveUntil[0]! -= 1)],
  ['a leave that is lost', 'leave', (r) => (r.trace.leaves -= 1)],
  ['a leave of somebody else', 'leave', (r) => (r.trace.leaveRow[0] = guest(r))],
  ['a leave of nobody', 'leave', (r) => (r.trace.leaveRow[0] = -1)],
  ['a leave that was not to be', 'stays', (r) => (r.roster.leaveAfter[r.trace.leaveRow[0]! * r.roster.leaves] = 0)],
  ['a block served in full time by who works part time', 'stays', (r) => {
    const row = rowsOf(r, (i) => isPlain(r, i))[0]!;
    [r.roster.factorNumerator[row], r.roster.factorDenominator[row]] = [3, 2];
  }],
  ['a block before the one that must come first', 'stays', (r) => {
    const row = rowsOf(r, (i) => isPlain(r, i))[0]!;
    const [b, c] = [1, 2].map((s) => staysOf(r, row).find((i) => r.trace.stayStretch[i] === s)!);
    [r.trace.stayStretch[b!], r.trace.stayStretch[c!]] = [2, 1];
  }],
  ['two blocks at once', 'stays', (r) => {
    const [first, second] = staysOf(r, rowsOf(r, (i) => isPlain(r, i))[0]!);
    r.trace.stayUntil[second!]! -= r.trace.stayFrom[second!]! - r.trace.stayFrom[first!]!;
    r.trace.stayFrom[second!] = r.trace.stayFrom[first!]!;
  }],
  ['a training that never ends though every block is done', 'journey', (r) => (r.trace.completes[rowsOf(r, (i) => isPlain(r, i))[0]!] = NEVER)],
  ['who gave up a step late', 'giving-up', (r) => (r.trace.gaveUp[gone(r)]! += 1)],
  ['who should have given up and did not', 'giving-up', (r) => (r.trace.gaveUp[gone(r)] = NEVER)],
  ['who gave up and should not have', 'giving-up', (r) => (r.roster.givesUp[gone(r)] = 0)],
  ['who gave up after starting', 'giving-up', (r) => (r.trace.gaveUp[guest(r)] = r.trace.starts[guest(r)]! + 1)],
  ['who should have given up before the start', 'giving-up', (r) => {
    const row = rowsOf(r, (i) => r.trace.starts[i]! - r.roster.joins[i]! > 4 && r.trace.region[i] === r.roster.region[i])[0]!;
    r.roster.givesUp[row] = 1;
  }],
  ['one who gave up too many in the series', 'conservation', (r) => (r.trace.left[firstIn(r.trace.left)]! += 1)],
  ['one on leave too few in the series', 'conservation', (r) => (r.trace.onLeave[firstIn(r.trace.onLeave)]! -= 1)],
  ['one between blocks too few in the series', 'conservation', (r) => (r.trace.between[firstIn(r.trace.between)]! -= 1)],
  ['a wait between blocks without a cause', 'attribution', (r) => (r.trace.betweenCauses.units[firstIn(r.trace.betweenCauses.units)] = 0)],
  ['a wait between blocks for a position', 'attribution', (r) => {
    const betweenCauses = changeUnits(r.trace.betweenCauses, (units) => {
      const at = firstIn(units);
      const cause = Math.floor(at / MONTHS) % causeCount(r.plan);
      units[at + (CAUSE.positions - cause) * MONTHS]! += units[at]!;
      units[at] = 0;
    });
    r.trace = { ...r.trace, betweenCauses };
  }],
  ['a guest who is not mobile', 'journey', (r) => (r.roster.mobile[guest(r)] = 0)],
  ['a guest who has not waited long enough', 'journey', (r) => (r.plan = { ...r.plan, patienceSteps: 1 + Math.min(...rowsOf(r, (row) => r.trace.region[row] !== r.roster.region[row]).map((row) => r.trace.starts[row]! - r.roster.joins[row]!)) })],
  ['a guest in a region that is no neighbour', 'journey', (r) => (r.plan = { ...r.plan, neighbours: { from: new Int32Array(3), values: new Int32Array(0) } })],
  ['a guest where nobody moves', 'journey', (r) => (r.plan = { ...r.plan, patienceSteps: -1 })],
  ['crowding that the room does not show', 'room', (r) => (r.plan = { ...r.plan, crowding: Int32Array.from(r.plan.crowding as Int32Array, (load) => load * 2) })],
  ['a cut that the room does not show', 'room', (r) => (r.plan = { ...r.plan, revisionChange: Int32Array.of(-120) })],
  ['a main supervisor who is not free during leave', 'room', (r) => {
    const at = r.trace.leaves - Array.from(r.trace.leaveRow.subarray(0, r.trace.leaves)).reverse().findIndex((row) => r.trace.region[row] === 0) - 1;
    r.trace.room[r.plan.mainPool[0]! * r.plan.horizon + r.trace.leaveFrom[at]!]! -= 60;
  }],
];

describe.each(['itinerary', 'step'] as const)('placing in mode %s', (mode) => {
  test('the fixture has everything that may happen, and nothing wrong', () => {
    const { plan, roster, trace } = fixture(mode);
    expect(audit(plan, roster, trace)).toEqual([]);
    expect(trace.leaves).toBeGreaterThan(5);
    for (const series of [trace.left, trace.onLeave, trace.between, trace.betweenCauses.units]) expect(firstIn(series as Int32Array)).toBeGreaterThanOrEqual(0);
    expect(guest({ plan, roster, trace })).toBeDefined();
    expect(trace.room.some((left) => left < 0)).toBe(true);
  });

  test.each(ANYHOW)('finds %s', (_, rule, tamper) => {
    const tampered = fixture(mode);
    tamper(tampered);
    expect(audit(tampered.plan, tampered.roster, tampered.trace).map((v) => v.rule)).toContain(rule);
  });

  test('finds a place reserved when a cut was known', () => {
    const { plan, roster, trace } = fixture(mode);
    const pool = plan.revisionPool[0]!;
    const full = Array.from({ length: MONTHS - 9 }, (_, i) => i + 9).filter((t) => trace.room[pool * plan.horizon + t] === 0);
    // One place less from the beginning, in the steps that were full after the cut: those who took them did so knowing of it.
    const capacity = Int32Array.from(plan.capacity as Int32Array);
    const left = trace.room.slice();
    for (const t of full.slice(-1)) {
      capacity[pool * plan.horizon + t]! -= 60;
      left[pool * plan.horizon + t]! -= 60;
    }
    expect(full.length).toBeGreaterThan(0);
    expect(audit({ ...plan, capacity }, roster, { ...trace, room: left }).map((v) => v.rule)).toContain('over-capacity');
  });
});

test('step by step: finds a block that begins before the one before has ended, and one placed after the run', () => {
  const early = fixture('step');
  const row = rowsOf(early, (i) => isPlain(early, i))[0]!;
  early.trace.stayFrom[staysOf(early, row)[1]!]! -= 1;
  early.trace.stayUntil[staysOf(early, row)[1]!]! -= 1;
  expect(audit(early.plan, early.roster, early.trace).map((v) => v.rule)).toContain('stays');
  const late = fixture('step');
  const unfinished = rowsOf(late, (i) => late.trace.completes[i] === NEVER)[0]!;
  const { trace } = late;
  const done = staysOf(late, unfinished).map((i) => trace.stayStretch[i]!);
  const next = [0, 1, 2].find((s) => !done.includes(s))!;
  [trace.stayStretch[trace.stays], trace.stayFrom[trace.stays], trace.stayUntil[trace.stays], trace.stayAgreement[trace.stays]] = [next, MONTHS, MONTHS + late.plan.stretchLength[next]! - 1, -1];
  [trace.bookingRow[trace.bookings], trace.itineraryFrom[trace.itineraries + 1]] = [unfinished, trace.stays + 1];
  trace.stays += 1;
  trace.bookings += 1;
  trace.itineraries += 1;
  expect(audit(late.plan, late.roster, trace).map((v) => v.rule)).toContain('stays');
});

test('in itineraries: finds a wait before a block that no leave came before', () => {
  const r = fixture('itinerary');
  const row = rowsOf(r, (i) => isPlain(r, i))[0]!;
  const last = staysOf(r, row).at(-1)!;
  r.trace.stayFrom[last]! += 1;
  r.trace.stayUntil[last]! += 1;
  r.trace.completes[row]! += 1;
  expect(audit(r.plan, r.roster, r.trace).map((v) => v.rule)).toContain('stays');
});

test('step by step: finds a main supervisor taken by one too many', () => {
  const { plan, roster, trace } = fixture('step');
  const pool = plan.mainPool[0]!;
  const t = Array.from({ length: MONTHS }, (_, i) => i).reduce((best, i) => (trace.room[pool * plan.horizon + i]! < trace.room[pool * plan.horizon + best]! ? i : best), 5);
  const less = trace.room[pool * plan.horizon + t]! + 60;
  const capacity = Int32Array.from(plan.capacity as Int32Array, (c, i) => (Math.floor(i / plan.horizon) === pool ? c - less : c));
  const left = trace.room.map((here, i) => (Math.floor(i / plan.horizon) === pool ? here - less : here));
  expect(audit({ ...plan, capacity }, roster, { ...trace, room: left }).map((v) => v.rule)).toContain('over-capacity');
});

test('finds no fault with what was reserved before a cut was known; finds it if the cut was known', () => {
  const plan = planOf(scenario(8, { pathways: [pathway('P', [stretch('a', 4)])], streams: [], slots: [room('R', 'a', 1)] }));
  const known = (step: number): Plan => ({
    ...plan,
    revisionKnown: Int32Array.of(step),
    revisionPool: Int32Array.of(plan.slotsPool[0]!),
    revisionFrom: Int32Array.of(3),
    revisionUntil: Int32Array.of(plan.horizon - 1),
    revisionChange: Int32Array.of(-60),
  });
  const roster = rosterOf([{ joins: 1 }]);
  const trace = run(known(2), roster);
  expect(Array.from(trace.room.subarray(0, 6))).toEqual([60, 0, 0, -60, -60, 0]);
  expect(audit(known(2), roster, trace)).toEqual([]);
  expect(audit(known(1), roster, trace).map((v) => v.at)).toEqual([{ pool: 0, step: 3, reserved: 1, room: -60 }]);
});
