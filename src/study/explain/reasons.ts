import { CAUSE, HELD, variantAt } from '../../engine/index.js';
import { applicantsAt, fillingAt, isInTime, needsIntake, stopperAt } from './applicants.js';
import type { Filling } from './applicants.js';
import type { Moment } from './follow.js';
import { lackingHeld, lackingSteps, spellsOf } from './turn-room.js';
import type { Spell } from './turn-room.js';

/** A pool of the home region that lacked (MODEL 4.2): of what, and the runs of steps without room for one more at the turn; empty where that is not told. */
export interface Lack {
  readonly kind: 'slots' | 'supervisors' | 'main-supervisors' | 'st-posts';
  readonly block: number; // −1: of no block
  readonly spells: readonly Spell[];
}

/** A further region that a doctor sought in at a step, and what became of its positions. */
export interface Elsewhere {
  readonly region: number;
  readonly filling: Filling;
}

/** Why a doctor waits on after a step. */
export interface Reason {
  readonly cause: 'awaiting-intake' | 'positions' | 'pools';
  readonly lacks: readonly Lack[];
  /** Row of the doctor whose turn before stopped the queue. */
  readonly stopper: number | null;
  /** The place in the list at home, and the positions there; null where home had no intake that the doctor stood in. */
  readonly place: { readonly nth: number; readonly of: number; readonly filling: Filling } | null;
  /** The closing date of an intake at home was missed. */
  readonly isMissed: boolean;
  readonly elsewhere: readonly Elsewhere[];
}

/** Whether a step brings a doctor of a queue anything: an intake at home, or where the doctor seeks or would move. */
export function isTurn(moment: Moment, row: number): boolean {
  return !needsIntake(moment, row) || hasIntake(moment, moment.state.trace.home[row]!, row) || regionsElsewhere(moment, row).length > 0;
}

const hasIntake = ({ plan, roster, t }: Moment, region: number, row: number): boolean => plan.intake[(region * plan.pathways + roster.pathway[row]!) * plan.steps + t] === 1;

/** Why a doctor of a queue waits on after this step. */
export function queueReason(moment: Moment, row: number): Reason {
  const { plan, roster, state: { trace, causeKind } } = moment;
  const home = trace.home[row]!;
  const queue = home * plan.pathways + roster.pathway[row]!;
  const isHere = !needsIntake(moment, row) || hasIntake(moment, home, row);
  const isIn = isHere && (!needsIntake(moment, row) || isInTime(moment, row));
  const list = isIn ? applicantsAt(moment, queue) : [];
  const nth = list.indexOf(row);
  const stopper = stopperAt(moment, list);
  const isStopped = stopper !== undefined && list.indexOf(stopper) < nth;
  const kind = causeKind[row]!;
  const told = isStopped ? stopper : row;
  return {
    cause: kind === CAUSE.awaitingIntake ? 'awaiting-intake' : kind === CAUSE.positions ? 'positions' : 'pools',
    lacks: kind === CAUSE.blocks ? lacksOf(moment, row, told, home, variantAt(plan, roster, told, home, trace.joins[told]), isIn) : [],
    stopper: isStopped ? stopper : null,
    place: isIn ? { nth: nth + 1, of: list.length, filling: fillingAt(moment, queue) } : null,
    isMissed: isHere && !isIn,
    elsewhere: elsewhereAt(moment, row),
  };
}

/** Why a doctor between blocks, or back from leave, waits on after this step (MODEL 2.5). */
export function betweenReason(moment: Moment, row: number): Reason {
  const { trace } = moment.state;
  return { cause: 'pools', lacks: lacksOf(moment, row, row, trace.region[row]!, trace.variant[row]!, false), stopper: null, place: null, isMissed: false, elsewhere: [] };
}

/** The pools that a doctor waits for, with the steps in which they lacked at a turn. */
function lacksOf(moment: Moment, row: number, turn: number, region: number, variant: number, isToldWhen: boolean): Lack[] {
  const { plan, state } = moment;
  const lacks = (kind: 'slots' | 'supervisors', mask: number): Lack[] =>
    Array.from({ length: plan.blocks }, (_, block) => block)
      .filter((block) => (mask >>> block) & 1)
      .map((block) => ({ kind, block, spells: isToldWhen ? spellsOf(lackingSteps(moment, turn, region, variant, kind, block)) : [] }));
  const held = (kind: 'main-supervisors' | 'st-posts'): Lack => ({ kind, block: -1, spells: isToldWhen ? spellsOf(lackingHeld(moment, turn, region, variant, kind)) : [] });
  const which = state.causeHeld[row]!;
  return [
    ...lacks('slots', state.causeSlots[row]!),
    ...lacks('supervisors', state.causeSupervisors[row]!),
    ...(which & HELD.main ? [held('main-supervisors')] : []),
    ...(which & HELD.stPost ? [held('st-posts')] : []),
  ];
}

function elsewhereAt(moment: Moment, row: number): Elsewhere[] {
  const { plan, roster } = moment;
  return regionsElsewhere(moment, row).map((region) => ({ region, filling: fillingAt(moment, region * plan.pathways + roster.pathway[row]!) }));
}

/** Where else a doctor's turn came at this step: the regions sought, and after a long wait the neighbours, that had an intake (MODEL 5.1, 5.2). */
function regionsElsewhere(moment: Moment, row: number): number[] {
  const { plan, roster, t, state: { trace, seeks } } = moment;
  if (!needsIntake(moment, row) || !isInTime(moment, row)) return [];
  const home = trace.home[row]!;
  const sought = Array.from(seeks.subarray(row * plan.appliesTo, (row + 1) * plan.appliesTo)).filter((region) => region >= 0);
  const isImpatient = plan.patienceSteps >= 0 && roster.mobile[row] === 1 && t - trace.joins[row]! >= plan.patienceSteps;
  const near = isImpatient ? Array.from({ length: plan.neighbours.from[home + 1]! - plan.neighbours.from[home]! }, (_, i) => plan.neighbours.values[plan.neighbours.from[home]! + i]!) : [];
  return [...new Set([...sought, ...near])].filter((region) => hasIntake(moment, region, row));
}
