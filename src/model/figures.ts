import * as z from 'zod';
import type { Quality } from '../base/index.js';
import { readStated, type Calculated, type Card, type Stated } from './calculated.js';
import { anyOf, byForm, complain, either, mapping, number, numberWords, prose, QUALITIES, scalar, word } from './fields.js';
import type { NumberRule } from './numbers.js';
import type { Sourced } from './scenario.js';

const ALLOWED = { sv: 'ett tal, eller { low, likely, high, quality, source }', en: 'a number, or { low, likely, high, quality, source }' };

/** The quality and source of a number that a scenario states itself. */
export const STATED = { quality: 'assumption', source: 'scenario' } as const;

/** A figure from the world: a plain number, or a map with its bounds, quality and source; `likely` is what a run uses. */
export function figure(rule: NumberRule, words: Readonly<Record<string, unknown>> = {}) {
  return either(byForm, { text: plain(rule), map: bounded(rule) }, ALLOWED).meta(anyOf(() => [plain(rule), bounded(rule)], words));
}

function plain(rule: NumberRule) {
  const read = (field: Stated) => {
    const reading = readStated(field, rule);
    return 'value' in reading ? { value: sourced(reading.value, field.at) } : reading;
  };
  return scalar(read, ALLOWED, numberWords(rule));
}

/** The bounds that are given, by name: `low 0.8, likely 0.75`. */
export function inOrder(bounds: Readonly<Record<string, number | undefined>>): string {
  return Object.entries(bounds).flatMap(([name, value]) => (value === undefined ? [] : [`${name} ${value}`])).join(', ');
}

const sourced = ({ value, card }: Calculated, cell: string): Sourced => ({ value, ...STATED, ...card, cell });

/** The less sure of two qualities. */
export const worst = (one: Quality, other: Quality): Quality => (QUALITIES.indexOf(one) > QUALITIES.indexOf(other) ? one : other);

/** The quality and source of a figure that states some of them itself, and has the rest from the parameters it was worked out from. */
export function cardFor(own: Partial<Pick<Card, 'quality' | 'source'>>, given: Card | undefined): Pick<Card, 'quality' | 'source'> {
  const quality = given === undefined ? (own.quality ?? STATED.quality) : worst(own.quality ?? given.quality, given.quality);
  return { quality, source: own.source ?? given?.source ?? STATED.source };
}

function bounded(rule: NumberRule) {
  const at = scalar((field: Stated) => {
    const reading = readStated(field, rule);
    return 'value' in reading ? { value: { ...reading.value, at: field.at } } : reading;
  }, ALLOWED, numberWords(rule));
  const map = mapping({
    low: number(rule).optional(),
    likely: at,
    high: number(rule).optional(),
    quality: word(QUALITIES).optional(),
    source: prose().optional(),
  });
  return map.transform((read, ctx): Sourced => {
    const { low, likely, high } = read;
    if ((low ?? likely.value) > likely.value || likely.value > (high ?? likely.value)) {
      complain(ctx, read, { code: 'bounds-order', values: { order: inOrder({ low, likely: likely.value, high }) } }, ['likely']);
      return z.NEVER;
    }
    const bounds = { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) };
    const own = { ...(read.quality === undefined ? {} : { quality: read.quality }), ...(read.source === undefined ? {} : { source: read.source }) };
    return { value: likely.value, ...bounds, ...cardFor(own, likely.card), cell: likely.at };
  });
}
