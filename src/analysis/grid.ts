import { showMonth } from '../base/index.js';
import { CAUSE, causeCount } from '../engine/index.js';
import type { Axes, Plan } from '../engine/index.js';
import type { Axis, AxisLabels } from './findings.js';

type Label = AxisLabels[Axis][number];

/** Months after degree or licence that starts are counted within (MODEL 10). */
export const WITHIN_MONTHS = [3, 6, 12] as const;

/** The directions that figures lie along, and where each region and step falls on them. Areas: everything, then larger areas, then regions. */
export interface Grid {
  readonly labels: AxisLabels;
  readonly sizes: Readonly<Record<Axis, number>>;
  /** The areas that a region counts in. */
  readonly areasOf: readonly (readonly number[])[]; // [region]
  /** First step of the report. */
  readonly firstStep: number;
  /** Place on each axis of time of a step; −1 outside the report. */
  readonly monthOf: Int32Array; // [step]
  readonly halfYearOf: Int32Array; // [step]
  readonly yearOf: Int32Array; // [step]
  /** Last step of each month of the report. */
  readonly lastStepOf: Int32Array; // [month]
  /** Place on the axis of terms of a month number: who gets a degree in January belongs to the autumn term before; −1 outside the report. */
  readonly termOf: (month: number) => number;
  /** Whether the report holds all six months of a term: a part of a class would look like a small one. */
  readonly isWholeTerm: (term: number) => boolean;
}

const MONTHS_SV = ['jan.', 'feb.', 'mars', 'apr.', 'maj', 'juni', 'juli', 'aug.', 'sep.', 'okt.', 'nov.', 'dec.'];
const MONTHS_EN = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Lays the axes of a report; `headrooms` are the scenario's low, likely and high one. */
export function layGrid(plan: Plan, axes: Axes, headrooms: readonly (number | undefined)[]): Grid {
  const { reportFrom, to, stepsPerMonth } = axes;
  const months = to - reportFrom + 1;
  const firstHalf = Math.floor(reportFrom / 6);
  const firstTerm = termNumber(reportFrom);
  const firstYear = Math.floor(reportFrom / 12);
  const firstStep = (reportFrom - axes.from) * stepsPerMonth;
  const at = (unit: number, first: number) =>
    Int32Array.from({ length: plan.steps }, (_, t) => (t < firstStep ? -1 : Math.floor((axes.from + Math.floor(t / stepsPerMonth)) / unit) - first));
  const labels: AxisLabels = {
    area: areaLabels(axes),
    stream: axes.streams,
    pathway: axes.pathways,
    block: axes.blocks,
    cause: causeLabels(plan, axes),
    term: range(termNumber(to) - firstTerm + 1, (i) => termLabel(firstTerm + i)),
    month: range(months, (i) => monthLabel(reportFrom + i)),
    'half-year': range(Math.floor(to / 6) - firstHalf + 1, (i) => halfYearLabel(firstHalf + i)),
    year: range(Math.floor(to / 12) - firstYear + 1, (i) => same(String(firstYear + i))),
    headroom: ['low', 'likely', 'high'].map((id, h) => percentLabel(id, headrooms[h] ?? headrooms[1] ?? 0)),
    k: WITHIN_MONTHS.map((k) => ({ id: String(k), sv: `inom ${k} månader`, en: `within ${k} months` })),
  };
  const size = (axis: Axis): number => labels[axis].length;
  return {
    labels,
    sizes: Object.fromEntries((Object.keys(labels) as Axis[]).map((axis) => [axis, size(axis)])) as Record<Axis, number>,
    areasOf: axes.regions.map((region, r) => [0, 1 + region.area, 1 + axes.areas.length + r]),
    firstStep,
    monthOf: at(1, reportFrom),
    halfYearOf: at(6, firstHalf),
    yearOf: at(12, firstYear),
    lastStepOf: Int32Array.from({ length: months }, (_, m) => firstStep + (m + 1) * stepsPerMonth - 1),
    isWholeTerm: (term) => 6 * (firstTerm + term) + 1 >= reportFrom && 6 * (firstTerm + term) + 6 <= to,
    termOf: (month) => (month >= reportFrom && month <= to ? termNumber(month) - firstTerm : -1),
  };
}

/** Spring terms are February–July, autumn terms August–January. */
function termNumber(month: number): number {
  return Math.floor((month - 1) / 6);
}

function range(length: number, label: (i: number) => Label): Label[] {
  return Array.from({ length }, (_, i) => label(i));
}

function same(id: string): Label {
  return { id, sv: id, en: id };
}

function percentLabel(id: string, share: number): Label {
  const percent = String(Math.round(share * 1000) / 10);
  return { id, sv: `${percent.replace('.', ',')}\u00a0%`, en: `${percent}%` };
}

/** Several larger areas are the country; one is what the scenario covers. */
function areaLabels(axes: Axes): Label[] {
  const all = axes.areas.length > 1 ? { id: 'riket', sv: 'Riket', en: 'Sweden' } : { id: 'alla', sv: 'Alla regioner', en: 'All regions' };
  return [all, ...axes.areas.map((a) => ({ ...a, id: `area:${a.id}` })), ...axes.regions.map(({ id, sv, en }) => ({ id, sv, en }))];
}

function causeLabels(plan: Plan, axes: Axes): Label[] {
  const rows: Label[] = Array.from({ length: causeCount(plan) }, () => same(''));
  rows[CAUSE.awaitingIntake] = { id: 'awaiting-intake', sv: 'väntan på antagning', en: 'awaiting intake' };
  rows[CAUSE.positions] = { id: 'positions', sv: 'tjänster', en: 'positions' };
  rows[CAUSE.mainSupervisors] = { id: 'main-supervisors', sv: 'huvudhandledare', en: 'main supervisors' };
  axes.blocks.forEach((block, b) => {
    rows[CAUSE.blocks + b] = { id: `slots/${block.id}`, sv: `platser i ${block.sv.toLowerCase()}`, en: `slots in ${block.en.toLowerCase()}` };
    rows[CAUSE.blocks + plan.blocks + b] = { id: `supervisors/${block.id}`, sv: `handledare i ${block.sv.toLowerCase()}`, en: `supervisors in ${block.en.toLowerCase()}` };
  });
  if (plan.hasStPosts) rows[rows.length - 1] = { id: 'st-posts', sv: 'ST-tjänster', en: 'ST posts' };
  return rows;
}

function monthLabel(month: number): Label {
  const year = Math.floor(month / 12);
  const name = month % 12;
  return { id: showMonth(month), sv: `${MONTHS_SV[name]!} ${year}`, en: `${MONTHS_EN[name]!} ${year}` };
}

function termLabel(half: number): Label {
  const year = Math.floor(half / 2);
  const isSpring = half % 2 === 0;
  return { id: `${year}-${isSpring ? 'VT' : 'HT'}`, sv: `${isSpring ? 'VT' : 'HT'} ${year}`, en: `${isSpring ? 'spring' : 'autumn'} ${year}` };
}

function halfYearLabel(half: number): Label {
  const year = Math.floor(half / 2);
  const n = (half % 2) + 1;
  return { id: `${year}-H${n}`, sv: `${n === 1 ? 'första' : 'andra'} halvåret ${year}`, en: `${n === 1 ? 'first' : 'second'} half of ${year}` };
}
