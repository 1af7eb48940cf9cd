import type { BreakEven, Findings } from '../analysis/index.js';

/** Places under which a block runs short somewhere in an area, if they were shared out just right: the sum of its regions' own thresholds. */
export interface Threshold {
  readonly used: number;
  readonly needed: number;
  readonly assumed: number;
  /** needed ÷ used − 1; 0 where nothing was used. */
  readonly headroom: number;
}

/** The threshold of an area and block; null where no region of it has a limited number of slots (or of supervisors). */
export function thresholdOf(findings: Findings, area: number, block: number, kind: BreakEven['kind'] = 'slots'): Threshold | null {
  const rows = findings.breakEven.filter((row) => row.kind === kind && row.block === block && belongs(findings, row, area));
  if (rows.length === 0) return null;
  const sum = (value: (row: BreakEven) => number): number => rows.reduce((total, row) => total + value(row), 0);
  const used = sum((row) => row.base);
  const needed = sum((row) => row.places);
  return { used, needed, assumed: sum((row) => row.assumed), headroom: used > 0 ? needed / used - 1 : 0 };
}

/** The block of an area that needs most beside what is assumed; null where none is limited. */
export function tightestOf(findings: Findings, area: number): (Threshold & { readonly block: number }) | null {
  const known = findings.labels.block.flatMap((_, block) => {
    const threshold = thresholdOf(findings, area, block);
    return threshold === null ? [] : [{ ...threshold, block }];
  });
  return known.toSorted((a, b) => b.needed * a.assumed - a.needed * b.assumed || a.block - b.block)[0] ?? null;
}

function belongs(findings: Findings, row: BreakEven, area: number): boolean {
  const region = findings.axes.regions[row.region];
  const label = findings.labels.area[area];
  if (region === undefined || label === undefined) return false;
  return area === 0 || label.id === region.id || label.id === `area:${findings.axes.areas[region.area]?.id ?? ''}`;
}
