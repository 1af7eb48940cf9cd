import { NEVER, NO_POOL, PURPOSE, UNIT, UNLIMITED, counterOf, draw } from '../../engine/index.js';
import type { Plan, Roster, Rule } from '../../engine/index.js';
import { reserve } from './book.js';
import type { Audit } from './place.js';
import { complain } from './violations.js';

const ALWAYS = 4_294_967_296;
const PLACE = 60; // a position is one place: sixtieths, as every capacity

/** A decision of a rule: how many positions opened before it, and how many do from a step on. */
export interface Decided {
  readonly queue: number;
  readonly step: number;
  readonly from: number; // step, past the run too
  readonly before: number;
  readonly level: number;
}

/** Positions of a queue as they are re-derived, intake by intake. */
interface Count {
  readonly queue: number;
  readonly rule: Rule | undefined;
  readonly levels: { readonly from: number; readonly level: number }[]; // decided, in order
  last: number; // step of the last intake, −1 none
  left: number; // of what could be filled then
}

/**
 * Positions of every intake (MODEL 2.6, 6.2): opened as planned, or as was decided on what was known; those that nobody took kept where they are; no more filled,
 * by starts and by promises, than can be. Notes those filled as places taken.
 */
export function checkPositions(audit: Audit): void {
  const { plan, book, tally: { filled: all }, tables: { intakes } } = audit;
  const { intake } = plan;
  for (let queue = 0; queue < plan.regions * plan.pathways; queue++) {
    const count: Count = { queue, rule: plan.rules.find((rule) => rule.queue === queue), levels: [], last: -1, left: 0 };
    let decision = 0;
    const from = queue * plan.steps;
    const intakeFrom = queue * (plan.steps + 1);
    // Rules decide in any step; without them nothing happens to positions but at an intake.
    for (let t = 0; t < plan.steps; t++) {
      if (count.rule === undefined) t = intakes.first[intakeFrom + t]!;
      if (t === plan.steps) break;
      const filled = all[from + t]!;
      if (filled > 0) reserve(plan, book, t, plan.positionsPool[queue]!, t, t, PLACE * filled, NEVER);
      if (intake[from + t] === 1) checkIntake(audit, count, t);
      if (count.rule === undefined || count.rule.steps[decision] !== t) continue;
      decision += 1;
      decide(audit, count, count.rule, t);
    }
  }
}

function checkIntake(audit: Audit, count: Count, t: number): void {
  const { plan, trace, tally, report } = audit;
  const { queue } = count;
  const at = queue * plan.steps + t;
  const opened = openedAt(plan, count, t);
  const carried = plan.carries[queue] === 1 ? count.left : 0;
  const fillable = trace.fillable[at]!;
  const filled = tally.filled[at]!;
  const isAsDecided = trace.opened[at] === opened && (opened < 0 || trace.carried[at] === carried);
  const isFillable = opened < 0 ? fillable === -1 : fillable === carried + holdingOf(audit, count, t, opened) && filled <= fillable;
  if (!isAsDecided || !isFillable) complain(report, 'positions', { queue, step: t, opened: trace.opened[at]!, expected: opened, carried: trace.carried[at]!, kept: carried, fillable, filled });
  count.last = t;
  count.left = opened < 0 ? 0 : fillable - filled;
}

/** −1 where there is no limit, whatever was decided; else the last number decided that is in force, or the plan's. */
function openedAt(plan: Plan, { queue, levels }: Count, t: number): number {
  const pool = plan.positionsPool[queue]!;
  const places = pool === NO_POOL ? UNLIMITED : plan.capacity[pool * plan.horizon + t]!;
  if (places >= UNLIMITED) return -1;
  return levels.findLast(({ from }) => from <= t)?.level ?? places / UNIT;
}

/** How many of the new positions can be filled after no-shows: all where every offer holds; else a draw by offer number says which do. */
function holdingOf({ plan, roster: { given, key } }: Audit, { queue }: Count, t: number, opened: number): number {
  if (given) {
    const from = given.fillable.from[queue * plan.steps + t]!;
    const numbers = given.fillable.from[queue * plan.steps + t + 1]! - from;
    return numbers === 0 ? opened : given.fillable.values[from + Math.min(opened, numbers - 1)]!;
  }
  if (!key || plan.offerHolds[queue]! >= ALWAYS) return opened;
  const words = new Int32Array(2);
  draw(key.seed, key.replication, plan.queueHash[queue]!, counterOf(PURPOSE.offer, 0), words);
  const [own0, own1] = [words[0]!, words[1]!];
  const offers = opened + Math.ceil((plan.overOffer[queue]! * opened) / 1000) + plan.reserveOffers[queue]!;
  let holding = 0;
  for (let nth = 0; nth < offers; nth++) {
    draw(own0, own1, plan.firstMonth * plan.stepsPerMonth + t, nth, words);
    if (words[0]! >>> 0 < plan.offerHolds[queue]!) holding += 1;
  }
  return Math.min(opened, holding);
}

/** A decision at the end of a step: the first line that applies changes the number, within floor and ceiling, and is in force when the lead time is over. */
function decide(audit: Audit, count: Count, rule: Rule, t: number): void {
  const { plan, trace } = audit;
  const now = count.levels.at(-1)?.level ?? (count.last < 0 ? -1 : trace.opened[count.queue * plan.steps + count.last]!);
  const line = rule.lines.find(({ reads, above }) => readingAt(audit, count, rule, reads, t) > above);
  if (now < 0 || !line) return;
  const one = { from: t + rule.lead, level: Math.min(rule.ceiling, Math.max(rule.floor, now + line.change)) };
  count.levels.push(one);
  audit.decided.push({ queue: count.queue, step: t, before: now, ...one });
}

function readingAt({ plan, roster, trace, tally }: Audit, { queue, last }: Count, { year }: Rule, reads: Rule['lines'][number]['reads'], t: number): number {
  const at = queue * plan.steps;
  if (reads === 'queue') return trace.queue[at + t]!;
  if (reads === 'vacant') return last < 0 ? 0 : trace.opened[at + last]! + trace.carried[at + last]! - tally.filled[at + last]! + tally.lost[at + last]!;
  let joined = 0;
  for (let u = Math.max(0, t - year + 1); u <= t; u++) joined += tally.arrived[at + u]!;
  if (t < year) joined -= joinedBefore(roster, plan, queue, t - year);
  return joined;
}

/** Those of the initial queue who joined it in a step or before; they count as arrivals of step 0. */
function joinedBefore(roster: Roster, plan: Plan, queue: number, step: number): number {
  let before = 0;
  for (let row = 0; row < roster.rows && roster.joins[row]! < 0; row++) {
    const isOfQueue = roster.initialVariant[row]! < 0 && roster.region[row]! * plan.pathways + roster.pathway[row]! === queue;
    if (isOfQueue && roster.joins[row]! <= step) before += 1;
  }
  return before;
}
