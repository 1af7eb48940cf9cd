import type { IntakeForm, RuleForm } from '../../../src/study/dump/form.js';
import { valueAt } from './pool.js';
import { queueName, type Opening, type World } from './world.js';

/** The intakes of one step, with the positions that each opens; they are from now on the last ones of their queues. */
export function openingsAt(world: World, t: number): Opening[] {
  const openings = world.plan.intakes.flatMap((intake) => {
    const nth = intake.steps === 'all' ? t : intake.steps.indexOf(t);
    return nth < 0 ? [] : [openingOf(world, intake, nth, t)];
  });
  const names = openings.map(({ region, pathway }) => queueName(region, pathway));
  if (new Set(names).size < names.length) throw new Error(`two intakes of one queue in step ${t}`);
  openings.forEach((opening, i) => world.lastIntake.set(names[i]!, opening));
  return openings;
}

/** New positions, of which some can be filled, and those that are kept from the intake before (2.6). */
function openingOf(world: World, intake: IntakeForm, nth: number, t: number): Opening {
  const { region, pathway } = intake;
  const last = world.lastIntake.get(queueName(region, pathway));
  const carried = last?.keeps === true ? (last.left ?? 0) : 0;
  const fresh = levelAt(world, region, pathway, t) ?? valueAt(intake.positions, nth);
  const holding = Math.min(fresh ?? Infinity, fillable(intake, nth, fresh) ?? Infinity);
  return { region, pathway, fresh, carried, keeps: intake.carry === true, filled: 0, left: holding === Infinity ? null : holding + carried };
}

/** How many of the new positions can be filled after no-shows; null is all. */
function fillable(intake: IntakeForm, nth: number, fresh: number | null): number | null {
  if (intake.fillable_of === undefined) return valueAt(intake.fillable ?? null, nth);
  const number = fresh === null ? undefined : intake.fillable_of[nth]?.[fresh];
  if (number === undefined) throw new Error(`not said how many of ${fresh} positions can be filled at intake ${nth} of ${intake.region} ${intake.pathway}`);
  return number;
}

/** The number of new positions that a decision has put in force by step `t`, if any has (6.2). */
function levelAt(world: World, region: string, pathway: string, t: number): number | undefined {
  const decided = world.decided.find(({ rule }) => rule.region === region && rule.pathway === pathway);
  return decided?.levels.filter(({ from }) => from <= t).at(-1)?.level;
}

/** Decisions at the end of step `t`, each on what is known then (6.2). */
export function decide(world: World, t: number): void {
  for (const { rule, levels } of world.decided) {
    if (!rule.steps.includes(t)) continue;
    const now = levels.at(-1)?.level ?? world.lastIntake.get(queueName(rule.region, rule.pathway))?.fresh ?? null;
    const line = rule.lines.find(({ reads, above }) => reading(world, rule, reads, t) > above);
    if (now === null || line === undefined) continue;
    levels.push({ from: t + rule.lead, level: Math.min(Math.max(now + line.change, rule.floor ?? 0), rule.ceiling) });
  }
}

/** What a line of a rule reads: the queue, those who came in the last year, or the positions of the last intake that nobody started in. */
function reading(world: World, { region, pathway, year }: RuleForm, reads: RuleForm['lines'][number]['reads'], t: number): number {
  if (reads === 'vacant') {
    const last = world.lastIntake.get(queueName(region, pathway));
    return last === undefined ? 0 : (last.fresh ?? Infinity) + last.carried - last.filled;
  }
  const own = world.doctors.filter((doctor) => doctor.home === region && doctor.leg.pathway === pathway && doctor.state !== 'to come');
  if (reads === 'queue') return own.filter(({ state }) => state === 'queue').length;
  return own.filter(({ joined }) => joined !== null && t - year < joined && joined <= t).length;
}
