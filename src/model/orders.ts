import type { Pathway, Stretch, Variant } from './scenario.js';

/** More allowed orders than this is an error with a hint (MODEL 3.2). */
export const MOST_ORDERS = 1000;

/**
 * Every allowed order of a variant's stretches, as indices, compared lexicographically by their places in the list (MODEL 3.2). Orders that differ
 * only by exchanging equal stretches count once. Stops one past MOST_ORDERS.
 */
export function listOrders(pathway: Pathway, variant: Variant): number[][] {
  const { stretches } = variant;
  const must = listPrecedence(pathway, variant);
  return orderAll(stretches.map((b, j) => stretches.map((a, i) => must[j]!.includes(i) || (i < j && isEqual(a, b)))));
}

/** Every order in which `before[j][i]` puts i before j, compared lexicographically. Stops one past MOST_ORDERS. */
export function orderAll(before: readonly (readonly boolean[])[]): number[][] {
  const orders: number[][] = [];
  const taken: number[] = [];
  const extend = (): void => {
    if (taken.length === before.length) orders.push([...taken]);
    for (let j = 0; j < before.length && orders.length <= MOST_ORDERS; j++) {
      if (taken.includes(j) || before[j]!.some((first, i) => first && !taken.includes(i))) continue;
      taken.push(j);
      extend();
      taken.pop();
    }
  };
  extend();
  return orders;
}

/** The stretches that must be done before each stretch of a variant, as indices: the pathway's precedence. */
export function listPrecedence(pathway: Pathway, variant: Variant): number[][] {
  const pairs = closePrecedence(pathway);
  return variant.stretches.map((_, j) => variant.stretches.flatMap((_, i) => (comesBefore(pathway, pairs, variant.stretches, i, j) ? [i] : [])));
}

/** A chain binds its ends also where a variant lacks the blocks between them. */
function closePrecedence(pathway: Pathway): Pathway['precedence'] {
  const pairs = [...pathway.precedence];
  for (const a of pairs) {
    for (const b of pathway.precedence) {
      const isNew = a.then === b.first && !pairs.some((p) => p.first === a.first && p.then === b.then);
      if (isNew) pairs.push({ first: a.first, then: b.then });
    }
  }
  return pairs;
}

function comesBefore(pathway: Pathway, pairs: Pathway['precedence'], stretches: readonly Stretch[], i: number, j: number): boolean {
  if (i === j) return false;
  if (pathway.orders === 'listed') return i < j;
  if (pathway.orders !== 'custom') return false;
  if (pairs.length > 0) return pairs.some((p) => p.first === stretches[i]!.block && p.then === stretches[j]!.block);
  const last = stretches.at(-1)!.block;
  return stretches[j]!.block === last && stretches[i]!.block !== last;
}

function isEqual(a: Stretch, b: Stretch): boolean {
  return a.block === b.block && a.steps === b.steps && a.slots === b.slots && a.load === b.load;
}
