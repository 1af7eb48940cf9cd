import { isStepwise, personalLengths, poolIn, variantOf, type Doctor, type World } from './world.js';

/** Who is in training when the run begins: the last steps of the blocks, as listed, whether there is room or not (9.1). */
export function inTraining(world: World, doctor: Doctor): void {
  const variant = variantOf(world, doctor);
  const { left, start = null } = doctor.leg.initial!;
  doctor.state = 'training';
  doctor.start = start;
  doctor.wentOn = start ?? 0;
  doctor.employer = doctor.home;
  doctor.left = [...left];
  doctor.done = personalLengths(doctor, variant).map((steps, index) => Math.max(0, steps - left[index]!));
  const end = reserveListed(world, doctor);
  doctor.main = { from: 0, until: end, need: variant.main_load ?? 1 };
  poolIn(world, doctor.home, 'main', null).holds.push(doctor.main);
  if (variant.st_post !== true) return;
  doctor.post = { from: 0, until: end, need: 1 };
  poolIn(world, doctor.home, 'st', null).holds.push(doctor.post);
}

/** Reserves what is left of the blocks one after another and returns the last step; step by step only the first of them, and the last step is not known. */
function reserveListed(world: World, doctor: Doctor): number {
  const { blocks } = variantOf(world, doctor);
  let from = 0;
  doctor.left.forEach((steps, index) => {
    if (steps === 0 || (isStepwise(world) && from > 0)) return;
    const { block, slots = 1, load = 1 } = blocks[index]!;
    const until = from + steps - 1;
    doctor.stays.push({ index, block, from, until, region: doctor.home });
    for (const [kind, need] of [['slots', slots], ['supervisors', load]] as const) {
      const hold = { from, until, need };
      poolIn(world, doctor.home, kind, block).holds.push(hold);
      doctor.holds.push(hold);
    }
    from = until + 1;
  });
  return isStepwise(world) ? Infinity : from - 1;
}

/** Blocks and leaves that were over with the last step, and leaves that begin (2.1, 3.8). */
export function ends(doctor: Doctor, t: number): void {
  if (doctor.state === 'training') {
    const stay = stayAt(doctor, t - 1);
    if (stay === undefined) return; // before the first step, or in a planned gap
    doctor.left[stay.index]!--;
    doctor.done[stay.index]!++;
    doctor.served++;
    if (doctor.left.every((steps) => steps === 0)) complete(doctor, t);
    else if (!leaves(doctor, t) && !doctor.stays.some(({ until }) => until >= t)) wait(doctor, t);
  } else if (doctor.state === 'leave' && doctor.leaves.at(-1)!.until === t - 1 && !leaves(doctor, t)) wait(doctor, t);
}

/** The stay that a doctor is in in step `u`. */
export const stayAt = (doctor: Doctor, u: number): Doctor['stays'][number] | undefined => doctor.stays.find(({ from, until }) => from <= u && u <= until);

function complete(doctor: Doctor, t: number): void {
  doctor.state = 'completed';
  doctor.completed = t;
  free(doctor, t);
  if (doctor.post !== null) doctor.post.until = t - 1;
}

function wait(doctor: Doctor, t: number): void {
  doctor.state = 'waiting';
  doctor.waitBegan = t;
}

/** Whether a leave is due; if so it begins, and frees everything but the ST post. */
function leaves(doctor: Doctor, t: number): boolean {
  const inOrder = [...(doctor.leg.leaves ?? [])].sort((a, b) => a.after - b.after);
  const next = inOrder[doctor.leaves.length];
  if (next === undefined || next.after > doctor.served) return false;
  if (doctor.state === 'training') doctor.spent += t - doctor.wentOn;
  doctor.state = 'leave';
  doctor.leaves.push({ from: t, until: t + next.length - 1 });
  free(doctor, t);
  if (doctor.post !== null) doctor.post.until = Infinity; // until the doctor has gone on, and is to complete
  return true;
}

/** Gives back the blocks and the main supervisor reserved from `t` on. */
function free(doctor: Doctor, t: number): void {
  doctor.stays = doctor.stays.filter(({ from }) => from < t).map((stay) => ({ ...stay, until: Math.min(stay.until, t - 1) }));
  for (const hold of [...doctor.holds, ...(doctor.main === null ? [] : [doctor.main])]) hold.until = Math.min(hold.until, t - 1);
  doctor.main = null;
}
