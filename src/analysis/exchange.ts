import { forEachStay } from '../engine/index.js';
import type { Plan } from '../engine/index.js';
import type { Exchanged } from './findings.js';
import type { Grid } from './grid.js';
import type { Run } from './measures/index.js';
import { summariseCell } from './sample.js';
import type { Sample } from './sample.js';

/** A block that the doctors of one region may do in another, under whatever agreements there are of it. */
export interface Flow {
  readonly home: number;
  readonly host: number;
  readonly block: number;
}

/** Every home, host and block that something is agreed of, in order of home and block, hosts as listed. */
export function agreedFlows(plan: Plan): readonly Flow[] {
  return [...new Map(listAgreed(plan).map(({ flow }) => [keyOf(flow), flow])).values()];
}

const keyOf = ({ home, host, block }: Flow): string => `${home} ${host} ${block}`;

function listAgreed({ agreements, agreementHost, regions, blocks }: Plan): readonly { readonly agreement: number; readonly flow: Flow }[] {
  return Array.from({ length: agreementHost.length === 0 ? 0 : regions * blocks }, (_, cell) => cell).flatMap((cell) =>
    Array.from({ length: agreements.from[cell + 1]! - agreements.from[cell]! }, (_, i) => agreements.values[agreements.from[cell]! + i]!).map((agreement) => ({
      agreement,
      flow: { home: Math.floor(cell / blocks), host: agreementHost[agreement]!, block: cell % blocks },
    })),
  );
}

/** Visits every stay with a host, year by year of the report, with the months of it that fall in the year. */
export function visitExchanged({ plan, trace }: Run, grid: Grid, visit: (flow: number, year: number, months: number) => void): void {
  const places = new Map(agreedFlows(plan).map((flow, i) => [keyOf(flow), i]));
  const flowOf = new Map(listAgreed(plan).map(({ agreement, flow }) => [agreement, places.get(keyOf(flow))!]));
  if (flowOf.size === 0) return;
  forEachStay(trace, (_, stay) => {
    const flow = flowOf.get(trace.stayAgreement[stay]!);
    if (flow === undefined) return;
    const until = Math.min(trace.stayUntil[stay]!, plan.steps - 1);
    for (let t = Math.max(trace.stayFrom[stay]!, grid.firstStep); t <= until; t++) visit(flow, grid.yearOf[t]!, 1 / plan.stepsPerMonth);
  });
}

/** Reads the doctor-months of one replication: a cell for every flow and year. */
export function observeExchange(flows: readonly Flow[], grid: Grid, run: Run, cells: Float64Array): void {
  if (flows.length === 0) return;
  cells.fill(0);
  visitExchanged(run, grid, (flow, year, month) => (cells[flow * grid.sizes.year + year]! += month));
}

/** Every agreed home, host and block in every year of the report, whether anybody went or not (MODEL 5.3); its cells lie from a cell of the sample on. */
export function summariseExchange(flows: readonly Flow[], grid: Grid, sample: Sample, from: number): Exchanged[] {
  return flows.flatMap((flow, i) => grid.labels.year.map((_, year) => ({ ...flow, year, months: summariseCell(sample, from + i * grid.sizes.year + year)! })));
}
