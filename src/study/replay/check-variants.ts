import type { Path } from '../../base/index.js';
import { MOST_ORDERS, orderAll } from '../../model/index.js';
import type { Complaint, PlanForm, VariantForm } from '../../model/index.js';
import { complain } from './names.js';

/** What does not fit together in the variants of a plan made elsewhere. */
export function checkVariants(form: PlanForm): Complaint[] {
  if (Object.keys(form.pathways).length === 0) return [complain(['pathways'], { code: 'no-pathways' }, 'key')];
  return Object.entries(form.pathways).flatMap(([pathway, { variants }]) => {
    const path = ['pathways', pathway, 'variants'];
    if (Object.keys(variants).length === 0) return [complain(path, { code: 'no-variants' }, 'key')];
    return Object.entries(variants).flatMap(([name, variant]) => checkVariant(variant, name, [...path, name], form.settings?.mode === 'step'));
  });
}

function checkVariant(variant: VariantForm, name: string, path: Path, isStepwise: boolean): Complaint[] {
  const { blocks, before = [] } = variant;
  const outside = before.flatMap((pair, n) => pair.flatMap((i, end) => (i < blocks.length ? [] : [complain([...path, 'before', n, end], { code: 'out-of-range', found: String(i), values: { allowed: `0 … ${blocks.length - 1}` } })])));
  if (outside.length > 0) return outside;
  const cycle = findCycle(variant);
  if (cycle) return [complain([...path, 'before'], { code: 'precedence-cycle', values: { cycle: cycle.map((i) => `${blocks[i]!.block} (${i})`).join(' → ') } })];
  // Step by step no order is listed beforehand.
  if (isStepwise || listOrders(variant).length <= MOST_ORDERS) return [];
  return [complain([...path, before.length > 0 ? 'before' : 'blocks'], { code: 'too-many-orders', values: { max: MOST_ORDERS, variant: name } })];
}

function findCycle({ blocks, before = [] }: VariantForm): number[] | undefined {
  const follow = (way: readonly number[]): number[] | undefined => {
    const at = way.at(-1)!;
    if (way.indexOf(at) < way.length - 1) return way.slice(way.indexOf(at));
    for (const [first, then] of before) {
      const cycle = first === at && !done.has(then) ? follow([...way, then]) : undefined;
      if (cycle) return cycle;
    }
    done.add(at);
    return undefined;
  };
  const done = new Set<number>();
  for (let i = 0; i < blocks.length; i++) {
    const cycle = follow([i]);
    if (cycle) return cycle;
  }
  return undefined;
}

/** Every allowed order of a variant; those that differ only by exchanging equal blocks count once (MODEL 3.2). */
export function listOrders(variant: VariantForm): number[][] {
  const { blocks, before = [] } = variant;
  const isBefore = (i: number, j: number): boolean => before.some(([first, then]) => first === i && then === j);
  const others = (i: number, j: number): number[] => blocks.flatMap((_, k) => (k === i || k === j ? [] : [k]));
  const isTwin = (i: number, j: number): boolean =>
    sameNeed(variant, i, j) && others(i, j).every((k) => isBefore(i, k) === isBefore(j, k) && isBefore(k, i) === isBefore(k, j)) && !isBefore(j, i);
  return orderAll(blocks.map((_, j) => blocks.map((__, i) => isBefore(i, j) || (i < j && isTwin(i, j)))));
}

function sameNeed({ blocks }: VariantForm, i: number, j: number): boolean {
  const [a, b] = [blocks[i]!, blocks[j]!];
  return a.block === b.block && a.length === b.length && (a.slots ?? 1) === (b.slots ?? 1) && (a.load ?? 1) === (b.load ?? 1);
}
