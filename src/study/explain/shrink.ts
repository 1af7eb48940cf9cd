import type { FixPart } from './fix.js';

/** How many steps a part of a change lasts. */
export const lengthOf = ({ from, until }: FixPart): number => until - from + 1;

/**
 * Takes away from a change as long as it still does: a pool, a place of a pool in all its steps, steps at either end, and at last a step by moving the rest of the run elsewhere within its reach.
 * More room may lead those before to take it, so that less may do where more does not: every change is asked for anew, and it ends where nothing of all this can go.
 */
export function shrink(parts: readonly FixPart[], reach: readonly FixPart[], does: (parts: readonly FixPart[]) => boolean): readonly FixPart[] {
  let best = parts;
  for (;;) {
    const less = lessThan(best, reach).find(does);
    if (less === undefined) return best;
    best = less;
  }
}

/** Every change with less of one pool that is tried, the boldest first. */
function lessThan(parts: readonly FixPart[], reach: readonly FixPart[]): (readonly FixPart[])[] {
  const without = parts.length === 1 ? [] : parts.map((part) => parts.filter((one) => one !== part));
  const each = (smaller: (part: FixPart) => readonly FixPart[]): (readonly FixPart[])[] => parts.flatMap((part) => smaller(part).map((less) => parts.map((one) => (one === part ? less : one))));
  return [...without, ...each(fewer), ...each(shorter), ...each((part) => elsewhere(part, reach.find(({ kind, of }) => kind === part.kind && of === part.of)!))];
}

const fewer = (part: FixPart): FixPart[] => (part.places === 1 ? [] : [{ ...part, places: part.places - 1 }]);

function shorter(part: FixPart): FixPart[] {
  const cuts: number[] = [];
  for (let cut = Math.floor(lengthOf(part) / 2); cut > 0; cut = Math.floor(cut / 2)) cuts.push(cut);
  return cuts.flatMap((cut) => [{ ...part, until: part.until - cut }, { ...part, from: part.from + cut }]);
}

/** The runs one step shorter that are not a part of it; positions are those of one step. */
function elsewhere(part: FixPart, reach: FixPart): FixPart[] {
  const length = lengthOf(part) - 1;
  const firsts = length === 0 ? [] : Array.from({ length: lengthOf(reach) - length + 1 }, (_, shift) => reach.from + shift);
  return firsts.filter((from) => from !== part.from && from !== part.from + 1).map((from) => ({ ...part, from, until: from + length - 1 }));
}
