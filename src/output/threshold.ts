import type { BreakEven, Findings } from '../analysis/index.js';
import { number, say, type Lang } from './words.js';

/** Places under which a block runs short somewhere in an area, if they were shared out just right: the sum of its regions' own thresholds. */
export interface Threshold {
  readonly used: number;
  readonly needed: number;
  /** Places there are; those of them that are assumed. */
  readonly has: number;
  readonly assumed: number;
  /** Regions that have them, and those of which nothing but an assumption is known. */
  readonly regions: number;
  readonly assumedRegions: number;
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
  const assumed = sum((row) => (isAssumed(row) ? row.assumed : 0));
  return { used, needed, has: sum((row) => row.assumed), assumed, regions: rows.length, assumedRegions: rows.filter(isAssumed).length, headroom: used > 0 ? needed / used - 1 : 0 };
}

/** Assumed until a source or the scenario itself gives the region's own number, which then replaces the assumption (MODEL 9.2). */
export const isAssumed = (row: BreakEven): boolean => row.quality === 'assumption' && !row.own;

/** What there is, and what it rests on: "antaget 12", "eget tal 12", "har 40, varav 12 antagna". */
export function hasWords(threshold: Threshold, lang: Lang): string {
  const { regions, assumed } = threshold;
  const has = number(lang, threshold.has);
  if (threshold.assumedRegions === regions) return say(lang, 'threshold.assumed', { has });
  if (threshold.assumedRegions === 0) return say(lang, 'threshold.own', { has, regions });
  return say(lang, 'threshold.some', { has, assumed: number(lang, assumed) });
}

/** The block of an area that needs most beside what there is; null where none is limited. */
export function tightestOf(findings: Findings, area: number): (Threshold & { readonly block: number }) | null {
  const known = findings.labels.block.flatMap((_, block) => {
    const threshold = thresholdOf(findings, area, block);
    return threshold === null ? [] : [{ ...threshold, block }];
  });
  return known.toSorted((a, b) => b.needed * a.has - a.needed * b.has || a.block - b.block)[0] ?? null;
}

function belongs(findings: Findings, row: BreakEven, area: number): boolean {
  const region = findings.axes.regions[row.region];
  const label = findings.labels.area[area];
  if (region === undefined || label === undefined) return false;
  return area === 0 || label.id === region.id || label.id === `area:${findings.axes.areas[region.area]?.id ?? ''}`;
}
