import type { Exchanged, Findings } from '../../analysis/index.js';
import { cellOf } from '../cells.js';
import { spanWords } from '../drawing/index.js';
import { number, say, type Lang } from '../words.js';
import { withInterval } from './interval-cell.js';
import type { SummarySection } from './section.js';

/** What each region gave and had of exchange, year by year (MODEL 5.3). */
export function exchangeSection(findings: Findings, lang: Lang): readonly SummarySection[] {
  const all = findings.exchange;
  if (all === undefined) return [];
  const regions = [...new Set(all.flatMap(({ home, host }) => [home, host]))].sort((a, b) => a - b);
  return [
    {
      id: 'exchange',
      heading: say(lang, 'exchange.heading'),
      lines: [say(lang, 'exchange.explain'), most(findings, all, lang)],
      table: {
        head: (['column.region', 'first.year', 'exchange.given', 'exchange.received', 'interval'] as const).map((key) => say(lang, key)),
        align: ['left', 'left', 'right', 'right', 'left'],
        rows: regions.flatMap((region) => findings.labels.year.map((year, i) => [findings.axes.regions[region]![lang], year[lang], ...yearCells(findings, region, i, lang)])),
      },
    },
  ];
}

function yearCells(findings: Findings, region: number, year: number, lang: Lang): readonly string[] {
  const area = findings.labels.area.findIndex(({ id }) => id === findings.axes.regions[region]!.id);
  const cells = ['exchange-given', 'exchange-received'].map((id) => withInterval(cellOf(findings, id, { area, year }), lang));
  return [...cells, `\n${spanWords(findings, lang)}`];
}

/** How much it is in all, and what most of it is: means over the years of the report. */
function most(findings: Findings, all: readonly Exchanged[], lang: Lang): string {
  const sums = new Map<string, { readonly one: Exchanged; readonly months: number }>();
  for (const one of all) {
    const key = `${one.home} ${one.host} ${one.block}`;
    sums.set(key, { one, months: (sums.get(key)?.months ?? 0) + one.months.mean });
  }
  const [first] = [...sums.values()].toSorted((a, b) => b.months - a.months);
  const total = [...sums.values()].reduce((sum, { months }) => sum + months, 0);
  if (first === undefined || total === 0) return say(lang, 'exchange.none');
  const { regions, blocks } = findings.axes;
  return say(lang, 'exchange.most', {
    total: number(lang, total),
    block: blocks[first.one.block]![lang].toLowerCase(),
    home: regions[first.one.home]![lang],
    host: regions[first.one.host]![lang],
    months: number(lang, first.months),
  });
}
