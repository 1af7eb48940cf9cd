import { expect, test } from 'vitest';
import { audit } from '../../src/analysis/audit.js';
import type { Rule } from '../../src/analysis/audit.js';
import { CAUSE, NEVER, causeCount, drawRoster, run } from '../../src/engine/index.js';
import type { Plan, Roster, Trace } from '../../src/engine/index.js';
import { changeUnits } from '../support/causes.js';
import { figure, intakes, pathway, planOf, positions, region, room, scenario, stream, stretch, variant } from '../support/scenario.js';
import { staysIn, unshared } from '../support/stays.js';

const STRETCHES = [stretch('a', 2), stretch('b', 3), stretch('a', 1)];

/** Two regions that take each other's doctors, one in training from the beginning, and too little of everything. */
function fixture(): { plan: Plan; roster: Roster; trace: Trace } {
  const of = scenario(24, {
    regions: [region('N'), region('S')],
    pathways: [
      pathway('P', [], {
        orders: 'free',
        variants: [variant('v', STRETCHES), variant('w', [stretch('b', 2), stretch('a', 2)])],
        variantOf: ['N', 'S'].flatMap((r) => [{ region: r, from: 0, variant: 'v', share: figure(0.6) }, { region: r, from: 0, variant: 'w', share: figure(0.4) }]),
        intakes: intakes([1, 3, 5, 7, 9, 11], 1),
      }),
    ],
    streams: [stream('s', 'P', 'N', Array.from({ length: 24 }, () => 3), { appliedBefore: figure(0.5) })],
    slots: ['N', 'S'].flatMap((r) => [room(r, 'a', 3), room(r, 'b', 3)]),
    supervisors: [room('N', 'b', 4)],
    mainSupervisors: [{ region: 'N', from: 0, places: figure(12) }],
    positions: [0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20].flatMap((m) => [positions('N', 'P', m, 3), positions('S', 'P', m, 2)]),
    mobile: figure(0.5), applications: { appliesTo: 1, deter: 0, ownFirst: false, attraction: [] },
    initial: { queues: [{ region: 'S', pathway: 'P', stream: 's', waited: 3, number: figure(2) }], training: [{ region: 'N', variant: 'v', stream: 's', left: 4, number: figure(4) }] },
  });
  const plan = planOf(of);
  const roster = drawRoster(plan, { seed: 1, replication: 0 });
  return { plan, roster, trace: unshared(run(plan, roster)) };
}

const started = ({ roster, trace }: { roster: Roster; trace: Trace }): number => trace.starts.findIndex((t, row) => roster.initialVariant[row]! < 0 && t > 2 && t !== NEVER);
const waiting = ({ trace }: { trace: Trace }): number => trace.starts.indexOf(NEVER);
const stayOf = (trace: Trace, row: number): number => staysIn(trace, row)[0]!;

type Tamper = (run: { plan: Plan; roster: Roster; trace: Trace }) => void;
const recaused = (change: (units: Float64Array, plan: Plan) => void): Tamper => (r) => (r.trace = { ...r.trace, causes: changeUnits(r.trace.causes, (units) => { change(units, r.plan); }) });

const FAULTS: readonly (readonly [string, Rule, Tamper])[] = [
  ['a start one step late', 'stays', (r) => (r.trace.starts[started(r)]! += 1)],
  ['a whole training one step early, at no intake', 'intake', (r) => {
    const row = started(r);
    r.trace.starts[row]! -= 1;
    r.trace.completes[row]! -= 1;
  }],
  ['a completion that is not recorded', 'journey', (r) => (r.trace.completes[started(r)] = NEVER)],
  ['somebody who has not started but is employed', 'journey', (r) => (r.trace.region[waiting(r)] = 0)],
  ['a doctor employed in a region not sought', 'journey', (r) => {
    const row = r.trace.starts.findIndex((t, i) => t !== NEVER && r.roster.mobile[i] === 0 && r.roster.initialVariant[i]! < 0);
    r.trace.region[row] = 1 - r.trace.region[row]!;
  }],
  ['another variant than the one drawn', 'journey', (r) => {
    const row = started(r);
    r.trace.variant[row] = 1 - r.trace.variant[row]!;
  }],
  ['the training of one who was there from the beginning, longer', 'journey', (r) => (r.trace.completes[0]! += 1)],
  ['a stay one step late', 'stays', (r) => {
    const i = stayOf(r.trace, started(r));
    r.trace.stayFrom[i]! += 1;
    r.trace.stayUntil[i]! += 1;
  }],
  ['a block cut short by a step', 'stays', (r) => (r.trace.stayUntil[stayOf(r.trace, started(r))]! -= 1)],
  ['a block done twice', 'stays', (r) => (r.trace.stayStretch[stayOf(r.trace, started(r)) + 1] = r.trace.stayStretch[stayOf(r.trace, started(r))]!)],
  ['a stay of another doctor', 'stays', (r) => (r.trace.bookingRow[r.trace.bookingRow.indexOf(started(r))] = waiting(r))],
  ['stays of nobody', 'stays', (r) => (r.trace.bookingRow[r.trace.bookingRow.indexOf(started(r))] = -1)],
  ['an itinerary that is not there', 'stays', (r) => (r.trace.bookingItinerary[0] = r.trace.itineraries)],
  ['an itinerary reserved twice', 'stays', (r) => {
    r.trace.bookingRow[r.trace.bookings] = started(r);
    r.trace.bookingItinerary[r.trace.bookings] = r.trace.bookingRow.indexOf(started(r));
    r.trace.bookings += 1;
  }],
  ['a last stay that is lost', 'stays', (r) => (r.trace.itineraryFrom[r.trace.itineraries]! -= 1)],
  ['a last stay that is in no itinerary', 'stays', (r) => (r.trace.stays += 1)],
  ['a last booking that is lost', 'stays', (r) => (r.trace.bookings -= 1)],
  ['a stay in another region than the employer’s, where nothing is agreed', 'exchange', (r) => {
    const i = stayOf(r.trace, started(r));
    r.trace.stayRegion[i] = 1 - r.trace.stayRegion[i]!;
  }],
  ['a stay by an agreement, where there is none', 'exchange', (r) => (r.trace.stayAgreement[stayOf(r.trace, started(r))] = 0)],
  ['who joins in another step than arrived', 'chain', (r) => (r.trace = { ...r.trace, joins: r.trace.joins.map((step, row) => (row === waiting(r) ? step - 1 : step)) })],
  ['who joins the queue of another region', 'chain', (r) => (r.trace = { ...r.trace, home: r.trace.home.map((home, row) => (row === waiting(r) ? 1 - home : home)) })],
  ['a pass where there is no gate', 'gate', (r) => (r.trace.passed[started(r)] = 5)],
  ['a doctor recruited before the licence, where nobody is', 'promise', (r) => (r.trace.recruited[started(r)] = 0)],
  ['a promise lost, where none is made', 'promise', (r) => (r.trace.lost[waiting(r)] = 0)],
  ['a stay past the horizon', 'stays', (r) => (r.trace.stayUntil[stayOf(r.trace, started(r))] = r.plan.horizon)],
  ['one more place in use than recorded', 'room', (r) => (r.trace.room[5]! += 60)],
  ['room past the end of the run', 'room', (r) => (r.trace.room[r.plan.horizon - 1]! -= 60)],
  ['a queue one too long', 'conservation', (r) => (r.trace.queue[7]! += 1)],
  ['an arrival that is not counted', 'conservation', (r) => (r.trace.arrived[1]! -= 1)],
  ['somebody in training too many', 'conservation', (r) => (r.trace.training[9]! += 1)],
  ['a start too many', 'conservation', (r) => (r.trace.started[2]! += 1)],
  ['a completion too few', 'conservation', (r) => (r.trace.completed[r.trace.completed.findIndex((n) => n > 0)]! -= 1)],
  ['a queue that is not the sum of waits', 'little', (r) => (r.trace.queue[7]! += 1)],
  ['a cause that is dropped', 'attribution', recaused((units) => (units[units.findIndex((n) => n > 0)] = 0))],
  ['a cause below zero', 'attribution', recaused((units, { steps }) => {
    const at = units.findIndex((n) => n > 0);
    units[at]! += 1;
    units[at + steps]! -= 1;
  })],
  ['waiting for an intake booked on positions', 'awaiting-intake', recaused((units, plan) => {
    const at = units.findIndex((n, i) => n > 0 && Math.floor(i / plan.steps) % causeCount(plan) === CAUSE.awaitingIntake);
    units[at + plan.steps]! += units[at]!;
    units[at] = 0;
  })],
  ['causes of one kind that two share', 'attribution', (r) => {
    const { lineOf } = r.trace.causes;
    lineOf[lineOf.indexOf(-1)] = 0;
  }],
  ['causes that are not there', 'attribution', (r) => (r.trace.causes.lineOf[0] = 1000)],
];

test('the fixture has guests, overrun, queues, and nothing wrong', () => {
  const { plan, roster, trace } = fixture();
  expect(audit(plan, roster, trace)).toEqual([]);
  expect(trace.room.some((room) => room < 0)).toBe(true);
  expect(trace.region.some((r, row) => r >= 0 && r !== roster.region[row])).toBe(true);
  expect(trace.starts.some((t) => t === NEVER)).toBe(true);
});

test.each(FAULTS)('finds %s', (_, rule, tamper) => {
  const tampered = fixture();
  tamper(tampered);
  expect(audit(tampered.plan, tampered.roster, tampered.trace).map((v) => v.rule)).toContain(rule);
});

test('finds one doctor over capacity, even where those in training from the beginning ran over already', () => {
  const { plan, roster, trace } = fixture();
  const used = new Int32Array(plan.capacity.length).map((_, i) => plan.capacity[i]! - trace.room[i]!);
  const pool = plan.slotsPool[0]!;
  for (const step of [0, 12]) {
    const capacity = Int32Array.from({ length: plan.capacity.length }, (_, i) => plan.capacity[i]!);
    const at = pool * plan.horizon + step;
    capacity[at] = used[at]! - 60;
    const less = { ...plan, capacity };
    const matching = { ...trace, room: trace.room.map((room, i) => (i === at ? -60 : room)) };
    const found = audit(less, roster, matching);
    expect(found.map((v) => v.rule)).toEqual(['over-capacity']);
    expect(found[0]!.at).toMatchObject({ pool, step });
  }
});

test('finds positions exceeded', () => {
  const { plan, roster, trace } = fixture();
  const [pool, t] = [plan.positionsPool[0]!, trace.fillable.findIndex((n, i) => n > 0 && trace.room[plan.positionsPool[0]! * plan.horizon + i] === 0)];
  const at = pool * plan.horizon + t;
  const capacity = Int32Array.from({ length: plan.capacity.length }, (_, i) => plan.capacity[i]! - (i === at ? 60 : 0));
  trace.room[at]! -= 60;
  trace.opened[t]! -= 1;
  trace.fillable[t]! -= 1;
  expect(audit({ ...plan, capacity }, roster, trace).map((v) => v.rule)).toEqual(['positions', 'over-capacity']);
});

test('finds an order that is not allowed, though every block is done for its length', () => {
  const { plan, roster, trace } = fixture();
  const row = trace.variant.findIndex((v, i) => v === 0 && roster.initialVariant[i]! < 0);
  const [first, second] = staysIn(trace, row).map((i) => trace.stayStretch[i]!);
  const from = Int32Array.from({ length: plan.stretchBlock.length + 1 }, (_, s) => (s > first! ? 1 : 0));
  const stretchAfter = { from, values: Int32Array.of(second!) };
  expect(audit({ ...plan, stretchAfter }, roster, trace).map((v) => v.rule)).toContain('stays');
});

test('finds who started before the closing date let them', () => {
  const { plan, roster, trace } = fixture();
  const appliedBefore = roster.appliedBefore.map((was, row) => (trace.starts[row] === roster.joins[row] ? 0 : was));
  expect(audit(plan, { ...roster, appliedBefore }, trace).map((v) => v.rule)).toContain('intake');
});
