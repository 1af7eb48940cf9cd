import * as z from 'zod';

/** The largest quantity of anything: sums of them stay whole in 32 bits. */
const MOST = 500_000_000;

/** A map of exactly these keys; a key too many is told with those there are. */
export const form = <T extends z.core.$ZodLooseShape>(shape: T) =>
  z.strictObject(shape, { error: (issue) => (issue.code === 'unrecognized_keys' ? Object.keys(shape).join(' ') : undefined) });

/** A whole number. */
export const whole = (min = 0, max = MOST) => z.int().min(min).max(max);

/** One of some words. */
export const oneOf = <const T extends readonly string[]>(words: T) => z.enum(words);

/** A quantity in every step: a number, a list by step, or null for no limit. */
export const series = (least: number, max?: number) => z.union([whole(0, max), z.array(whole(0, max)).min(least), z.null()], { error: 'series' });
