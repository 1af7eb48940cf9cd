import type * as z from 'zod';
import { showPath, type Path } from '../base/index.js';
import { credit, layCredit } from './credit.js';
import { byForm, either, keyed, label, listed, mapping, name, says, word } from './fields.js';
import { gate, layGate } from './gates.js';
import { intakes, layIntakes } from './intakes.js';
import { integrated, layIntegrated } from './integrated.js';
import { MOST_ORDERS, listOrders } from './orders.js';
import { layPrecedence } from './precedence.js';
import { chance, isFile, known, object, showSum, sumsToOne, unknown, withForms, type Reader } from './reader.js';
import { strangeRegion, type Regions } from './regions.js';
import { readRows } from './rows.js';
import type { Pathway, Scenario, Sourced, Variant } from './scenario.js';
import { layThen, refuseEndless, chaining } from './chaining.js';
import { scenarioNames, titleOr } from './titles.js';
import { layVariants, variants } from './variants.js';

const variantOf = () =>
  either(byForm, { text: name(), map: keyed(name()) }, { sv: 'en fil, en variant eller en karta region → variant, där from är en fil', en: 'a file, a variant or a map region → variant, where from is a file' }).meta(
    says('which variant the regions have: a data file (region, from, variant), one variant, or a map', 'vilken variant regionerna har: en datafil (region, from, variant), en variant eller en karta'),
  );

const CHAIN = { sv: 'block, block', en: 'block, block' };

/** A pathway as written (MODEL 1): variants, orders of their blocks, and when positions start. */
const pathway = () =>
  mapping({
    title: label().optional(),
    orders: word(['listed', 'custom', 'free'], says('orders of the blocks that are allowed; default listed', 'tillåtna ordningar; utan angivelse som listade')).optional(),
    precedence: listed(listed(name(), CHAIN), { sv: '[block, block], …', en: '[block, block], …' }).meta(says('chains of blocks: each before the next', 'kedjor av block: vart och ett före nästa')).optional(),
    variants: variants(),
    'variant-of': variantOf().optional(),
    intakes: intakes(),
    integrated: integrated().optional(),
    credit: credit().optional(),
    gate: gate().optional(),
    then: chaining().optional(),
  });

/** All pathways by name. */
export const pathways = () => keyed(pathway()).meta(says('AT, BT, or others', 'AT, BT eller andra tjänstgöringsformer'));

type Raw = z.output<ReturnType<typeof pathway>>;

/** Settles the pathways. */
export function layPathways(raw: z.output<ReturnType<typeof pathways>>, regions: Regions, time: Scenario['time'], reader: Reader): readonly Pathway[] {
  const names = scenarioNames(reader, raw, ['pathways']);
  if (names.length === 0) object(reader, ['pathways'], { code: 'no-pathways' });
  const ground = { ids: names.map(([id]) => id), regions, time, reader };
  const settled = names.map(([id, one]) => layPathway(id, one, ground));
  refuseSharedVariants(settled, reader);
  refuseEndless(settled, reader);
  return settled;
}

type Ground = { readonly ids: readonly string[]; readonly regions: Regions; readonly time: Scenario['time']; readonly reader: Reader };

function layPathway(id: string, raw: Raw, { ids, regions, time, reader }: Ground): Pathway {
  const path = ['pathways', id];
  const orders = raw.orders ?? 'listed';
  const settled = layIntegrated(raw.integrated, layVariants(raw.variants, [...path, 'variants'], reader), [...path, 'integrated'], reader);
  const blocks = [...new Set(settled.flatMap((variant) => variant.stretches.map((stretch) => stretch.block)))];
  if (raw.precedence && orders !== 'custom') object(reader, [...path, 'precedence'], { code: 'precedence-without-custom', found: orders }, 'key');
  const precedence = settled.length > 0 ? layPrecedence(raw.precedence ?? [], blocks, [...path, 'precedence'], reader) : [];
  const shares = settled.length > 0 ? layVariantOf(raw['variant-of'], settled, [...path, 'variant-of'], regions, reader) : [];
  const pathway = {
    id,
    ...titleOr(raw.title, id),
    orders,
    precedence,
    variants: settled,
    variantOf: shares,
    intakes: layIntakes(raw.intakes, [...path, 'intakes'], regions, reader),
    credit: layCredit(raw.credit, blocks, [...path, 'credit'], regions, reader),
    gate: raw.gate === undefined ? null : layGate(raw.gate, [...path, 'gate'], time, reader),
    then: layThen(raw.then, ids, [...path, 'then'], regions, reader),
  };
  refuseManyOrders(pathway, [...path, raw.orders === undefined ? 'variants' : 'orders'], reader);
  return pathway;
}

/** A list of orders cut short would leave out some that fit, and explain waits wrongly (MODEL 3.2). */
export function refuseManyOrders(pathway: Pathway, path: Path, reader: Reader): void {
  const variant = pathway.variants.find((one) => listOrders(pathway, one).length > MOST_ORDERS);
  if (variant) object(reader, path, { code: 'too-many-orders', found: pathway.orders, values: { max: MOST_ORDERS, variant: variant.id } });
}

function refuseSharedVariants(settled: readonly Pathway[], reader: Reader): void {
  const owner = new Map<string, string>();
  for (const pathway of settled)
    for (const { id } of pathway.variants) {
      const other = owner.get(id);
      if (other === undefined) owner.set(id, pathway.id);
      else object(reader, ['pathways', pathway.id, 'variants', id], { code: 'variant-in-two-pathways', found: id, values: { other } }, 'key');
    }
}

type Shares = Pathway['variantOf'];
const whole = (cell: string): Sourced => ({ value: 1, quality: 'assumption', source: 'scenario', cell });

function layVariantOf(raw: Raw['variant-of'], settled: readonly Variant[], path: Path, regions: Regions, reader: Reader): Shares {
  const ids = settled.map((variant) => variant.id);
  if (raw === undefined) {
    if (ids.length > 1) object(reader, path, { code: 'variant-not-chosen', values: { allowed: ids.join(', ') } });
    return [];
  }
  const cell = `${reader.file}:${showPath(path)}`;
  if (typeof raw === 'string' && !isFile(raw)) {
    if (!ids.includes(raw)) object(reader, path, withForms(unknown('variant', raw, ids), 'region: variant', 'region: variant'));
    return regions.ids.map((region) => ({ region, from: 0, variant: raw, share: whole(cell) }));
  }
  const [file, at] = typeof raw === 'string' ? [raw, path] : [raw['from'], [...path, 'from']];
  const isFiled = file !== undefined && isFile(file);
  const filed = isFiled ? sharesFromFile(file, ids, at, regions, reader) : [];
  const own = typeof raw === 'string' ? [] : statedShares(raw, isFiled, ids, path, regions, reader).map(([region, variant]) => ({ region, from: 0, variant, share: whole(cell) }));
  if (filed === undefined) return own;
  const all = [...filed.filter(({ region }) => own.every((one) => one.region !== region)), ...own];
  if (ids.length > 1) refuseAbsent(all, path, regions, reader);
  return all;
}

/** The regions of the scenario that are said to have one variant each; a file is named beside them. */
function statedShares(raw: Readonly<Record<string, string>>, isFiled: boolean, ids: readonly string[], path: Path, regions: Regions, reader: Reader): readonly (readonly [string, string])[] {
  const stated = scenarioNames(reader, raw, path).filter(([region]) => !isFiled || region !== 'from');
  return stated.filter(([region, variant]) => {
    known(reader, 'region', region, regions.everywhere, [...path, region], 'key');
    known(reader, 'variant', variant, ids, [...path, region]);
    return regions.ids.includes(region);
  });
}

/** Shares by a file; nothing where it could not be read, which is told of. */
function sharesFromFile(file: string, ids: readonly string[], path: Path, regions: Regions, reader: Reader): Shares | undefined {
  const sheet = readRows(reader, file, path, {
    keys: { region: 'name', from: 'month', variant: 'name' },
    value: { min: 0, max: 1, share: true },
    names: { region: strangeRegion(regions), variant: (name) => (ids.includes(name) ? undefined : unknown('variant', name, ids)) },
  });
  if (!sheet) return undefined;
  const sums = new Map<string, number>();
  const all = sheet.rows.map((row) => {
    const key = `${row.name('region')} ${row.number('from')}`;
    sums.set(key, (sums.get(key) ?? 0) + row.value.value);
    return { row, key, inside: regions.ids.includes(row.name('region')) };
  });
  for (const { row, key } of all) {
    const sum = sums.get(key);
    if (sum !== undefined && !sumsToOne(sum)) row.complain('value', { code: 'shares-sum', values: { sum: showSum(sum), of: row.name('region') } });
    sums.delete(key);
  }
  return all.filter(({ inside }) => inside).map(({ row }) => ({ region: row.name('region'), from: row.number('from'), variant: row.name('variant'), share: chance(reader, row.value, path) }));
}

function refuseAbsent(rows: Shares, path: Path, regions: Regions, reader: Reader): void {
  const absent = regions.ids.filter((region) => !rows.some((row) => row.region === region));
  if (absent.length > 0) object(reader, path, { code: 'region-without-variant', values: { regions: absent.join(', ') } });
}
