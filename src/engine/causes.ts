/**
 * Doctor-steps waited for each cause, in 27,720ths, step by step (MODEL 4). Most pools of most queues never bind: a cause that nobody of a queue ever waited for
 * has no line.
 */
export interface Causes {
  readonly steps: number;
  readonly lineOf: Int32Array; // [region × pathway × cause] −1 none
  lines: number;
  units: Float64Array; // [line × step]
}

const FIRST_LINES = 64;

/** Causes of so many queues' rows that nobody has waited for. */
export function layCauses(rows: number, steps: number): Causes {
  return { steps, lineOf: new Int32Array(rows).fill(-1), lines: 0, units: new Float64Array(0) };
}

/** Writes down what was waited for a cause in a step. */
export function bookUnits(causes: Causes, row: number, t: number, units: number): void {
  if (causes.lineOf[row]! < 0) {
    if ((causes.lines + 1) * causes.steps > causes.units.length) {
      const longer = new Float64Array(Math.max(FIRST_LINES * causes.steps, 2 * causes.units.length));
      longer.set(causes.units);
      causes.units = longer;
    }
    causes.lineOf[row] = causes.lines++;
  }
  causes.units[causes.lineOf[row]! * causes.steps + t] = units;
}

/** Where the units of a cause begin; −1 where nobody ever waited for it. */
export function unitsFrom({ lineOf, steps }: Causes, row: number): number {
  const line = lineOf[row]!;
  return line < 0 ? -1 : line * steps;
}

/** What was waited for a cause in a step. */
export function unitsAt(causes: Causes, row: number, t: number): number {
  const from = unitsFrom(causes, row);
  return from < 0 ? 0 : causes.units[from + t]!;
}
