import type { Plan } from '../engine/index.js';
import type { Exchanged } from './findings.js';
import type { Grid } from './grid.js';
import { summariseCell } from './interval.js';
import type { Run } from './measures/index.js';

/** A block that the doctors of one region may do in another, under whatever agreements there are of it. */
interface Flow {
  readonly home: number;
  readonly host: number;
  readonly block: number;
}

/** Doctor-months done with hosts, replication by replication. */
export interface Exchange {
  readonly flows: readonly Flow[];
  readonly months: Float64Array[]; // [replication] → [flow × year]
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
  for (let stay = 0; stay < trace.stays; stay++) {
    const flow = flowOf.get(trace.stayAgreement[stay]!);
    if (flow === undefined) continue;
    const until = Math.min(trace.stayUntil[stay]!, plan.steps - 1);
    for (let t = Math.max(trace.stayFrom[stay]!, grid.firstStep); t <= until; t++) visit(flow, grid.yearOf[t]!, 1 / plan.stepsPerMonth);
  }
}

/** Exchange with nothing in it. */
export function layExchange(plan: Plan): Exchange {
  return { flows: agreedFlows(plan), months: [] };
}

/** Reads the doctor-months of one replication. */
export function observeExchange({ flows, months }: Exchange, grid: Grid, run: Run): void {
  if (flows.length === 0) return;
  const cells = new Float64Array(flows.length * grid.sizes.year);
  visitExchanged(run, grid, (flow, year, month) => (cells[flow * grid.sizes.year + year]! += month));
  months.push(cells);
}

/** Every agreed home, host and block in every year of the report, whether anybody went or not (MODEL 5.3). */
export function summariseExchange({ flows, months }: Exchange, grid: Grid): Exchanged[] {
  return flows.flatMap((flow, i) => grid.labels.year.map((_, year) => ({ ...flow, year, months: summariseCell(months.map((cells) => cells[i * grid.sizes.year + year]!))! })));
}
