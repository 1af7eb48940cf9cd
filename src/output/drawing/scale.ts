/** Round values for an axis from zero to just above the largest value: three to six of them. */
export function roundTicks(largest: number): readonly number[] {
  if (!(largest > 0)) return [0, 1];
  let unit = 1;
  while (unit * 10 <= largest) unit *= 10;
  while (unit > largest) unit /= 10;
  const step = [0.2, 0.25, 0.5, 1, 2].map((factor) => unit * factor).find((s) => largest / s <= 5) ?? unit * 2;
  const ticks = [0];
  while (ticks.at(-1)! < largest) ticks.push(Number((ticks.length * step).toPrecision(12)));
  return ticks;
}

/** Years to mark on an axis, thinned to at most `most`. */
export function yearTicks(from: number, until: number, most: number): readonly number[] {
  const first = Math.ceil(from);
  const all = Array.from({ length: Math.max(1, Math.floor(until) - first + 1) }, (_, i) => first + i);
  const every = Math.ceil(all.length / most);
  return all.filter((_, i) => i % every === 0);
}

/** Moves labels apart along one direction until neighbours are at least `gap` apart, keeping their order and staying within 0 … `end`. */
export function spread(wanted: readonly number[], gap: number, end: number): readonly number[] {
  const order = wanted.map((at, i) => ({ at, i })).sort((a, b) => a.at - b.at || a.i - b.i);
  const placed = new Array<number>(wanted.length).fill(0);
  let previous = -Infinity;
  for (const { at, i } of order) previous = placed[i] = Math.max(at, previous + gap);
  let limit = end;
  for (const { i } of order.toReversed()) {
    placed[i] = Math.min(placed[i]!, limit);
    limit = placed[i] - gap;
  }
  return placed;
}
