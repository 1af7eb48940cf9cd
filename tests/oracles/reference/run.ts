import type { PlanForm, RecordsForm, RosterForm, SeriesName } from '../../../src/study/dump/form.js';
import { chosen, explained, reserve } from './placing.js';
import { capacityAt, crowdingAt, heldAt } from './pool.js';
import { starts } from './starts.js';
import { byRank, poolIn, variantOf, worldOf, type Doctor, type Opening, type World } from './world.js';

/** The second engine: what becomes of everybody in a plan, step by step as MODEL 2 says, slowly. */
export function referenceRun(plan: PlanForm, roster: RosterForm): RecordsForm {
  const world = worldOf(plan, roster);
  const series: Record<SeriesName, number[]> = { queue: [], in_block: [], between: [], on_leave: [], completed: [], left: [], arrived: [] };
  const overruns: RecordsForm['overruns'][number][] = [];
  const vacant: RecordsForm['vacant'][number][] = [];
  for (const doctor of world.doctors) if (doctor.leg.initial !== undefined) inTraining(world, doctor);
  for (let t = 0; t < plan.steps; t++) {
    for (const doctor of world.doctors) ends(doctor, t);
    for (const doctor of world.doctors) arrives(doctor, t);
    for (const doctor of world.doctors) givesUp(doctor, t);
    continues(world, t);
    vacant.push(...left(t, starts(world, t)));
    for (const doctor of world.doctors) waits(doctor);
    for (const [name, numbers] of Object.entries(series)) numbers.push(count(world, name as SeriesName));
    overruns.push(...over(world, t));
  }
  return { doctors: world.doctors.map(recordOf), series, overruns, vacant };
}

/** Who is in training when the run begins: the last steps of the blocks, as listed, whether there is room or not (9.1). */
function inTraining(world: World, doctor: Doctor): void {
  const { leg } = doctor;
  const { blocks, main_load: mainLoad = 1 } = variantOf(world, doctor);
  doctor.state = 'training';
  doctor.start = leg.initial!.start ?? null;
  doctor.employer = leg.region;
  doctor.left = [...leg.initial!.left];
  const stepwise = world.plan.settings?.mode === 'step';
  let from = 0;
  doctor.left.forEach((steps, index) => {
    if (steps === 0 || (stepwise && from > 0)) return;
    const { block, slots = 1, load = 1 } = blocks[index]!;
    const until = from + steps - 1;
    doctor.stays.push({ index, block, from, until, region: leg.region });
    for (const [kind, need] of [['slots', slots], ['supervisors', load]] as const) {
      const hold = { from, until, need };
      poolIn(world, leg.region, kind, block).holds.push(hold);
      doctor.holds.push(hold);
    }
    from = until + 1;
  });
  doctor.main = { from: 0, until: stepwise ? Infinity : from - 1, need: mainLoad };
  poolIn(world, leg.region, 'main', null).holds.push(doctor.main);
}

/** Blocks and leaves that were over with the last step, and leaves that begin (2.1, 3.8). */
function ends(doctor: Doctor, t: number): void {
  if (doctor.state === 'training') {
    const stay = doctor.stays.find(({ from, until }) => from <= t - 1 && t - 1 <= until);
    if (stay === undefined) return; // before the first step
    doctor.left[stay.index]!--;
    doctor.served++;
    if (doctor.left.every((steps) => steps === 0)) {
      doctor.state = 'completed';
      doctor.completed = t;
      free(doctor, t);
    } else if (!leaves(doctor, t) && stay.until === t - 1 && !doctor.stays.some(({ from }) => from === t)) {
      doctor.state = 'waiting';
      doctor.waitBegan = t;
    }
  } else if (doctor.state === 'leave' && doctor.leaves.at(-1)!.until === t - 1 && !leaves(doctor, t)) {
    doctor.state = 'waiting';
    doctor.waitBegan = t;
  }
}

/** Whether a leave is due; if so it begins, and frees everything. */
function leaves(doctor: Doctor, t: number): boolean {
  const inOrder = [...(doctor.leg.leaves ?? [])].sort((a, b) => a.after - b.after);
  const next = inOrder[doctor.leaves.length];
  if (next === undefined || next.after > doctor.served) return false;
  doctor.state = 'leave';
  doctor.leaves.push({ from: t, until: t + next.length - 1 });
  free(doctor, t);
  return true;
}

/** Gives back all that was reserved from `t` on. */
function free(doctor: Doctor, t: number): void {
  doctor.stays = doctor.stays.filter(({ from }) => from < t).map((stay) => ({ ...stay, until: Math.min(stay.until, t - 1) }));
  for (const hold of [...doctor.holds, ...(doctor.main === null ? [] : [doctor.main])]) hold.until = Math.min(hold.until, t - 1);
  doctor.main = null;
}

/** Arrivals join the queue of their region (2.3); who waited before the run joined that many steps before it (9.1). */
function arrives(doctor: Doctor, t: number): void {
  const { arrive } = doctor.leg;
  if (doctor.state !== 'to come' || arrive === undefined || arrive > t) return;
  doctor.state = 'queue';
  doctor.joined = arrive;
  if (arrive < 0) doctor.stoodFirst = -1;
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
    const way = chosen(world, doctor, doctor.employer!, t);
    if (way === null) {
      doctor.cause = explained(world, doctor, doctor.employer!, t);
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

const STATE_OF = { queue: 'queue', in_block: 'training', between: 'waiting', on_leave: 'leave', completed: 'completed', left: 'left' } as const;

function count(world: World, name: SeriesName): number {
  return world.doctors.filter(({ state }) => (name === 'arrived' ? state !== 'to come' : state === STATE_OF[name])).length;
}

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

function recordOf(doctor: Doctor): RecordsForm['doctors'][number] {
  const { form, leg, state } = doctor;
  if (state === 'to come') return { id: form.id, legs: [] };
  const { variant, joined, start, completed } = doctor;
  const causes = { queue: Object.fromEntries(doctor.causes.queue), between: Object.fromEntries(doctor.causes.between) };
  const gone = { queue_region: leg.region, joined, gave_up: doctor.gaveUp, start, region: doctor.employer };
  const done = { blocks: doctor.stays, leaves: doctor.leaves, completed, passed: null, licence: null };
  return { id: form.id, legs: [{ pathway: leg.pathway, variant, ...gone, ...done, waited: doctor.waited, causes, state }] };
}
