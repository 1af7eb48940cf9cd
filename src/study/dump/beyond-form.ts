import { BugError } from '../../base/index.js';
import { NEVER } from '../../engine/index.js';
import type { Axes, Gate, Plan, Rule } from '../../engine/index.js';
import type { AgreementForm, GateForm, LocumForm, PlanForm, RuleForm } from './form.js';
import { row } from './row.js';

/** Exchange and gates, and what only some plans have: locum load and positions by rule, our own additions, are not there where there are none. */
export function writeBeyond(plan: Plan, axes: Axes): Pick<PlanForm, 'exchange' | 'gates' | 'locum' | 'decide'> {
  const locum = writeLocum(plan, axes);
  return {
    exchange: writeExchange(plan, axes),
    gates: plan.gates.map((gate) => writeGate(plan, axes, gate)),
    ...(locum.length > 0 ? { locum } : {}),
    ...(plan.rules.length > 0 ? { decide: plan.rules.map((rule) => writeRule(plan, axes, rule)) } : {}),
  };
}

function writeExchange(plan: Plan, axes: Axes): AgreementForm[] {
  return axes.regions.flatMap(({ id: home }, r) =>
    axes.blocks.flatMap(({ id: block }, b) =>
      row(plan.agreements, r * plan.blocks + b).flatMap((a) => {
        const terms = termsOf(plan, a);
        return terms === null ? [] : [{ home, host: axes.regions[plan.agreementHost[a]!]!.id, block, ...terms }];
      }),
    ),
  );
}

/** An agreement's number and dates, or null where it is never in force; a block must lie inside the dates, so that there is one number for all of them. */
function termsOf(plan: Plan, agreement: number): Pick<AgreementForm, 'number' | 'from' | 'until'> | null {
  const numbers = Array.from({ length: plan.horizon }, (_, u) => plan.agreementNumber[agreement * plan.horizon + u]!);
  const from = numbers.findIndex((n) => n > 0);
  if (from < 0) return null;
  const until = numbers.findLastIndex((n) => n > 0);
  const number = numbers[from]!;
  if (numbers.slice(from, until + 1).some((n) => n !== number)) throw new BugError('an agreement whose number changes cannot be dumped');
  return { number, from, until };
}

function writeGate(plan: Plan, axes: Axes, gate: Gate): GateForm {
  const sittings = Array.from({ length: plan.steps }, (_, step) => ({ step, seats: gate.seats[step]! })).filter(({ seats }) => seats >= 0);
  return {
    pathway: axes.pathways[gate.pathway]!.id,
    min_steps: gate.served,
    sittings: sittings.map(({ step, seats }) => ({ step, seats: seats === NEVER ? null : seats })),
    processing: gate.processing,
    required: gate.isRequired,
  };
}

/** Queues stand by home region: those of the pool's own, and so their pathways are said. */
function writeLocum(plan: Plan, axes: Axes): LocumForm[] {
  return Array.from(plan.locumPool, (pool, i) => ({
    region: axes.regions[plan.poolRegion[pool]!]!.id,
    block: axes.blocks[plan.poolBlock[pool]!]!.id,
    load: plan.locumLoad[i]!,
    pathways: row(plan.locumQueues, i).map((queue) => axes.pathways[queue % plan.pathways]!.id),
  }));
}

function writeRule(plan: Plan, axes: Axes, rule: Rule): RuleForm {
  return {
    region: axes.regions[Math.floor(rule.queue / plan.pathways)]!.id,
    pathway: axes.pathways[rule.queue % plan.pathways]!.id,
    steps: Array.from(rule.steps),
    lead: rule.lead,
    floor: rule.floor,
    ceiling: rule.ceiling,
    year: rule.year,
    lines: rule.lines.map(({ reads, above, change }) => ({ reads, above, change })),
  };
}
