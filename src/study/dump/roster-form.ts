import { LATER, lotteryAt, variantAt } from '../../engine/index.js';
import type { Axes, Plan, Roster } from '../../engine/index.js';
import type { DoctorForm, LegForm, RosterForm } from './form.js';
import type { Watched } from './watch.js';

/** A run of which the roster is told: some luck is known only when it is met. */
interface Told {
  readonly plan: Plan;
  readonly axes: Axes;
  readonly roster: Roster;
  readonly watched: Watched;
  readonly intakes: readonly (readonly number[])[]; // [pathway] steps in which any region takes in doctors
}

/** Every doctor of a replication with all their luck, as it was met in the run. */
export function writeRoster(plan: Plan, axes: Axes, roster: Roster, watched: Watched): RosterForm {
  const intakes = axes.pathways.map((_, p) => intakeSteps(plan, p));
  const told = { plan, axes, roster, watched, intakes };
  return { doctors: firstRows(roster).map((row) => writeDoctor(told, row)) };
}

/** The rows of doctors' first pathways, one for each doctor. */
export function firstRows(roster: Roster): number[] {
  return Array.from({ length: roster.rows }, (_, row) => row).filter((row) => roster.joins[row] !== LATER);
}

/** A row and those of the pathways after it. */
export function rowsFrom(roster: Roster, first: number): number[] {
  const rows: number[] = [];
  for (let row = first; row >= 0; row = roster.then[row]!) rows.push(row);
  return rows;
}

function intakeSteps(plan: Plan, p: number): number[] {
  const isIntake = (t: number): boolean => Array.from({ length: plan.regions }, (_, r) => r).some((r) => plan.intake[(r * plan.pathways + p) * plan.steps + t] === 1);
  return Array.from({ length: plan.steps }, (_, t) => t).filter(isIntake);
}

function writeDoctor(told: Told, first: number): DoctorForm {
  const { axes, roster } = told;
  const over = roster.factorNumerator[first]!;
  const under = roster.factorDenominator[first]!;
  return {
    id: identityOf(axes, roster, first),
    rank: roster.rank[first]! >>> 0,
    mobile: roster.mobile[first] === 1,
    stretch: over === under ? '1' : `${over}/${under}`,
    legs: rowsFrom(roster, first).map((row) => (roster.initialVariant[row]! >= 0 ? writeBegun(told, row) : writeLeg(told, row))),
  };
}

/** Who a doctor is: stream, cohort and ordinal. */
export function identityOf(axes: Axes, roster: Roster, row: number): [string, number, number] {
  return [axes.streams[roster.stream[row]!]!.id, roster.cohort[row]!, roster.ordinal[row]!];
}

function writeLeg(told: Told, row: number): LegForm {
  const { plan, axes, roster, watched } = told;
  const isLater = roster.joins[row] === LATER;
  const sought = Array.from(watched.seeks.subarray(row * plan.appliesTo, (row + 1) * plan.appliesTo)).filter((r) => r >= 0);
  const steps = lotterySteps(told, row);
  return {
    pathway: axes.pathways[roster.pathway[row]!]!.id,
    ...writeVariants(told, row),
    region: roster.region[row]! < 0 ? 'same' : axes.regions[roster.region[row]!]!.id,
    ...(isLater ? { delay: roster.delay[row]! } : { arrive: roster.joins[row]! }),
    ...(roster.late[row]! > 0 ? { late: roster.late[row]! } : {}),
    ...(roster.givesUp[row]! > 0 ? { give_up: roster.givesUp[row]! } : {}),
    ...writeLeaves(roster, row),
    ...(steps.length > 0 ? { lottery: Object.fromEntries(steps.map((t) => [`${t}`, lotteryAt(plan, roster, row, t)])) } : {}),
    ...(sought.length > 0 ? { seeks: sought.map((r) => axes.regions[r]!.id) } : {}),
    applied: roster.appliedBefore[row] === 1,
    ...writeExam(plan, roster, row),
  };
}

/** The variant where the doctor joined, and where another would be served; who has not joined is told by the last shares of each region. */
function writeVariants({ plan, axes, roster, watched: { trace } }: Told, row: number): Pick<LegForm, 'variant' | 'variant_in'> {
  const home = Math.max(0, trace.home[row]!);
  const variantIn = (r: number): string => axes.variants[variantAt(plan, roster, row, r, trace.joins[row])]!.id;
  const elsewhere = axes.regions.flatMap(({ id }, r) => (variantIn(r) === variantIn(home) ? [] : [[id, variantIn(r)] as const]));
  return { variant: variantIn(home), ...(elsewhere.length > 0 ? { variant_in: Object.fromEntries(elsewhere) } : {}) };
}

/** Steps of which a draw may be met: intakes from joining on, and for who applied before the licence from where the window reaches that far; every step where the form needs no intake. */
function lotterySteps({ plan, roster, intakes, watched: { trace } }: Told, row: number): readonly number[] {
  if (plan.discipline !== 'weighted') return [];
  const p = roster.pathway[row]!;
  const home = Math.max(0, trace.home[row]!);
  if (plan.variantNeedsIntake[variantAt(plan, roster, row, home, trace.joins[row])] === 0) return Array.from({ length: plan.steps }, (_, t) => t).filter((t) => t >= trace.joins[row]!);
  const early = roster.appliedBefore[row] === 1 && roster.joins[row] !== LATER ? plan.windowSteps[p]! + roster.late[row]! : 0;
  return intakes[p]!.filter((t) => t >= trace.joins[row]! - early);
}

/** Attempts at the gate that fail; one for each sitting says as much as any more. */
function writeExam(plan: Plan, roster: Roster, row: number): Pick<LegForm, 'exam'> {
  const gate = plan.gates[plan.gateOf[roster.pathway[row]!]!];
  if (gate === undefined || roster.fails[row] === 0) return {};
  const sittings = Array.from({ length: plan.steps }, (_, t) => gate.seats[t]!).filter((seats) => seats >= 0).length;
  return { exam: Array.from({ length: Math.min(roster.fails[row]!, sittings) }, () => false) };
}

/** Who is in training when the run begins: the last steps of the blocks in listed order (MODEL 9.1). */
function writeBegun({ plan, axes, roster }: Told, row: number): LegForm {
  const variant = roster.initialVariant[row]!;
  const begun = roster.initialLeft[row]! - plan.variantLength[variant]!;
  let from = begun;
  const left = Array.from({ length: plan.stretchFrom[variant + 1]! - plan.stretchFrom[variant]! }, (_, place) => {
    const until = from + plan.stretchLength[plan.stretchFrom[variant]! + place]!;
    const steps = Math.max(0, until - Math.max(from, 0));
    from = until;
    return steps;
  });
  return {
    pathway: axes.pathways[roster.pathway[row]!]!.id,
    variant: axes.variants[variant]!.id,
    region: axes.regions[roster.region[row]!]!.id,
    ...writeLeaves(roster, row),
    ...writeExam(plan, roster, row),
    initial: { left, start: begun },
  };
}

function writeLeaves(roster: Roster, row: number): Pick<LegForm, 'leaves'> {
  const places = Array.from({ length: roster.leaves }, (_, nth) => row * roster.leaves + nth).filter((i) => roster.leaveAfter[i]! > 0);
  return { leaves: places.map((i) => ({ after: roster.leaveAfter[i]!, length: roster.leaveLength[i]! })) };
}
