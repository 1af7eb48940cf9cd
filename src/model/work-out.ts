import { formOf, type Path, type Quality, type Raw, type RawMap, type Written } from '../base/index.js';
import { ECHO, isExpression, type Calculated, type Card, type Stated } from './calculated.js';
import { makeParser, namesIn, readTerm, work, type CreateParse, type ExpressionLimits, type Term } from './expression/index.js';
import { QUALITIES } from './fields.js';
import { cardFor, worst } from './figures.js';
import { readNumber, type Fault, type Reading } from './numbers.js';
import { mapOf, parametersOf } from './parameters.js';

/** What expressions are worked out with: the parser, fetched when the first of them is met, and how much one may hold. */
export interface Calculator {
  readonly parser: () => CreateParse;
  readonly limits: ExpressionLimits;
}

interface Sheet extends Calculator {
  readonly raw: Raw;
  readonly parameters: RawMap;
  /** Some parameter could not be read as one: a name that is not found may be that. */
  readonly doubted: boolean;
  readonly parse: () => ReturnType<typeof makeParser>;
  /** What the text at each path came to, by the path. */
  readonly worked: Map<string, Reading<Calculated>>;
  /** Each parameter, and how many others it is built upon. */
  readonly parametersDone: Map<string, { readonly reading: Reading<Calculated>; readonly depth: number }>;
  /** Who uses which parameters: a parameter by its name, every other field by none. */
  readonly uses: Map<string, Set<string>>;
  /** Parameters being worked out: one of them met again goes round in a circle. */
  readonly open: string[];
}

const FIELDS = '';

/** A sheet on which the expressions of a scenario are worked out, each once. */
export function laySheet(raw: Raw, doubted: boolean, { parser, limits }: Calculator): Sheet {
  let parse: ReturnType<typeof makeParser> | undefined;
  return { raw, parameters: parametersOf(raw), doubted, parser, limits, parse: () => (parse ??= makeParser(parser())), worked: new Map(), parametersDone: new Map(), uses: new Map(), open: [] };
}

/** Works out the expressions at some places, before their fields are judged by the value. */
export function workOut(sheet: Sheet, paths: readonly Path[]): Raw {
  for (const path of paths) {
    // A parameter is worked out as such first, so that one that leads back to itself is told from one that only uses it.
    if (path[0] === 'parameters') parameter(String(path[1]), sheet);
    textAt(path, sheet);
  }
  const put = (raw: Raw, path: Path): Raw => {
    if (formOf(raw) === 'text') return putText(raw as Written, sheet.worked.get(JSON.stringify(path)));
    if (formOf(raw) === 'list') return (raw as readonly Raw[]).map((one, i) => put(one, [...path, i]));
    return mapOf(Object.entries(raw as RawMap).map(([key, value]) => [key, put(value, [...path, key])]));
  };
  return put(sheet.raw, []);
}

const putText = (field: Written, worked: Stated['worked']): Stated => (worked === undefined ? field : { ...field, worked });

/** Parameters that no field uses, not even through another. */
export function idleParameters(sheet: Sheet): readonly string[] {
  const used = new Set<string>();
  const rest = [FIELDS];
  for (let owner = rest.pop(); owner !== undefined; owner = rest.pop()) {
    for (const name of sheet.uses.get(owner) ?? []) {
      if (used.has(name)) continue;
      used.add(name);
      rest.push(name);
    }
  }
  return Object.keys(sheet.parameters).filter((name) => !used.has(name));
}

const silent: { readonly fault: Fault } = { fault: { code: ECHO } };

/** What the text at a path comes to; a fault of its own, or silence when another is to blame. */
function textAt(path: Path, sheet: Sheet): Reading<Calculated> {
  const key = JSON.stringify(path);
  const known = sheet.worked.get(key);
  if (known) return known;
  const field = at(sheet.raw, path);
  if (formOf(field) !== 'text') return silent;
  const reading = readSafely(field as Stated, path, sheet);
  if (isExpression(field as Stated)) sheet.worked.set(key, reading);
  return reading;
}

const at = (raw: Raw, path: Path): Raw | undefined => path.reduce<Raw | undefined>((one, step) => (one as Readonly<Record<string | number, Raw>> | undefined)?.[step], raw);

/** With the limits raised an expression may be deeper than the machine can follow. */
function readSafely(field: Stated, path: Path, sheet: Sheet): Reading<Calculated> {
  try {
    return readText(field, path, sheet);
  } catch (error) {
    if (error instanceof RangeError) return { fault: { ...tooDeep(sheet), found: field.text } };
    throw error;
  }
}

function readText(field: Stated, path: Path, sheet: Sheet): Reading<Calculated> {
  const plain = readNumber(field, {});
  if ('value' in plain) return { value: { value: plain.value } };
  if (plain.fault.code !== 'not-a-number' || !isExpression(field)) return silent;
  const read = readTerm(field.text.normalize('NFC'), sheet.parse, Object.keys(sheet.parameters), sheet.limits);
  if ('fault' in read) return sheet.doubted && read.fault.code === 'expression-name' ? silent : { fault: { found: field.text, ...read.fault } };
  const names = namesIn(read.term);
  const owner = path[0] === 'parameters' ? String(path[1]) : FIELDS;
  sheet.uses.set(owner, new Set([...(sheet.uses.get(owner) ?? []), ...names]));
  return evaluate(field, read.term, names, sheet);
}

function evaluate(field: Stated, term: Term, names: readonly string[], sheet: Sheet): Reading<Calculated> {
  const given = new Map<string, Calculated>();
  for (const name of names) {
    const reading = parameter(name, sheet);
    if ('fault' in reading) return { fault: { ...reading.fault, found: field.text } };
    given.set(name, reading.value);
  }
  if (depthOf(names, sheet) > sheet.limits.expressionDepth) return { fault: { ...tooDeep(sheet), found: field.text } };
  const result = work(term, (name) => given.get(name)!.value);
  if ('fault' in result) return { fault: { found: field.text, ...result.fault } };
  const cards = [...given.values()].flatMap(({ card }) => (card === undefined ? [] : [card]));
  return { value: { value: result.value, ...(cards.length === 0 ? {} : { card: term.kind === 'name' ? cards[0]! : joined(cards) }) } };
}

/** What is reckoned from others is at best derived; bounds are not reckoned with. */
function joined(cards: readonly Card[]): Card {
  const quality = cards.reduce<Quality>((so, card) => worst(so, card.quality), 'derived');
  return { quality, source: [...new Set(cards.map((card) => card.source))].join('; ') };
}

/** A parameter by its name: its value with the card of what it was stated with. */
function parameter(name: string, sheet: Sheet): Reading<Calculated> {
  const { open, limits } = sheet;
  const done = sheet.parametersDone.get(name);
  if (done) return done.reading;
  if (open.includes(name)) return { fault: { code: 'parameter-cycle', values: { cycle: [...open.slice(open.indexOf(name)), name].join(' → ') } } };
  if (open.length >= limits.expressionDepth) return { fault: tooDeep(sheet) };
  open.push(name);
  const reading = readParameter(name, sheet);
  open.pop();
  const shown = 'fault' in reading ? silent : reading;
  sheet.parametersDone.set(name, { reading: shown, depth: 1 + depthOf([...(sheet.uses.get(name) ?? [])], sheet) });
  return shown;
}

const tooDeep = ({ limits }: Sheet): Fault => ({ code: 'expression-too-deep', values: { max: limits.expressionDepth, limit: 'expression-depth' } });

/** How many parameters stand on each other under some of them. */
const depthOf = (names: readonly string[], sheet: Sheet): number => names.reduce((deepest, name) => Math.max(deepest, sheet.parametersDone.get(name)?.depth ?? 0), 0);

function readParameter(name: string, sheet: Sheet): Reading<Calculated> {
  const path = ['parameters', name];
  const entry = sheet.parameters[name];
  if (formOf(entry) !== 'map') {
    const reading = textAt(path, sheet);
    return 'fault' in reading ? reading : { value: { value: reading.value.value, card: { ...cardFor({}, reading.value.card), ...boundsOf(reading.value.card) } } };
  }
  const { quality, source } = entry as Readonly<Record<string, Written | undefined>>;
  const likely = textAt([...path, 'likely'], sheet);
  if ('fault' in likely) return likely;
  const bounds = (['low', 'high'] as const).flatMap((end) => {
    const reading = (entry as RawMap)[end] === undefined ? silent : textAt([...path, end], sheet);
    return 'fault' in reading ? [] : [[end, reading.value.value] as const];
  });
  const sure = QUALITIES.find((one) => one === quality?.text);
  const own = { ...(sure === undefined ? {} : { quality: sure }), ...(source === undefined ? {} : { source: source.text }) };
  return { value: { value: likely.value.value, card: { ...cardFor(own, likely.value.card), ...Object.fromEntries(bounds) } } };
}

const boundsOf = (card: Card | undefined): Pick<Card, 'low' | 'high'> => ({ ...(card?.low === undefined ? {} : { low: card.low }), ...(card?.high === undefined ? {} : { high: card.high }) });
