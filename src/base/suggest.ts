/** The nearest of the valid words to what was written, or undefined when none is near: one edit in a short word, two in a longer one, then a third of its length; a name of one or two letters is near nothing but itself. */
export function suggest(written: string, valid: readonly string[]): string | undefined {
  const wanted = fold(written);
  let best: string | undefined;
  let bestDistance = Infinity;
  for (const word of valid) {
    const distance = editDistance(wanted, fold(word));
    if (distance < bestDistance) [best, bestDistance] = [word, distance];
  }
  return bestDistance <= farthest(wanted.length) ? best : undefined;
}

const farthest = (length: number): number => (length < 3 ? 0 : length < 5 ? 1 : Math.max(2, Math.floor(length / 3)));

const fold = (word: string): string => word.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[_\s]/g, '-').toLowerCase();

/** Letters put in, left out, exchanged, or swapped with the next. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before[j - 2]! + 1 : Infinity;
      current.push(Math.min(replaced, swapped, previous[j]! + 1, current[j - 1]! + 1));
    }
    [before, previous] = [previous, current];
  }
  return previous[b.length]!;
}
