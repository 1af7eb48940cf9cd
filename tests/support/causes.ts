import type { Causes, Trace } from '../../src/engine/index.js';

/** What was waited for every cause in every step, rows that nobody ever waited for too. */
export function everyUnit({ steps, lineOf, units }: Causes): Float64Array {
  const all = new Float64Array(lineOf.length * steps); // [region × pathway × cause × step]
  lineOf.forEach((line, row) => {
    if (line >= 0) all.set(units.subarray(line * steps, (line + 1) * steps), row * steps);
  });
  return all;
}

/** The same causes with a line for every row, changed. */
export function changeUnits(causes: Causes, change: (all: Float64Array) => void): Causes {
  const units = everyUnit(causes);
  change(units);
  return { steps: causes.steps, lineOf: causes.lineOf.map((_, row) => row), lines: causes.lineOf.length, units };
}

/** A series of a run, step by step; of causes every unit. */
export function columnOf<K extends keyof Trace>(trace: Trace, column: K): Int32Array | Float64Array {
  const series: unknown = trace[column];
  return ArrayBuffer.isView(series) ? (series as Int32Array) : everyUnit(series as Causes);
}
