import type * as z from 'zod';
import { formOf, type Path, type RawMap } from '../base/index.js';
import { duration, type Duration } from './dates.js';
import { anyOf, either, keyed, keyedBeside, label, listed, mapping, name, number, says, scalar } from './fields.js';
import { object, wholeSteps, type Reader } from './reader.js';
import { readRows, type Row } from './rows.js';
import { scenarioNames, titleOr } from './titles.js';
import type { Stretch, Variant } from './scenario.js';

const SIXTIETHS = 60;
const load = () => number({ min: 0, max: 100 }, says('in places, a multiple of one sixtieth', 'i platser, en multipel av en sextiondel'));
const stay = () =>
  either(
    (raw) => (formOf(raw) === 'text' ? 'length' : formOf(raw) === 'map' ? 'detail' : undefined),
    {
      length: duration(),
      detail: mapping({ length: duration(), slots: load().optional(), load: load().optional() }),
    },
    { sv: 'en längd eller { length, slots, load }', en: 'a duration or { length, slots, load }' },
  );
/** A block named without its length is shown how to write it. */
const lengthless = () => scalar<never>(({ text }) => ({ fault: { code: 'block-without-length', values: { block: text } } }), BLOCK, {});
const BLOCK = { sv: '{ block: längd }', en: '{ block: length }' };
const block = () => {
  const entry = keyed(stay(), { sv: 'block: längd', en: 'block: length' });
  return either((raw) => (formOf(raw) === 'text' ? 'name' : formOf(raw) === 'map' ? 'entry' : undefined), { name: lengthless(), entry }, BLOCK).meta(anyOf(() => [entry]));
};
const one = () => mapping({ blocks: listed(block(), { sv: '{ block: längd }, …', en: '{ block: length }, …' }), 'main-load': load().optional(), title: label().optional() });
const FILE = { sv: '{ from: FIL, namn: { blocks } }', en: '{ from: FILE, name: { blocks } }' };
const beside = () => keyedBeside({ from: name(says('data file: variant, block, position', 'datafil: variant, block, position')) }, one(), FILE);

/** The versions of a pathway: blocks in the order listed, with lengths in months (MODEL 3.6). */
export const variants = () =>
  either(
    (raw) => (formOf(raw) !== 'map' ? undefined : formOf((raw as RawMap)['from']) === 'text' ? 'file' : 'names'),
    { file: beside(), names: keyed(one()) },
    { sv: '{ from: FIL } eller en karta med varianternas namn, eller båda', en: '{ from: FILE } or a map of names of variants, or both' },
  ).meta(says('versions of the pathway', 'tjänstgöringsformens varianter'));

type Named = z.output<ReturnType<typeof one>>;
type Raw = z.output<ReturnType<typeof variants>>;

/** Settles the variants of a pathway: own ones stand beside a file's, or in place of the one by the same name. */
export function layVariants(raw: Raw, path: Path, reader: Reader): readonly Variant[] {
  const { from } = raw;
  const isFiled = typeof from === 'string';
  const filed = isFiled ? variantsFromFile(from, [...path, 'from'], reader) : [];
  const own = scenarioNames(reader, raw as Readonly<Record<string, Named>>, path).filter(([id]) => !isFiled || id !== 'from');
  if (own.length === 0 && !isFiled) object(reader, path, { code: 'no-variants' });
  const stated = own.map(([id, variant]) => layVariant(id, variant, [...path, id], reader));
  return [...filed.filter(({ id }) => stated.every((one) => one.id !== id)), ...stated];
}

function layVariant(id: string, raw: Named, path: Path, reader: Reader): Variant {
  if (raw.blocks.length === 0) object(reader, [...path, 'blocks'], { code: 'no-blocks' });
  const stretches = raw.blocks.flatMap((entry, i) => {
    const at = [...path, 'blocks', i];
    const names = scenarioNames(reader, entry, at);
    if (names.length === 1) return [layStretch(names[0]![0], names[0]![1], [...at, Object.keys(entry)[0]!], reader)];
    object(reader, at, { code: 'one-block-each', values: { number: names.length } });
    return [];
  });
  const mainLoad = raw['main-load'] ?? 1;
  sixtieth(mainLoad, [...path, 'main-load'], reader);
  return { id, ...titleOr(raw.title, id), stretches, mainLoad, within: null };
}

function layStretch(block: string, raw: z.output<ReturnType<typeof stay>>, path: Path, reader: Reader): Stretch {
  const detail = 'length' in raw ? raw : { length: raw };
  const slots = ('slots' in detail ? detail.slots : undefined) ?? 1;
  const carried = ('load' in detail ? detail.load : undefined) ?? 1;
  sixtieth(slots, [...path, 'slots'], reader);
  sixtieth(carried, [...path, 'load'], reader);
  const at = 'length' in raw ? [...path, 'length'] : path;
  return { block, steps: lengthInSteps(detail.length, (fault) => object(reader, at, fault), reader), slots, load: carried };
}

function lengthInSteps(length: Duration, complain: (fault: Parameters<typeof object>[2]) => void, reader: Reader): number {
  const steps = wholeSteps(length, reader.halvesPerStep);
  if ('fault' in steps) complain(steps.fault);
  else if (steps.value === 0) complain({ code: 'block-of-no-length', found: length.written });
  return 'value' in steps ? steps.value : 0;
}

/** A load that is not whole sixtieths of a place is an error (MODEL 3.5). */
export function sixtieth(load: number, path: Path, reader: Reader): void {
  const parts = load * SIXTIETHS;
  const nearest = Math.round(parts);
  if (Math.abs(parts - nearest) > 1e-9) object(reader, path, { code: 'not-sixtieths', found: String(load), values: { nearest, write: String(Number((nearest / SIXTIETHS).toFixed(12))) } });
}

function variantsFromFile(file: string, path: Path, reader: Reader): readonly Variant[] {
  const keys = { variant: 'name', block: 'name', position: { whole: true, min: 1, max: 1000 } } as const;
  const sheet = readRows(reader, file, path, { keys, unique: ['variant', 'position'], value: { min: 0, max: 600 } });
  if (!sheet) return [];
  const ids = [...new Set(sheet.rows.map((row) => row.name('variant')))];
  return ids.map((id) => {
    const rows = sheet.rows.filter((row) => row.name('variant') === id).sort((a, b) => a.number('position') - b.number('position'));
    const gap = rows.findIndex((row, i) => row.number('position') !== i + 1);
    if (gap >= 0) rows[gap]!.complain('position', { code: 'position-gap', values: { expected: gap + 1, variant: id } });
    return { id, sv: id, en: id, stretches: rows.map((row) => stretchOfRow(row, reader)), mainLoad: 1, within: null };
  });
}

function stretchOfRow(row: Row, reader: Reader): Stretch {
  const length = { halves: row.value.value * 2, written: `${row.value.value} months` };
  return { block: row.name('block'), steps: lengthInSteps(length, (fault) => row.complain('value', fault), reader), slots: 1, load: 1 };
}
