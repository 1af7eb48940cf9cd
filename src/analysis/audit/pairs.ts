// Two numbers in one: what is held against thousands of doctors is then read in half the time. Loops over doctors and bookings write out what the functions do.

/** The lower of a pair, as bits. */
export const LOW = 0xffff;
/** How far up the higher one lies. */
export const HIGH = 16;
/** No number of a pair is larger. */
export const LARGEST = 0x7fff;

/** Two numbers, neither below zero nor above `LARGEST`, in one. */
export function pairOf(high: number, low: number): number {
  return (high << HIGH) | low;
}

export function highOf(pair: number): number {
  return pair >>> HIGH;
}

export function lowOf(pair: number): number {
  return pair & LOW;
}
