import type * as z from 'zod';
import { suggest, type Path } from '../../base/index.js';
import { unknownKey, type Complaint } from '../document.js';
import type { Fault } from '../numbers.js';

/** What is due where something else stands, in both languages. */
const DUE: Readonly<Record<string, { readonly sv: string; readonly en: string }>> = {
  int: { sv: 'ett heltal', en: 'a whole number' },
  number: { sv: 'ett heltal', en: 'a whole number' },
  string: { sv: 'en text', en: 'a text' },
  boolean: { sv: 'true eller false', en: 'true or false' },
  array: { sv: 'en lista', en: 'a list' },
  tuple: { sv: 'en lista', en: 'a list' },
  object: { sv: 'en karta', en: 'a map' },
  record: { sv: 'en karta', en: 'a map' },
  series: { sv: 'ett heltal, en lista av heltal eller null', en: 'a whole number, a list of them or null' },
  steps: { sv: 'en lista av tidssteg eller "all"', en: 'a list of steps or "all"' },
  outcome: { sv: 'true eller false, 1 eller 0, "pass" eller "fail"', en: 'true or false, 1 or 0, "pass" or "fail"' },
  identity: { sv: 'ett heltal eller en text', en: 'a whole number or a text' },
  step: { sv: 'ett tidssteg', en: 'a step' },
  closes: { sv: 'ett heltal, eller ett för varje tjänstgöringsform', en: 'a whole number, or one for each pathway' },
  factor: { sv: 'ett decimaltal eller bråk som text, som "1.14" eller "57/50"', en: 'a decimal or fraction as text, such as "1.14" or "57/50"' },
};

/** What is wrong with a value, by its path. */
export function complaintsOf(issue: z.core.$ZodIssue, whole: unknown): Complaint[] {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  const value = at(whole, path);
  const say = (fault: Fault, part: 'key' | 'value' = 'value'): Complaint[] => [{ path, part, fault }];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, path, issue.message.split(' ')));
    case 'custom':
      return say({ ...(issue.params as { readonly fault: Fault }).fault, found: typeof value === 'string' ? value : JSON.stringify(value) }, 'key');
    case 'invalid_union': {
      const deep = issue.errors.find((branch) => branch.every((one) => one.path.length > 0));
      return deep ? deep.flatMap((one) => complaintsOf({ ...one, path: [...issue.path, ...one.path] }, whole)) : say(due(issue.message, value));
    }
    case 'invalid_value': {
      const nearest = suggest(String(value), issue.values.map(String));
      return say({ code: 'not-a-choice', values: { allowed: issue.values.map(String).join(', ') }, ...found(value), ...(nearest === undefined ? {} : { nearest }) });
    }
    case 'too_small':
      return say(Array.isArray(value) ? { code: 'empty-list' } : typeof value === 'string' ? { code: 'empty-value' } : { code: 'out-of-range', values: { allowed: `≥ ${issue.minimum}` }, ...found(value) });
    case 'too_big':
      return say(Array.isArray(value) ? due('tuple', value) : { code: 'out-of-range', values: { allowed: `≤ ${issue.maximum}` }, ...found(value) });
    case 'invalid_type':
      return value === undefined ? say({ code: 'missing-key' }) : say(due(issue.expected, value));
    default:
      return say(due(issue.message in DUE ? issue.message : 'int', issue.code === 'invalid_key' ? path.at(-1) : value));
  }
}

function due(what: string, value: unknown): Fault {
  const allowed = DUE[what] ?? DUE['object']!;
  return { code: 'wrong-form', values: { allowedSv: allowed.sv, allowedEn: allowed.en }, ...found(value) };
}

const found = (value: unknown): Pick<Fault, 'found'> => (value !== null && typeof value === 'object' ? {} : { found: typeof value === 'string' ? value : JSON.stringify(value) });

function at(whole: unknown, path: Path): unknown {
  let value: unknown = whole;
  for (const step of path) value = value !== null && typeof value === 'object' && Object.hasOwn(value, step) ? (value as Record<string | number, unknown>)[step] : undefined;
  return value;
}
