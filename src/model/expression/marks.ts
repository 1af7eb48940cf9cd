import { suggest } from '../../base/index.js';
import { readNumber, type Fault } from '../numbers.js';

/** The functions that an expression may call, each with the fewest and the most arguments. */
export const FUNCTIONS: Readonly<Record<string, readonly [number, number]>> = { min: [1, Infinity], max: [1, Infinity], floor: [1, 1], ceil: [1, 1], round: [1, 1], abs: [1, 1] };

/** What else an expression may hold, as messages list it. */
export const OPERATORS = '+ - * / ^ ( ) < <= > >= == != ? :';

/** A letter of a name; what is composed of two marks, as some old scripts are, is none. */
export const isLetter = (mark: string): boolean => /^[\p{L}_]$/u.test(mark);

/** A part of an expression and where it begins. */
interface Token {
  readonly kind: 'number' | 'name' | 'operator';
  readonly text: string;
  readonly at: number;
}

const PARTS = /(?<space>\s+)|(?<number>(?:\d|\.\d)[\p{L}\p{N}_.]*)|(?<name>[\p{L}_][\p{L}\p{N}_]*)|(?<barred>\*\*|\/\/|<<|>>|\?\?|\?\.|\.[*/^])|(?<operator>[=!<>]=|[-+*/^(),<>?:])|(?<other>[^])/gu;

/** What is meant by marks that print alike, or that other programs use. */
const MEANT: Readonly<Record<string, string>> = { '\u2212': '-', '\u2013': '-', '×': '*', '·': '*', '÷': '/', '**': '^', '=': '==', '≤': '<=', '≥': '>=', '≠': '!=' };

/** The first thing that keeps a text from being an expression of allowed marks and known names, or undefined. */
export function faultOfMarks(text: string, names: readonly string[]): Fault | undefined {
  const tokens: Token[] = [];
  let last: Fault | undefined;
  for (const { groups = {}, index: at } of text.matchAll(PARTS)) {
    const bad = groups['barred'] ?? groups['other'];
    if (bad !== undefined) {
      last = { ...markFault(bad, tokens.length === 0), inside: at };
      break;
    }
    const kind = groups['number'] !== undefined ? 'number' : groups['name'] !== undefined ? 'name' : 'operator';
    const part = groups[kind];
    if (part !== undefined) tokens.push({ kind, text: part, at });
  }
  for (const [i, token] of tokens.entries()) {
    const fault = gapFault(tokens[i - 1], token) ?? tokenFault(token, tokens[i + 1], names);
    if (fault) return { found: token.text, inside: token.at, ...fault };
  }
  return last;
}

function markFault(found: string, isFirst: boolean): Fault {
  const nearest = isFirst ? undefined : MEANT[found];
  return { code: 'expression-mark', found, values: { allowed: `${OPERATORS}, ${Object.keys(FUNCTIONS).join(' ')}` }, ...(nearest === undefined ? {} : { nearest }) };
}

const isCall = (name: Token | undefined, next: Token | undefined): boolean => name?.kind === 'name' && next?.text === '(' && Object.hasOwn(FUNCTIONS, name.text);

/** Two operands side by side: never a multiplication that nobody wrote. */
function gapFault(left: Token | undefined, right: Token): Fault | undefined {
  const ends = left !== undefined && (left.kind !== 'operator' || left.text === ')');
  const begins = right.kind !== 'operator' || right.text === '(';
  if (!ends || !begins || (left.kind === 'name' && right.text === '(')) return undefined;
  return { code: 'expression-gap', values: { left: left.text, right: right.text } };
}

function tokenFault(token: Token, next: Token | undefined, names: readonly string[]): Fault | undefined {
  if (token.kind === 'number') return numberFault(token.text);
  if (token.kind === 'operator' || isCall(token, next)) return undefined;
  if (next?.text === '(' && !names.includes(token.text)) return unknownOf('expression-function', token.text, Object.keys(FUNCTIONS));
  if (next?.text === '(') return { code: 'expression-gap', values: { left: token.text, right: '(' }, inside: next.at };
  if (names.includes(token.text)) return undefined;
  return Object.hasOwn(FUNCTIONS, token.text) ? { code: 'expression-arguments', values: { name: token.text } } : unknownOf('expression-name', token.text, names);
}

/** A number in an expression is written as plainly as one that stands alone. */
function numberFault(text: string): Fault | undefined {
  const [, left, right] = /^(\d+(?:\.\d+)?)([\p{L}_].*)$/u.exec(text) ?? [];
  const reading = readNumber({ text, quoted: false, at: '' }, {});
  if ('value' in reading) return undefined;
  return left !== undefined && reading.fault.code === 'not-a-number' ? { code: 'expression-gap', values: { left, right: right! } } : reading.fault;
}

function unknownOf(code: string, found: string, valid: readonly string[]): Fault {
  const nearest = suggest(found, valid);
  const allowed = valid.length === 0 ? { allowedSv: 'inga, för scenariot har inga under parameters', allowedEn: 'none, for the scenario has no parameters' } : { allowed: valid.join(', ') };
  return { code, values: allowed, ...(nearest === undefined ? {} : { nearest }) };
}
