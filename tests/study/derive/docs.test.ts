import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fitHomeShares } from '../../../src/study/derive/index.js';
import { regionalWaits } from '../../../src/study/derive/waits.js';
import { publishedTables, readRows } from '../../support/published-tables.js';

const PAGE = 'docs/data.md';
const tables = publishedTables();
const fit = fitHomeShares(tables);
const swedish = (x: number, decimals: number): string => x.toFixed(decimals).replace('.', ',');

/** Rows of each quality, file by file. */
function qualityRows(): string[] {
  return readdirSync('data/derived')
    .sort()
    .map((file) => {
      const rows = readRows(`data/derived/${file}`);
      const of = (quality: string): number => rows.filter((row) => row['quality'] === quality).length;
      return `| \`${file}\` | ${rows.length} | ${of('published')} | ${of('derived')} | ${of('assumption')} |`;
    });
}

/** How many graduates of each place of study stay, before the fit and in the file that a run reads. */
function homeRows(): string[] {
  const homes = readRows('data/derived/home_shares.csv');
  return fit.places.map((place, u) => {
    const r = fit.regions.findIndex((region) => region.name === place.region);
    const kept = homes.find((row) => row['university'] === place.name && row['region'] === place.region)!;
    const [prior, share] = [swedish(100 * fit.prior[u]![r]!, 0), swedish(100 * Number(kept['value']), 0)];
    return `| ${place.name} | ${place.region} | ${swedish(fit.rowTotals[u]!, 0)} | ${prior} | ${share} |`;
  });
}

/** The wait and the inflow that each region is aimed at. */
function waitRows(): string[] {
  return regionalWaits(tables).map((wait, r) => `| ${wait.region} | ${wait.published} | ${swedish(wait.months, 1)} | ${swedish(fit.columnTargets[r]!, 0)} |`);
}

/** The rows of the table that stands under a heading row. */
const tableUnder = (page: string, heading: string): string => new RegExp(`^\\| ${heading}.*\\n\\|[ :|-]+\\n((?:\\|.*\\n)*)`, 'mu').exec(page)?.[1] ?? '';

describe(`the tables of ${PAGE} (UPDATE_DOCS=1 writes them anew)`, () => {
  it.each([
    ['fil', qualityRows],
    ['studieort', homeRows],
    ['region', waitRows],
  ])('are what the data give: %s', (heading, rows) => {
    const page = readFileSync(PAGE, 'utf8');
    const expected = rows().map((row) => `${row}\n`).join('');
    const shown = tableUnder(page, heading);
    expect(shown).not.toBe('');
    if (process.env['UPDATE_DOCS'] === '1') writeFileSync(PAGE, page.replace(shown, expected));
    else expect(shown).toBe(expected);
  });
});
