/** The most groups of changes whose every subset is run: 2⁸ runs a replication. */
export const MOST_EXACT = 8;

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));

/** The whole number by which exact contributions of so many groups are divided: n!. */
export const exactDivisor = (groups: number): number => factorial(groups);

/**
 * What each group contributes to the whole (Shapley 1953, "A value for n-person games"): the mean, over all orders in which the groups may be made one after another, of
 * what the group adds when its turn comes. `values` of every subset of the groups, by its bits. Whole values give whole numbers here: contributions times n!, so that
 * they sum to n! times what all groups make together, to the last digit.
 */
export function shapley(values: readonly number[]): readonly number[] {
  const groups = Math.log2(values.length);
  return Array.from({ length: groups }, (_, group) => {
    let sum = 0;
    for (let subset = 0; subset < values.length; subset++) {
      if ((subset & (1 << group)) !== 0) continue;
      const size = countBits(subset);
      sum += factorial(size) * factorial(groups - size - 1) * (values[subset | (1 << group)]! - values[subset]!);
    }
    return sum;
  });
}

/** What two groups make together beyond what each makes alone, for every pair (i < j). */
export function interactions(values: readonly number[]): readonly { readonly pair: readonly [number, number]; readonly value: number }[] {
  const groups = Math.log2(values.length);
  return Array.from({ length: groups }, (_, j) => j).flatMap((j) =>
    Array.from({ length: j }, (_, i) => ({ pair: [i, j] as const, value: values[(1 << i) | (1 << j)]! - values[1 << i]! - values[1 << j]! + values[0]! })),
  );
}

/** What each group adds at its turn in one order; sums to the whole in every order. `valueAt` of the first so many in the order. */
export function marginals(order: readonly number[], valueAt: (made: number) => number): readonly number[] {
  const found = order.map(() => 0);
  order.forEach((group, turn) => (found[group] = valueAt(turn + 1) - valueAt(turn)));
  return found;
}

function countBits(number: number): number {
  let bits = 0;
  for (let rest = number; rest > 0; rest >>= 1) bits += rest & 1;
  return bits;
}

/** Numbers to be shown with so many decimals whose shown sum must be a shown whole: each rounded down, the units left given to those cut most (largest remainder). */
export function roundTogether(parts: readonly number[], whole: number, decimals: number): readonly number[] {
  const unit = 10 ** decimals;
  const scaled = parts.map((part) => part * unit);
  const shown = scaled.map(Math.floor);
  const order = scaled.map((value, i) => ({ i, cut: value - shown[i]! })).sort((a, b) => b.cut - a.cut || a.i - b.i);
  let left = Math.round(whole * unit) - shown.reduce((a, b) => a + b, 0);
  for (let turn = 0; left > 0; turn++, left--) shown[order[turn % order.length]!.i]! += 1;
  for (let turn = order.length - 1; left < 0; turn += turn === 0 ? order.length - 1 : -1, left++) shown[order[turn]!.i]! -= 1;
  return shown.map((value) => value / unit);
}
