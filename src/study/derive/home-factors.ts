import { visitSurveyed } from '../../analysis/index.js';
import { drawRoster, run } from '../../engine/index.js';
import { compile, monthNumber } from '../../model/index.js';
import type { Scenario } from '../../model/index.js';
import { PLACEMENT_POOLS, lift } from '../counter-runs.js';
import { assumed } from './assumed.js';
import { deriveHomeShares } from './home-shares.js';
import type { Tables } from './rows.js';
import { regionalWaits } from './waits.js';

/** The years whose mean waits by region the fit is to hold. */
const FROM = 2019;
const TO = 2023;

/**
 * Fits a factor for each region on what its inflow is aimed at, so that the engine's own survey waits of 2019–2023 differ between regions as the smoothed
 * published ones do; the nation's level is not fitted here. Returned as rows `home-factor` of assumptions.csv, which rule `home-shares` reads.
 */
export function withHomeFactors(tables: Tables, scenario: Scenario, onProgress?: (done: number, total: number) => void): Tables {
  const rounds = assumed(tables, 'home-fit', 'rounds').value;
  const step = assumed(tables, 'home-fit', 'step').value;
  const replications = assumed(tables, 'home-fit', 'replications').value;
  const targets = regionalWaits(tables);
  let factors: readonly number[] = targets.map(() => 1);
  for (let round = 0; round < rounds; round++) {
    const waits = surveyWaits(tables, scenario, factors, replications);
    const level = waits.reduce((sum, wait) => sum + wait.months * wait.doctors, 0) / waits.reduce((sum, wait, r) => sum + targets[r]!.months * wait.doctors, 0);
    factors = factors.map((factor, r) => factor * (1 + step * (targets[r]!.months * level - waits[r]!.months)));
    onProgress?.(round + 1, rounds);
  }
  return addFactors(tables, factors);
}

/** Mean survey wait of each region over the years, with unlimited slots; regions in the order of the targets. */
function surveyWaits(tables: Tables, scenario: Scenario, factors: readonly number[], replications: number): { months: number; doctors: number }[] {
  const home = homesOf(addFactors(tables, factors));
  const past: Scenario = {
    ...scenario,
    time: { ...scenario.time, reportFrom: scenario.time.from, to: monthNumber(TO, 12) },
    streams: scenario.streams.map((stream) => (stream.programme ? { ...stream, home } : stream)),
  };
  const { plan: written, axes } = compile(past);
  const plan = lift(written, PLACEMENT_POOLS);
  const sums = axes.regions.map(() => ({ months: 0, doctors: 0 }));
  for (let replication = 0; replication < replications; replication++) {
    const roster = drawRoster(plan, { seed: scenario.seed, replication });
    const trace = run(plan, roster);
    for (let year = FROM; year <= TO; year++) {
      visitSurveyed(roster, { plan, trace }, year, (row, months) => {
        if (roster.pathway[row] !== 0) return;
        const sum = sums[trace.region[row]!]!;
        sum.months += months;
        sum.doctors += 1;
      });
    }
  }
  return regionalWaits(tables).map(({ region }) => {
    const { months, doctors } = sums[axes.regions.findIndex((r) => r.id === region)]!;
    return { months: months / doctors, doctors };
  });
}

function homesOf(tables: Tables): Scenario['streams'][number]['home'] {
  const file = deriveHomeShares(tables);
  return file.rows.map((cells) => ({ university: cells[0]!, region: cells[1]!, share: { value: Number(cells[2]), quality: 'assumption', source: '', cell: '' } }));
}

function addFactors(tables: Tables, factors: readonly number[]): Tables {
  const old = tables['assumptions.csv']!;
  const rows = regionalWaits(tables).map(({ region }, r) => {
    const cells: Record<string, string> = { name: 'home-factor', key: region, value: String(factors[r]!), unit: 'factor', source: 'rule home-factors', quality: 'assumption', as_of: '2026' };
    return old.columns.map((column) => cells[column] ?? '');
  });
  return { ...tables, 'assumptions.csv': { ...old, rows: [...old.rows, ...rows], lines: [...old.lines, ...rows.map(() => 0)] } };
}
