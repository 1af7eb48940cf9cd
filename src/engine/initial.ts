import type { Plan } from './plan.js';
import type { Roster } from './roster.js';

/** Steps left of each stretch of a doctor who is in training when the run begins: the last ones of the blocks in listed order (MODEL 9.1). */
export function leftAtBeginning(plan: Plan, roster: Roster, row: number): number[] {
  if (roster.given !== undefined) {
    const { from, values } = roster.given.initialLeft;
    return Array.from({ length: from[row + 1]! - from[row]! }, (_, i) => values[from[row]! + i]!);
  }
  const variant = roster.initialVariant[row]!;
  let from = roster.initialLeft[row]! - plan.variantLength[variant]!;
  const left: number[] = [];
  for (let stretch = plan.stretchFrom[variant]!; stretch < plan.stretchFrom[variant + 1]!; stretch++) {
    const until = from + plan.stretchLength[stretch]!;
    left.push(Math.max(0, until - Math.max(from, 0)));
    from = until;
  }
  return left;
}
