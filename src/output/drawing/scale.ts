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

/** Round values for an axis over some values: from zero, unless they all lie far from it in a narrow band; three to seven of them. */
export function rangeTicks(values: readonly number[]): readonly number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (values.length === 0 || !(low > 0.5 * high)) return roundTicks(Math.max(0, high));
  const width = Math.max(high - low, high * 0.02);
  const steps = roundTicks(width);
  const step = steps[1]! - steps[0]!;
  const first = Math.max(0, Math.floor(low / step - 0.25));
  const last = Math.ceil(high / step + 0.25);
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** Years that begin on an axis before its end, thinned to at most `most`. */
export function yearTicks(from: number, until: number, most: number): readonly number[] {
  const first = Math.ceil(from);
  const all = Array.from({ length: Math.max(1, Math.ceil(until) - first) }, (_, i) => first + i);
  const every = Math.ceil(all.length / most);
  return all.filter((_, i) => i % every === 0);
}

/** Moves labels apart along one direction until neighbours are at least `gap` apart: each group stays around its own middle, within 0 … `end`. */
export function spread(wanted: readonly number[], gap: number, end: number): readonly number[] {
  const order = wanted.map((at, i) => ({ at, i })).sort((a, b) => a.at - b.at || a.i - b.i);
  const groups: { at: number; members: { readonly at: number; readonly i: number }[] }[] = [];
  for (const item of order) {
    groups.push({ at: item.at, members: [item] });
    for (let last = groups.at(-1)!, before = groups.at(-2); before && last.at < before.at + before.members.length * gap; last = before, before = groups.at(-2)) {
      groups.pop();
      before.members.push(...last.members);
      before.at = firstOf(before.members, gap, end);
    }
  }
  const placed = new Array<number>(wanted.length).fill(0);
  for (const group of groups) group.members.forEach(({ i }, n) => (placed[i] = group.at + n * gap));
  return placed;
}

/** Where a group's first label goes for its middle to stay, and all of it inside. */
function firstOf(members: readonly { readonly at: number }[], gap: number, end: number): number {
  const middle = members.reduce((sum, { at }, n) => sum + at - n * gap, 0) / members.length;
  return Math.max(0, Math.min(middle, end - (members.length - 1) * gap));
}
