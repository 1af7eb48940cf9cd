import type { Written } from '../base/index.js';

/** Something wrong with one field, before its place is known. */
export interface Fault {
  readonly code: string;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly found?: string;
  readonly nearest?: string;
  /** How far into the text it stands, counted from 0. */
  readonly inside?: number;
}

/** A field judged: its value, or what is wrong with it. */
export type Reading<T> = { readonly value: T } | { readonly fault: Fault };

/** What a number field takes: whole or not, from `min` to `max`; `share` has its own advice for percentages. */
export interface NumberRule {
  readonly whole?: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly share?: boolean;
  /** Over 1 is legal, but not likely meant: above `max` it is taken for a percentage. */
  readonly growth?: boolean;
  /** Whether it says how much longer what is done part-time takes: 80 % of full time is 1.25. */
  readonly ofFullTime?: boolean;
  /** A unit that must follow the number, as in `0.04 per month`. */
  readonly unit?: 'per month';
  /** Whether a comma (a data file that declares or shows it) or a point separates decimals. */
  readonly decimalMark?: '.' | ',';
  /** Whether 1.500 is taken as 1.5: only where the file itself shows which mark it uses. */
  readonly markKnown?: boolean;
}

const fault = (code: string, values: Fault['values'] = {}): { fault: Fault } => ({ fault: { code, values } });
const LONGEST_NUMBER = 100;
const LARGEST = 9_007_199_254_740_991;
const PLAIN = /^-?(0|[1-9][0-9]*)(\.[0-9]+)?$/;
const EXCEL = /^#(VALUE!|DIV\/0!|REF!|NAME\?|N\/A|NUM!|NULL!|VÄRDEFEL!|DIVISION\/0!|REFERENS!|NAMN\?|SAKNAS!|OGILTIGT!|SKÄRNING!|SPILL!|CALC!)/iu;

/** Reads a number written plainly. Nothing is guessed: what could be read in two ways, or in another notation, is refused with what to write instead. */
export function readNumber(field: Written, rule: NumberRule): Reading<number> {
  if (rule.unit !== undefined) return readMeasured(field, rule.unit, rule);
  const text = field.text.trim();
  if (text.length > LONGEST_NUMBER) return fault('not-a-number');
  const odd = oddity(text, field.quoted, rule);
  if (odd?.fault.code === 'percent' && rule.ofFullTime) return fault('percent-of-full-time', longer(text));
  if (odd) return withoutFalseAdvice(odd, rule);
  const value = Number(rule.decimalMark === ',' ? text.replace(',', '.') : text) + 0;
  return inRange(value, rule);
}

/** What a message says to write must itself be taken: where it would not be, what the field allows is said instead. */
function withoutFalseAdvice({ fault: { code, values = {} } }: { readonly fault: Fault }, rule: NumberRule): { fault: Fault } {
  const { write, ...rest } = values;
  if (write === undefined) return { fault: { code, values } };
  const { decimalMark = '.', markKnown = false } = rule;
  const taken = 'value' in readNumber({ text: String(write), quoted: false, at: '' }, { ...rule, decimalMark, markKnown });
  return { fault: { code, values: taken && !(code === 'percent' && !ofShares(rule)) ? values : { ...rest, meant: write, ...allowedBy(rule) } } };
}

function readMeasured(field: Written, unit: string, { unit: _, ...rule }: NumberRule): Reading<number> {
  const parts = /^(.+?)\s+(per\s+month)$/.exec(field.text.trim());
  if (parts) return withUnit(readNumber({ ...field, text: parts[1]!, quoted: false }, rule), unit);
  const bare = readNumber(field, rule);
  return fault('not-a-weight', { example: 'value' in bare ? `${field.text.trim()} ${unit}` : `0.04 ${unit}` });
}

const LARGEST_FACTOR = 1000;
const ofShares = (rule: NumberRule): boolean => rule.max !== undefined && rule.max <= LARGEST_FACTOR && !rule.whole;

/** A reading of a number that a unit follows: the unit belongs to what is to be written, too. */
export function withUnit<T>(reading: Reading<T>, unit: string): Reading<T> {
  if ('value' in reading) return reading;
  const values = { ...reading.fault.values };
  for (const key of ['write', 'one', 'other']) if (values[key] !== undefined) values[key] = `${values[key]} ${unit}`.trim();
  return { fault: { ...reading.fault, values } };
}

/** What a number field takes, in words. */
function allowedBy({ whole = false, min, max }: NumberRule): Record<'allowedSv' | 'allowedEn', string> {
  const range = min === undefined ? '' : max === undefined ? ` ≥ ${min}` : ` ${min} … ${max}`;
  return { allowedSv: `${whole ? 'ett heltal' : 'ett tal'}${range}`, allowedEn: `${whole ? 'a whole number' : 'a number'}${range}` };
}

/** A number judged by what the field takes, however it was come by. */
export function inRange(value: number, rule: NumberRule): Reading<number> {
  const { min, max } = rule;
  const allowed = min === undefined ? '' : max === undefined ? `≥ ${min}` : `${min} … ${max}`;
  if (Math.abs(value) > LARGEST) return fault('number-too-large', { max: max ?? LARGEST });
  if (rule.share && value >= 2 && value <= 100) return fault('share-as-percent', { write: shorten(value / 100), percent: value });
  if (rule.growth && max !== undefined && value > max && value <= 100 * max) return fault('growth-as-percent', { write: shorten(value / 100), percent: value, max, most: max * 100 });
  if (rule.whole && !Number.isInteger(value)) return fault('not-whole', { allowed: allowed || `-${LARGEST} … ${LARGEST}`, low: Math.floor(value), high: Math.ceil(value) });
  if ((min !== undefined && value < min) || (max !== undefined && value > max)) return fault('out-of-range', { allowed });
  return { value: value === 0 ? 0 : value };
}

const shorten = (value: number): string => String(Number(value.toPrecision(12)));

/** Names the notation that keeps a text from being a plain number, or undefined when it is one. */
function oddity(text: string, quoted: boolean, rule: NumberRule): { fault: Fault } | undefined {
  if (text === '') return fault('empty-value');
  if (EXCEL.test(text)) return fault('excel-error');
  if (/^[-+]?\.?nan$/i.test(text)) return fault('not-finite');
  if (/^[-+]?(\.?inf(inity)?|∞)$/i.test(text)) return fault('infinite');
  const comma = rule.decimalMark === ',';
  const point = comma ? text.replace(',', '.') : text;
  if (comma && text.includes('.')) return fault('mixed-marks', { write: text.replace('.', ',') });
  const plain = PLAIN.test(point);
  if (plain && quoted) return fault('quoted-number', { write: text });
  if (plain) return grouped(text, comma, rule);
  return notation(text, rule.max ?? LARGEST);
}

function grouped(text: string, comma: boolean, rule: NumberRule): { fault: Fault } | undefined {
  const mark = comma ? ',' : '.';
  const parts = text.split(mark);
  const three = parts.length === 2 && parts[1]!.length === 3 && /^-?[1-9][0-9]{0,2}$/.test(parts[0]!);
  if (!three || (rule.markKnown && !rule.whole)) return undefined;
  return fault('two-readings', { one: String(Number(parts.join('.'))), other: parts.join('') });
}

function notation(text: string, max: number): { fault: Fault } {
  const minus = /^[\u2212\u2013\u2010\u2011\u2012\uFE63\uFF0D]\s?(\d.*)$/u.exec(text);
  if (minus) return fault('minus-sign', { write: `-${minus[1]!}` });
  if (/^-?0[0-9]+(\.[0-9]+)?$/.test(text)) return leadingZero(text);
  if (/^[-+]?\d[\d\s.,\u00A0\u202F]*\s*%$/u.test(text)) return fault('percent', percent(text));
  if (/^[-+]?\d{1,3}([\s\u00A0\u202F\u2009_'’]\d{3})+([.,]\d+)?$/u.test(text) || /^[-+]?\d+(_\d+)+$/.test(text))
    return fault('grouped-digits', { write: text.replaceAll(/[\s_'’]/gu, '').replace(',', '.') });
  if (/^-?[1-9]\d{0,2},\d{3}$/.test(text)) return fault('two-readings', { one: String(Number(text.replace(',', '.'))), other: text.replace(',', '') });
  if (/^-?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(text)) return fault('grouped-digits', { write: text.replaceAll(',', '') });
  if (/^-?\d{1,3}(\.\d{3}){2,}(,\d+)?$/.test(text)) return fault('grouped-digits', { write: text.replaceAll('.', '').replace(',', '.') });
  if (/^-?\d{1,3}(\.\d{3})+,\d+$/.test(text)) return fault('grouped-digits', { write: text.replaceAll('.', '').replace(',', '.') });
  if (/^[-+]?\d*,\d+$/.test(text)) return fault('decimal-comma', { write: shorten(Number(text.replace(',', '.'))) });
  return otherBase(text, max);
}

function otherBase(text: string, max: number): { fault: Fault } {
  const bare = text.replace(/^[-+]/, '');
  const value = Number(bare);
  if (/^(0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+|[0-9]*\.?[0-9]+\.?[eE][-+]?[0-9]+|\.[0-9]+|[0-9]+\.|[0-9]+(\.[0-9]+)?)$/.test(bare)) {
    if (!Number.isFinite(value) || value > LARGEST) return fault('number-too-large', { max });
    return fault('notation', { write: `${text.startsWith('-') ? '-' : ''}${String(value)}` });
  }
  return fault('not-a-number');
}

/** 010 could be 8, written in eights; 03 and 08 are what they seem. */
function leadingZero(text: string): { fault: Fault } {
  const decimal = text.replace(/^(-?)0+(?=\d)/, '$1');
  const inEights = /^0[0-7]+$/.test(text) ? String(parseInt(text, 8)) : decimal;
  return inEights === decimal ? fault('notation', { write: decimal }) : fault('leading-zero', { one: decimal, other: inEights });
}

/** How much longer than full time so many per cent of it takes. */
function longer(text: string): Record<string, string | number> {
  const percent = Number(text.replaceAll(/[\s%]/gu, '').replace(',', '.'));
  return { percent, factor: percent > 0 ? Number((100 / percent).toFixed(5)) : '100/…' };
}

function percent(text: string): Record<string, string> {
  const number = Number(text.replaceAll(/[\s%]/gu, '').replace(',', '.'));
  return { write: Number.isFinite(number) ? shorten(number / 100) : '0.…' };
}
