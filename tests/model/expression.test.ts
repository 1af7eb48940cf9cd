import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../../src/base/index.js';
import { expressionParser } from '../../src/cli/files.js';
import { LIMITS } from '../../src/input/index.js';
import { makeParser, readTerm, work } from '../../src/model/expression/index.js';
import { cases } from '../support/random.js';

const parser = makeParser(expressionParser());
const NAMES: Readonly<Record<string, number>> = { slots_a: 3, share_new: 0.25, 'åäö_1': 1000 };

/** What a text comes to, or the code of what is wrong with it. */
function come(text: string): number | string {
  const read = readTerm(text, () => parser, Object.keys(NAMES), LIMITS);
  if ('fault' in read) return read.fault.code;
  const result = work(read.term, (name) => NAMES[name]!);
  return 'fault' in result ? result.fault.code : result.value;
}

describe('an expression comes to what it says', () => {
  test.each<[string, number | string]>([
    ['3*4', 12], ['1 + 2 * 3', 7], ['(1 + 2) * 3', 9], ['10 - 3 - 2', 5], ['16 / 4 / 2', 2], ['2^3^2', 512], ['-2^2', -4], ['2 * -3', -6], ['1/3', 1 / 3],
    ['slots_a', 3], ['slots_a*share_new', 0.75], ['åäö_1 / 4', 250], ['min(4, slots_a, 9)', 3], ['max (4,5)', 5], ['floor(2.7) + ceil(2.1)', 5], ['abs(slots_a - 5)', 2],
    ['round(2.5)', 3], ['round(-2.5)', -2], ['round(0.49999999999999994)', 0], ['2^64', 18446744073709551616], ['0^0', 1],
    ['slots_a > 2 ? 5 : 6', 5], ['slots_a == 3 ? 0 : 1 / 0', 0], ['1 < slots_a <= 3 ? 1 : 0', 1], ['1 != 1.0000000000000002 ? 1 : 0', 1], ['slots_a < 2 ? 1 : slots_a < 4 ? 2 : 3', 2],
    ['(1 < 2 ? 3 > 4 : 5 > 4) ? 6 : 7', 7], ['0.1 + 0.2 == 0.3 ? 1 : 0', 0],
    ['2^65', 'expression-exponent'], ['2^-1', 'expression-exponent'], ['2^0.5', 'expression-exponent'], ['1/0', 'expression-not-finite'], ['min(1/0, 5)', 'expression-not-finite'], ['1000^64^64', 'expression-exponent'],
    ['2 > 1', 'expression-truth'], ['(2 > 1) + 1', 'expression-truth'], ['1 ? 2 : 3', 'expression-condition'], ['min(2 > 1, 3)', 'expression-truth'], ['(1 < 2) < 3 ? 1 : 0', 'expression-truth'], ['1 < 2 ? 3 : 4 > 5', 'expression-truth'],
    ['round(3, 4)', 'expression-arguments'], ['min()', 'expression-arguments'], ['min + 1', 'expression-arguments'],
    ['(1:3)', 'expression-part'], ['3*', 'expression-syntax'], ['', 'expression-part'], ['1, 2', 'expression-syntax'],
  ])('%s', (text, due) => {
    expect(come(text)).toBe(due);
  });
});

describe('nothing is said in it but what is allowed', () => {
  const hostile = ['"5"+3', "'a'", 'true+1', '5%', '10%3', '-3!', '2 weeks', 'sqrt(-4)', '1;2', 'cos', '[1,2]', 'x=5', 'slots_a=5', 'f(x)=x', 'random()', 'pickRandom([1,2])', 'config({number: "BigNumber"})', 'import({a: 1})', 'createUnit("x")', 'evaluate("1")', 'parse("1")', 'slots_a.constructor', 'constructor', '__proto__', 'toString()', 'hasOwnProperty(1)', '1:10', 'zeros(2)', '2 to 3', '5 mod 3', 'not 1', '1 and 1', '1 xor 0', '1 | 2', '~1', '1 << 2', "slots_a'", '2 .* 3', 'i', 'e', 'pi', 'NaN', 'Infinity', 'null', 'undefined', 'end', 'slots_a ?? 1', 'slots_a?.x', '1 # 2', '1\\2', '{a: 1}', '0x10', '1e3', '.5', '5.', '010', '1.000', '1_000', '2(3)', '2 slots_a', '3 4', 'slots_a(3)', '(2)(3)', '9007199254740993'];
  test.each(hostile)('%s', (text) => {
    const code = come(text);
    expect(catalogue[code]?.exit).toBe(3);
  });
});

test('its limits are those that are written, and past them is a limit exceeded', () => {
  const nested = (depth: number): string => `${'('.repeat(depth - 1)}1${')'.repeat(depth - 1)}`;
  const balanced = (n: number): string => (n === 1 ? '1' : `${balanced(Math.floor(n / 2))}+${balanced(Math.ceil(n / 2))}`);
  expect([come(`1${' '.repeat(998)}+`), come(`1+1${' '.repeat(997)}`), come(`1+1${' '.repeat(998)}`)]).toEqual(['expression-syntax', 2, 'expression-too-long']);
  expect([come(nested(32)), come(nested(33))]).toEqual([1, 'expression-too-deep']);
  expect([come(balanced(100)), come(balanced(101))]).toEqual([100, 'expression-too-large']); // 199 and 201 parts: a row of sums is no deeper for being long
  expect(['expression-too-long', 'expression-too-deep', 'expression-too-large'].map((code) => catalogue[code]!.exit)).toEqual([5, 5, 5]);
});

/** A sum with what it comes to, and how tightly its outermost sign binds: 1 sums, 2 products, 3 a minus, 4 a power, 5 what stands alone. */
interface Sum {
  readonly text: string;
  readonly value: number;
  readonly binds: number;
}

const within = (sum: Sum, binds: number): string => (sum.binds < binds ? `(${sum.text})` : sum.text);
const pair = (sign: string, binds: number, value: (a: number, b: number) => number) => (a: Sum, b: Sum): Sum => ({ text: `${within(a, binds)} ${sign} ${within(b, binds + 1)}`, value: value(a.value, b.value), binds });
const call = (name: string, value: (a: number, b: number) => number) => (a: Sum, b: Sum): Sum => ({ text: `${name}(${a.text}, ${b.text})`, value: value(a.value, b.value), binds: 5 });
const PAIRS = [pair('+', 1, (a, b) => a + b), pair('-', 1, (a, b) => a - b), pair('*', 2, (a, b) => a * b), pair('/', 2, (a, b) => a / b), call('min', (a, b) => (a < b ? a : b)), call('max', (a, b) => (a > b ? a : b))];
const ONES: readonly ((a: Sum) => Sum)[] = [
  (a) => ({ text: `-${within(a, 3)}`, value: -a.value, binds: 3 }),
  (a) => ({ text: `abs(${a.text})`, value: a.value < 0 ? -a.value : a.value, binds: 5 }),
  (a) => ({ text: `floor(${a.text})`, value: Math.floor(a.value), binds: 5 }),
  (a) => ({ text: `ceil(${a.text})`, value: -Math.floor(-a.value), binds: 5 }),
  (a) => ({ text: `round(${a.text})`, value: a.value - Math.floor(a.value) < 0.5 ? Math.floor(a.value) : Math.floor(a.value) + 1, binds: 5 }),
  (a) => ({ text: `${within(a, 5)}^3`, value: a.value * a.value * a.value, binds: 4 }),
];
const COMPARED: Readonly<Record<string, (a: number, b: number) => boolean>> = { '<': (a, b) => a < b, '<=': (a, b) => a <= b, '>': (a, b) => a > b, '>=': (a, b) => a >= b, '==': (a, b) => a === b, '!=': (a, b) => a !== b };
const leaf = fc.oneof(
  fc.nat(40).map((n): Sum => ({ text: String(n), value: n, binds: 5 })),
  fc.constantFrom('0.5', '2.25', '0.1', '12.75').map((text): Sum => ({ text, value: Number(text), binds: 5 })),
  fc.constantFrom(...Object.keys(NAMES)).map((name): Sum => ({ text: name, value: NAMES[name]!, binds: 5 })),
);
const { sum } = fc.letrec<{ sum: Sum }>((tie) => ({
  sum: fc.oneof(
    { maxDepth: 5 },
    leaf,
    fc.tuple(fc.constantFrom(...PAIRS), tie('sum'), tie('sum')).map(([make, a, b]) => make(a, b)),
    fc.tuple(fc.constantFrom(...ONES), tie('sum')).map(([make, a]) => make(a)),
    fc.tuple(fc.constantFrom(...Object.keys(COMPARED)), tie('sum'), tie('sum'), tie('sum'), tie('sum')).map(([sign, a, b, c, d]): Sum => ({ text: `(${a.text} ${sign} ${b.text} ? ${c.text} : ${d.text})`, value: COMPARED[sign]!(a.value, b.value) ? c.value : d.value, binds: 5 })),
  ),
}));

test('whatever it holds, it comes to the same as the arithmetic itself, in every bit', () => {
  fc.assert(
    fc.property(sum, ({ text, value }) => {
      const came = come(text);
      // Only what cannot be reckoned, or is too much, may be refused.
      if (typeof came === 'string') expect(['expression-not-finite', 'expression-too-large', 'expression-too-long', 'expression-too-deep']).toContain(came);
      else expect(came + 0).toBe(value + 0);
    }),
    { numRuns: cases(1000) },
  );
});

const SCRAPS = ['1', '2.5', '0', '(', ')', '+', '-', '*', '/', '^', ',', '?', ':', '<', '>=', '==', ' ', 'slots_a', 'share_new', 'min(', 'round(', 'abs', 'x', '=', '!', '%', '"', "'", '[', ']', '{', ';', '.', '\n', '#', 'mod', 'in', 'to', 'end', 'not ', 'i', 'å', '\u2212', '\u{1D465}', '\uD835', '\u0000', '1e9', '64', '9007199254740991'];

test('whatever is written, it comes to a finite number or to one code with exit 3 or 5, and at once', () => {
  fc.assert(
    fc.property(fc.oneof(fc.array(fc.constantFrom(...SCRAPS), { maxLength: 60 }).map((parts) => parts.join('')), fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
      const began = performance.now();
      const came = come(text);
      expect(performance.now() - began).toBeLessThan(1000);
      if (typeof came === 'number') expect(Number.isFinite(came)).toBe(true);
      else expect([3, 5]).toContain(catalogue[came]?.exit);
    }),
    { numRuns: cases(3000, 100_000) },
  );
});
