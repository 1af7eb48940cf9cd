import { describe, expect, it, test } from 'vitest';
import { harms, isWorthless } from '../../src/analysis/index.js';
import { drawRoster } from '../../src/engine/index.js';
import { worthPaper } from '../../src/output/index.js';
import { pathway, planOf, poissonStream, positions, region, room, scenario, stream, stretch } from '../support/scenario.js';
import { askWorth, namesOf, worthNamed } from '../support/worth.js';

const every = (months: number, number = 1): number[] => Array.from({ length: months }, () => number);
const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);

describe('two bottlenecks in series', () => {
  const series = (a: number) =>
    scenario(60, { pathways: [pathway('P', [stretch('A', 6), stretch('B', 4)])], streams: [stream('s', 'P', 'R', every(12))], slots: [room('R', 'A', a), room('R', 'B', 1)] });

  it('show the second exactly when the first is relieved', async () => {
    const findings = await askWorth(series(1), { steps: 2, regions: [0], isAll: true });
    expect(worthNamed(findings, 'slots/B/R').saved.mean).toBe(0);
    expect(worthNamed(findings, 'slots/A/R').saved.mean).toBeGreaterThan(0);
    expect(findings.paths[0]!.steps.map(({ chosen }) => namesOf(findings, chosen))).toEqual(['slots/A/R', 'slots/B/R']);
  });

  it('give the second a worth exactly when the first is no longer in the way', async () => {
    const second = async (a: number): Promise<number> => worthNamed(await askWorth(series(a), { isAll: true, isPlain: true }), 'slots/B/R').saved.mean;
    expect(await second(1)).toBe(0);
    expect(await second(2)).toBeGreaterThan(0);
  });

  it('end their path when nothing helps, and when a goal holds', async () => {
    const all = await askWorth(series(1), { steps: 50, regions: [0] });
    expect(all.paths[0]).toMatchObject({ end: 'nothing' });
    expect(all.paths[0]!.steps.at(-1)!.waited.mean).toBe(0);
    const goal = { pathway: 0, months: 6, share: 0.5 };
    const half = await askWorth(series(1), { steps: 50, regions: [0], goal });
    expect(half.paths[0]!.end).toBe('goal');
    expect(half.paths[0]!.steps.at(-1)!.share!.mean).toBeGreaterThanOrEqual(0.5);
    expect((half.paths[0]!.steps.at(-2)?.share ?? half.paths[0]!.before.share)!.mean).toBeLessThan(0.5);
  });
});

describe('a system of one block', () => {
  const MONTHS = 36;
  const of = (slots: number, length: number) =>
    scenario(MONTHS, { pathways: [pathway('P', [stretch('A', length)])], streams: [poissonStream('s', 'P', 'R', 1.5)], slots: [room('R', 'A', slots)], replications: 4 });

  /** Doctor-steps waited by theory: S_k = max(a_k, S_{k−c} + L), counted to the horizon. */
  function waitedByTheory(arrivals: readonly number[], slots: number, length: number): number {
    const starts: number[] = [];
    arrivals.forEach((arrives, k) => starts.push(Math.max(arrives, k >= slots ? starts[k - slots]! + length : 0)));
    return sum(starts.map((start, k) => Math.min(start, MONTHS) - arrivals[k]!));
  }

  it.each([[1, 2], [2, 3], [4, 3], [5, 4], [8, 2]])('gives a slot the exact worth of theory: %i slots, %i steps', async (slots, length) => {
    const one = of(slots, length);
    const plan = planOf(one);
    const differences = Array.from({ length: 4 }, (_, replication) => {
      const roster = drawRoster(plan, { seed: one.seed, replication });
      const arrivals = Array.from(roster.joins).filter((joins) => joins < MONTHS).sort((a, b) => a - b);
      return waitedByTheory(arrivals, slots, length) - waitedByTheory(arrivals, slots + 1, length);
    });
    const { saved, fewer } = worthNamed(await askWorth(one, { isAll: true, isPlain: true }), 'slots/A/R');
    expect([saved.mean, saved.low, saved.high]).toEqual([sum(differences) / 4, Math.min(...differences), Math.max(...differences)]);
    expect(fewer).toBe(differences.filter((difference) => difference > 0).length);
  });

  it('gives a pool that never binds the worth zero in every replication', async () => {
    const worth = worthNamed(await askWorth(of(400, 3), { isAll: true, isPlain: true }), 'slots/A/R');
    expect(isWorthless(worth)).toBe(true);
    expect([worth.saved.low, worth.saved.high, worth.run]).toEqual([0, 0, 4]);
  });
});

describe('what more makes worse is shown', () => {
  test('X1: a slot that makes somebody wait has a negative worth, and a warning', async () => {
    const findings = await askWorth(
      scenario(20, { pathways: [pathway('P', [stretch('A', 2), stretch('B', 3)], { orders: 'free' })], streams: [stream('s', 'P', 'R', [0, 1, 1, 1])], slots: [room('R', 'A', 1), room('R', 'B', 2)] }),
      { isAll: true },
    );
    const worth = worthNamed(findings, 'slots/A/R');
    expect(worth.saved.mean).toBe(-1);
    expect(harms(worth)).toBe(true);
    const paper = worthPaper(findings, 'sv');
    expect(paper.lead.join('\n')).toContain('Varning: ett av det prövade ger mer väntan');
    expect(JSON.stringify(paper.sections[0]!.tables[0]!.rows)).toContain('ger mer väntan');
  });

  test('X5: a slot that takes another’s place', async () => {
    const findings = await askWorth(
      scenario(20, {
        pathways: [pathway('AT', [stretch('X', 1), stretch('Y', 2)]), pathway('BT', [stretch('Y', 3)])],
        streams: [stream('old', 'AT', 'R', [2]), stream('new', 'BT', 'R', [1])],
        slots: [room('R', 'X', 1), room('R', 'Y', 2)],
        slotPriority: ['AT', 'BT'],
      }),
      { isAll: true },
    );
    expect(worthNamed(findings, 'slots/X/R').saved.mean).toBe(-1);
    expect(harms(worthNamed(findings, 'slots/X/R'))).toBe(true);
  });
});

describe('what is worth something only together', () => {
  const both = (over = {}) =>
    scenario(48, {
      pathways: [pathway('P', [stretch('A', 6)])],
      streams: [stream('s', 'P', 'R', every(12))],
      slots: [room('R', 'A', 1)],
      supervisors: [room('R', 'A', 1)],
      ...over,
    });

  it('is zero alone and told to be worth something in a bundle', async () => {
    const findings = await askWorth(both());
    expect(isWorthless(worthNamed(findings, 'slots/A/R'))).toBe(true);
    expect(isWorthless(worthNamed(findings, 'supervisors/A/R'))).toBe(true);
    expect(worthNamed(findings, 'slots/A/R + supervisors/A/R').saved.mean).toBeGreaterThan(0);
    const singles = worthPaper(findings, 'sv').sections[0]!.tables[0]!;
    expect(singles.rows.map((row) => row[singles.columns.findIndex(({ id }) => id === 'remark')])).toEqual(['noll ensam, värd något i paket', 'noll ensam, värd något i paket']);
  });

  it('is found with the position that lets one more in, and named as the smallest that does', async () => {
    const opened = Array.from({ length: 48 }, (_, month) => positions('R', 'P', month, month % 6 === 0 ? 1 : 0));
    const findings = await askWorth(both({ positions: opened, replications: 1 }), { regions: [0], steps: 2, isAll: true });
    const names = findings.worths.map((worth) => namesOf(findings, worth));
    expect(names).toContain('slots/A/R + supervisors/A/R + positions/P/R');
  });
});

describe('only what a change can touch is run again, and the answer is that of brute force', () => {
  const three = (over = {}) =>
    scenario(48, {
      regions: ['Norr', 'Syd', 'Väst'].map(region),
      pathways: [pathway('P', [stretch('A', 4), stretch('B', 3)], { orders: 'free' }), pathway('Q', [stretch('B', 5)])],
      streams: ['Norr', 'Syd', 'Väst'].flatMap((home, i) => [poissonStream(`p-${home}`, 'P', home, 0.6 + 0.2 * i), poissonStream(`q-${home}`, 'Q', home, 0.4)]),
      slots: ['Norr', 'Syd', 'Väst'].flatMap((home) => [room(home, 'A', 2), room(home, 'B', 3)]),
      supervisors: ['Norr', 'Syd', 'Väst'].flatMap((home, i) => [room(home, 'A', 1 + i), room(home, 'B', 30)]),
      positions: ['Norr', 'Syd', 'Väst'].flatMap((home, i) => ['P', 'Q'].flatMap((to) => Array.from({ length: 48 }, (_, month) => positions(home, to, month, to === 'Q' && i === 0 ? 20 : 1)))),
      slotPriority: ['P', 'Q'],
      replications: 3,
      ...over,
    });
  const mobile = { applications: { appliesTo: 1, deter: 0, ownFirst: true, attraction: [] } };

  it.each<[string, object, 'alone' | 'spared']>([
    ['spread', {}, 'alone'],
    ['first-fit', { choice: 'first-fit' }, 'spared'],
    ['block by block', { mode: 'step' }, 'alone'],
    ['spread, with applications elsewhere', mobile, 'spared'],
    ['first-fit, with applications elsewhere', { ...mobile, choice: 'first-fit' }, 'spared'],
  ])('%s', async (_, over, how) => {
    const asked = { isAll: true, regions: [0], steps: 2, from: 12 * 2026 + 6 };
    const [fast, plain] = await Promise.all([askWorth(three(over), asked), askWorth(three(over), { ...asked, isPlain: true })]);
    const figures = ({ worths, paths }: typeof fast) => JSON.stringify([worths, paths], (key, value: unknown) => (key === 'run' ? undefined : value));
    expect(figures(fast)).toBe(figures(plain));
    expect(fast.runs[how]).toBeGreaterThan(0);
    expect(plain.runs).toMatchObject({ spared: 0, alone: 0 });
    expect(fast.runs.made).toBeLessThan(plain.runs.made + 1);
  });
});
