import type { LegRecord, PlanForm, RecordsForm, RosterForm, SeriesName } from '../../../src/study/dump/form.js';
import { explained } from './explaining.js';
import { sit } from './gates.js';
import { chosen, reserve, searchFor } from './placing.js';
import { capacityAt, crowdingAt, heldAt } from './pool.js';
import { decide } from './positions.js';
import { starts } from './starts.js';
import { ends, inTraining, stayAt } from './training.js';
import { byRank, gateOf, needsIntake, poolIn, variantIn, variantOf, worldOf, type Doctor, type Opening, type World } from './world.js';

/** The second engine: what becomes of everybody in a plan, step by step as MODEL 2 says, slowly. */
export function referenceRun(plan: PlanForm, roster: RosterForm): RecordsForm {
  const world = worldOf(plan, roster);
  const series: Record<SeriesName, number[]> = { queue: [], in_block: [], between: [], on_leave: [], completed: [], left: [], arrived: [] };
  const overruns: RecordsForm['overruns'][number][] = [];
  const vacant: RecordsForm['vacant'][number][] = [];
  for (const doctor of world.doctors) if (doctor.leg.initial !== undefined) inTraining(world, doctor);
  for (let t = 0; t < plan.steps; t++) {
    for (const doctor of world.doctors) ends(doctor, t);
    sit(world, t);
    if (t > 0) locums(world, t);
    for (const doctor of world.doctors) arrives(world, doctor, t);
    for (const doctor of world.doctors) givesUp(doctor, t);
    continues(world, t);
    vacant.push(...left(t, starts(world, t)));
    for (const doctor of world.doctors) waits(doctor);
    for (const [name, numbers] of Object.entries(series)) numbers.push(world.doctors.filter((doctor) => counts[name as SeriesName](doctor, t)).length);
    overruns.push(...over(world, t));
    decide(world, t);
  }
  return { doctors: roster.doctors.map((form) => recordOf(world, form)), series, overruns, vacant };
}

/** Those in the queue work as locums meanwhile, and load supervisors in this step alone (3.14). Nobody has come or gone since the last record. */
function locums(world: World, t: number): void {
  for (const { region, block, load, pathways } of world.plan.locum ?? []) {
    const queue = world.doctors.filter(({ state, home, leg }) => state === 'queue' && home === region && (pathways === undefined || pathways.includes(leg.pathway)));
    poolIn(world, region, 'supervisors', block).holds.push({ from: t, until: t, need: load * queue.length });
  }
}

/** Arrivals join the queue of their region (2.3), recruits their training; who waited before the run joined that many steps before it (9.1). */
function arrives(world: World, doctor: Doctor, t: number): void {
  const step = joining(world, doctor);
  if (doctor.state !== 'to come' || step === null || step > t) return;
  doctor.joined = step;
  if (doctor.employer !== null) {
    doctor.state = 'training';
    return;
  }
  doctor.state = 'queue';
  if (doctor.leg.region === 'same' && doctor.earlier !== null) doctor.home = doctor.earlier.employer!;
  doctor.variant = variantIn(doctor, doctor.home);
  if (!needsIntake(variantOf(world, doctor))) doctor.stoodFirst = step;
  else if (step < 0) doctor.stoodFirst = -1;
}

/** The step of joining; of a later pathway as soon as the one before, or the licence that it waits for, is known (6.1). */
function joining(world: World, { leg, earlier }: Doctor): number | null {
  if (earlier === null) return leg.arrive ?? null;
  const since = gateOf(world, earlier)?.required === true ? earlier.licence : earlier.completed;
  return since === null ? null : since + (leg.delay ?? 0);
}

/** One trial a step, from the step after the first intake in which the doctor stood (2.4). */
function givesUp(doctor: Doctor, t: number): void {
  if (doctor.state !== 'queue' || doctor.stoodFirst === null || doctor.stoodFirst >= t) return;
  doctor.trials++;
  if (doctor.trials !== doctor.leg.give_up) return;
  doctor.state = 'left';
  doctor.gaveUp = t;
}

/** Doctors between blocks and back from leave, those who have waited longest first, in every step (2.5). */
function continues(world: World, t: number): void {
  const list = world.doctors.filter((doctor) => doctor.state === 'waiting');
  list.sort((a, b) => a.waitBegan - b.waitBegan || byRank(world, a, b));
  for (const doctor of list) {
    const search = searchFor(world, doctor, doctor.employer!, t);
    const way = chosen(search);
    if (way === null) {
      doctor.cause = explained(search);
    } else {
      doctor.state = 'training';
      reserve(world, doctor, way);
    }
  }
}

/** A step waited is given to its causes (4.1). */
function waits(doctor: Doctor): void {
  const kind = doctor.state === 'queue' ? 'queue' : doctor.state === 'waiting' ? 'between' : null;
  if (kind === null) return;
  doctor.waited[kind]++;
  for (const [name, units] of doctor.cause) doctor.causes[kind].set(name, (doctor.causes[kind].get(name) ?? 0) + units);
}

/** Who is counted in a series; a planned gap is between blocks, like a wait. */
const counts: Record<SeriesName, (doctor: Doctor, t: number) => boolean> = {
  queue: ({ state }) => state === 'queue',
  in_block: (doctor, t) => doctor.state === 'training' && stayAt(doctor, t) !== undefined,
  between: (doctor, t) => doctor.state === 'waiting' || (doctor.state === 'training' && stayAt(doctor, t) === undefined),
  on_leave: ({ state }) => state === 'leave',
  completed: ({ state }) => state === 'completed',
  left: ({ state }) => state === 'left',
  arrived: ({ state }) => state !== 'to come',
};

function left(t: number, openings: readonly Opening[]): RecordsForm['vacant'][number][] {
  return openings.flatMap(({ region, pathway, left }) => (left === null || left === 0 ? [] : [[t, region, pathway, left] as const]));
}

/** What is in use above the capacity; what crowding takes above it is a kind of its own (2.2). */
function over(world: World, t: number): RecordsForm['overruns'][number][] {
  return world.pools.flatMap((pool) => {
    const crowded = Math.max(0, crowdingAt(pool, t) - capacityAt(pool, t, t));
    const held = heldAt(pool, t) + crowdingAt(pool, t) - capacityAt(pool, t, t) - crowded;
    const rows = [[t, pool.region, pool.kind, pool.block, held], [t, pool.region, `crowding/${pool.kind}`, pool.block, crowded]] as const;
    return rows.filter(([, , , , excess]) => excess > 0);
  });
}

function recordOf(world: World, form: RosterForm['doctors'][number]): RecordsForm['doctors'][number] {
  return { id: form.id, legs: world.doctors.flatMap((doctor) => (doctor.form === form && doctor.state !== 'to come' ? [legRecord(world, doctor)] : [])) };
}

function legRecord(world: World, doctor: Doctor): LegRecord {
  const { leg, variant, joined, gaveUp, start, employer, stays, leaves, completed, passed, licence, waited } = doctor;
  const causes = { queue: Object.fromEntries(doctor.causes.queue), between: Object.fromEntries(doctor.causes.between) };
  const gone = { queue_region: doctor.home, joined, gave_up: gaveUp, start, region: employer };
  const known = licence !== null && licence < world.plan.steps ? licence : null;
  const done = { blocks: stays, leaves, completed, passed, licence: known };
  return { pathway: leg.pathway, variant, ...gone, ...done, waited, causes, state: doctor.state as LegRecord['state'] };
}
