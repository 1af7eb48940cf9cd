import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { audit } from '../../src/analysis/audit.js';
import { NEVER, drawRoster, run } from '../../src/engine/index.js';
import type { Plan, Roster, Trace } from '../../src/engine/index.js';
import type { Scenario } from '../../src/model/scenario.js';
import { PROVING } from '../support/random.js';
import { FROM, pathway, planOf, poissonStream, room, scenario, stretch } from '../support/scenario.js';

interface Cases {
  readonly 4: { readonly lam: number; readonly L: number; readonly rows: { readonly t: number; readonly mean: number; readonly P_ge40: number; readonly P_le20: number }[]; readonly completed_by_60: number };
  readonly 5: { readonly lam: number; readonly L: number; readonly c: number; readonly rows: { readonly t: number; readonly EQ: number; readonly sdQ: number; readonly PQ0: number; readonly EB: number }[] };
  readonly 6: { readonly lam: number; readonly L: number; readonly c: number; readonly rows: { readonly t: number; readonly EN: number; readonly EQ: number; readonly sdQ: number; readonly PQgt0: number; readonly share: number[] }[] };
}

const { cases } = JSON.parse(readFileSync(new URL('cases.json', import.meta.url), 'utf8')) as { cases: Cases };

/** The tolerances of the cases are for 10,000 replications, which the long proofs run; fewer have wider ones. */
const REPLICATIONS = PROVING ? 10_000 : 2500;
const WIDER = Math.sqrt(10_000 / REPLICATIONS);
/** A correct engine fails one such check with probability 7 in a million; the seed is fixed. */
const ERRORS = 4.5;
const AUDITED = 300;

/** One block, Poisson arrivals at every step. */
function poissonBlock(perMonth: number, length: number, slots: number | null, months: number, step: 'month' | 'half-month' = 'month'): Scenario {
  return scenario(months, {
    time: { step, from: FROM, reportFrom: FROM, to: FROM + months - 1 },
    pathways: [pathway('P', [stretch('b', length)])],
    streams: [poissonStream('s', 'P', 'R', perMonth)],
    ...(slots === null ? { unlimitedSlots: ['b'] } : { slots: [room('R', 'b', slots)] }),
  });
}

/** Runs all replications, auditing some, and hands each to `see`. */
function replicate(of: Scenario, see: (trace: Trace, roster: Roster, plan: Plan) => void): void {
  const plan = planOf(of);
  for (let replication = 0; replication < REPLICATIONS; replication++) {
    const roster = drawRoster(plan, { seed: 20_260_601, replication });
    const trace = run(plan, roster);
    if (replication < AUDITED) expect(audit(plan, roster, trace)).toEqual([]);
    see(trace, roster, plan);
  }
}

/** Sums of a figure over replications. */
interface Sums {
  n: number;
  sum: number;
  squares: number;
}

const sums = (): Sums => ({ n: 0, sum: 0, squares: 0 });
function add(to: Sums, x: number): void {
  to.n += 1;
  to.sum += x;
  to.squares += x * x;
}
const mean = (of: Sums): number => of.sum / of.n;
const variance = (of: Sums): number => (of.squares - of.sum * of.sum / of.n) / (of.n - 1);

function near(estimate: number, value: number, deviation: number): void {
  expect(Math.abs(estimate - value)).toBeLessThanOrEqual((ERRORS * deviation) / Math.sqrt(REPLICATIONS));
}

const ofShare = (p: number): number => Math.sqrt(p * (1 - p));

test('case 4: where capacity never binds, the number in training is Poisson and nobody waits', () => {
  const { lam, L, rows, completed_by_60 } = cases[4];
  const inBlock = Array.from({ length: 61 }, sums);
  const many = rows.map(() => ({ atLeast40: 0, atMost20: 0 }));
  const products = { four: sums(), eight: sums() };
  const done = sums();
  let waited = 0;
  replicate(poissonBlock(lam, L, null, 61), (trace) => {
    let completed = 0;
    for (let t = 0; t < 61; t++) {
      add(inBlock[t]!, trace.training[t]!);
      completed += trace.completed[t]!;
      waited += trace.queue[t]!;
    }
    add(done, completed);
    add(products.four, (trace.training[20]! - L * lam) * (trace.training[24]! - L * lam));
    add(products.eight, (trace.training[20]! - L * lam) * (trace.training[28]! - L * lam));
    rows.forEach((row, i) => {
      if (trace.training[row.t]! >= 40) many[i]!.atLeast40 += 1;
      if (trace.training[row.t]! <= 20) many[i]!.atMost20 += 1;
    });
  });
  expect(waited).toBe(0);
  rows.forEach((row, i) => {
    near(mean(inBlock[row.t]!), row.mean, Math.sqrt(row.mean));
    near(variance(inBlock[row.t]!), row.mean, Math.sqrt(row.mean + 2 * row.mean * row.mean));
    near(many[i]!.atLeast40 / REPLICATIONS, row.P_ge40, ofShare(row.P_ge40));
    near(many[i]!.atMost20 / REPLICATIONS, row.P_le20, ofShare(row.P_le20));
  });
  expect(Math.abs(mean(products.four) - 14)).toBeLessThanOrEqual(1.42 * WIDER);
  expect(Math.abs(mean(products.eight))).toBeLessThanOrEqual(1.26 * WIDER);
  near(mean(done), completed_by_60, Math.sqrt(completed_by_60));
});

test('case 5: the slotted queue of one-step placements, from empty', () => {
  const { lam, L, c, rows } = cases[5];
  const seen = rows.map(() => ({ queue: sums(), empty: 0, inBlock: sums() }));
  replicate(poissonBlock(lam, L, c, 120), (trace) => {
    rows.forEach(({ t }, i) => {
      add(seen[i]!.queue, trace.queue[t]!);
      add(seen[i]!.inBlock, trace.training[t]!);
      if (trace.queue[t] === 0) seen[i]!.empty += 1;
    });
  });
  rows.forEach((row, i) => {
    near(mean(seen[i]!.queue), row.EQ, row.sdQ);
    near(seen[i]!.empty / REPLICATIONS, row.PQ0, ofShare(row.PQ0));
    near(mean(seen[i]!.inBlock), row.EB, Math.sqrt(row.EB * (c - row.EB)));
  });
});

/** Case 6 in steps of which `per` make a month. */
function seeCrommelin(per: 1 | 2): void {
  const { lam, L, c, rows } = cases[6];
  const seen = rows.map(() => ({ queue: sums(), all: sums(), some: 0 }));
  replicate(poissonBlock(lam, L * per, c, 96, per === 1 ? 'month' : 'half-month'), (trace) => {
    rows.forEach(({ t }, i) => {
      const last = per * (t + 1) - 1;
      const queue = trace.queue[last]!;
      add(seen[i]!.queue, queue);
      add(seen[i]!.all, queue + trace.training[last]!);
      if (queue > 0) seen[i]!.some += 1;
    });
  });
  rows.forEach((row, i) => {
    near(mean(seen[i]!.queue), row.EQ, row.sdQ);
    near(mean(seen[i]!.all), row.EN, Math.sqrt(variance(seen[i]!.all)));
    near(seen[i]!.some / REPLICATIONS, row.PQgt0, ofShare(row.PQgt0));
  });
}

test('case 6: many slots and long placements, by Crommelin’s recursion', () => {
  seeCrommelin(1);
});

test('case 6a: in half-months, the same law at the last half of each month', () => {
  seeCrommelin(2);
});

test('case 6: the share started within k months, by step of arrival', () => {
  const { lam, L, c, rows } = cases[6];
  const tolerance: Readonly<Record<number, number>> = { 0: 0.0257, 1: 0.0232, 2: 0.0193, 3: 0.0151, 4: 0.0118, 6: 0.0078 };
  const asked = rows.filter(({ t }) => t === 47 || t === 95);
  const arrived = asked.map(() => 0);
  const started = asked.map(() => Array.from({ length: 7 }, () => 0));
  replicate(poissonBlock(lam, L, c, 103), (trace, roster) => {
    asked.forEach(({ t }, i) => {
      for (let row = 0; row < roster.rows; row++) {
        if (roster.joins[row] !== t) continue;
        arrived[i]! += 1;
        const start = trace.starts[row]!;
        for (let k = start === NEVER ? 7 : start - t; k < 7; k++) started[i]![k]! += 1;
      }
    });
  });
  asked.forEach((row, i) => {
    for (const [k, allowed] of Object.entries(tolerance)) {
      expect(Math.abs(started[i]![Number(k)]! / arrived[i]! - row.share[Number(k)]!)).toBeLessThanOrEqual(allowed * WIDER);
    }
  });
});
