import { mean, quantileSorted } from 'simple-statistics';
import type { Summary } from './findings.js';
import { studentT } from './student-t.js';

/** From this many replications on the outcomes' 5–95 % interval is shown; below it the lowest and highest (MODEL 10). */
const FEWEST_FOR_QUANTILES = 20;

/** One figure over replications: the mean with its 95 % confidence interval, and the spread of outcomes (quantile type 7). */
export function summariseCell(values: readonly number[]): Summary | null {
  const known = values.filter((x) => !Number.isNaN(x));
  const n = known.length;
  if (n === 0) return null;
  const sorted = known.toSorted((a, b) => a - b);
  const centre = mean(known);
  const hasQuantiles = n >= FEWEST_FOR_QUANTILES;
  const squares = known.reduce((sum, x) => sum + (x - centre) * (x - centre), 0);
  return {
    n,
    mean: centre,
    halfWidth: n > 1 ? studentT(n) * Math.sqrt(squares / (n - 1) / n) : 0,
    median: quantileSorted(sorted, 0.5),
    low: hasQuantiles ? quantileSorted(sorted, 0.05) : sorted[0]!,
    high: hasQuantiles ? quantileSorted(sorted, 0.95) : sorted[n - 1]!,
    span: hasQuantiles ? 'p05–p95' : 'range',
  };
}
