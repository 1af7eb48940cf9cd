import { book } from './ledger.js';
import type { Plan } from './plan.js';
import { personalLength, personalSteps } from './life.js';
import { OF } from './followed.js';
import type { Ask } from './room.js';
import type { Roster } from './roster.js';
import type { State } from './state.js';

/** What a doctor who starts at `t` asks of a region besides the blocks; a form with gaps must end within its longest time (MODEL 3.9). */
export function askOfStart(plan: Plan, roster: Roster, state: State, row: number, variant: number, t: number): Ask {
  const { ask } = state;
  const numerator = roster.factorNumerator[row]!;
  const denominator = roster.factorDenominator[row]!;
  const longest = plan.variantLongest[variant]!;
  ask.main = plan.variantMainLoad[variant]!;
  ask.stPost = plan.variantStPost[variant]!;
  ask.limit = longest === 0 ? 0 : t + Math.max(personalSteps(longest, numerator, denominator), personalLength(plan, variant, numerator, denominator));
  return ask;
}

/** What a doctor who goes on at `t` asks: the ST post is still held, a main supervisor is only where none is (MODEL 3.5, 3.9). */
export function askOfRest(plan: Plan, roster: Roster, state: State, row: number, t: number): Ask {
  const variant = state.trace.variant[row]!;
  const ask = askOfStart(plan, roster, state, row, variant, t);
  ask.stPost = 0;
  if (plan.mode === 'step' && state.progress.cells[row * state.progress.size + OF.hasMain] === 1) ask.main = 0;
  // What was spent before the run may have been more than there is.
  if (ask.limit > 0) ask.limit = Math.max(ask.limit - state.progress.spent[row]!, t + state.progress.cells[row * state.progress.size + OF.remaining]!);
  return ask;
}

/** Takes a main supervisor from `from` to the step before `until`. */
export function holdMain(plan: Plan, state: State, row: number, from: number, until: number, sign: number): void {
  const region = state.trace.region[row]!;
  const load = plan.variantMainLoad[state.trace.variant[row]!]!;
  if (load === 0) return;
  book(state.ledger, plan.mainPool[region]!, from, until - 1, sign * load);
  state.fit.regionVersion[region]! += 1;
}

/** Holds a doctor's ST post from `from` until the step before `until`, which moves as the end of the pathway does. */
export function holdStPost(plan: Plan, state: State, row: number, from: number, until: number): void {
  const need = plan.variantStPost[state.trace.variant[row]!]!;
  if (need === 0) return;
  const region = state.trace.region[row]!;
  const held = state.stPostUntil[row] === 0 ? from : state.stPostUntil[row]!;
  if (until > held) book(state.ledger, plan.stPool[region]!, held, until - 1, need);
  else book(state.ledger, plan.stPool[region]!, until, held - 1, -need);
  state.stPostUntil[row] = until;
  state.fit.regionVersion[region]! += 1;
}
