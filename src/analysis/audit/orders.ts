import type { Plan } from '../../engine/index.js';

/** The allowed orders of all variants as a tree: from the root of a variant, one branch for each stretch that may come next. */
export interface OrderTree {
  readonly width: number;
  readonly next: Int32Array; // [node × place of the stretch in its variant] node, or −1
}

/** Lays the tree of a plan's allowed orders. The root of variant v is node v. */
export function layOrderTree(plan: Plan): OrderTree {
  const { from, values } = plan.orderLegs;
  let width = 1;
  for (let v = 0; v < plan.variants; v++) width = Math.max(width, plan.stretchFrom[v + 1]! - plan.stretchFrom[v]!);
  const next = new Int32Array((plan.variants + values.length) * width).fill(-1);
  let nodes = plan.variants;
  for (let v = 0; v < plan.variants; v++) {
    for (let order = plan.orderFrom[v]!; order < plan.orderFrom[v + 1]!; order++) {
      let node = v;
      for (let i = from[order]!; i < from[order + 1]!; i++) {
        const at = node * width + plan.legStretch[values[i]!]! - plan.stretchFrom[v]!;
        if (next[at]! < 0) next[at] = nodes++;
        node = next[at]!;
      }
    }
  }
  return { width, next };
}
