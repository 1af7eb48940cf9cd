import { expect, test } from 'vitest';
import { audit } from '../../src/analysis/audit.js';
import type { Rule } from '../../src/analysis/audit.js';
import { NEVER, drawRoster, run } from '../../src/engine/index.js';
import type { Gate, Plan, Roster, Trace } from '../../src/engine/index.js';
import type { Rule as Decision } from '../../src/engine/index.js';
import type { PlanForm, RosterForm } from '../../src/model/index.js';
import { layPlan } from '../../src/study/replay/lay-plan.js';
import { layRoster } from '../../src/study/replay/lay-roster.js';
import { horizonOf } from '../../src/study/replay/lengths.js';
import { fixed, planOf, rosterOf, slots } from '../oracles/worked/forms.js';
import { changeUnits } from '../support/causes.js';
import { pathway, planOf as compiled, positions, scenario, stream, stretch } from '../support/scenario.js';

interface Run {
  plan: Plan;
  roster: Roster;
  trace: Trace;
}
type Tamper = (run: Run) => void;
type Fault = readonly [string, Rule, Tamper];

/** A run of a plan and roster as they could come from elsewhere. */
function played(form: PlanForm, rosterForm: RosterForm): Run {
  const { roster } = layRoster(rosterForm, form);
  const plan = layPlan(form, horizonOf(rosterForm, form), 1);
  return { plan, roster, trace: run(plan, roster) };
}

/** Every fault is found, and without it there is nothing to find. */
function finds(name: string, of: () => Run, faults: readonly Fault[]): void {
  test(`${name}: nothing is wrong`, () => {
    const { plan, roster, trace } = of();
    expect(audit(plan, roster, trace)).toEqual([]);
  });
  test.each(faults)(`${name}: finds %s`, (_, rule, tamper) => {
    const tampered = of();
    tamper(tampered);
    expect(audit(tampered.plan, tampered.roster, tampered.trace).map((v) => v.rule)).toContain(rule);
  });
}

const roomAt = ({ plan, trace }: Run, pool: number, t: number, change: number): number => (trace.room[pool * plan.horizon + t]! += change);

/** One place less of a pool, known from the beginning and seen in the room that is left. */
function cut(r: Run, pool: number, places: number): void {
  const mine = (i: number): boolean => Math.floor(i / r.plan.horizon) === pool;
  r.plan = { ...r.plan, capacity: Int32Array.from(r.plan.capacity as Int32Array, (n, i) => (mine(i) ? n - places : n)) };
  r.trace = { ...r.trace, room: r.trace.room.map((n, i) => (mine(i) ? n - places : n)) };
}

const set = (changes: Partial<Plan>): Tamper => (r) => (r.plan = { ...r.plan, ...changes });
const ROOM = slots('R', { a: 9, b: 9 });
const TWO = fixed({ a: 2 });

const gate = (more: Partial<NonNullable<PlanForm['gates']>[number]>): Partial<PlanForm> => ({ gates: [{ pathway: 'AT', min_steps: 2, sittings: [{ step: 2, seats: 1 }, { step: 3, seats: 1 }], ...more }] });
const another = (change: Partial<Gate>): Tamper => (r) => (r.plan = { ...r.plan, gates: r.plan.gates.map((one) => ({ ...one, ...change })) });

finds('two at a gate with one seat a time', () => played(planOf(5, TWO, ROOM, gate({})), rosterOf({}, {})), [
  ['more at a sitting than there are seats', 'gate', (r) => (r.trace.passed[1] = 2)],
  ['a seat that goes to the later rank', 'gate', (r) => r.trace.passed.set([3, 2])],
  ['a pass that is lost', 'gate', (r) => (r.trace.passed[0] = NEVER)],
  ['a pass at an attempt that fails', 'gate', (r) => (r.roster.fails[0] = 1)],
  ['who has served too little', 'gate', another({ served: 3 })],
  ['a pass where there was no sitting', 'gate', another({ seats: Int32Array.of(-1, -1, -1, 1, 1) })],
]);
finds('a gate that asks for a step of every block', () => played(planOf(5, fixed({ a: 2, b: 2 }), ROOM, gate({})), rosterOf({})), [
  ['who has served enough, but nothing of b', 'gate', (r) => (r.trace.passed[0] = 2)],
]);
finds('a gate for whose training has been made longer', () => played(planOf(6, TWO, ROOM, gate({ sittings: [{ step: 4 }] })), rosterOf({ initial: { left: [3] }, leaves: [{ after: 1, length: 1 }] })), [
  ['a pass that is lost', 'gate', (r) => (r.trace.passed[0] = NEVER)],
]);
finds('a gate for who was in training when the run began', () => played(planOf(4, fixed({ a: 4 }), ROOM, gate({ min_steps: 3, sittings: [{ step: 0 }, { step: 1 }] })), rosterOf({ initial: { left: [1] } }, { initial: { left: [2] } })), [
  ['who had not served enough before the run', 'gate', (r) => (r.trace.passed[1] = 0)],
]);

const led = (more = {}): Run => played(planOf(9, TWO, ROOM, gate({ processing: 2, ...more })), rosterOf({ then: { delay: 1 } }));
finds('a pathway that follows upon completion', () => led(), [
  ['who joins it a step early', 'chain', (r) => (r.trace.joins[1]! -= 1)],
  ['who never joins it', 'chain', (r) => (r.trace.joins[1] = NEVER)],
  ['who joins it in another region than where employed', 'chain', (r) => (r.trace.home[1] = 1)],
  ['who should have waited for the licence', 'chain', another({ isRequired: true })],
]);
finds('a pathway that follows upon the licence', () => led({ required: true }), [
  ['a licence without the time that it takes', 'chain', another({ processing: 0 })],
  ['who joins it though the gate was never passed', 'chain', (r) => (r.trace.passed[0] = NEVER)],
]);

const GAPS = fixed({ a: 1, b: 1 }, { longest: 4, st_post: true });
const gapped = (leaves: { after: number; length: number }[] = []): Run =>
  played(planOf(8, GAPS, [...slots('R', { a: 1, b: [0, 0, 1] }), { region: 'R', kind: 'st', capacity: 1 }]), rosterOf({ leaves }, {}));
const away = (r: Run, t: number): Run => {
  expect(r.trace.onLeave[t]).toBe(1);
  return r;
};
finds('a form with gaps and an ST post', gapped, [
  ['a gap that takes longer than the form may', 'stays', set({ variantLongest: Int32Array.of(2) })],
  ['a gap in a form that has none', 'stays', set({ variantLongest: Int32Array.of(0) })],
  ['a gap in which nobody is between blocks', 'conservation', (r) => (r.trace.between[1] = 0)],
  ['a gap that is booked as a wait', 'attribution', (r) => (r.trace = { ...r.trace, betweenCauses: changeUnits(r.trace.betweenCauses, (units) => units.fill(27_720, 3 * 8 + 1, 3 * 8 + 2)) })],
  ['an ST post that is free in a gap', 'room', (r) => roomAt(r, r.plan.stPool[0]!, 1, 60)],
  ['an ST post taken by one too many', 'over-capacity', (r) => cut(r, r.plan.stPool[0]!, 60)],
]);
finds('an ST post in leave', () => away(gapped([{ after: 1, length: 3 }]), 2), [
  ['one that is free then', 'room', (r) => roomAt(r, r.plan.stPool[0]!, 2, 60)],
]);

finds('a form without intake', () => played(planOf(4, { ...TWO, needs_intake: false }, ROOM, { intakes: [] }), rosterOf({ arrive: 1 })), [
  ['a start at no intake, where one is needed', 'intake', set({ variantNeedsIntake: Int32Array.of(1) })],
]);
finds('a form without position', () => played(planOf(4, { ...TWO, needs_position: false }, ROOM, { intakes: [{ region: 'R', pathway: 'AT', steps: [0], positions: 1 }] }), rosterOf({}, {})), [
  ['positions used up twice, where they are needed', 'positions', set({ variantNeedsPosition: Int32Array.of(1) })],
]);
const BOTH = ['R', 'Q'].map((region, i) => ({ region, pathway: 'AT', steps: 'all' as const, positions: i }));
finds('a guest', () => played(planOf(4, TWO, slots('Q', { a: 1 }), { intakes: BOTH }), rosterOf({ seeks: ['Q'] })), [
  ['a move into a form without position', 'journey', set({ variantNeedsPosition: Int32Array.of(0) })],
]);

const AGREED = { exchange: [{ home: 'R', host: 'Q', block: 'a', number: 1, from: 0, until: 9 }] };
finds('a block with a host', () => played(planOf(6, TWO, slots('Q', { a: 5 }), AGREED), rosterOf({}, {})), [
  ['a block elsewhere without agreement', 'exchange', (r) => (r.trace.stayAgreement[0] = -1)],
  ['an agreement for a block at home', 'exchange', (r) => (r.trace.stayRegion[0] = 0)],
  ['an agreement of other blocks', 'exchange', (r) => (r.plan = { ...r.plan, agreements: { from: new Int32Array(r.plan.agreements.from.length), values: new Int32Array(0) } })],
  ['a step outside the dates', 'exchange', (r) => (r.plan = { ...r.plan, agreementNumber: Int32Array.from(r.plan.agreementNumber as Int32Array, (n, t) => (t === 1 ? 0 : n)) })],
  ['more blocks at a time than agreed', 'exchange', (r) => (r.plan = { ...r.plan, agreementNumber: new Int32Array(r.plan.horizon) })],
  ['a slot at the host that is not taken', 'room', (r) => roomAt(r, r.plan.slotsPool[1]!, 0, 1)],
  ['a host without room', 'over-capacity', (r) => cut(r, r.plan.slotsPool[1]!, 5)],
]);

const keeping = (carry: boolean): Run => played(planOf(6, fixed({ a: 1 }), ROOM, { intakes: [{ region: 'R', pathway: 'AT', steps: [0, 2, 4], positions: 3, fillable: 2, carry }] }), rosterOf({}, { arrive: 2 }, { arrive: 2 }));
finds('positions that are kept', () => keeping(true), [
  ['more opened than planned', 'positions', (r) => (r.trace.opened[2]! += 1)],
  ['kept ones that are forgotten', 'positions', (r) => (r.trace.carried[2] = 0)],
  ['a no-show whose position is filled', 'positions', (r) => (r.trace.fillable[2]! += 1)],
  ['positions kept where they lapse', 'positions', set({ carries: new Int32Array(2) })],
]);
finds('positions that lapse', () => keeping(false), [
  ['positions that lapse where they are kept', 'positions', set({ carries: new Int32Array(2).fill(1) })],
  ['more starts than can be filled', 'positions', (r) => (r.roster = { ...r.roster, given: { ...r.roster.given!, fillable: { from: r.roster.given!.fillable.from, values: new Int32Array(r.roster.given!.fillable.values.length) } } })],
]);

const ruled = (reads: 'queue' | 'class' | 'vacant', above: number): Run =>
  played(
    planOf(8, fixed({ a: 1 }), ROOM, { intakes: [{ region: 'R', pathway: 'AT', steps: 'all', positions: 1 }], decide: [{ region: 'R', pathway: 'AT', steps: [2], lead: 2, floor: 0, ceiling: 3, year: 2, lines: [{ reads, above, change: 2 }] }] }),
    reads === 'vacant' ? rosterOf({ arrive: 1 }) : rosterOf(...[1, 1, 1].map((arrive) => ({ arrive }))),
  );
const decided = (change: Partial<Decision>): Tamper => (r) => (r.plan = { ...r.plan, rules: r.plan.rules.map((one) => ({ ...one, ...change })) });
const above = (number: number): Tamper => (r) => decided({ lines: r.plan.rules[0]!.lines.map((line) => ({ ...line, above: number })) })(r);
finds('positions by the queue', () => ruled('queue', 0), [
  ['a decision for a queue that was not as long', 'positions', above(1)],
  ['a decision in force too early', 'positions', decided({ lead: 3 })],
  ['more than the ceiling', 'positions', decided({ ceiling: 2 })],
  ['fewer than the floor', 'positions', decided({ floor: 4, ceiling: 4 })],
  ['a number nobody decided', 'positions', (r) => (r.trace.opened[6] = 1)],
]);
finds('positions by the class', () => ruled('class', 2), [
  ['a decision for a class that was not as large', 'positions', above(3)],
  ['a class of too short a time', 'positions', decided({ year: 1 })],
]);
finds('positions by the vacancies', () => ruled('vacant', 0), [['a decision for vacancies that were not as many', 'positions', above(1)]]);

const drawn = (): Run => {
  const of = scenario(12, { pathways: [pathway('P', [stretch('a', 1)])], streams: [stream('s', 'P', 'R', [9, 9])], unlimitedSlots: ['a'], positions: [0, 1, 2, 3].map((month) => positions('R', 'P', month, 6)) });
  const plan = { ...compiled(of), offerHolds: Float64Array.of(2 ** 31), overOffer: Int32Array.of(200), reserveOffers: Int32Array.of(1) };
  const roster = drawRoster(plan, { seed: 1, replication: 0 });
  return { plan, roster, trace: run(plan, roster) };
};
finds('offers that may not hold', drawn, [
  ['one more that is filled', 'positions', (r) => (r.trace.fillable[1]! += 1)],
  ['offers beyond the positions that were not made', 'positions', set({ overOffer: Int32Array.of(2000) })],
  ['a reserve list that was not asked', 'positions', set({ reserveOffers: Int32Array.of(9) })],
]);

const promised = (arrive: number, late: number): Run =>
  played(planOf(8, TWO, ROOM, { settings: { window: 2 }, intakes: [{ region: 'R', pathway: 'AT', steps: [1, 6], positions: 1 }] }), rosterOf({ arrive, late, applied: true }));
finds('a doctor recruited before the licence', () => promised(3, 1), [
  ['who did not apply before', 'promise', (r) => (r.roster.appliedBefore[0] = 0)],
  ['who comes after the window', 'promise', set({ windowSteps: Int32Array.of(1) })],
  ['a promise at no intake', 'promise', (r) => (r.trace.recruited[0] = 2)],
  ['a start at no intake without a promise', 'intake', (r) => (r.trace.recruited[0] = NEVER)],
  ['a promise by a form without intake', 'promise', set({ variantNeedsIntake: Int32Array.of(0) })],
  ['a promise kept and lost', 'promise', (r) => (r.trace.lost[0] = 1)],
]);
finds('a promise lost', () => promised(5, 3), [
  ['a position that is not used up by it', 'room', (r) => (r.trace.lost[0] = NEVER)],
  ['one lost at no intake', 'promise', (r) => (r.trace.lost[0] = 2)],
  ['one lost though the licence came in the window', 'promise', set({ windowSteps: Int32Array.of(4) })],
  ['one given though nobody expected the licence in the window', 'promise', (r) => (r.roster.late[0] = 1)],
]);

const LOCUMS = { locum: [{ region: 'R', block: 'a', load: 1 }], intakes: [{ region: 'R', pathway: 'AT', steps: [0, 3], positions: 1 }] };
finds('locums', () => played(planOf(6, TWO, [...ROOM, { region: 'R', kind: 'supervisors', block: 'a', capacity: 3 }], LOCUMS), rosterOf({}, {})), [
  ['a load that is not taken', 'room', (r) => roomAt(r, r.plan.supervisorsPool[0]!, 1, 1)],
  ['another load for each who waits', 'room', set({ locumLoad: Int32Array.of(2) })],
  ['supervisors reserved though locums have them all', 'over-capacity', (r) => {
    r.plan = { ...r.plan, locumLoad: Int32Array.of(3) };
    for (const t of [1, 2, 3]) roomAt(r, r.plan.supervisorsPool[0]!, t, -2);
  }],
]);
