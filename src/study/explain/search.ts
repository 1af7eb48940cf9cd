import { CAUSE, HELD } from '../../engine/index.js';
import type { Plan, Roster } from '../../engine/index.js';
import { applyFix } from './fix.js';
import type { FixPart } from './fix.js';
import { atStep } from './follow.js';
import { lengthOf, shrink } from './shrink.js';
import { lackingSteps, reachOf } from './turn-room.js';

/** More than anybody would ask for: tells whether a pool is worth looking at. */
const PLENTY = 1000;
/** The most places of one pool that are tried, and the most pools together. */
export const MOST_PLACES = 10;
export const MOST_POOLS = 3;

/** Each trial is a run: a change is made smaller with no more of them than this. */
const MOST_TRIALS = 300;

/** A doctor who did not start at an intake at home. */
export interface Case {
  readonly plan: Plan;
  readonly roster: Roster;
  readonly row: number;
  readonly t: number;
  readonly region: number;
  readonly variant: number;
}

/** A pool that may be given more, with the first and last step in which that could matter, and the steps in which it lacked. */
interface Candidate {
  readonly part: FixPart;
  readonly lacking: readonly number[];
}

/** How a doctor fared at the step with a change: began at home, or why not. */
interface Trial {
  readonly starts: boolean;
  readonly kind: number;
  readonly slots: number;
  readonly supervisors: number;
  readonly held: number;
}

/** The smallest changes of each set of pools, of as few pools as possible, with which the doctor starts; each was tried alone. Empty where none of those tried does. */
export function searchFixes(of: Case): (readonly FixPart[])[] {
  const base = tryParts(of, []);
  const positions = base.kind === CAUSE.positions ? [positionsOf(of)] : [];
  const freed = positions.length === 0 ? base : tryParts(of, positions.map(({ part }) => part));
  const pools = freed.starts || freed.kind !== CAUSE.blocks ? [] : poolsOf(of, freed);
  for (let size = 1; size <= MOST_POOLS; size++) {
    const sets = choose([...positions, ...pools], size).filter((set) => starts(of, set.map(({ part }) => part)));
    const found = sets.flatMap((set) => reduce(of, set));
    if (found.length > 0) return [...new Map(found.map((parts) => [JSON.stringify(parts), parts])).values()];
  }
  return [];
}

function tryParts({ plan, roster, row, t, region }: Case, parts: readonly FixPart[]): Trial {
  return atStep(parts.length === 0 ? plan : applyFix(plan, parts, t), roster, t, ({ state }) => ({
    starts: state.trace.starts[row] === t && state.trace.region[row] === region,
    kind: state.causeKind[row]!,
    slots: state.causeSlots[row]!,
    supervisors: state.causeSupervisors[row]!,
    held: state.causeHeld[row]!,
  }))!;
}

const starts = (of: Case, parts: readonly FixPart[]): boolean => tryParts(of, parts).starts;

function positionsOf({ roster, row, t, region }: Case): Candidate {
  return { part: { kind: 'positions', region, of: roster.pathway[row]!, places: Math.min(PLENTY, roster.rows), from: t, until: t }, lacking: [t] };
}

/** The pools that lacked at the doctor's turn (MODEL 4.2): no smaller set holds another. */
function poolsOf(of: Case, { slots, supervisors, held }: Trial): Candidate[] {
  const { plan, roster, row, t, region, variant } = of;
  const blocks = Array.from({ length: plan.blocks }, (_, block) => block);
  return atStep(plan, roster, t, (moment) => {
    const candidate = (kind: FixPart['kind'], block: number): Candidate => {
      const until = Math.min(plan.horizon, t + reachOf(moment, row, variant, block)) - 1;
      const every = Array.from({ length: until - t + 1 }, (_, i) => t + i);
      return { part: { kind, region, of: block, places: PLENTY, from: t, until }, lacking: kind === 'slots' || kind === 'supervisors' ? lackingSteps(moment, row, region, variant, kind, block) : every };
    };
    return [
      ...blocks.filter((block) => (slots >>> block) & 1).map((block) => candidate('slots', block)),
      ...blocks.filter((block) => (supervisors >>> block) & 1).map((block) => candidate('supervisors', block)),
      ...(held & HELD.main ? [candidate('main-supervisors', -1)] : []),
      ...(held & HELD.stPost ? [candidate('st-posts', -1)] : []),
    ];
  })!;
}

function choose<T>(from: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return from.flatMap((one, i) => choose(from.slice(i + 1), size - 1).map((rest) => [one, ...rest]));
}

/** First as few places of each pool as will do in all steps, then a run of steps between those in which it lacked, then whatever else can go; nothing where it takes too many. */
function reduce(of: Case, set: readonly Candidate[]): (readonly FixPart[])[] {
  let parts = set.map(({ part }) => part);
  const put = (i: number, part: FixPart): readonly FixPart[] => parts.map((one, j) => (j === i ? part : one));
  for (let i = 0; i < parts.length; i++) {
    const fewest = Array.from({ length: MOST_PLACES }, (_, n) => ({ ...parts[i]!, places: n + 1 })).find((part) => starts(of, put(i, part)));
    if (fewest === undefined) return [];
    parts = [...put(i, fewest)];
  }
  const does = limited(MOST_TRIALS, (trial: readonly FixPart[]) => starts(of, trial));
  for (let i = 0; i < parts.length; i++) {
    if (parts[i]!.kind !== 'positions') parts = [...put(i, shorten(parts[i]!, set[i]!.lacking, (part) => does(put(i, part))))];
  }
  return [shrink(parts, set.map(({ part }) => part), does)];
}

/** The shortest run of steps that does, of those that begin and end in steps in which the pool lacked; all steps where none of them does, for others take the room. */
function shorten(part: FixPart, lacking: readonly number[], does: (part: FixPart) => boolean): FixPart {
  const between = (first: number, last: number): FixPart => ({ ...part, from: lacking[first]!, until: lacking[last]! });
  if (lacking.length === 0 || !does(between(0, lacking.length - 1))) return part;
  let best = between(0, lacking.length - 1);
  for (let first = 0; first < lacking.length; first++) {
    for (;;) {
      // The longest run from here that is still shorter than the best so far.
      const last = lacking.findLastIndex((step) => step - lacking[first]! + 1 < lengthOf(best));
      if (last < first || !does(between(first, last))) break;
      best = between(first, last);
    }
  }
  return best;
}

/** The same question, with the answer no when it has been put too often. */
function limited<T>(most: number, ask: (of: T) => boolean): (of: T) => boolean {
  let asked = 0;
  return (of) => asked++ < most && ask(of);
}
