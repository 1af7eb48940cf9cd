import { OUTCOMES, countCells, layGrid, measuresOf, observe, outcomesOf, readOutcomes, serviceWeeks } from '../analysis/index.js';
import type { Measure, Outcome, Run } from '../analysis/index.js';
import type { Axes, Plan, Roster } from '../engine/index.js';

/** What is shared out, and of what. */
interface Asked {
  readonly axes: Axes;
  readonly outcomes: readonly string[];
  readonly weeks: readonly number[];
}

/** Outcomes that are whole numbers of steps or of doctors in themselves: read off the trace. */
const COUNTED: readonly string[] = ['lost', 'happens'];
/** Of what is no whole number, so many parts of its unit are: contributions sum to the last of them. Small enough for every sum to be exact. */
const PARTS: Readonly<Record<string, number>> = { 'wait-queue': 1_000_000, 'started-within': 1_000_000, 'service-weeks': 100 };

/** How many wholes there are in one unit of an outcome: steps in a month, parts of a share. */
export const wholesIn = (outcome: string, { stepsPerMonth }: Axes): number => (outcome === 'lost' ? stepsPerMonth : (PARTS[outcome] ?? 1));

/** Reads every outcome of a run as whole numbers, [outcome × (pathway + all of them)]; not a number where it has no value. */
export function prepareWhole(asked: Asked, plan: Plan): (roster: Roster, run: Run) => Float64Array {
  const others = OUTCOMES.filter(({ id }) => asked.outcomes.includes(id) && !COUNTED.includes(id));
  const read = others.length === 0 ? undefined : prepareOthers(others, asked, plan);
  return (roster, run) => {
    const size = plan.pathways + 1;
    const found = new Float64Array(asked.outcomes.length * size).fill(NaN);
    const counted = countSteps(run, asked.axes);
    const rest = read?.(roster, run) ?? new Map<string, Float64Array>();
    asked.outcomes.forEach((id, o) => {
      const own = counted.get(id) ?? rest.get(id);
      own?.forEach((value, p) => (found[o * size + p] = COUNTED.includes(id) ? value : Math.round(value * wholesIn(id, asked.axes))));
    });
    return found;
  };
}

/** Doctor-steps in queue, and starts, in the report. */
function countSteps({ plan, trace }: Run, axes: Axes): ReadonlyMap<string, Float64Array> {
  const first = (axes.reportFrom - axes.from) * axes.stepsPerMonth;
  const [lost, happens] = [new Float64Array(plan.pathways + 1), new Float64Array(plan.pathways + 1)];
  for (let queue = 0; queue < plan.regions * plan.pathways; queue++) {
    for (let t = first; t < plan.steps; t++) {
      for (const p of [queue % plan.pathways, plan.pathways]) {
        lost[p]! += trace.queue[queue * plan.steps + t]!;
        happens[p]! += trace.started[queue * plan.steps + t]!;
      }
    }
  }
  return new Map([['lost', lost], ['happens', happens]]);
}

/** The others are made from the measures of a report, as a comparison makes them. */
function prepareOthers(outcomes: readonly Outcome[], { axes, weeks }: Asked, plan: Plan): (roster: Roster, run: Run) => ReadonlyMap<string, Float64Array> {
  const grid = layGrid(plan, axes, [0, 0, 0]);
  const measures: readonly Measure[] = [...measuresOf(plan), ...serviceWeeks(weeks)].filter(({ id }) => id === 'happens' || outcomes.some(({ from }) => from === id));
  const made = outcomesOf(measures).filter((outcome) => outcomes.includes(outcome));
  const size = grid.sizes.area * (grid.sizes.pathway + 1);
  return (roster, run) => {
    const cells = new Float64Array(countCells(measures, grid)).fill(NaN);
    observe(measures, grid, { roster, main: run, demand: run, positions: run, room: run, lowHeadroom: run, highHeadroom: run }, cells);
    const values = readOutcomes(made, measures, grid, cells);
    return new Map(made.map(({ id }, o) => [id, values.slice(o * size, o * size + plan.pathways + 1)]));
  };
}

/** The outcomes that a scenario has: a figure of weeks needs a weight for some block. */
export function outcomesIn(plan: Plan, weeks: readonly number[]): readonly string[] {
  return outcomesOf([...measuresOf(plan), ...serviceWeeks(weeks)]).map(({ id }) => id);
}
