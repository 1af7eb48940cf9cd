import { apportion } from '../../base/index.js';
import { hashName } from '../../engine/index.js';
import type { Plan } from '../../engine/index.js';
import { monthNumber, stepOf, yearOf } from '../calendar.js';
import { overOfferUnits } from '../offers.js';
import { threshold } from '../chances.js';
import type { Pathway } from '../scenario.js';
import { take } from './frame.js';
import type { Frame } from './frame.js';

/** Positions opened by region, pathway and step; null where they are unlimited. */
export interface Positions {
  readonly opened: readonly (Int32Array | null)[]; // [region × pathway] → [step]
  readonly columns: Pick<Plan, 'intake' | 'closesSteps' | 'windowSteps' | 'attraction' | 'carries' | 'offerHolds' | 'overOffer' | 'reserveOffers' | 'queueHash' | 'rules'>;
}

/** Intakes, and the positions opened at them: a year's positions are shared equally over its intakes, the first ones taking what is over. */
export function layIntakes(frame: Frame): Positions {
  const { regions, pathways, steps, scenario } = frame;
  const intake = new Int32Array(regions.length * pathways.length * steps);
  const attraction = new Float64Array(intake.length);
  const opened: (Int32Array | null)[] = [];
  regions.forEach((region, r) => {
    const factor = scenario.applications.attraction.find((a) => a.region === region)?.factor;
    const weight = factor ? take(frame, factor) : 1;
    pathways.forEach((id, p) => {
      const cell = (r * pathways.length + p) * steps;
      const pathway = scenario.pathways.find((x) => x.id === id)!;
      const isIntake = intakeMonths(pathway, region);
      for (let t = 0; t < steps; t++) intake[cell + t] = isIntake(frame, t) ? 1 : 0;
      const { byStep, byYear } = openPositions(frame, region, pathway);
      opened.push(byStep);
      for (let t = 0; t < steps; t++) attraction[cell + t] = weight * (byYear === null ? 1 : (byYear.get(yearOf(monthAt(frame, t))) ?? 0));
    });
  });
  const byPathway = (of: (pathway: Pathway) => number): Int32Array => Int32Array.from(pathways, (id) => of(scenario.pathways.find((x) => x.id === id)!));
  const columns = { intake, attraction, closesSteps: byPathway(({ intakes }) => intakes.closes), windowSteps: byPathway(({ intakes }) => intakes.window) };
  return { opened, columns: { ...columns, ...layOffers(frame, opened), rules: layRules(frame, opened) } };
}

/** What becomes of the positions between offer and start; where they are unlimited there is nothing to miss. */
function layOffers(frame: Frame, opened: Positions['opened']): Pick<Plan, 'carries' | 'offerHolds' | 'overOffer' | 'reserveOffers' | 'queueHash'> {
  const { regions, pathways, scenario } = frame;
  const queues = regions.flatMap((region) => pathways.map((pathway) => ({ region, pathway })));
  const rows = queues.map(({ region, pathway }, queue) => (opened[queue] === null ? undefined : scenario.offers.find((row) => row.region === region && row.pathway === pathway)));
  return {
    carries: Int32Array.from(rows, (row) => (row?.carry ? 1 : 0)),
    offerHolds: Float64Array.from(rows, (row) => threshold(row ? 1 - take(frame, row.noShows) : 1)),
    overOffer: Int32Array.from(rows, (row) => (row ? overOfferUnits(row) : 0)),
    reserveOffers: Int32Array.from(rows, (row) => row?.reserve ?? 0),
    queueHash: Float64Array.from(queues, ({ region, pathway }) => hashName(`positions ${region} ${pathway}`)),
  };
}

/** Positions by rule, decided in the first step of a month (MODEL 6.2). */
function layRules(frame: Frame, opened: Positions['opened']): Plan['rules'] {
  const { regions, pathways, steps, perMonth, scenario } = frame;
  const rules = scenario.decisions.flatMap(({ region, pathway, months, lead, floor, ceiling, lines }) => {
    const queue = regions.indexOf(region) * pathways.length + pathways.indexOf(pathway);
    const at = Array.from({ length: steps }, (_, t) => t).filter((t) => t % perMonth === 0 && months.includes((monthAt(frame, t) % 12) + 1));
    return opened[queue] === null || at.length === 0 ? [] : [{ queue, steps: Int32Array.from(at), lead, year: 12 * perMonth, floor, ceiling, lines }];
  });
  return rules.sort((a, b) => a.queue - b.queue);
}

function monthAt(frame: Frame, t: number): number {
  return frame.scenario.time.from + Math.floor(t / frame.perMonth);
}

function intakeMonths(pathway: Pathway, region: string): (frame: Frame, t: number) => boolean {
  const { everyStep } = pathway.intakes;
  const months = monthsOf(pathway, region);
  return (frame, t) => everyStep || (t % frame.perMonth === 0 && months.includes((monthAt(frame, t) % 12) + 1));
}

function monthsOf(pathway: Pathway, region: string): readonly number[] {
  return pathway.intakes.byRegion.find((row) => row.region === region)?.months ?? pathway.intakes.months;
}

/** Positions of one region and pathway by step of the run, and by calendar year (the whole year, also outside the run). */
function openPositions(frame: Frame, region: string, pathway: Pathway): { byStep: Int32Array | null; byYear: Map<number, number> | null } {
  const rows = frame.scenario.positions?.filter((row) => row.region === region && row.pathway === pathway.id) ?? null;
  if (rows === null || rows.some((row) => row.number === null)) return { byStep: null, byYear: null };
  const byStep = new Int32Array(frame.steps);
  const byYear = new Map<number, number>();
  for (const row of rows) {
    const year = row.year ?? yearOf(row.month!);
    const at = row.month === undefined ? yearSteps(frame, region, pathway, year) : [stepOf(frame.scenario, row.month)];
    if (year < yearOf(monthAt(frame, 0)) || year > yearOf(monthAt(frame, frame.steps - 1))) continue;
    const number = take(frame, row.number!);
    byYear.set(year, (byYear.get(year) ?? 0) + number);
    apportion(number, at.map(() => 1)).forEach((part, i) => {
      if (at[i]! >= 0 && at[i]! < frame.steps) byStep[at[i]!]! += part;
    });
  }
  return { byStep, byYear };
}

/** The intake steps of a whole calendar year; they may lie outside the run. */
function yearSteps(frame: Frame, region: string, pathway: Pathway, year: number): number[] {
  const first = stepOf(frame.scenario, monthNumber(year, 1));
  if (pathway.intakes.everyStep) return Array.from({ length: 12 * frame.perMonth }, (_, i) => first + i);
  return [...monthsOf(pathway, region)].sort((a, b) => a - b).map((month) => first + (month - 1) * frame.perMonth);
}
