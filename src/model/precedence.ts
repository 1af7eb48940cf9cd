import type { Path } from '../base/index.js';
import { known, object, type Reader } from './reader.js';
import type { Pathway } from './scenario.js';

/** Chains of blocks as pairs; blocks that the pathway lacks and cycles are errors, the cycle printed (MODEL 3.2). */
export function layPrecedence(chains: readonly (readonly string[])[], blocks: readonly string[], path: Path, reader: Reader): Pathway['precedence'] {
  const pairs: { first: string; then: string }[] = [];
  chains.forEach((chain, i) => {
    const isSaid = (then: string, j: number): boolean => j === 0 || pairs.some((pair) => pair.first === chain[j - 1] && pair.then === then);
    if (chain.length > 1 && chain.every(isSaid)) return object(reader, [...path, i], { code: 'said-twice', found: chain.join(', ') });
    chain.forEach((block, j) => {
      known(reader, 'block', block, blocks, [...path, i, j]);
      if (j === 0) return;
      const cycle = wayBack(pairs, block, chain[j - 1]!);
      if (cycle) object(reader, [...path, i, j], { code: 'precedence-cycle', found: block, values: { cycle: [...cycle, block].join(' → ') } });
      else pairs.push({ first: chain[j - 1]!, then: block });
    });
    if (chain.length < 2) object(reader, [...path, i], { code: 'chain-too-short' });
  });
  return pairs;
}

/** The way from one block to another along the pairs, both included; undefined when there is none. */
function wayBack(pairs: Pathway['precedence'], from: string, to: string): readonly string[] | undefined {
  const ways: string[][] = [[from]];
  const seen = new Set([from]);
  for (const way of ways) {
    const last = way[way.length - 1]!;
    if (last === to) return way;
    for (const { first, then } of pairs) {
      if (first !== last || seen.has(then)) continue;
      seen.add(then);
      ways.push([...way, then]);
    }
  }
  return undefined;
}
