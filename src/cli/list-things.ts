import { join } from 'node:path';
import { suggest } from '../base/index.js';
import { compile } from '../model/index.js';
import type { Scenario } from '../model/index.js';
import { Failure } from './failure.js';
import { readLimits } from './limits.js';
import type { Lang } from './options.js';
import { show, textOf } from './options.js';
import { HOME } from './product.js';
import { readFromDisk } from './read.js';

/** The scenario whose things are listed when no other is named. */
const BASE = join(HOME, 'scenarios', 'nationell-bas.yaml');

/** One thing: its name as a file or an option writes it first, then what it is. */
type Thing = Readonly<Record<string, string | number | readonly string[]>> & { readonly id: string };

type OfScenario = (scenario: Scenario, lang: Lang) => Promise<readonly Thing[]> | readonly Thing[];
type OfProgram = (lang: Lang) => Promise<readonly Thing[]>;

const OF_SCENARIO: Readonly<Record<string, OfScenario>> = {
  regions: (scenario, lang) => scenario.regions.map((one) => ({ id: one.id, title: one[lang], area: one.area })),
  blocks: (scenario, lang) => scenario.blocks.map((one) => ({ id: one.id, title: one[lang] })),
  pools: listPlaces,
  streams: (scenario, lang) => scenario.streams.map((one) => ({ id: one.id, title: one[lang], pathway: one.pathway })),
};

// What only these need is loaded when they are asked for.
const OF_PROGRAM: Readonly<Record<string, OfProgram>> = {
  measures: async (lang) => (await import('../analysis/index.js')).MEASURES.map((one) => ({ id: one.id, title: one.title[lang], unit: one.unit[lang], over: one.over })),
  charts: async () => (await import('../output/index.js')).CHARTS.map((one) => ({ id: one.id, needs: one.needs })),
};

/** Prints what there is of a kind, a line each or as JSON. */
export async function listThings(args: Readonly<Record<string, unknown>>, lang: Lang): Promise<number> {
  const things = await find(args, lang);
  process.stdout.write(args['json'] === true ? `${JSON.stringify(things, null, 2)}\n` : layLines(things, lang));
  return 0;
}

async function find(args: Readonly<Record<string, unknown>>, lang: Lang): Promise<readonly Thing[]> {
  const what = textOf(args['what']) ?? '';
  const file = textOf(args['scenario']);
  const limits = readLimits(args['limit'], lang);
  const ofScenario = Object.hasOwn(OF_SCENARIO, what) ? OF_SCENARIO[what] : undefined;
  if (ofScenario) return ofScenario(readFromDisk(file ?? BASE, limits, lang).scenario, lang);
  const ofProgram = Object.hasOwn(OF_PROGRAM, what) ? OF_PROGRAM[what] : undefined;
  if (!ofProgram) throw new Failure(2, unknownKind(what, lang));
  if (file !== undefined) throw new Failure(2, lang === 'sv' ? `list ${what}: desamma i alla scenarier; ange inget` : `list ${what}: the same in all scenarios; name none`);
  return ofProgram(lang);
}

function unknownKind(what: string, lang: Lang): string {
  const names = [...Object.keys(OF_SCENARIO), ...Object.keys(OF_PROGRAM)];
  const near = suggest(what, names);
  const hint = near === undefined ? '' : lang === 'sv' ? `; menade du ${near}?` : `; did you mean ${near}?`;
  return lang === 'sv' ? `list: ${show(what)} finns inte; det finns ${names.join(', ')}${hint}` : `list: there is no ${show(what)}; there are ${names.join(', ')}${hint}`;
}

/** The limited pools, by the names that `--add` takes, with the least and the most places of the report's years; positions by the intake. */
async function listPlaces(scenario: Scenario): Promise<readonly Thing[]> {
  const { plan, axes } = compile(scenario);
  const { placesOf } = await import('../study/index.js');
  return placesOf(plan, axes).map(({ pool, least, most }) => ({ id: pool, least, most }));
}

/** What the columns are called where people read them. */
const SWEDISH_HEADS: Readonly<Record<string, string>> = {
  id: 'namn', title: 'titel', area: 'område', pathway: 'form', least: 'minst', most: 'mest', unit: 'enhet', over: 'efter', needs: 'mått',
};

function layLines(things: readonly Thing[], lang: Lang): string {
  const head = Object.keys(things[0] ?? {}).map((key) => (lang === 'sv' ? (SWEDISH_HEADS[key] ?? key) : key));
  const cells = [head, ...things.map((thing) => Object.values(thing).map((value) => (typeof value === 'object' ? value.join(', ') : String(value))))];
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column]!.length)));
  return cells.map((row) => `${row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ').trimEnd()}\n`).join('');
}
