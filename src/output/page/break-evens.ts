import type { Findings } from '../../analysis/index.js';
import { spanWords } from '../drawing/index.js';
import { interval, monthName, number, say, type Lang } from '../words.js';
import type { PageTable } from './page-table.js';

/** Every limited pool with the number of places below which it runs short, beside what it used and what is assumed. */
export function breakEvenPageTable(findings: Findings, lang: Lang): PageTable {
  const year = String(findings.baseYear);
  const span = spanWords(findings, lang);
  const rows = findings.breakEven.map((row) => [
    findings.axes.regions[row.region]![lang],
    findings.axes.blocks[row.block]![lang],
    say(lang, `kind.${row.kind}`),
    `${number(lang, row.places)} (${interval(lang, number(lang, row.needed.low), number(lang, row.needed.high))})`,
    monthName(lang, row.from),
    number(lang, row.base),
    number(lang, row.assumed),
    say(lang, `quality.${row.quality}`),
    span,
  ]);
  const head = (['column.region', 'column.block', 'column.kind', 'column.needed', 'column.from', 'column.used', 'column.assumed', 'column.quality', 'interval'] as const).map((key) =>
    say(lang, key, { year }),
  );
  return { caption: say(lang, 'page.all-margins'), head, align: ['left', 'left', 'left', 'right', 'left', 'right', 'right', 'left', 'left'], rows, names: 3 };
}
