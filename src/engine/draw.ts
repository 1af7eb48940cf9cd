/**
 * Purposes of draws. A new draw takes a new number, so that it never shifts an old one (MODEL 8.2). Each gives two words; both are used:
 * the first named in the comment is word 0.
 */
export const PURPOSE = {
  count: 0, // how many come in a batch of a Poisson stream
  rankHome: 1, // rank among equal waits; region sought first
  seeksEligible: 2,
  gapApplied: 3, // months before seeking; applied before the degree
  variantMobile: 4,
  own: 5, // the doctor's own number, key of the draws below
  lottery: 6, // place in the list of an intake step
  applications: 7, // further regions sought
  givesUpFactor: 8, // trial of giving up that succeeds; factor of the personal duration
  leave: 9, // even occurrence: whether there is a leave, after how many steps served; odd: its length
  chain: 10, // occurrence 0: which pathway comes after, how long until it is joined; 1: the doctor's own number there
  exam: 11, // whether an attempt at the gate passes
  late: 12, // how late the licence comes
  offer: 13, // occurrence 0: the number that the offers of a region and pathway hang on
} as const;

const OCCURRENCES = 64;

/** The counter word of a purpose's nth draw. */
export function counterOf(purpose: number, occurrence: number): number {
  return purpose * OCCURRENCES + occurrence;
}

/**
 * Threefry-2x32 with 20 rounds (Salmon and others 2011, "Parallel random numbers: as easy as 1, 2, 3"): two 32-bit words that are a pure
 * function of key and counter. Words are written to `out` as signed 32-bit integers.
 */
export function draw(key0: number, key1: number, counter0: number, counter1: number, out: Int32Array): void {
  const k0 = key0 | 0;
  const k1 = key1 | 0;
  const k2 = 0x1bd11bda ^ k0 ^ k1;
  let x0 = (counter0 + k0) | 0;
  let x1 = (counter1 + k1) | 0;
  // Written out: a loop over the rounds and rotations takes three times as long.
  x0 = (x0 + x1) | 0; x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0;
  x0 = (x0 + x1) | 0; x1 = ((x1 << 15) | (x1 >>> 17)) ^ x0;
  x0 = (x0 + x1) | 0; x1 = ((x1 << 26) | (x1 >>> 6)) ^ x0;
  x0 = (x0 + x1) | 0; x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0;
  x0 = (x0 + k1) | 0; x1 = (x1 + k2 + 1) | 0;
  x0 = (x0 + x1) | 0; x1 = ((x1 << 17) | (x1 >>> 15)) ^ x0;
  x0 = (x0 + x1) | 0; x1 = ((x1 << 29) | (x1 >>> 3)) ^ x0;
  x0 = (x0 + x1) | 0; x1 = ((x1 << 16) | (x1 >>> 16)) ^ x0;
  x0 = (x0 + x1) | 0; x1 = ((x1 << 24) | (x1 >>> 8)) ^ x0;
  x0 = (x0 + k2) | 0; x1 = (x1 + k0 + 2) | 0;
  x0 = (x0 + x1) | 0; x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0;
  x0 = (x0 + x1) | 0; x1 = ((x1 << 15) | (x1 >>> 17)) ^ x0;
  x0 = (x0 + x1) | 0; x1 = ((x1 << 26) | (x1 >>> 6)) ^ x0;
  x0 = (x0 + x1) | 0; x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0;
  x0 = (x0 + k0) | 0; x1 = (x1 + k1 + 3) | 0;
  x0 = (x0 + x1) | 0; x1 = ((x1 << 17) | (x1 >>> 15)) ^ x0;
  x0 = (x0 + x1) | 0; x1 = ((x1 << 29) | (x1 >>> 3)) ^ x0;
  x0 = (x0 + x1) | 0; x1 = ((x1 << 16) | (x1 >>> 16)) ^ x0;
  x0 = (x0 + x1) | 0; x1 = ((x1 << 24) | (x1 >>> 8)) ^ x0;
  x0 = (x0 + k1) | 0; x1 = (x1 + k2 + 4) | 0;
  x0 = (x0 + x1) | 0; x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0;
  x0 = (x0 + x1) | 0; x1 = ((x1 << 15) | (x1 >>> 17)) ^ x0;
  x0 = (x0 + x1) | 0; x1 = ((x1 << 26) | (x1 >>> 6)) ^ x0;
  x0 = (x0 + x1) | 0; x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0;
  x0 = (x0 + k2) | 0; x1 = (x1 + k0 + 5) | 0;
  out[0] = x0;
  out[1] = x1;
}

/** FNV-1a over UTF-8 bytes: the number that a name's draws hang on. */
export function hashName(name: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(name)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

/** The first index whose cumulative threshold is above the word; the last one takes what is left. */
export function invert(word: number, thresholds: { readonly length: number; readonly [i: number]: number }, from: number, length: number): number {
  const unsigned = word >>> 0;
  let low = 0;
  let high = length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (unsigned < thresholds[from + middle]!) high = middle;
    else low = middle + 1;
  }
  return low;
}
