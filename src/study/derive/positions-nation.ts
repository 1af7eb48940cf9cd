import type { Quality } from '../../base/index.js';
import { assumed, assumedList } from './assumed.js';
import { layFile, type DerivedFile } from './card.js';
import { LAST_YEAR } from './programmes.js';
import { NATION, numberIn, qualityIn, rowsOf, textIn, type Row, type Tables } from './rows.js';

/** Positions of a pathway opened in the nation in a year. */
export interface NationYear {
  readonly pathway: 'AT' | 'BT';
  readonly year: number;
  readonly value: number;
  readonly quality: Quality;
  readonly source: string;
  readonly asOf: string;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

/** The national series, AT and BT: published years, then the path of the base scenario. The run's own outcome has no part in it. */
export function nationalPositions(tables: Tables): readonly NationYear[] {
  const at = nationalAt(tables);
  return [...at, ...publishedBt(tables), ...growingBt(tables), ...convertedBt(tables, at)];
}

/** The national series of AT in order of years. */
export function nationalAt(tables: Tables): readonly NationYear[] {
  return [...assumedAt(tables), ...publishedAt(tables)].sort((a, b) => a.year - b.year);
}

/** Rule `positions-nation`: the one dated table that every regional number of positions comes from. */
export function derivePositionsNation(tables: Tables): DerivedFile {
  const entries = nationalPositions(tables).map((row) => ({
    key: [row.pathway, row.year],
    card: { ...row, unit: 'positions per year', source: `rule positions-nation: ${row.source}` },
  }));
  return layFile('positions_nation.csv', ['pathway', 'year'], entries);
}

/** AT posts of the nation, 2018-2024; a conflict between two figures is settled in assumptions.csv. */
function publishedAt(tables: Tables): NationYear[] {
  const settled = new Map(assumedList(tables, 'settled-at-posts').map((row) => [row.key, row.value]));
  return rowsOf(tables, 'at_places.csv')
    .filter((row) => row['region_name'] === NATION && (row['metric'] === 'at_posts' || row['metric'] === 'at_posts_planned'))
    .filter((row) => (settled.get(`${NATION} ${textIn(row, 'year')}`) ?? numberIn(row, 'value')) === numberIn(row, 'value'))
    .map((row) => nationYear('AT', row));
}

function nationYear(pathway: 'AT' | 'BT', row: Row): NationYear {
  const source = `published/${pathway === 'AT' ? 'at' : 'bt'}_places.csv (${textIn(row, 'source')})`;
  return { pathway, year: numberIn(row, 'year'), value: numberIn(row, 'value'), quality: qualityIn(row), source, asOf: textIn(row, 'as_of') };
}

function assumedAt(tables: Tables): NationYear[] {
  return assumedList(tables, 'at-nation').map((row) => ({
    pathway: 'AT',
    year: Number(row.key),
    value: row.value,
    quality: row.quality,
    source: `assumptions.csv at-nation (${row.source})`,
    asOf: row.asOf,
    low: row.low,
    high: row.high,
  }));
}

/** 2021: free-standing plus integrated. 2022: the middle of the two published figures. */
function publishedBt(tables: Tables): NationYear[] {
  const planned = (year: string, type: string, status: string): Row[] =>
    rowsOf(tables, 'bt_places.csv').filter(
      (row) => row['region_name'] === NATION && row['year'] === year && row['bt_type'] === type && row['status'] === status,
    );
  const free = planned('2021', 'fristaende', 'planned')[0]!;
  const integrated = planned('2021', 'integrerad', 'planned')[0]!;
  const low = planned('2022', 'all', 'planned_low')[0]!;
  const high = planned('2022', 'all', 'planned_high')[0]!;
  const middle = (numberIn(low, 'value') + numberIn(high, 'value')) / 2;
  return [
    { ...nationYear('BT', free), value: numberIn(free, 'value') + numberIn(integrated, 'value'), quality: 'derived' },
    { ...nationYear('BT', low), value: middle, quality: 'derived', low: numberIn(low, 'value'), high: numberIn(high, 'value') },
  ];
}

/** From the published level of 2022 along a straight line to the assumed level of 2026. */
function growingBt(tables: Tables): NationYear[] {
  const [start, end] = [assumed(tables, 'bt-nation', '2022'), assumed(tables, 'bt-nation', '2026')];
  const years = Number(end.key) - Number(start.key);
  const line = (target: number, n: number): number => Math.round(start.value + ((target - start.value) * n) / years);
  return Array.from({ length: years }, (_, i) => i + 1).map((n) => ({
    pathway: 'BT',
    year: Number(start.key) + n,
    value: line(end.value, n),
    quality: 'assumption',
    source: `straight line ${start.value} (${start.key}) to ${end.value} (${end.key}), assumptions.csv bt-nation (${end.source})`,
    asOf: end.asOf,
    low: line(end.low ?? end.value, n),
    high: line(end.high ?? end.value, n),
  }));
}

/** After that, BT takes over what AT gives up, at equal person-months, up to a ceiling. Low BT goes with high AT. */
function convertedBt(tables: Tables, at: readonly NationYear[]): NationYear[] {
  const level = assumed(tables, 'bt-nation', '2026');
  const [rate, cap] = [assumed(tables, 'bt-per-at'), assumed(tables, 'bt-cap')];
  const base = at.find((row) => row.year === Number(level.key))!;
  const convert = (from: number, ceiling: number, left: number): number => Math.min(ceiling, Math.round(from + rate.value * (base.value - left)));
  return at
    .filter((row) => row.year > base.year && row.year <= LAST_YEAR)
    .map((row) => ({
      pathway: 'BT',
      year: row.year,
      value: convert(level.value, cap.value, row.value),
      quality: 'assumption',
      source: `${level.value} + ${rate.value} x (${base.value} - AT of the year), at most ${cap.value}; assumptions.csv bt-per-at, bt-cap`,
      asOf: cap.asOf,
      low: convert(level.low ?? level.value, cap.low ?? cap.value, row.high ?? row.value),
      high: convert(level.high ?? level.value, cap.high ?? cap.value, row.low ?? row.value),
    }));
}
