import { LATER, NEVER } from '../../src/engine/index.js';
import type { Plan, Roster, Trace } from '../../src/engine/index.js';
import type { Column } from '../../src/base/index.js';

type Look = (plan: Plan, roster: Roster, trace: Trace) => boolean;

const some = (column: Column, is: (value: number, i: number) => boolean): boolean => {
  for (let i = 0; i < column.length; i++) if (is(column[i]!, i)) return true;
  return false;
};
const isSet = (value: number): boolean => value !== 0;
const happens = (step: number): boolean => step !== NEVER;
const held = (roster: Roster, row: number): boolean => roster.joins[row] !== LATER;

/** Every rule of the model, by whether a run met it. What a trace tells is asked of the trace: that a plan has the rule is not enough there. */
const RULES: Readonly<Record<string, Look>> = {
  'placement as an itinerary': (plan) => plan.mode === 'itinerary',
  'placement step by step': (plan) => plan.mode === 'step',
  'orders by spread': (plan) => plan.choice === 'spread',
  'orders by first fit': (plan) => plan.choice === 'first-fit',
  'queue by longest wait': (plan) => plan.discipline === 'longest-wait',
  'queue by weight': (plan) => plan.discipline === 'weighted',
  'strict queue': (plan) => plan.strict,
  'passed over': (_, __, trace) => some(trace.passes, isSet),
  'passed over at most so often': (plan, _, trace) => plan.passLimit >= 0 && some(trace.passes, isSet),
  'priority of slots': (plan) => some(plan.priority, isSet),
  'half-months': (plan) => plan.stepsPerMonth === 2,
  'intakes that close': (plan) => some(plan.closesSteps, isSet),
  'precedence of blocks': (plan) => plan.stretchAfter.values.length > 0,
  'Poisson inflow': (plan) => plan.inflow.some((of) => of.poisson.length > 0),
  'queue when the run begins': (plan) => plan.initialQueue.length > 0,
  'training when the run begins': (plan) => plan.initialTraining.length > 0,
  applications: (plan) => plan.appliesTo > 0,
  'waits that deter': (plan) => plan.appliesTo > 0 && plan.deterSteps > 0,
  'own region first': (plan) => plan.ownFirst,
  mobility: (plan, roster, trace) => plan.patienceSteps >= 0 && some(trace.region, (region, row) => region >= 0 && held(roster, row) && region !== roster.region[row]),
  'giving up': (_, __, trace) => some(trace.gaveUp, happens),
  'part time': (_, roster) => some(roster.factorNumerator, (numerator, row) => numerator !== roster.factorDenominator[row]),
  leave: (_, __, trace) => trace.leaves > 0,
  'waits between blocks': (_, __, trace) => some(trace.between, isSet),
  'licence late': (_, roster) => some(roster.late, isSet),
  'recruited before the licence': (_, __, trace) => some(trace.recruited, happens),
  'promise lost': (_, __, trace) => some(trace.lost, happens),
  'no-shows': (plan) => some(plan.offerHolds, (holds) => holds < 4_294_967_296),
  'offers beyond the positions': (plan) => some(plan.overOffer, isSet) && some(plan.reserveOffers, isSet),
  'positions kept': (_, __, trace) => some(trace.carried, (number) => number > 0),
  'positions by rule': (plan) => plan.rules.length > 0,
  'exam passed': (_, __, trace) => some(trace.passed, happens),
  'exam failed': (_, roster) => some(roster.fails, isSet),
  'later pathway': (_, roster, trace) => some(trace.joins, (step, row) => step !== NEVER && !held(roster, row)),
  'form with gaps': (plan, _, trace) => some(trace.variant, (v) => v >= 0 && plan.variantLongest[v]! > 0),
  'ST posts': (plan) => plan.hasStPosts,
  exchange: (_, __, trace) => trace.stayAgreement.subarray(0, trace.stays).some((agreement) => agreement >= 0),
  'locum load': (plan) => plan.locumPool.length > 0,
  crowding: (plan) => some(plan.crowding, isSet),
  'capacity announced in the run': (plan) => plan.revisionKnown.length > 0,
};

/** The names of all of them. */
export const EVERY_RULE_NAMED: readonly string[] = Object.keys(RULES);

/** The rules that a run met. */
export function rulesMet(plan: Plan, roster: Roster, trace: Trace): readonly string[] {
  return EVERY_RULE_NAMED.filter((name) => RULES[name]!(plan, roster, trace));
}
