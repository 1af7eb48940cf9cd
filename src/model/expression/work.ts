import type { Reading } from '../numbers.js';
import type { Comparison, Sum, Term } from './tree.js';

const MOST_TIMES = 64;

/** The names that a term uses, each once. */
export function namesIn(term: Term): readonly string[] {
  if (term.kind === 'name') return [term.name];
  const inner = term.kind === 'minus' ? [term.of] : term.kind === 'sum' ? [term.left, term.right] : term.kind === 'choice' ? [term.condition, term.then, term.otherwise] : term.kind === 'number' ? [] : term.terms;
  return [...new Set(inner.flatMap(namesIn))];
}

/** What a term comes to, in plain arithmetic; each step must give a finite number. Of a choice only the part that is chosen is worked out. */
export function work(term: Term, valueOf: (name: string) => number): Reading<number> {
  const stopped: { fault?: { code: string; values: Readonly<Record<string, string>> } } = {};
  const stop = (code: string, values: Readonly<Record<string, string>>): number => {
    stopped.fault ??= { code, values };
    return 0;
  };
  const finite = (value: number, shown: string): number => (Number.isFinite(value) ? value : stop('expression-not-finite', { shown }));
  const number = (one: Term): number => {
    if (one.kind === 'number') return finite(one.value, '…');
    if (one.kind === 'name') return valueOf(one.name);
    if (one.kind === 'minus') return -number(one.of);
    if (one.kind === 'choice') return number(truth(one.condition) ? one.then : one.otherwise);
    if (one.kind === 'function') return call(one.name, one.terms.map(number));
    if (one.kind === 'comparison') return stop('expression-truth', {});
    const [left, right] = [number(one.left), number(one.right)];
    if (one.sign !== '^') return finite(reckon(one.sign, left, right), `${left} ${one.sign} ${right}`);
    return Number.isInteger(right) && right >= 0 && right <= MOST_TIMES ? finite(power(left, right), `${left} ^ ${right}`) : stop('expression-exponent', { exponent: String(right) });
  };
  const truth = (one: Term): boolean => {
    if (one.kind === 'choice') return truth(truth(one.condition) ? one.then : one.otherwise);
    if (one.kind !== 'comparison') return stop('expression-truth', {}) !== 0;
    const values = one.terms.map(number);
    return one.signs.every((sign, i) => holds(sign, values[i]!, values[i + 1]!));
  };
  const value = number(term);
  return stopped.fault ? { fault: stopped.fault } : { value };
}

function reckon(sign: Exclude<Sum, '^'>, left: number, right: number): number {
  if (sign === '+') return left + right;
  if (sign === '-') return left - right;
  return sign === '*' ? left * right : left / right;
}

/** A power by multiplication, for the machine's own differs in the last bit from one engine to another. */
function power(base: number, times: number): number {
  let value = 1;
  for (let i = 0; i < times; i++) value *= base;
  return value;
}

function holds(sign: Comparison, left: number, right: number): boolean {
  if (sign === '==') return left === right;
  if (sign === '!=') return left !== right;
  if (sign === '<') return left < right;
  if (sign === '<=') return left <= right;
  return sign === '>' ? left > right : left >= right;
}

/** Rounding is to the nearest whole number, halves up (−2.5 gives −2), as everywhere in the model. */
function call(name: string, values: readonly number[]): number {
  const [first = 0] = values;
  if (name === 'min') return values.reduce((least, value) => Math.min(least, value));
  if (name === 'max') return values.reduce((most, value) => Math.max(most, value));
  if (name === 'floor') return Math.floor(first);
  if (name === 'ceil') return Math.ceil(first);
  return name === 'round' ? Math.round(first) : Math.abs(first);
}
