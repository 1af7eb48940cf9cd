import type { Plan } from './plan.js';

/** Allowed orders of the stretches left, as places in the list, compared lexicographically; of equal stretches the first listed comes first (MODEL 3.2). */
export function listOrders(plan: Plan, base: number, left: ArrayLike<number>): number[][] {
  const places = left.length;
  const open = Array.from({ length: places }, (_, place) => place).filter((place) => left[place]! > 0);
  const after = open.map((b) => open.filter((a) => isBefore(plan, base + a, base + b) || (a < b && left[a] === left[b] && isTwin(plan, base, places, a, b))));
  const orders: number[][] = [];
  const taken: number[] = [];
  const extend = (): void => {
    if (taken.length === open.length) orders.push([...taken]);
    open.forEach((place, i) => {
      if (taken.includes(place) || after[i]!.some((first) => !taken.includes(first))) return;
      taken.push(place);
      extend();
      taken.pop();
    });
  };
  extend();
  return orders;
}

/** Whether precedence puts a stretch before another. */
function isBefore(plan: Plan, first: number, then: number): boolean {
  const { from, values } = plan.stretchAfter;
  for (let i = from[then]!; i < from[then + 1]!; i++) if (values[i] === first) return true;
  return false;
}

/** Whether two stretches may be exchanged without a difference: the same block and need, and the same place among the others. */
function isTwin(plan: Plan, base: number, places: number, a: number, b: number): boolean {
  const x = base + a;
  const y = base + b;
  if (plan.stretchBlock[x] !== plan.stretchBlock[y] || plan.stretchSlots[x] !== plan.stretchSlots[y] || plan.stretchLoad[x] !== plan.stretchLoad[y]) return false;
  for (let z = base; z < base + places; z++) {
    if (z === x || z === y) continue;
    if (isBefore(plan, x, z) !== isBefore(plan, y, z) || isBefore(plan, z, x) !== isBefore(plan, z, y)) return false;
  }
  return !isBefore(plan, y, x);
}
