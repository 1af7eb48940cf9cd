import type { Regions } from './regions.js';
import { lacks, readRows, YEAR, type Row } from './rows.js';
import { someOf, unknown, type Reader } from './reader.js';
import type { Guests, Label, Leavers, Scenario } from './scenario.js';

/** Who comes from outside and who leaves, with the regions and pathways they concern. */
export interface Crossing {
  readonly guests: readonly (Guests['perYear'][number] & { readonly pathway: string })[];
  readonly leavers: readonly Leavers[];
}

/** What the flows across a border are judged by. */
export interface Ground {
  readonly regions: Regions;
  readonly pathways: readonly (Label & { readonly id: string })[];
  /** The pathways that some stream seeks. */
  readonly sought: ReadonlySet<string>;
  readonly time: Scenario['time'];
  readonly reader: Reader;
}

const PATH = ['boundary', 'from'];

/** A flow of a run of the whole: so many of a home who start in a region, in a year. */
interface Flow {
  readonly home: string;
  readonly region: string;
  readonly pathway: string;
  readonly year: number;
  readonly row: Row;
}

/**
 * Reads flows of a run of the whole country, and takes those that cross the border of the scenario (MODEL 5.4): year by year, those of other homes who start in its
 * regions, and the share of each region's own who start elsewhere.
 */
export function layFlows(file: string, ground: Ground): Crossing {
  const { regions, pathways, reader } = ground;
  const isInside = (region: string | undefined): boolean => regions.ids.includes(region ?? '');
  const seen = new Set<string>();
  const concerns = (keys: Readonly<Record<string, string>>): boolean => [keys['home'] ?? '', keys['region'] ?? ''].filter((one) => isInside(seen.add(one) && one)).length > 0;
  const sheet = readRows(reader, file, PATH, { keys: { home: 'name', region: 'name', pathway: 'name', year: YEAR }, value: { min: 0, max: 1_000_000 }, concerns });
  if (!sheet) return { guests: [], leavers: [] };
  const flows = sheet.rows.map((row) => ({ home: row.name('home'), region: row.name('region'), pathway: row.name('pathway'), year: row.number('year'), row }));
  if (refuseGaps(flows, [...seen], file, ground)) return { guests: [], leavers: [] };
  const years = yearsOf(ground.time);
  const cells = pathways.flatMap(({ id }) => (ground.sought.has(id) ? regions.ids.flatMap((region) => years.map((year) => ({ region, pathway: id, year }))) : []));
  const at = (one: (typeof cells)[number], key: 'home' | 'region') => flows.filter((flow) => flow[key] === one.region && flow.pathway === one.pathway && flow.year === one.year);
  return {
    guests: cells.map((one) => ({ region: one.region, pathway: one.pathway, from: 12 * one.year, ...sumOf(at(one, 'region').filter(({ home }) => !isInside(home))) })),
    leavers: cells.map((one) => ({ region: one.region, pathway: one.pathway, from: 12 * one.year, ...shareOf(at(one, 'home'), isInside) })),
  };
}

const total = (flows: readonly Flow[]): number => flows.reduce((sum, { row }) => sum + row.value.value, 0);
const sumOf = (flows: readonly Flow[]) => ({ perYear: total(flows), rows: flows.map(({ row }) => row.value) });

function shareOf(flows: readonly Flow[], isInside: (region: string) => boolean): Pick<Leavers, 'share' | 'rows'> {
  const all = total(flows);
  return { share: all === 0 ? 0 : total(flows.filter(({ region }) => !isInside(region))) / all, rows: flows.map(({ row }) => row.value) };
}

function yearsOf({ from, to }: Scenario['time']): readonly number[] {
  const first = Math.floor(from / 12);
  return Array.from({ length: Math.max(0, Math.floor(to / 12) - first + 1) }, (_, i) => first + i);
}

/** Flows that say nothing of a region, a pathway or a year of the scenario cannot be those of the run it is a part of. */
function refuseGaps(flows: readonly Flow[], named: readonly string[], file: string, { regions, sought, time, reader }: Ground): boolean {
  const before = reader.issues.length;
  for (const region of regions.ids.filter((id) => !named.includes(id))) lacks(reader, PATH, file, { ...unknown('region', region, named), code: 'flows-lack-region', found: region });
  const given = [...new Set(flows.map(({ pathway }) => pathway))];
  const missing = [...sought].filter((id) => !given.includes(id));
  if (flows.length > 0) for (const pathway of missing) lacks(reader, PATH, file, { ...unknown('pathway', pathway, given), code: 'flows-lack-pathway', found: pathway });
  const years = flows.map(({ year }) => year);
  const [first, last] = [years.reduce((a, b) => Math.min(a, b), Infinity), years.reduce((a, b) => Math.max(a, b), -Infinity)];
  const outside = yearsOf(time).filter((year) => year < first || year > last);
  if (flows.length > 0 && outside.length > 0) lacks(reader, PATH, file, { code: 'flows-lack-years', found: someOf(outside.map(String)), values: { first, last } });
  return reader.issues.length > before;
}
