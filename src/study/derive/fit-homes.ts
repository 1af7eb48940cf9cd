/** How many rounds a fit takes at most, and how near the column targets it comes. */
const ROUNDS = 1_000;
const NEAR = 1e-9;

/**
 * Where the graduates of each place of study seek first, fitted by iterative proportional fitting: shares near the prior, such
 * that every region gets the number aimed at. Targets are scaled to the row totals; rows come back as shares that sum to one.
 */
export function fitHomes(prior: readonly (readonly number[])[], rowTotals: readonly number[], columnTargets: readonly number[]): number[][] {
  const scale = sum(rowTotals) / sum(columnTargets);
  const targets = columnTargets.map((target) => target * scale);
  const flows = prior.map((row, u) => scaleTo(row, rowTotals[u]!));
  for (let round = 0; round < ROUNDS; round++) {
    const worst = fitColumns(flows, targets);
    flows.forEach((row, u) => (flows[u] = scaleTo(row, rowTotals[u]!)));
    if (worst < NEAR) break;
  }
  return flows.map((row) => scaleTo(row, 1));
}

/** Scales every column to its target; returns the largest relative miss before. */
function fitColumns(flows: number[][], targets: readonly number[]): number {
  let worst = 0;
  targets.forEach((target, r) => {
    const now = sum(flows.map((row) => row[r]!));
    if (now <= 0) return;
    worst = Math.max(worst, Math.abs(target - now) / Math.max(target, 1));
    for (const row of flows) row[r] = (row[r]! * target) / now;
  });
  return worst;
}

function scaleTo(row: readonly number[], total: number): number[] {
  const now = sum(row);
  return row.map((value) => (now > 0 ? (value * total) / now : 0));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
