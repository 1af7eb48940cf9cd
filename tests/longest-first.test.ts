import { expect, test } from 'vitest';
import { LONGEST, placeOf } from './longest-first.js';
import { listProject } from './support/documents.js';

test('what is said to take long is there', () => {
  const files = listProject();
  expect(LONGEST.filter((file) => !files.includes(file))).toEqual([]);
});

test('the files begin in the order named, then the other slow ones, then the fast', () => {
  const begun = [placeOf('tests/model/gates.test.ts', 'fast'), placeOf('tests/cli/look.slow.test.ts', 'slow'), ...LONGEST.map((file) => placeOf(file, 'slow')).reverse()].reverse();
  expect(begun).toEqual(begun.toSorted((a, b) => a - b));
  expect(new Set(begun).size).toBe(begun.length);
});
