import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fitHomeShares } from '../../../src/study/derive/index.js';
import { regionalWaits } from '../../../src/study/derive/waits.js';
import { publishedTables, readRows } from '../../support/published-tables.js';

const page = readFileSync('docs/data.md', 'utf8');
const tables = publishedTables();
const fit = fitHomeShares(tables);
const swedish = (x: number, decimals: number): string => x.toFixed(decimals).replace('.', ',');

describe('docs/data.md', () => {
  it('shows how many graduates of each place of study stay, before and after the fit', () => {
    fit.places.forEach((place, u) => {
      const r = fit.regions.findIndex((region) => region.name === place.region);
      const [prior, share] = [fit.prior[u]![r]!, fit.shares[u]![r]!].map((x) => swedish(100 * x, 0)) as [string, string];
      expect(page).toContain(`| ${place.name} | ${place.region} | ${swedish(fit.rowTotals[u]!, 0)} | ${prior} | ${share} |`);
    });
  });

  it('shows the wait and the inflow that each region is fitted to', () => {
    regionalWaits(tables).forEach((wait, r) => {
      expect(page).toContain(`| ${wait.region} | ${wait.published} | ${swedish(wait.months, 1)} | ${swedish(fit.columnTargets[r]!, 0)} |`);
    });
  });

  it('counts the rows of each quality as they are, in every file it lists', () => {
    const listed = [...page.matchAll(/^\| `(\w+\.csv)` \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$/gmu)];
    expect(listed.length).toBeGreaterThanOrEqual(14);
    for (const [, file, ...counts] of listed) {
      const rows = readRows(`data/derived/${file!}`);
      const of = (quality: string): number => rows.filter((row) => row['quality'] === quality).length;
      expect(counts.map(Number), file).toEqual([rows.length, of('published'), of('derived'), of('assumption')]);
    }
  });
});
