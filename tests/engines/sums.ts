import { summariseValues } from '../../src/analysis/interval.js';
import { apportion, exponential } from '../../src/base/index.js';
import { perStep, poissonThresholds, trialThresholds } from '../../src/model/chances.js';
import { work } from '../../src/model/expression/index.js';
import type { Term } from '../../src/model/expression/index.js';
import type { Dice } from '../support/arbitraries.js';
import { hashOf } from './hash.js';

const ARGUMENTS = 5000;

// A threshold is rounded, so that of a million wrong last bits one may be seen in a plan: what thresholds are made of is asked to the last bit.
const OURS: Readonly<Record<string, (x: number) => unknown>> = {
  exponential: (x) => [exponential(-64 * x), exponential(x)],
  powers: (x) => [2, 3, 5, 17].map((times) => work(raised(2 * x, times), () => 0)),
  'chances in a step': (x) => [perStep(x, 2), trialThresholds(x, 8)],
};

// Heavier, and asked less often.
const OURS_SELDOM: Readonly<Record<string, (x: number) => unknown>> = {
  'Poisson thresholds': (x) => poissonThresholds(200 * x),
  shares: (x) => apportion(Math.floor(10_000 * x), [x, 1 - x, 0.1, 1 / 3, x * x]),
  'means, intervals and quantiles': (x) => summariseValues(Array.from({ length: 5 + Math.floor(40 * x) }, (_, i) => (x * (i + 1) * 1000) % 17)),
};

const THEIRS: Readonly<Record<string, (x: number) => number>> = { exp: (x) => Math.exp(-64 * x), log: Math.log, pow: (x) => Math.pow(2 * x, 5), sin: Math.sin, hypot: (x) => Math.hypot(x, 1) };

const raised = (base: number, times: number): Term => ({ kind: 'sum', sign: '^', left: { kind: 'number', value: base }, right: { kind: 'number', value: times } });

/** What the project's own arithmetic comes to over many arguments, and, to be told but not compared, the engine's. */
export function sumsOf(dice: Dice): { readonly ours: Readonly<Record<string, string>>; readonly theirs: Readonly<Record<string, string>> } {
  const xs = Float64Array.from({ length: ARGUMENTS }, () => (dice.whole(0, 0xfffffffe) + 0.5) / 0xffffffff);
  const over = (functions: Readonly<Record<string, (x: number) => unknown>>, column: Float64Array) => Object.fromEntries(Object.entries(functions).map(([name, of]) => [name, hashOf(Array.from(column, of))]));
  return { ours: { ...over(OURS, xs), ...over(OURS_SELDOM, xs.subarray(0, ARGUMENTS / 10)) }, theirs: over(THEIRS, xs) };
}
