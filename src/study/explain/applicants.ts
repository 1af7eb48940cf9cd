import { NEVER, lotteryAt, variantAt } from '../../engine/index.js';
import type { Plan, Roster } from '../../engine/index.js';
import type { Moment } from './follow.js';

/** Whether a doctor of the queue needs an intake: the form at home, by the doctor's one draw (MODEL 3.9, 3.12). */
export function needsIntake({ plan, roster, state: { trace } }: Moment, row: number): boolean {
  return plan.variantNeedsIntake[variantAt(plan, roster, row, trace.home[row]!, trace.joins[row])] === 1;
}

/** Whether a doctor has joined a queue and not left it: still waiting after this step. */
export function isInQueue({ roster, state: { trace }, t }: Moment, row: number): boolean {
  return roster.initialVariant[row]! < 0 && trace.joins[row]! <= t && trace.starts[row] === NEVER && trace.gaveUp[row] === NEVER;
}

/** Whether the doctor joined in time for the closing date, or applied before the degree (MODEL 2.6). */
export function isInTime({ plan, roster, state: { trace }, t }: Moment, row: number): boolean {
  return roster.appliedBefore[row] === 1 || t - trace.joins[row]! >= plan.closesSteps[roster.pathway[row]!]!;
}

const lists = new WeakMap<Moment, Map<number, readonly number[]>>();

/** Everybody on the list of an intake at home, in order of turn: those who stood in the queue, and those who could be recruited before they join (MODEL 2.6). */
export function applicantsAt(moment: Moment, queue: number): readonly number[] {
  const known = lists.get(moment) ?? new Map<number, readonly number[]>();
  lists.set(moment, known);
  const list = known.get(queue) ?? listAt(moment, queue);
  known.set(queue, list);
  return list;
}

function listAt(moment: Moment, queue: number): number[] {
  const { plan, roster, t } = moment;
  const rows = Array.from({ length: roster.rows }, (_, row) => row).filter((row) => roster.pathway[row] === queue % plan.pathways && isOnList(moment, row, Math.floor(queue / plan.pathways)));
  return rows.sort(byTurn(plan, roster, moment.state.trace.joins, t));
}

function isOnList(moment: Moment, row: number, region: number): boolean {
  const { roster, state: { trace }, t } = moment;
  if (trace.joins[row]! > t) return isRecruit(moment, row, region);
  const startedNow = trace.starts[row] === t && trace.recruited[row] === NEVER && roster.initialVariant[row]! < 0;
  if (trace.home[row] !== region || !(startedNow || isInQueue(moment, row))) return false;
  return !needsIntake(moment, row) || isInTime(moment, row);
}

function isRecruit({ plan, roster, state: { trace }, t }: Moment, row: number, region: number): boolean {
  if (roster.appliedBefore[row] === 0 || roster.region[row] !== region || trace.recruited[row]! < t || trace.lost[row]! < t) return false;
  if (roster.joins[row]! - roster.late[row]! > t + plan.windowSteps[roster.pathway[row]!]!) return false;
  return plan.variantNeedsIntake[variantAt(plan, roster, row, region)] === 1;
}

/** The order of turns in the list of a step: by priority, then wait or draw, then rank (MODEL 2.6). */
export function byTurn(plan: Plan, roster: Roster, joins: Int32Array, t: number): (a: number, b: number) => number {
  const keys = new Map<number, number>();
  const keyOf = (row: number): number => {
    const waited = Math.max(0, t - joins[row]!);
    const key = keys.get(row) ?? (plan.discipline === 'longest-wait' ? waited : lotteryAt(plan, roster, row, t) + plan.weight * waited);
    keys.set(row, key);
    return key;
  };
  const priority = (row: number): number => plan.priority[roster.stream[row]! * plan.pathways + roster.pathway[row]!]!;
  const rank = (row: number): readonly number[] => [roster.rank[row]! >>> 0, roster.stream[row]!, roster.cohort[row]!, roster.ordinal[row]!];
  return (a, b) => {
    const first = priority(a) - priority(b) || keyOf(b) - keyOf(a);
    const [x, y] = [rank(a), rank(b)];
    return first || x.reduce((sign, value, i) => sign || value - y[i]!, 0);
  };
}

/** Whom the order stops behind: the first of the queue who was passed over at this step once too often, or at all where the order is strict (MODEL 2.6). */
export function stopperAt({ plan, state: { trace }, passesBefore }: Moment, list: readonly number[]): number | undefined {
  if (!plan.strict && plan.passLimit < 0) return undefined;
  return list.find((row) => trace.passes[row]! > passesBefore[row]! && (plan.strict || trace.passes[row]! > plan.passLimit));
}

/** What became of the positions of an intake; null where they had no limit. */
export interface Filling {
  readonly positions: number | null;
  /** Of them, those that could be filled after no-shows. */
  readonly fillable: number | null;
  readonly own: number;
  readonly guests: number;
  readonly recruited: number;
  readonly lost: number;
}

const fillings = new WeakMap<Moment, Map<number, Filling>>();

/** Who took the positions of an intake (MODEL 2.6, 5.1, 5.2). */
export function fillingAt(moment: Moment, queue: number): Filling {
  const known = fillings.get(moment) ?? new Map<number, Filling>();
  fillings.set(moment, known);
  const filling = known.get(queue) ?? countFilling(moment, queue);
  known.set(queue, filling);
  return filling;
}

function countFilling({ plan, roster, state: { trace }, t }: Moment, queue: number): Filling {
  const [region, p] = [Math.floor(queue / plan.pathways), queue % plan.pathways];
  const at = queue * plan.steps + t;
  const count = (is: (row: number) => boolean): number => Array.from({ length: roster.rows }, (_, row) => row).filter((row) => roster.pathway[row] === p && is(row)).length;
  const took = (row: number): boolean => trace.starts[row] === t && trace.recruited[row] === NEVER && trace.region[row] === region && plan.variantNeedsPosition[trace.variant[row]!] === 1;
  const limited = trace.opened[at]! >= 0;
  return {
    positions: limited ? trace.opened[at]! + trace.carried[at]! : null,
    fillable: limited ? trace.fillable[at]! : null,
    own: count((row) => took(row) && trace.home[row] === region),
    guests: count((row) => took(row) && trace.home[row] !== region),
    recruited: count((row) => trace.recruited[row] === t && trace.region[row] === region),
    lost: count((row) => trace.lost[row] === t && roster.region[row] === region),
  };
}
