import * as z from 'zod';

/** The largest quantity of anything: sums of them stay whole in 32 bits. */
const MOST = 500_000_000;

/** A map of exactly these keys; a key too many is told with those there are. Where a key may be absent, null is as if it were, unless null has a meaning of its own. */
export const form = <T extends z.core.$ZodShape>(shape: T) => {
  const strict = z.strictObject(shape, { error: (issue) => (issue.code === 'unrecognized_keys' ? Object.keys(shape).join(' ') : undefined) });
  const spare = Object.keys(shape).filter((key) => z.safeParse(shape[key]!, undefined).success && !z.safeParse(shape[key]!, null).success);
  return z.preprocess((raw) => withoutNulls(raw, spare), strict);
};

function withoutNulls(raw: unknown, keys: readonly string[]): unknown {
  if (raw === null || typeof raw !== 'object' || Array.isArray(raw) || !keys.some((key) => Object.hasOwn(raw, key) && (raw as Named<unknown>)[key] === null)) return raw;
  return fromEntries(Object.entries(raw).filter(([key, value]) => value !== null || !keys.includes(key)));
}

type Named<T> = Readonly<Record<string, T>>;

/** A map in which no name has a meaning of its own, such as `__proto__` has in others. */
const fromEntries = <T>(entries: readonly (readonly [string, T])[]): Named<T> => Object.assign(Object.create(null) as Record<string, T>, Object.fromEntries(entries));

/** A map from names, any text; `pattern` is what a name must be, and `otherwise` the word for it. */
export const named = <V extends z.ZodType>(value: V, pattern?: RegExp, otherwise = '') =>
  z.unknown().transform((raw, ctx): Named<z.output<V>> => {
    if (raw === null || typeof raw !== 'object' || Array.isArray(raw)) {
      ctx.issues.push({ code: 'invalid_type', expected: 'record', input: raw });
      return z.NEVER;
    }
    const entries = Object.entries(raw).map(([key, one]) => {
      const read = value.safeParse(one);
      if (pattern?.test(key) === false) ctx.issues.push({ code: 'invalid_key', origin: 'record', issues: [], path: [key], message: otherwise, input: raw });
      for (const issue of read.error?.issues ?? []) ctx.issues.push({ ...issue, path: [key, ...issue.path], input: one });
      return [key, read.data as z.output<V>] as const;
    });
    return fromEntries(entries);
  });

/** A whole number. */
export const whole = (min = 0, max = MOST) => z.int().min(min).max(max);

/** One of some words. */
export const oneOf = <const T extends readonly string[]>(words: T) => z.enum(words);

/** A quantity in every step: a number, a list by step, or null for no limit. */
export const series = (least: number, max?: number) => z.union([whole(0, max), z.array(whole(0, max)).min(least), z.null()], { error: 'series' });
