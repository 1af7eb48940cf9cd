import type { Quality, Written } from '../base/index.js';
import { inRange, readNumber, type NumberRule, type Reading } from './numbers.js';

/** How sure a number is that parameters gave, and from where; its bounds when it is a parameter and nothing else. */
export interface Card {
  readonly quality: Quality;
  readonly source: string;
  readonly low?: number;
  readonly high?: number;
}

/** What an expression came to. Without a card the number is the field's own. */
export interface Calculated {
  readonly value: number;
  readonly card?: Card;
}

/** A text of a scenario that has parameters: whether it names one (`is`) or seems meant to (`near`), and, once worked out, what it came to. */
export interface Stated extends Written {
  readonly names?: 'is' | 'near';
  /** The parameter that a lone word is near. */
  readonly nearest?: string;
  readonly worked?: Reading<Calculated>;
}

/** A number field holds an expression, which is to be worked out before the field can be judged; never shown. */
export const EXPRESSION = 'expression';
/** A field that another complaint is to blame for; never shown. */
export const ECHO = 'echo';

const MARKS = /[-+*/^()<>?\u2212×÷]/u;
const DATE_OR_FILE = /^\s*\d{4}-\d\d(-\d\d)?\s*$|\.(csv|tsv|txt)\s*$|\\|^~/iu;
const TIMES_PI = /^[\d.]+\s*pi$/u;

/**
 * Whether a text that is no number, in any notation, is an expression: it has a sign of reckoning and a digit, a parenthesis or a parameter's name; or it is a
 * parameter's name. What is a date or a file never is.
 */
export function isExpression(field: Stated): boolean {
  const { text, names } = field;
  if (names === 'is') return true;
  return (MARKS.test(text) && (names === 'near' || /[\d(]/.test(text)) && !DATE_OR_FILE.test(text)) || TIMES_PI.test(text);
}

/** Whether a text stands for a word such as `unlimited`, where a word or a number may stand. */
export function isWord(field: Written): boolean {
  return /^[a-zåäö]/i.test(field.text) && !/^(nan|inf)/i.test(field.text) && !isExpression(field);
}

/** Reads a number of a scenario: written plainly, or worked out from an expression. */
export function readStated(field: Stated, rule: NumberRule): Reading<Calculated> {
  if (field.worked) return judge(field, field.worked, rule);
  const reading = readNumber(field, rule);
  if ('value' in reading) return { value: { value: reading.value } };
  // `0.04 per month` is a text with a unit.
  if (reading.fault.code !== 'not-a-number' || rule.unit !== undefined) return reading;
  if (!isExpression(field)) return field.nearest === undefined ? reading : { fault: { ...reading.fault, nearest: field.nearest } };
  return { fault: { code: field.split ? 'comma-in-text' : EXPRESSION } };
}

function judge(field: Stated, worked: Reading<Calculated>, rule: NumberRule): Reading<Calculated> {
  if ('fault' in worked) return worked;
  const { value, card } = worked.value;
  const named = { value, low: card?.low ?? value, high: card?.high ?? value };
  for (const [name, one] of Object.entries(named)) {
    const reading = inRange(one, rule);
    if ('fault' in reading) return { fault: { ...reading.fault, found: `${field.text} = ${name === 'value' ? '' : `${name} `}${one}` } };
  }
  return { value: { value: value === 0 ? 0 : value, ...(card === undefined ? {} : { card }) } };
}

