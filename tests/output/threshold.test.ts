import { expect, test } from 'vitest';
import type { Findings } from '../../src/analysis/index.js';
import { CHARTS, summarySections } from '../../src/output/index.js';
import { hasWords, thresholdOf } from '../../src/output/threshold.js';
import { smallFindings } from '../support/findings.js';

const REGIONS = 4;

/** The small nation with the own numbers of its first so many regions. */
function stated(regions: number): Findings {
  const found = smallFindings();
  return { ...found, breakEven: found.breakEven.map((row) => (row.region < regions ? { ...row, own: true } : row)) };
}

/** Everything that the charts and the summary say. */
function allWords(findings: Findings, lang: 'sv' | 'en'): string {
  const charts = CHARTS.map((chart) => chart.draw(findings, lang)).map(({ title, subtitle, spec }) => JSON.stringify([title, subtitle, spec]));
  return [...charts, JSON.stringify(summarySections(findings, lang, 's.yaml'))].join('\n');
}

test('a region’s own number is called that; of several, those that are assumed are told apart', () => {
  const words = (regions: number, area: number, lang: 'sv' | 'en' = 'sv'): string => hasWords(thresholdOf(stated(regions), area, 0)!, lang);
  const sum = (rows: Findings['breakEven'], from: number): number => rows.filter(({ block, region }) => block === 0 && region >= from).reduce((all, row) => all + row.assumed, 0);
  const { breakEven, labels } = smallFindings();
  const [all, last] = [sum(breakEven, 0), sum(breakEven, REGIONS - 1)];
  const region = labels.area.findLastIndex(({ id }) => id === smallFindings().axes.regions[REGIONS - 1]!.id);
  expect([words(0, 0), words(REGIONS, 0), words(REGIONS - 1, 0), words(REGIONS, region), words(0, region)]).toEqual([
    `antaget ${all}`, `egna tal ${all}`, `har ${all}, varav ${last} antagna`, `eget tal ${last}`, `antaget ${last}`,
  ]);
  expect([words(REGIONS, 0, 'en'), words(REGIONS - 1, 0, 'en'), words(REGIONS, region, 'en')]).toEqual([`own numbers ${all}`, `has ${all}, ${last} of them assumed`, `own number ${last}`]);
});

test('where a source gives the number, nothing of it is assumed', () => {
  const found = smallFindings();
  const published = { ...found, breakEven: found.breakEven.map((row) => ({ ...row, quality: 'published' as const })) };
  expect(thresholdOf(published, 0, 0)).toMatchObject({ assumed: 0, assumedRegions: 0, regions: REGIONS });
});

test('where all regions have their own numbers, no chart and no line of the summary calls places assumed', () => {
  const said = (regions: number, lang: 'sv' | 'en', words: string): readonly string[] => allWords(stated(regions), lang).match(new RegExp(`.{0,50}(${words}).{0,20}`, 'g')) ?? [];
  expect(said(0, 'sv', 'antaget \\d').length).toBeGreaterThan(5);
  expect(said(0, 'en', 'assumed \\d').length).toBeGreaterThan(5);
  expect(said(REGIONS, 'sv', 'antaget \\d|antagna platser|antagandet är')).toEqual([]);
  expect(said(REGIONS, 'en', 'assumed \\d|assumed places|the assumption is')).toEqual([]);
});
