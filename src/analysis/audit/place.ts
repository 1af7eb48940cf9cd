import { NEVER } from '../../engine/index.js';
import type { Plan, Roster, Trace } from '../../engine/index.js';
import { BEFORE } from './book.js';
import type { Book } from './book.js';
import type { Careers } from './careers.js';
import { personalLength, stretchLengthOf } from './lengths.js';
import type { Decided } from './positions.js';
import { awaitSitting } from './sittings.js';
import type { Sitters } from './sittings.js';
import type { Tables } from './tables.js';
import type { Tally } from './tally.js';
import type { Report } from './violations.js';

/** What an audit works on, and one doctor's way through training while it is walked. */
export interface Audit {
  readonly plan: Plan;
  readonly roster: Roster;
  readonly trace: Trace;
  readonly tables: Tables;
  readonly careers: Careers;
  readonly tally: Tally;
  readonly book: Book;
  readonly sitters: Sitters;
  readonly report: Report;
  readonly hasPromises: boolean; // doctors may be recruited before the licence
  readonly rest: Int32Array; // [stretch] steps that the doctor has still to serve
  readonly isPlanned: Uint8Array; // [stretch] see reserveCancelled
  readonly decided: Decided[]; // by rules, queue by queue in order of time
}

/** Where a doctor is: `at` is the first step not yet accounted for. */
export interface Place {
  readonly row: number;
  readonly variant: number;
  readonly region: number;
  readonly queue: number;
  readonly longest: number; // steps from start to completion in a form with gaps; 0: no gaps
  ends: number; // the step before which a form with gaps must be done
  at: number;
  remaining: number; // steps
  served: number; // steps, in the run
  made: number; // step in which what is being served was reserved
  last: number; // stretch served last
  held: number; // step in which the main supervisor was reserved; NEVER: none is held
  heldFrom: number;
  heldUntil: number;
  post: number; // step in which the ST post was reserved, or gone on with after leave; NEVER: not
  postFrom: number;
  postUntil: number; // last step of the first block
  away: number; // step in which a leave began that the ST post is held in; NEVER: in none
  wentOn: number; // step of the start, or of going on after the last leave
  spent: number; // steps from start or going on to leave, summed
  isBack: boolean; // waits after leave
  nth: number; // leave that falls due next
  due: number; // steps served when it does; NEVER: none does before the training ends
}

/** The first place of a doctor who is employed, with the steps of each stretch that are still to be served. */
export function enterTraining(audit: Audit, row: number): Place {
  const { plan, roster, trace } = audit;
  const variant = trace.variant[row]!;
  const region = trace.region[row]!;
  const isInitial = roster.initialVariant[row]! >= 0;
  const remaining = layRest(audit, row, variant, isInitial);
  const at = isInitial ? 0 : trace.starts[row]!;
  const made = isInitial ? BEFORE : audit.hasPromises && trace.recruited[row] !== NEVER ? trace.recruited[row]! : at;
  const wentOn = isInitial && !roster.given ? trace.starts[row]! : at;
  const longest = longestOf(audit, row, variant);
  const place: Place = {
    row, variant, region, queue: region * plan.pathways + roster.pathway[row]!, longest, ends: at + longest,
    at, remaining, served: 0, made, last: -1, held: NEVER, heldFrom: 0, heldUntil: 0, post: NEVER, postFrom: 0, postUntil: 0, away: NEVER, wentOn, spent: 0, isBack: false, nth: 0, due: NEVER,
  };
  if (audit.sitters.met.length > 0) awaitSitting(audit, row, variant);
  return place;
}

/** Lays what each stretch has left, and adds it up; in training from the beginning, the last steps of the blocks as listed. */
function layRest({ plan, roster, rest }: Audit, row: number, variant: number, isInitial: boolean): number {
  const given = isInitial ? roster.given?.initialLeft : undefined;
  const left = roster.initialLeft[row]!;
  let remaining = 0;
  for (let s = plan.stretchFrom[variant + 1]! - 1; s >= plan.stretchFrom[variant]!; s--) {
    if (given) rest[s] = given.values[given.from[row]! + s - plan.stretchFrom[variant]!]!;
    else rest[s] = isInitial ? Math.min(plan.stretchLength[s]!, left - remaining) : stretchLengthOf(plan, roster, row, s);
    remaining += rest[s]!;
  }
  return remaining;
}

/** The longest total time of a form with gaps, stretched, and never less than its blocks (MODEL 3.9); step by step it is not looked at. */
function longestOf({ plan, roster }: Audit, row: number, variant: number): number {
  const longest = plan.variantLongest[variant]!;
  if (longest === 0 || plan.mode === 'step') return 0;
  let blocks = 0;
  for (let s = plan.stretchFrom[variant]!; s < plan.stretchFrom[variant + 1]!; s++) blocks += stretchLengthOf(plan, roster, row, s);
  return Math.max(blocks, personalLength(longest, roster.factorNumerator[row]!, roster.factorDenominator[row]!));
}
