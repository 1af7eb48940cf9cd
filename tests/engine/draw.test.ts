import { expect, test } from 'vitest';
import { PURPOSE, counterOf, draw, hashName, invert } from '../../src/engine/index.js';

function words(key0: number, key1: number, counter0: number, counter1: number): string {
  const out = new Int32Array(2);
  draw(key0, key1, counter0, counter1, out);
  return Array.from(out, (word) => (word >>> 0).toString(16).padStart(8, '0')).join(' ');
}

test('Threefry-2x32 gives the published known answers', () => {
  expect(words(0, 0, 0, 0)).toBe('6b200159 99ba4efe');
  expect(words(0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff)).toBe('1cb996fc bb002be7');
  expect(words(0x13198a2e, 0x03707344, 0x243f6a88, 0x85a308d3)).toBe('c4923a9c 483df7a0');
});

test('names are hashed by FNV-1a over their UTF-8 bytes', () => {
  expect(['', 'a', 'foobar'].map(hashName)).toEqual([0x811c9dc5, 0xe40c292c, 0xbf9cf968]);
  expect(hashName('å')).not.toBe(hashName('a\u030a'));
});

test('no two purposes share a number, and none runs into the next', () => {
  const purposes = Object.values(PURPOSE);
  expect(new Set(purposes).size).toBe(purposes.length);
  const counters = purposes.flatMap((purpose) => [0, 1, 63].map((occurrence) => counterOf(purpose, occurrence)));
  expect(new Set(counters).size).toBe(counters.length);
});

test('inversion takes the first whose threshold is above the word: 0 is never, 2³² is always', () => {
  const thresholds = [0, 0x80000000, 0x80000000, 2 ** 32];
  expect([0, 0x7fffffff, 0x80000000, 0xffffffff].map((word) => invert(word | 0, thresholds, 0, 4))).toEqual([1, 1, 3, 3]);
  expect(invert(-1, [7, 7, 0, 2 ** 32], 2, 2)).toBe(1);
});
