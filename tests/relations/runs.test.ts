import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NEVER, POOL_KINDS, drawRoster, fingerprint, simulate, toHex } from '../../src/engine/index.js';
import type { Plan, Roster, Trace } from '../../src/engine/index.js';
import type { Column } from '../../src/base/index.js';
import type { Scenario } from '../../src/model/scenario.js';
import { anyScenario, diceOf } from '../support/arbitraries.js';
import type { Dice } from '../support/arbitraries.js';
import { columnOf } from '../support/causes.js';
import { runAudited } from '../support/plan.js';
import { cases } from '../support/random.js';
import { figure, planOf } from '../support/scenario.js';
import { listStays } from '../support/stays.js';

function overScenarios(check: (scenario: Scenario, dice: Dice) => void): void {
  fc.assert(
    fc.property(fc.gen(), (g) => {
      const dice = diceOf(g);
      check(anyScenario(dice), dice);
    }),
    { numRuns: cases(200) },
  );
}

const KEY = { seed: 5, replication: 0 };

function printOf(plan: Plan, replication: number): string {
  return toHex(fingerprint(drawRoster(plan, { seed: 5, replication }), simulate(plan, { seed: 5, replication })));
}

const nameOf = (roster: Roster, row: number): string => `${roster.stream[row]} ${roster.cohort[row]} ${roster.ordinal[row]} ${roster.pathway[row]}`;

/** What became of each doctor before a step, by identity: joining, start, completion, region, variant, passes, stays. */
function livesOf(roster: Roster, trace: Trace, who: (row: number) => boolean, name: (row: number) => string = (row) => nameOf(roster, row), before = Infinity): Map<string, string> {
  const stays: string[] = Array.from({ length: roster.rows }, () => '');
  for (const { row, stretch, from, until } of listStays(trace)) if (from < before) stays[row]! += `${stretch}@${from}–${Math.min(until, before - 1)} `;
  for (let i = 0; i < trace.leaves; i++) if (trace.leaveFrom[i]! < before) stays[trace.leaveRow[i]!]! += `away@${trace.leaveFrom[i]}–${Math.min(trace.leaveUntil[i]!, before - 1)} `;
  const lives = new Map<string, string>();
  for (let row = 0; row < roster.rows; row++) {
    const ends = trace.completes[row]! < before ? trace.completes[row] : 'later';
    if (who(row)) lives.set(name(row), [trace.joins[row], trace.starts[row], ends, trace.variant[row], trace.passes[row], stays[row]].join(' '));
  }
  expect(lives.size).toBe(Array.from({ length: roster.rows }, (_, row) => row).filter(who).length);
  return lives;
}

test('1 and 3: the same replication is the same whatever ran before it, and in whatever order', () => {
  overScenarios((scenario, dice) => {
    const plan = planOf(scenario);
    const forward = [0, 1, 2].map((replication) => printOf(plan, replication));
    simulate(planOf(anyScenario(dice)), KEY);
    const again = planOf(structuredClone(scenario));
    expect([2, 1, 0].map((replication) => printOf(again, replication)).reverse()).toEqual(forward);
  });
});

test('7, longer horizon: everything up to the old end is the same, also what was reserved beyond it', () => {
  overScenarios((drawn, dice) => {
    const further = dice.whole(1, 14);
    // What is reserved stands for good when all is reserved at the start and nobody goes on leave.
    const isSettled = dice.once(2);
    const scenario: Scenario = isSettled ? { ...drawn, mode: 'itinerary', streams: drawn.streams.map((s) => ({ ...s, leaves: [] })) } : drawn;
    const plan = planOf(scenario);
    const longer = planOf({ ...scenario, time: { ...scenario.time, to: scenario.time.to + further } });
    const [roster, more] = [drawRoster(plan, KEY), drawRoster(longer, KEY)];
    const [trace, then] = [runAudited(plan, roster), runAudited(longer, more)];
    const until = isSettled ? Infinity : plan.steps;
    const within = livesOf(roster, trace, (row) => trace.starts[row]! < plan.steps, undefined, until);
    const same = livesOf(more, then, (row) => then.starts[row]! < plan.steps, undefined, until);
    expect(same).toEqual(within);
    for (const column of ['queue', 'arrived', 'left', 'training', 'between', 'onLeave', 'started', 'completed', 'causes', 'betweenCauses', 'sole'] as const) {
      const [known, now] = [trace, then].map((of) => columnOf(of, column));
      const rows = known!.length / plan.steps;
      for (let i = 0; i < rows; i++) {
        expect(Array.from(now!.subarray(i * longer.steps, i * longer.steps + plan.steps))).toEqual(Array.from(known!.subarray(i * plan.steps, (i + 1) * plan.steps)));
      }
    }
  });
});

test('9, scale: arrivals, slots, supervisors, positions and those already there k times, every count k times (first-fit)', () => {
  overScenarios((scenario, dice) => {
    const k = dice.whole(2, 3);
    // Rules read numbers that would be k times as large, and offers beyond the positions are so many, not so many times.
    const simple = { ...scenario, choice: 'first-fit', discipline: 'longest-wait', strict: false, passLimit: null, offers: [], decisions: [] } as const;
    const drawn = planOf({ ...simple, applications: { ...scenario.applications, appliesTo: 0 } });
    // Needs and capacities in whole places: half a place left over would be a whole one in twice as much.
    const whole = (column: Column): Int32Array => Int32Array.from({ length: column.length }, (_, i) => 60 * Math.ceil(column[i]! / 60));
    const one = (column: Column): Int32Array => whole(column).map((n) => Math.min(n, 60));
    const plan = {
      ...drawn,
      capacity: whole(drawn.capacity),
      stretchSlots: one(drawn.stretchSlots),
      stretchLoad: one(drawn.stretchLoad),
      variantMainLoad: one(drawn.variantMainLoad),
      locumLoad: one(drawn.locumLoad),
    };
    const roster = drawRoster(plan, KEY);
    const times = {
      ...plan,
      capacity: Int32Array.from({ length: plan.capacity.length }, (_, i) => plan.capacity[i]! * k),
      agreementNumber: Int32Array.from({ length: plan.agreementNumber.length }, (_, i) => plan.agreementNumber[i]! * k),
      gates: plan.gates.map((gate) => ({ ...gate, seats: Int32Array.from({ length: gate.seats.length }, (_, t) => seatsTimes(gate.seats[t]!, k)) })),
    };
    const trace = runAudited(plan, roster);
    const larger = runAudited(times, repeat(roster, k));
    for (const column of ['queue', 'arrived', 'left', 'training', 'between', 'onLeave', 'started', 'completed', 'causes', 'betweenCauses'] as const) {
      expect(Array.from(columnOf(larger, column))).toEqual(Array.from(columnOf(trace, column), (n) => n * k));
    }
    expect(Array.from(larger.room)).toEqual(Array.from(trace.room, (n) => n * k));
  });
});

/** The seats of a sitting k times; no sitting and no limit stay so. */
const seatsTimes = (seats: number, k: number): number => (seats < 0 || seats === NEVER ? seats : seats * k);

/** Every doctor k times, next to each other in rank. */
function repeat(roster: Roster, k: number): Roster {
  const times = (column: Int32Array, width: number): Int32Array => Int32Array.from({ length: column.length * k }, (_, i) => column[Math.floor(i / (width * k)) * width + (i % width)]!);
  const columns = Object.entries(roster).flatMap(([name, column]) => (column instanceof Int32Array ? [[name, times(column, name.startsWith('leave') ? Math.max(1, roster.leaves) : 1)]] : []));
  const then = Int32Array.from({ length: roster.rows * k }, (_, i) => (roster.then[Math.floor(i / k)]! < 0 ? -1 : roster.then[Math.floor(i / k)]! * k + (i % k)));
  return { ...roster, ...(Object.fromEntries(columns) as Partial<Roster>), then, rows: roster.rows * k };
}

test('20, idle pool: one that never lacked is raised, and nothing changes (first-fit)', () => {
  let idle = 0;
  overScenarios((scenario, dice) => {
    // A pool's room is known at the end; what a leave gave back, or a main supervisor or an ST post held without end, may have lacked before.
    const plan = planOf({ ...scenario, choice: 'first-fit', mainSupervisors: scenario.mode === 'step' ? [] : scenario.mainSupervisors, streams: scenario.streams.map((s) => ({ ...s, leaves: [] })) });
    const roster = drawRoster(plan, KEY);
    const trace = runAudited(plan, roster);
    const most = Math.max(60, ...Array.from(plan.stretchSlots as ArrayLike<number>), ...Array.from(plan.stretchLoad as ArrayLike<number>));
    for (let pool = 0; pool < plan.pools; pool++) {
      const of = pool * plan.horizon;
      const isRoomy = trace.room.subarray(of, of + plan.horizon).every((room) => room >= most);
      const isHeldOn = scenario.mode === 'step' && POOL_KINDS[plan.poolKind[pool]!] === 'st-posts';
      if (!isRoomy || isHeldOn || dice.once(2)) continue;
      idle += 1;
      const capacity = Int32Array.from({ length: plan.capacity.length }, (_, i) => plan.capacity[i]! + (i >= of && i < of + plan.horizon ? 60 * (1 + (i % 7)) : 0));
      expect(toHex(fingerprint(roster, runAudited({ ...plan, capacity }, roster)))).toBe(toHex(fingerprint(roster, trace)));
    }
  });
  expect(idle).toBeGreaterThan(50);
});

/** Nothing goes between regions: no applications, no hosts, no later pathway elsewhere, no seats to compete for; every stream and everybody already there of one region. */
function uncouple(scenario: Scenario): Scenario {
  const regions = scenario.regions.map((r) => r.id);
  const streams = regions.flatMap((r) => scenario.streams.map((s) => ({ ...s, id: `${s.id}-${r}`, home: [{ university: '', region: r, share: figure(1) }] })));
  const own = <T extends { readonly region: string; readonly stream: string }>(row: T): T => ({ ...row, stream: `${row.stream}-${row.region}` });
  const { queues, training } = scenario.initial;
  const pathways = scenario.pathways.map((p) => ({
    ...p,
    gate: p.gate && { ...p.gate, sittings: p.gate.sittings.map(({ month }) => ({ month, seats: null })) },
    then: p.then.map((row) => ({ ...row, region: null })),
  }));
  return { ...scenario, streams, pathways, exchange: [], mobility: null, applications: { ...scenario.applications, appliesTo: 0 }, initial: { queues: queues.map(own), training: training.map(own) } };
}

function without(scenario: Scenario, gone: string): Scenario {
  const stays = (row: { readonly region: string }): boolean => row.region !== gone;
  return {
    ...scenario,
    regions: scenario.regions.filter((r) => r.id !== gone),
    streams: scenario.streams.filter((s) => s.home[0]!.region !== gone),
    positions: scenario.positions?.filter(stays) ?? null,
    slots: scenario.slots.filter(stays),
    supervisors: scenario.supervisors.filter(stays),
    mainSupervisors: scenario.mainSupervisors.filter(stays),
    stPosts: scenario.stPosts.filter(stays),
    locum: scenario.locum.filter(stays),
    offers: scenario.offers.filter(stays),
    decisions: scenario.decisions.filter(stays),
    initial: { queues: scenario.initial.queues.filter(stays), training: scenario.initial.training.filter(stays) },
  };
}

test('22, uncoupled parts: a region is removed, and the doctors of the others live the same lives, one by one', () => {
  overScenarios((drawn, dice) => {
    if (drawn.regions.length < 2) return;
    const whole = uncouple(drawn);
    const gone = dice.one(whole.regions).id;
    const part = without(whole, gone);
    const [plan, less] = [planOf(whole), planOf(part)];
    const [roster, rest] = [drawRoster(plan, KEY), drawRoster(less, KEY)];
    const [trace, then] = [runAudited(plan, roster), runAudited(less, rest)];
    const ids = (of: Scenario): string[] => of.streams.map((s) => s.id).sort();
    const named = (of: Scenario, r: Roster) => (row: number): string => `${ids(of)[r.stream[row]!]} ${r.cohort[row]} ${r.ordinal[row]} ${r.pathway[row]}`;
    const stayed = livesOf(roster, trace, (row) => !ids(whole)[roster.stream[row]!]!.endsWith(`-${gone}`), named(whole, roster));
    expect(livesOf(rest, then, () => true, named(part, rest))).toEqual(stayed);
  });
});
