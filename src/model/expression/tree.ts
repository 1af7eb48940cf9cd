import type { Fault } from '../numbers.js';
import { faultOfMarks, FUNCTIONS, isLetter, OPERATORS } from './marks.js';

/** How much an expression may hold; more is refused before it is worked out. */
export interface ExpressionLimits {
  readonly expressionCharacters: number;
  readonly expressionNodes: number;
  readonly expressionDepth: number;
}

const COMPARISONS = { equal: '==', unequal: '!=', smaller: '<', smallerEq: '<=', larger: '>', largerEq: '>=' } as const;
const SUMS = { add: '+', subtract: '-', multiply: '*', divide: '/', pow: '^' } as const;

/** One of the two signs between what is compared or reckoned with. */
export type Comparison = (typeof COMPARISONS)[keyof typeof COMPARISONS];
/** A sign of arithmetic. */
export type Sum = (typeof SUMS)[keyof typeof SUMS];

/** An expression as it may be: nothing can be said in it that is not one of these. */
export type Term =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'minus'; readonly of: Term }
  | { readonly kind: 'sum'; readonly sign: Sum; readonly left: Term; readonly right: Term }
  | { readonly kind: 'comparison'; readonly signs: readonly Comparison[]; readonly terms: readonly Term[] }
  | { readonly kind: 'choice'; readonly condition: Term; readonly then: Term; readonly otherwise: Term }
  | { readonly kind: 'function'; readonly name: string; readonly terms: readonly Term[] };

/** The parser of mathjs before it is told what to build its tree of. */
export type CreateParse = (parts: Readonly<Record<string, unknown>>) => Parse;
/** Text to a tree of `NODES`. It has its own idea of a letter, which is replaced by ours. */
type Parse = ((text: string) => unknown) & { isAlpha: (mark: string) => boolean };
type Node = Readonly<Record<string, unknown>> & { readonly kind: string };

/** Every kind of node that the parser knows and the parts it hands over, by our names; the kinds without any are refused unseen. */
const NODES = {
  ConstantNode: ['value'],
  SymbolNode: ['name'],
  OperatorNode: ['op', 'fn', 'args', 'implicit'],
  ParenthesisNode: ['content'],
  ConditionalNode: ['condition', 'then', 'otherwise'],
  FunctionNode: ['fn', 'args'],
  RelationalNode: ['signs', 'args'],
  ...{ AccessorNode: [], ArrayNode: [], AssignmentNode: [], BlockNode: [], FunctionAssignmentNode: [], IndexNode: [], ObjectNode: [], RangeNode: [] },
} as const;

/** The parser with nodes that are plain data: nothing that it builds can work anything out. */
export function makeParser(createParse: CreateParse): Parse {
  const nodes = Object.entries(NODES).map(([kind, parts]) => [kind, makeNode(kind, parts)] as const);
  const typed = Object.assign((_name: string, forms: { readonly string: unknown }): unknown => forms.string, { addConversion: () => undefined });
  const parse = createParse({ typed, numeric: Number, config: { number: 'number' }, ...Object.fromEntries(nodes) });
  parse.isAlpha = isLetter;
  return parse;
}

function makeNode(kind: string, parts: readonly string[]) {
  const make = function (this: Record<string, unknown>, ...given: readonly unknown[]): void {
    this['kind'] = kind;
    parts.forEach((part, i) => (this[part] = given[i]));
  };
  make.prototype = { isNode: true, [`is${kind}`]: true, constructor: make };
  return make;
}

/** Reads an expression; `names` are those it may use. */
export function readTerm(text: string, parse: () => Parse, names: readonly string[], limits: ExpressionLimits): { readonly term: Term } | { readonly fault: Fault } {
  const { expressionCharacters: longest } = limits;
  if (text.length > longest) return { fault: { code: 'expression-too-long', values: { max: longest, limit: 'expression-characters' } } };
  const bad = faultOfMarks(text, names);
  if (bad) return { fault: bad };
  try {
    const walk: Walk = { names, limits, nodes: 0 };
    const term = toTerm(parse()(text.replaceAll(/\s/gu, ' ')), walk, 1);
    return term === undefined || walk.fault ? { fault: walk.fault ?? { code: 'expression-syntax' } } : isTruth(term) ? { fault: { code: 'expression-truth' } } : { term };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const place = 'char' in error ? Number(error.char) - 1 : 0;
    return { fault: { code: 'expression-syntax', inside: Math.max(0, Math.min(place, text.length)) } };
  }
}

interface Walk {
  readonly names: readonly string[];
  readonly limits: ExpressionLimits;
  nodes: number;
  fault?: Fault;
}

function refuse(walk: Walk, fault: Fault): undefined {
  walk.fault ??= fault;
}

/** The list of what is allowed: whatever is not named here is refused, whoever may have let it through. */
function toTerm(raw: unknown, walk: Walk, depth: number): Term | undefined {
  const node = raw as Node;
  const { expressionNodes: most, expressionDepth: deepest } = walk.limits;
  walk.nodes += 1;
  if (walk.nodes > most) return refuse(walk, { code: 'expression-too-large', values: { max: most, limit: 'expression-nodes' } });
  if (depth > deepest) return refuse(walk, { code: 'expression-too-deep', values: { max: deepest, limit: 'expression-depth' } });
  const inner = (one: unknown): Term | undefined => toTerm(one, walk, depth + 1);
  if (node.kind === 'ConstantNode' && typeof node['value'] === 'number') return { kind: 'number', value: node['value'] };
  if (node.kind === 'SymbolNode' && walk.names.includes(String(node['name']))) return { kind: 'name', name: String(node['name']) };
  if (node.kind === 'ParenthesisNode') return inner(node['content']);
  if (node.kind === 'OperatorNode' && node['implicit'] !== true) {
    const [left, ...rest] = node['args'] as readonly unknown[];
    return toOperation(String(node['fn']), [toTerm(left, walk, isChain(node, left as Node) ? depth : depth + 1), ...rest.map(inner)], walk);
  }
  if (node.kind === 'RelationalNode') return toComparison(node['signs'] as readonly string[], (node['args'] as readonly unknown[]).map(inner), walk);
  if (node.kind === 'FunctionNode') return toFunction((node['fn'] as Node)['name'], (node['args'] as readonly unknown[]).map(inner), walk);
  if (node.kind === 'ConditionalNode') return toChoice([node['condition'], node['then'], node['otherwise']].map(inner), walk);
  return refuse(walk, { code: 'expression-part', values: { allowed: `${OPERATORS}, ${Object.keys(FUNCTIONS).join(' ')}` } });
}

/** 1 + 2 + 3 is one row of terms, however the parser nests it. */
const CHAINS: readonly (readonly unknown[])[] = [['add', 'subtract'], ['multiply', 'divide']];
const isChain = (node: Node, left: Node): boolean => left.kind === 'OperatorNode' && CHAINS.some((chain) => chain.includes(node['fn']) && chain.includes(left['fn']));

type Inner = readonly (Term | undefined)[];
const complete = (terms: Inner): readonly Term[] | undefined => (terms.some((term) => term === undefined) ? undefined : (terms as readonly Term[]));

/** Whether a term is true or false rather than a number. */
const isTruth = (term: Term): boolean => term.kind === 'comparison' || (term.kind === 'choice' && isTruth(term.then));

function numbersOf(inner: Inner, walk: Walk): readonly Term[] | undefined {
  const terms = complete(inner);
  return terms?.some(isTruth) ? refuse(walk, { code: 'expression-truth' }) : terms;
}

function toOperation(fn: string, inner: Inner, walk: Walk): Term | undefined {
  if (Object.hasOwn(COMPARISONS, fn)) return toComparison([fn], inner, walk);
  const terms = numbersOf(inner, walk);
  if (terms === undefined) return undefined;
  const [left, right] = terms as readonly [Term, Term];
  if (fn === 'unaryPlus') return left;
  if (fn === 'unaryMinus') return { kind: 'minus', of: left };
  if (Object.hasOwn(SUMS, fn)) return { kind: 'sum', sign: SUMS[fn as keyof typeof SUMS], left, right };
  return refuse(walk, { code: 'expression-part', values: { allowed: `${OPERATORS}, ${Object.keys(FUNCTIONS).join(' ')}` } });
}

function toComparison(fns: readonly string[], inner: Inner, walk: Walk): Term | undefined {
  const terms = numbersOf(inner, walk);
  return terms && { kind: 'comparison', signs: fns.map((fn) => COMPARISONS[fn as keyof typeof COMPARISONS]), terms };
}

function toFunction(given: unknown, inner: Inner, walk: Walk): Term | undefined {
  const terms = numbersOf(inner, walk);
  const name = String(given);
  const bounds = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (terms === undefined) return undefined;
  if (bounds === undefined) return refuse(walk, { code: 'expression-function', found: name, values: { allowed: Object.keys(FUNCTIONS).join(', ') } });
  if (terms.length < bounds[0] || terms.length > bounds[1]) return refuse(walk, { code: 'expression-arguments', values: { name } });
  return { kind: 'function', name, terms };
}

function toChoice(inner: Inner, walk: Walk): Term | undefined {
  const [condition, then, otherwise] = complete(inner) ?? [];
  if (!condition || !then || !otherwise) return undefined;
  if (!isTruth(condition)) return refuse(walk, { code: 'expression-condition' });
  if (isTruth(then) !== isTruth(otherwise)) return refuse(walk, { code: 'expression-truth' });
  return { kind: 'choice', condition, then, otherwise };
}
