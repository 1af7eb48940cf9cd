/** The nearest of the valid words to what was written, or undefined when none is near (edit distance over a third of its length). */
export function suggest(written: string, valid: readonly string[]): string | undefined {
  const wanted = fold(written);
  let best: string | undefined;
  let bestDistance = Infinity;
  for (const word of valid) {
    const distance = editDistance(wanted, fold(word));
    if (distance < bestDistance) [best, bestDistance] = [word, distance];
  }
  return bestDistance <= Math.max(2, Math.floor(wanted.length / 3)) ? best : undefined;
}

const fold = (word: string): string => word.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[_\s]/g, '-').toLowerCase();

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(replaced, previous[j]! + 1, current[j - 1]! + 1));
    }
    previous = current;
  }
  return previous[b.length]!;
}
