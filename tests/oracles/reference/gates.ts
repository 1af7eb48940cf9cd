import { byRank, gateOf, personal, sum, type Doctor, type World } from './world.js';

/** The sittings of step `t`: seats to those who met the condition first, ties by rank (3.11). */
export function sit(world: World, t: number): void {
  for (const doctor of world.doctors) if (meets(world, doctor)) doctor.met ??= t - 1;
  for (const { pathway, sittings } of world.plan.gates ?? []) {
    for (const { step, seats } of sittings) {
      if (step !== t) continue;
      const sitters = world.doctors.filter(({ leg, met, passed }) => leg.pathway === pathway && met !== null && passed === null);
      sitters.sort((a, b) => a.met! - b.met! || byRank(world, a, b));
      for (const doctor of sitters.slice(0, seats ?? Infinity)) attempt(doctor, t);
    }
  }
  for (const doctor of world.doctors) licenses(world, doctor);
}

/** Whether the condition holds: enough steps served, and at least one of every block. */
function meets(world: World, doctor: Doctor): boolean {
  const gate = gateOf(world, doctor);
  if (gate === undefined || doctor.employer === null) return false;
  const least = gate.min_steps === 0 ? 0 : personal(doctor, gate.min_steps);
  return sum(doctor.done) >= least && doctor.done.every((steps) => steps > 0);
}

function attempt(doctor: Doctor, t: number): void {
  if (doctor.leg.exam?.[doctor.attempts] ?? true) doctor.passed = t;
  doctor.attempts++;
}

/** The licence comes when both the pathway and the gate are behind, and the paper has been handled. */
function licenses(world: World, doctor: Doctor): void {
  const { completed, passed } = doctor;
  if (completed !== null && passed !== null) doctor.licence = Math.max(completed, passed) + (gateOf(world, doctor)!.processing ?? 0);
}
