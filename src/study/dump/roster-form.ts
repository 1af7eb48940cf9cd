import { lotteryAt, variantAt } from '../../engine/index.js';
import type { Axes, Plan, Roster } from '../../engine/index.js';
import type { DoctorForm, LegForm, RosterForm } from './form.js';

/** Every doctor of a replication with all their luck; `seeks` are the regions that each was found to seek in the run. */
export function writeRoster(plan: Plan, axes: Axes, roster: Roster, seeks: Int32Array): RosterForm {
  const intakes = axes.pathways.map((_, p) => intakeSteps(plan, p));
  return { doctors: Array.from({ length: roster.rows }, (_, row) => writeDoctor(plan, axes, roster, row, seeks, intakes)) };
}

/** Steps in which any region takes in doctors of a pathway. */
function intakeSteps(plan: Plan, p: number): number[] {
  const isIntake = (t: number): boolean => Array.from({ length: plan.regions }, (_, r) => r).some((r) => plan.intake[(r * plan.pathways + p) * plan.steps + t] === 1);
  return Array.from({ length: plan.steps }, (_, t) => t).filter(isIntake);
}

function writeDoctor(plan: Plan, axes: Axes, roster: Roster, row: number, seeks: Int32Array, intakes: readonly (readonly number[])[]): DoctorForm {
  const over = roster.factorNumerator[row]!;
  const under = roster.factorDenominator[row]!;
  return {
    id: identityOf(axes, roster, row),
    rank: roster.rank[row]! >>> 0,
    mobile: roster.mobile[row] === 1,
    ...(over === under ? {} : { stretch: `${over}/${under}` }),
    legs: [roster.initialVariant[row]! >= 0 ? writeBegun(plan, axes, roster, row) : writeLeg(plan, axes, roster, row, seeks, intakes)],
  };
}

/** Who a doctor is: stream, cohort and ordinal. */
export function identityOf(axes: Axes, roster: Roster, row: number): [string, number, number] {
  return [axes.streams[roster.stream[row]!]!.id, roster.cohort[row]!, roster.ordinal[row]!];
}

function writeLeg(plan: Plan, axes: Axes, roster: Roster, row: number, seeks: Int32Array, intakes: readonly (readonly number[])[]): LegForm {
  const region = roster.region[row]!;
  const variant = variantAt(plan, roster, row, region);
  const elsewhere = axes.regions.flatMap(({ id }, r) => (variantAt(plan, roster, row, r) === variant ? [] : [[id, axes.variants[variantAt(plan, roster, row, r)]!.id] as const]));
  const sought = Array.from(seeks.subarray(row * plan.appliesTo, (row + 1) * plan.appliesTo)).filter((r) => r >= 0);
  const steps = plan.discipline === 'weighted' ? intakes[roster.pathway[row]!]!.filter((t) => t >= roster.joins[row]!) : [];
  return {
    pathway: axes.pathways[roster.pathway[row]!]!.id,
    variant: axes.variants[variant]!.id,
    ...(elsewhere.length > 0 ? { variant_in: Object.fromEntries(elsewhere) } : {}),
    region: axes.regions[region]!.id,
    arrive: roster.joins[row]!,
    ...(roster.givesUp[row]! > 0 ? { give_up: roster.givesUp[row]! } : {}),
    ...writeLeaves(roster, row),
    ...(steps.length > 0 ? { lottery: Object.fromEntries(steps.map((t) => [`${t}`, lotteryAt(plan, roster, row, t)])) } : {}),
    ...(sought.length > 0 ? { seeks: sought.map((r) => axes.regions[r]!.id) } : {}),
    ...(roster.appliedBefore[row] === 1 ? { applied: true } : {}),
  };
}

/** Who is in training when the run begins: the last steps of the blocks in listed order (MODEL 9.1). */
function writeBegun(plan: Plan, axes: Axes, roster: Roster, row: number): LegForm {
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
    initial: { left, start: begun },
  };
}

function writeLeaves(roster: Roster, row: number): Pick<LegForm, 'leaves'> {
  const places = Array.from({ length: roster.leaves }, (_, nth) => row * roster.leaves + nth).filter((i) => roster.leaveAfter[i]! > 0);
  return places.length === 0 ? {} : { leaves: places.map((i) => ({ after: roster.leaveAfter[i]!, length: roster.leaveLength[i]! })) };
}
