import { EXPRESSION_PATTERN, scalar } from './fields.js';
import { readStated, type Stated } from './calculated.js';
import { readNumber, withUnit, type NumberRule, type Reading } from './numbers.js';

/** The years a scenario and its data may speak of. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

/** A month as its number: 12 × year + month − 1. */
export function readMonth(text: string): Reading<number> {
  const parts = /^(\d{4})-(\d{2})$/.exec(text.trim());
  const year = Number(parts?.[1]);
  const month = Number(parts?.[2]);
  if (!parts || year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return { fault: { code: 'not-a-month', values: { first: FIRST_YEAR, last: LAST_YEAR } } };
  return { value: 12 * year + month - 1 };
}

/** A term as its number: 2 × year in spring (`2021-VT`), 2 × year + 1 in autumn (`2021-HT`). */
export function readTerm(text: string): Reading<number> {
  const parts = /^(\d{4})-(VT|HT)$/.exec(text.trim());
  const year = Number(parts?.[1]);
  if (!parts || year < FIRST_YEAR || year > LAST_YEAR) return { fault: { code: 'not-a-term', values: {} } };
  return { value: 2 * year + (parts[2] === 'HT' ? 1 : 0) };
}

const WHEN = String.raw`(?:19|20|21)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?|-(?:VT|HT|Q[1-4]|H[12]))?`;
const PERIOD = new RegExp(`^${WHEN}(?: ?[-–/] ?${WHEN})?$`, 'u');

/** Whether a text says when a figure held: a year, a month, a day, a term, a quarter, or from one to another. */
export function isPeriod(text: string): boolean {
  return PERIOD.test(text);
}

/** A month written as `2026-01`. */
export const month = (words: Readonly<Record<string, unknown>> = {}) =>
  scalar((field) => readMonth(field.text), { sv: 'en månad som 2026-01', en: 'a month such as 2026-01' }, { type: 'string', pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$', ...words });

/** A duration as written, in half-months; whether it is whole steps is asked when the step is known. */
export interface Duration {
  readonly halves: number;
  readonly written: string;
}

const LONGEST_MONTHS = 600;

/** Reads `5 months`, `9 half-months` or, in months, a bare `5` or an expression. */
function readDuration(field: Stated): Reading<Duration> {
  const parts = field.names === 'is' ? null : /^(.*?)\s*(half-months?|months?)$/u.exec(field.text.trim());
  const unit = parts ? (parts[2]!.startsWith('half') ? 1 : 2) : 2;
  const rule = { min: 0, max: (LONGEST_MONTHS * 2) / unit };
  const number = parts ? withUnit(readNumber({ text: parts[1]!, quoted: false, at: field.at }, rule), parts[2]!) : bare(field, rule);
  if ('fault' in number) return number.fault.code === 'not-a-number' || number.fault.code === 'empty-value' ? { fault: { code: 'not-a-duration', values: {} } } : number;
  return { value: { halves: number.value * unit, written: field.text } };
}

function bare(field: Stated, rule: NumberRule): Reading<number> {
  const reading = readStated(field, rule);
  return 'value' in reading ? { value: reading.value.value } : reading;
}

/** A duration. */
export const duration = (words: Readonly<Record<string, unknown>> = {}) =>
  scalar(readDuration, { sv: 'en längd som 5 months eller 9 half-months', en: 'a duration such as 5 months or 9 half-months' }, { anyOf: [{ type: 'number', minimum: 0 }, { type: 'string', pattern: `^[0-9.]+ (half-)?months?$|${EXPRESSION_PATTERN}` }], 'x-number': true, ...words });
