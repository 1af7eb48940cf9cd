import { beforeAll, describe, expect, it } from 'vitest';
import { DECISION_CELLS, MEASURES, agreedFlows, layDecisions, layGrid, measuresOf, observeDecisions, observeExchange, summariseDecisions, summariseExchange } from '../../../src/analysis/index.js';
import type { Grid, Replication } from '../../../src/analysis/index.js';
import { NEVER, drawRoster } from '../../../src/engine/index.js';
import type { Axes, Plan, Roster, Trace } from '../../../src/engine/index.js';
import { compile } from '../../../src/model/index.js';
import { everyRule } from '../../support/every-rule.js';
import { runAudited } from '../../support/plan.js';
import { sampled } from '../../support/sampled.js';
import { pathway, planOf, scenario, stretch } from '../../support/scenario.js';
import { listStays, staysIn } from '../../support/stays.js';

let plan: Plan;
let axes: Axes;
let grid: Grid;
let roster: Roster;
let trace: Trace;
beforeAll(() => {
  ({ plan, axes } = compile(everyRule()));
  grid = layGrid(plan, axes, []);
  roster = drawRoster(plan, { seed: 7, replication: 1 });
  trace = runAudited(plan, roster);
});

const steps = (): number[] => Array.from({ length: plan.steps }, (_, t) => t).filter((t) => t >= grid.firstStep);
const rows = (): number[] => Array.from({ length: roster.rows }, (_, row) => row);
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** The cells of a measure; those of the whole, pathway by pathway and year by year, where it lies along areas. */
function cellsOf(id: string): number[] {
  const measure = MEASURES.find((one) => one.id === id)!;
  const main = { plan, trace };
  const replication: Replication = { roster, main, demand: main, positions: main, room: main, lowHeadroom: main, highHeadroom: main };
  const cells = new Float64Array(measure.over.reduce((size, axis) => size * grid.sizes[axis], 1)).fill(NaN);
  measure.observe(replication, grid, cells);
  return Array.from(measure.over[0] === 'area' ? cells.subarray(0, cells.length / grid.sizes.area) : cells);
}

/** A count for every pathway and year. */
function byYear(count: (p: number, t: number) => number): number[] {
  const cells = Array<number>(plan.pathways * grid.sizes.year).fill(0);
  for (let p = 0; p < plan.pathways; p++) for (const t of steps()) cells[p * grid.sizes.year + grid.yearOf[t]!]! += count(p, t);
  return cells;
}

const series = (column: Int32Array) => (p: number, t: number): number => sum(Array.from({ length: plan.regions }, (_, r) => column[(r * plan.pathways + p) * plan.steps + t]!));
const isAt = (column: Int32Array, p: number, t: number) => (row: number): boolean => roster.pathway[row] === p && column[row] === t;
/** Doctors who took a position of the intake, on joining where they were recruited before. */
const taken = (p: number, t: number): number =>
  rows().filter((row) => roster.pathway[row] === p && plan.variantNeedsPosition[trace.variant[row]!] === 1 && (trace.recruited[row] === NEVER ? trace.starts[row] : trace.recruited[row]) === t).length;

describe('positions', () => {
  it('are those opened and kept at the intakes of a year, and those filled before the licence or lost by it', () => {
    const recruited = byYear((p, t) => rows().filter(isAt(trace.recruited, p, t)).length);
    const lost = byYear((p, t) => rows().filter(isAt(trace.lost, p, t)).length);
    expect(cellsOf('opened')).toEqual(byYear(series(trace.opened)));
    expect(cellsOf('kept')).toEqual(byYear(series(trace.carried)));
    expect(cellsOf('recruited')).toEqual(recruited);
    expect(cellsOf('lost-promises')).toEqual(lost);
    for (const all of [recruited, lost, cellsOf('kept')]) expect(sum(all)).toBeGreaterThan(0);
  });

  it('stand vacant by no-shows, by late licences and with nobody who starts, and these are all', () => {
    const [noShows, lost, untaken] = [cellsOf('no-shows'), cellsOf('lost-promises'), cellsOf('untaken')];
    const notHeld = byYear((p, t) => series(trace.opened)(p, t) + series(trace.carried)(p, t) - series(trace.fillable)(p, t));
    expect(noShows).toEqual(notHeld);
    expect(sum(noShows)).toBeGreaterThan(0);
    expect(Math.min(...untaken)).toBe(0);
    expect(cellsOf('vacant')).toEqual(noShows.map((number, i) => number + lost[i]! + untaken[i]!));
  });

  it('are filled by those who take one, never by who starts inside an ST', () => {
    const all = byYear((p, t) => series(trace.opened)(p, t) + series(trace.carried)(p, t));
    const filled = byYear(taken);
    expect(cellsOf('fill-rate')).toEqual(all.map((number, i) => filled[i]! / number));
    expect(sum(byYear(series(trace.started)))).toBeGreaterThan(sum(filled));
  });
});

/** Steps and blocks that a doctor has served by the end of a step, from the stays alone. */
function servedBy(row: number, t: number): { readonly served: number; readonly blocks: number } {
  const stays = staysIn(trace, row).filter((stay) => trace.stayFrom[stay]! <= t);
  return { served: sum(stays.map((stay) => Math.min(t, trace.stayUntil[stay]!) - trace.stayFrom[stay]! + 1)), blocks: new Set(stays.map((stay) => trace.stayStretch[stay])).size };
}

const AT = 0;
const mayHaveSat = (row: number, t: number): boolean => {
  const { served, blocks } = servedBy(row, t);
  return roster.pathway[row] === AT && served >= 13 && blocks === 3;
};

describe('the exam', () => {
  const ofAt = (count: (t: number) => number): number[] => byYear((p, t) => (p === AT ? count(t) : NaN));
  const isLast = (t: number): boolean => t % 12 === 11;

  it('gives a licence a month after the later of completion and pass', () => {
    const licences = ofAt((t) => rows().filter((row) => roster.pathway[row] === AT && Math.max(trace.completes[row]!, trace.passed[row]!) + 1 === t).length);
    expect(cellsOf('licences')).toEqual(licences);
    expect(sum(licences.slice(0, grid.sizes.year))).toBeGreaterThan(10);
  });

  it('is waited for at the end of the year by all who have served for it and not passed, some of whom have nothing else left', () => {
    const waiting = ofAt((t) => (isLast(t) ? rows().filter((row) => trace.passed[row]! > t && mayHaveSat(row, t)).length : 0));
    const holding = ofAt((t) => (isLast(t) ? rows().filter((row) => roster.pathway[row] === AT && trace.completes[row]! <= t && trace.passed[row]! > t).length : 0));
    expect(cellsOf('exam-waiting')).toEqual(waiting);
    expect(cellsOf('exam-holding')).toEqual(holding);
    const [all, left] = [waiting, holding].map((cells) => sum(cells.slice(0, grid.sizes.year)));
    expect(all).toBeGreaterThan(left!);
    expect(left).toBeGreaterThan(0);
  });

  it('is sat by those who may, as far as the seats reach', () => {
    const isSitting = (t: number): boolean => [1, 4, 8, 10].includes(t % 12);
    const ready = (t: number): number => rows().filter((row) => trace.passed[row]! >= t && mayHaveSat(row, t - 1)).length;
    expect(cellsOf('exam-seats')).toEqual(ofAt((t) => (isSitting(t) ? 2 : 0)));
    expect(cellsOf('exam-sat')).toEqual(ofAt((t) => (isSitting(t) ? Math.min(2, ready(t)) : 0)));
    expect(Math.max(...steps().filter(isSitting).map(ready))).toBeGreaterThan(2);
  });
});

describe('exchange', () => {
  /** Doctor-months away from the employer, by host and home. */
  const away = (host: number, home: number): number[] =>
    Array.from({ length: grid.sizes.year }, (_, year) =>
      sum(
        listStays(trace)
          .filter(({ row, region: where }) => where === host && trace.region[row] === home)
          .map(({ from, until }) => steps().filter((t) => grid.yearOf[t] === year && t >= from && t <= until).length),
      ),
    );

  it('is told by home, host, block and year, whether anybody went or not', () => {
    const flows = agreedFlows(plan);
    const sample = sampled(flows.length * grid.sizes.year, (cells) => observeExchange(flows, grid, { plan, trace }, cells));
    const told = summariseExchange(flows, grid, sample, 0);
    expect(told.map(({ home, host, block, year, months }) => [home, host, axes.blocks[block]!.id, year, months.mean])).toEqual(
      [[0, 1], [1, 0]].flatMap(([home, host]) => away(host!, home!).map((months, year) => [home, host, 'psychiatry', year, months])),
    );
    expect(sum(away(1, 0))).toBeGreaterThan(0);
  });

  it('is given by the host and had by the home; the whole has both', () => {
    const all = away(1, 0).map((months, year) => months + away(0, 1)[year]!);
    expect(cellsOf('exchange-given')).toEqual(all);
    expect(cellsOf('exchange-received')).toEqual(all);
  });
});

describe('decisions', () => {
  it('are told with the number that opens at the intakes after them', () => {
    const decisions = layDecisions(plan, grid.firstStep);
    const sample = sampled(DECISION_CELLS * decisions.length, (cells) => observeDecisions(decisions, roster, { plan, trace }, cells));
    const told = summariseDecisions(decisions, plan, axes, sample, 0);
    expect(told).toHaveLength(2 * 2 * 6);
    const opened = told.flatMap(({ region, pathway: p, from, level }) => {
      const t = from - axes.from;
      return t < plan.steps ? [[level!.mean, trace.opened[(region * plan.pathways + p) * plan.steps + t]!]] : [];
    });
    // In force in the month of an intake: five months after April and October.
    expect(opened.map(([level]) => level)).toEqual(opened.map(([, number]) => number));
    expect(told.some(({ raised }) => raised === 1)).toBe(true);
    expect(told.every(({ raised, lowered }) => raised + lowered <= 1)).toBe(true);
  });
});

it('those passed over are doctors who joined in the report and for whom no plan fitted once or more', () => {
  const passed = (p: number): number => rows().filter((row) => roster.pathway[row] === p && trace.passes[row]! > 0 && trace.joins[row]! >= grid.firstStep).length;
  const counts = Array.from({ length: plan.pathways }, (_, p) => passed(p));
  expect(cellsOf('passed-over')).toEqual(counts);
  expect(sum(counts)).toBeGreaterThan(0);
});

it('nothing of this is told of a scenario that uses no such rule', () => {
  const plain = planOf(scenario(12, { pathways: [pathway('P', [stretch('a', 1)])], streams: [] }));
  const left = MEASURES.filter((measure) => !measuresOf(plain).includes(measure)).map(({ id }) => id);
  expect(left).toEqual(['opened', 'kept', 'recruited', 'no-shows', 'lost-promises', 'untaken', 'fill-rate', 'licences', 'exam-waiting', 'exam-holding', 'exam-sat', 'exam-seats', 'exchange-given', 'exchange-received']);
  expect(agreedFlows(plain)).toEqual([]);
  expect(layDecisions(plain, 0)).toEqual([]);
  expect(measuresOf(plan)).toEqual(MEASURES);
});
