import { formOf, suggest, type Raw, type RawMap, type Written } from '../base/index.js';
import { says, keyed } from './fields.js';
import { FUNCTIONS } from './expression/index.js';
import { figure } from './figures.js';
import type { Stated } from './calculated.js';
import type { Complaint } from './document.js';

/** Numbers with a name, which any number of the scenario may be worked out from. */
export const parameters = () =>
  keyed(figure({}), { sv: 'namn: ett tal', en: 'name: a number' }).meta(says('numbers with a name, for expressions: letters, digits, underscore', 'tal med namn, att räkna med i uttryck: bokstäver, siffror, understreck'));

/** Words that mean something already, to us or to the parser. */
const TAKEN: readonly string[] = ['mod', 'to', 'in', 'and', 'xor', 'or', 'not', 'true', 'false', 'null', 'undefined', 'nan', 'inf', 'infinity', 'end', 'unlimited'];
const NAME = /^[\p{L}][\p{L}0-9_]*$/u;
const WORDS = /[\p{L}_][\p{L}\p{N}_]*/gu;

/** The parameters of a scenario by name, as written; none when they are not written as a map. */
export function parametersOf(raw: Raw): RawMap {
  const given = formOf(raw) === 'map' ? (raw as RawMap)['parameters'] : undefined;
  return formOf(given) === 'map' ? (given as RawMap) : NONE;
}

const NONE: RawMap = Object.create(null) as RawMap;

/** Complains of names that no expression could use, and of parameters that are none. */
export function refuseNames(raw: Raw): readonly Complaint[] {
  const names = Object.keys(parametersOf(raw));
  const given = formOf(raw) === 'map' ? (raw as RawMap)['parameters'] : undefined;
  if (formOf(given) === 'map' && names.length === 0) return [{ path: ['parameters'], part: 'value', fault: { code: 'empty-map' } }];
  return names.flatMap((name): readonly Complaint[] => {
    const code = isTaken(name) ? 'parameter-taken' : isName(name) ? undefined : 'parameter-name';
    return code === undefined ? [] : [{ path: ['parameters', name], part: 'key', fault: { code, found: name } }];
  });
}

/** Whether some parameter may be meant by a name that is not found: one that could not be read as a parameter. */
export function areDoubted(raw: Raw): boolean {
  const given = formOf(raw) === 'map' ? (raw as RawMap)['parameters'] : undefined;
  return (given !== undefined && formOf(given) !== 'map') || refuseNames(raw).length > 0;
}

const isTaken = (name: string): boolean => Object.hasOwn(FUNCTIONS, name) || TAKEN.includes(name.toLowerCase());
// What mathjs takes for a letter must be one whole mark: letters beyond the first 65,536 are two.
const isName = (name: string): boolean => NAME.test(name) && [...name].length === name.length;

/** A scenario in which every text that names a parameter, or seems meant to, is marked; names of other things are not touched by it. */
export function markNames(raw: Raw): Raw {
  const names = Object.keys(parametersOf(raw));
  if (names.length === 0) return raw;
  const mark = (one: Raw): Raw => {
    if (formOf(one) === 'text') return markText(one as Written, names);
    if (formOf(one) === 'list') return (one as readonly Raw[]).map(mark);
    return mapOf(Object.entries(one as RawMap).map(([key, value]) => [key, mark(value)]));
  };
  return mark(raw);
}

function markText(field: Written, names: readonly string[]): Stated {
  const words = field.text.normalize('NFC').match(WORDS) ?? [];
  const rest = field.text.normalize('NFC').replace(WORDS, '').trim();
  const isOne = words.length === 1 && names.includes(words[0]);
  if (isOne && (rest === '' || /^[\d.]+$/.test(rest))) return { ...field, names: 'is' };
  const near = words.flatMap((word) => suggest(word, names) ?? []);
  if (near.length === 0) return field;
  return { ...field, names: 'near', ...(words.length === 1 && rest === '' ? { nearest: near[0]! } : {}) };
}

/** A map without prototype, as the reader of files makes them. */
export function mapOf(entries: readonly (readonly [string, Raw])[]): RawMap {
  return Object.assign(Object.create(null) as Record<string, Raw>, Object.fromEntries(entries));
}
