import { BugError } from '../base/index.js';
import type { Axis, Figure, Findings, Summary } from '../analysis/index.js';
import type { Lang } from './words.js';

/** What there is to draw of one figure at one place along its axes; null where the figure has no value. */
export function cellOf(findings: Findings, id: string, at: Readonly<Partial<Record<Axis, number>>>): Summary | null {
  const figure = findings.figures[id];
  if (figure === undefined) return null;
  let index = 0;
  for (const axis of figure.over) {
    const i = at[axis] ?? 0;
    const length = findings.labels[axis].length;
    if (i < 0 || i >= length) throw new BugError(`no place ${i} along ${axis} of ${id}`);
    index = index * length + i;
  }
  return figure.cells[index] ?? null;
}

/** Where along its axes the i-th cell of a figure lies. */
export function placeOf(findings: Findings, figure: Figure, index: number): number[] {
  const place: number[] = [];
  let rest = index;
  for (const axis of figure.over.toReversed()) {
    const length = findings.labels[axis].length;
    place.unshift(rest % length);
    rest = Math.floor(rest / length);
  }
  return place;
}

/** The label of a place along an axis. */
export function labelOf(findings: Findings, axis: Axis, i: number, lang: Lang): string {
  const label = findings.labels[axis][i];
  if (label === undefined) throw new BugError(`no label ${i} along ${axis}`);
  return label[lang];
}

/** The whole that the findings are of, as it stands inside a sentence. */
export function wholeName(findings: Findings, lang: Lang): string {
  const name = labelOf(findings, 'area', 0, lang);
  return lang === 'sv' ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** Whether all months of a term are reported: a spring term is February–July, an autumn term August–January. */
export function isWholeTerm(findings: Findings, id: string): boolean {
  const [year, part] = id.split('-');
  const first = 12 * Number(year) + (part === 'HT' ? 7 : 1);
  return first >= findings.axes.reportFrom && first + 5 <= findings.axes.to;
}

/**
 * When a period begins, in years: ids are `2026`, `2026-03` (month), `2026-H1` (half-year). A term (`2026-VT`, `2026-HT`) stands where its class is ready: June,
 * and January of the next year.
 */
export function periodStart(id: string): number {
  const [year = '', part = ''] = id.split('-');
  if (/^\d\d$/.test(part)) return Number(year) + (Number(part) - 1) / 12;
  if (part === 'VT' || part === 'HT') return Number(year) + (part === 'VT' ? 5 / 12 : 1);
  return Number(year) + (part === 'H2' ? 0.5 : 0);
}
