import { UNIT } from '../../src/engine/index.js';
import type { Leave, Life, Plan } from '../../src/engine/index.js';
import type { Dice } from './arbitraries.js';

const ALWAYS = 4_294_967_296;

/** One in five gives up at each trial. Multiplied, for powers differ between engines. */
const GIVING_UP = Float64Array.from([1, 2, 3, 4, 5, 6, 7, 8], (trial) => Math.round(ALWAYS * (1 - Array.from({ length: trial }, () => 0.8).reduce((a, b) => a * b))));

/** Lays what may happen to doctors, and to pools, upon a plan: mode, personal durations, leave, giving up, mobility, crowding and announced changes. */
export function layFeatures(plan: Plan, dice: Dice): Plan {
  const life = anyLife(dice);
  const wide = widen(plan, dice.one([0, 0, 40]));
  return {
    ...wide,
    mode: dice.one(['itinerary', 'step'] as const),
    inflow: plan.inflow.map((of) => ({ ...of, life: { ...life, mobile: of.life.mobile } })),
    initialQueue: plan.initialQueue.map((of) => ({ ...of, life: { ...life, mobile: of.life.mobile } })),
    initialTraining: plan.initialTraining.map((of) => ({ ...of, life: { ...life, mobile: of.life.mobile } })),
    patienceSteps: dice.one([-1, 0, 2]),
    neighbours: anyNeighbours(plan, dice),
    crowding: dice.once(2) ? wide.crowding : anyCrowding(wide, dice),
    ...(dice.once(2) ? {} : anyRevisions(wide, dice)),
  };
}

/** Room for longer personal durations past the run: capacities keep their last value. */
function widen(plan: Plan, more: number): Plan {
  let longest = 0;
  for (let v = 0; v < plan.variants; v++) longest = Math.max(longest, 2 * Math.max(plan.variantLength[v]!, plan.variantLongest[v]!) + 1);
  const horizon = Math.max(plan.horizon, plan.steps + Math.max(0, ...Array.from({ length: plan.pathways }, (_, p) => plan.windowSteps[p]!)) + longest) + more;
  const wider = (of: Plan['capacity']): Int32Array => {
    const column = new Int32Array((of.length / plan.horizon) * horizon);
    for (let i = 0; i < column.length; i++) column[i] = of[Math.floor(i / horizon) * plan.horizon + Math.min(i % horizon, plan.horizon - 1)]!;
    return column;
  };
  return { ...plan, horizon, capacity: wider(plan.capacity), crowding: wider(plan.crowding), agreementNumber: wider(plan.agreementNumber) };
}

function anyLife(dice: Dice): Omit<Life, 'mobile'> {
  const leave = (): Leave => ({ chance: dice.one([0.3, 1]) * ALWAYS, lengthChance: Float64Array.of(ALWAYS / 2, ALWAYS), lengthSteps: Int32Array.of(dice.whole(1, 3), dice.whole(1, 9)) });
  const factors: readonly (readonly [number, number])[] = dice.one([[[1, 1], [5, 4]], [[2, 1], [3, 2]], [[1, 1], [1, 3]]] as const);
  return {
    givesUp: dice.once(2) ? new Float64Array(0) : GIVING_UP.slice(),
    ...(dice.once(2)
      ? { factorChance: new Float64Array(0), factorNumerator: new Int32Array(0), factorDenominator: new Int32Array(0) }
      : { factorChance: Float64Array.of(ALWAYS / 2, ALWAYS), factorNumerator: Int32Array.from(factors, ([numerator]) => numerator), factorDenominator: Int32Array.from(factors, ([, denominator]) => denominator) }),
    leaves: Array.from({ length: dice.one([0, 0, 1, 3]) }, leave),
  };
}

function anyNeighbours(plan: Plan, dice: Dice): Plan['neighbours'] {
  const rows = Array.from({ length: plan.regions }, (_, home) => dice.some(Array.from({ length: plan.regions }, (_, r) => r).filter((r) => r !== home)));
  const from = new Int32Array(plan.regions + 1);
  rows.forEach((row, home) => (from[home + 1] = from[home]! + row.length));
  return { from, values: Int32Array.from(rows.flat()) };
}

function placesOf(plan: Plan): number[] {
  return Array.from({ length: plan.pools }, (_, pool) => pool).filter((pool) => plan.poolKind[pool]! < 3);
}

function anyCrowding(plan: Plan, dice: Dice): Int32Array {
  const crowding = new Int32Array(plan.pools * plan.horizon);
  for (const pool of dice.some(placesOf(plan))) {
    const from = dice.whole(0, plan.steps);
    crowding.fill(dice.one([UNIT / 2, UNIT, 3 * UNIT]), pool * plan.horizon + from, pool * plan.horizon + Math.min(plan.horizon, from + dice.whole(1, 12)));
  }
  return crowding;
}

/** Cuts and additions that become known in the run, none of which makes a capacity negative. */
function anyRevisions(plan: Plan, dice: Dice): Partial<Plan> {
  const left = Int32Array.from({ length: plan.pools * plan.horizon }, (_, i) => plan.capacity[i]!);
  const rows = dice.some(placesOf(plan)).map((pool) => {
    const known = dice.whole(1, plan.steps - 1);
    const from = Math.min(plan.horizon - 1, known + dice.whole(0, 6));
    const until = dice.one([plan.horizon - 1, Math.min(plan.horizon - 1, from + dice.whole(0, 6))]);
    const least = left.subarray(pool * plan.horizon + from, pool * plan.horizon + until + 1).reduce((a, b) => Math.min(a, b));
    return { known, pool, from, until, change: Math.max(-least, dice.one([-3, -1, -1, 2]) * UNIT) };
  });
  rows.sort((a, b) => a.known - b.known);
  return {
    revisionKnown: Int32Array.from(rows, (row) => row.known),
    revisionPool: Int32Array.from(rows, (row) => row.pool),
    revisionFrom: Int32Array.from(rows, (row) => row.from),
    revisionUntil: Int32Array.from(rows, (row) => row.until),
    revisionChange: Int32Array.from(rows, (row) => row.change),
  };
}
