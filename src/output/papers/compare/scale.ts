/** Round values for an axis that holds all of these, 0 among them: three to seven of them. */
export function ticksAround(values: readonly number[]): readonly number[] {
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const width = most - least;
  if (!(width > 0)) return [-1, 0, 1];
  let unit = 1;
  while (unit * 10 <= width) unit *= 10;
  while (unit > width) unit /= 10;
  const step = [0.2, 0.25, 0.5, 1, 2].map((factor) => unit * factor).find((one) => width / one <= 4) ?? unit * 2;
  const [first, last] = [Math.floor(least / step - 1e-9), Math.ceil(most / step + 1e-9)];
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

export const endsOf = (ticks: readonly number[]): readonly [number, number] => [ticks[0]!, ticks.at(-1)!];

/** Round values for an axis around these values, which need not be near 0, at least so much of it: three to seven of them. */
export function ticksBetween(values: readonly number[], narrowest: number): readonly number[] {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const around = ticksAround([0, Math.max(most - least, Math.abs(most) * 0.02, narrowest)]);
  const step = around[1]! - around[0]!;
  const below = Math.floor(least / step - 0.15);
  const [first, last] = [least >= 0 ? Math.max(0, below) : below, Math.ceil(most / step + 0.15)];
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}
