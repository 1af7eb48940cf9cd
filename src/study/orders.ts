import { draw } from '../engine/index.js';

/** So many orders of groups, a half of them drawn from a seed and each followed by its reverse, so that what comes early in one comes late in the other. */
export function drawOrders(groups: number, pairs: number, seed: number): readonly (readonly number[])[] {
  const words = new Int32Array(2);
  return Array.from({ length: pairs }, (_, pair) => pair).flatMap((pair) => {
    const order = Array.from({ length: groups }, (_, group) => group);
    for (let last = groups - 1; last > 0; last--) {
      draw(seed, pair, last, 0, words);
      const other = (words[0]! >>> 0) % (last + 1);
      [order[last], order[other]] = [order[other]!, order[last]!];
    }
    return [order, order.toReversed()];
  });
}

/** Every subset that turns up while groups are made in these orders, by its bits: none of them first, all of them last. */
export function subsetsOf(orders: readonly (readonly number[])[], groups: number): readonly number[] {
  const all = 2 ** groups - 1;
  const between = orders.flatMap((order) => order.map((_, made) => order.slice(0, made + 1).reduce((bits, group) => bits | (1 << group), 0)));
  return [0, ...[...new Set(between)].filter((subset) => subset !== all).sort((a, b) => a - b), all];
}
