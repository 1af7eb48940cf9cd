import { checkTime } from '../analysis/index.js';
import type { CheckAsked, Grid } from '../analysis/index.js';
import { showMonth } from '../base/index.js';
import type { Axes } from '../engine/index.js';
import type { Check, Scenario } from '../model/index.js';

/** The planner's checks by their places along the axes of a report. */
export function listChecks({ checks = [] }: Scenario, axes: Axes, grid: Grid): readonly CheckAsked[] {
  return checks.map((check) => ({
    kind: check.kind,
    area: check.region === null && check.area === null ? 0 : grid.labels.area.findIndex(({ id }) => id === (check.region ?? `area:${check.area!}`)),
    pathway: axes.pathways.findIndex(({ id }) => id === check.pathway),
    period: periodOf(check, grid),
    months: check.months,
    rule: check.rule,
    limit: check.limit,
    within: check.within,
    at: check.cell,
  }));
}

/** The queue of a year is that at its end. */
function periodOf({ kind, month, year, term }: Check, { labels }: Grid): number | null {
  const at = month ?? (kind === 'queue' && year !== null ? 12 * year + 11 : null);
  const id = at !== null ? showMonth(at) : term !== null ? `${Math.floor(term / 2)}-${term % 2 === 0 ? 'VT' : 'HT'}` : year === null ? null : String(year);
  return id === null ? null : labels[checkTime(kind)].findIndex((label) => label.id === id);
}
