import { isOutdone, rankWorths } from '../../../analysis/index.js';
import type { Path, Summary, Worth, WorthFindings } from '../../../analysis/index.js';
import { drawRows, rowDomain, widthBeside, type ValueRow } from '../../drawing/index.js';
import { interval, number, percent, say, type Lang } from '../../words.js';
import type { PaperChart } from '../paper.js';
import { additionName, assumedOf, ciWords, footOf, goalNames, meanInterval, monthsOf, placedName } from './names.js';
import { idOf, pathTable, worthTable } from './tables.js';

const MOST = 10;

/** What each addition is worth, with its interval: the most valuable singles and bundles over one axis. */
export function worthChart(findings: WorthFindings, lang: Lang): PaperChart {
  const panels = (['singles', 'bundles'] as const).map((of) => ({ of, worths: rankWorths(findings.worths, of).filter((worth) => !isOutdone(findings.worths, worth)).slice(0, MOST) })).filter(({ of, worths }) => of === 'singles' || worths.length > 0);
  const rows = panels.flatMap(({ worths }) => worths.map((worth) => rowOf(findings, worth, lang)));
  const [domain, width] = [rowDomain(rows), widthBeside(rows)];
  const specs = panels.map(({ of, worths }) =>
    drawRows({ title: say(lang, `worth.${of}`), note: '', rows: worths.map((worth) => rowOf(findings, worth, lang)), width, mark: 'dot', empty: say(lang, 'worth.chart.none'), domain }));
  const ci = ciWords(findings, lang);
  const all = panels.flatMap(({ worths }) => worths);
  const best = all.toSorted((a, b) => b.saved.mean - a.saved.mean)[0];
  const alt = all.slice(0, 5).map((worth) => say(lang, 'worth.chart.alt.row', { what: placedName(findings, worth, lang), saved: number(lang, worth.saved.mean), interval: meanInterval(worth.saved, lang), ci }));
  return {
    id: 'worth',
    name: say(lang, 'worth.chart.name'),
    drawing: {
      title: best === undefined || best.saved.mean <= best.saved.halfWidth ? say(lang, 'worth.chart.title.none') : say(lang, 'worth.chart.title', { what: placedName(findings, best, lang, 'inside'), saved: number(lang, best.saved.mean), to: monthsOf(findings, lang).to }),
      subtitle: [say(lang, 'worth.chart.subtitle', { ...monthsOf(findings, lang), by: number(lang, findings.by) }), say(lang, 'worth.chart.bars', { ci })],
      foot: footOf(findings, lang),
      alt: say(lang, 'worth.chart.alt', { panels: alt.join('; ') }),
      spec: { vconcat: specs, spacing: 24 },
    },
    behind: { ...worthTable(findings, 'singles', lang), id: 'chart-worth', rows: [...worthTable(findings, 'singles', lang).rows, ...worthTable(findings, 'bundles', lang).rows] },
  };
}

function rowOf(findings: WorthFindings, worth: Worth, lang: Lang): ValueRow {
  const [assumed] = assumedOf(findings, worth.pools);
  const capacity = assumed === undefined || assumed.below === null ? '' : say(lang, 'worth.chart.note.capacity', { has: number(lang, assumed.least ?? 0), below: number(lang, assumed.below) });
  const { mean, halfWidth } = worth.saved;
  const beyond = worth.beyond === null ? '' : say(lang, 'worth.chart.note.beyond', { beyond: signed(worth.beyond.mean, lang) });
  return {
    name: placedName(findings, worth, lang),
    note: `${say(lang, 'worth.chart.note', { starts: signed(worth.startsThere.mean, lang, 1) })}${beyond}${capacity}`,
    mean,
    low: mean - halfWidth,
    high: mean + halfWidth,
    assumed: assumed !== undefined,
  };
}

const signed = (value: number, lang: Lang, decimals = 0): string => `${value > 0 ? '+' : ''}${number(lang, value, decimals)}`;

/** How waiting falls along a path, step by step. */
export function pathChart(findings: WorthFindings, path: Path, where: string, lang: Lang): PaperChart {
  const goal = goalNames(findings, lang);
  const shareWords = (share: Summary | null): string => (share === null ? '' : say(lang, 'path.share', { share: percent(lang, share.mean), months: goal.months }));
  const row = (name: string, note: string, { mean, low, high }: Summary, assumed: boolean): ValueRow => ({ name, note, mean, low, high, assumed });
  const rows = [
    row(say(lang, 'path.before'), shareWords(path.before.share), path.before.waited, false),
    ...path.steps.map(({ chosen, waited, share }, i) => {
      const saved = path.region < 0 ? chosen.saved : chosen.savedHome;
      const what = path.region < 0 ? placedName(findings, chosen, lang) : additionName(findings, chosen, lang);
      return row(say(lang, 'path.step', { n: i + 1, what }), say(lang, 'path.chart.note', { saved: number(lang, saved.mean), interval: meanInterval(saved, lang), share: shareWords(share) }), waited, assumedOf(findings, chosen.pools).length > 0);
    }),
  ];
  const first = path.steps[0];
  const values = { where, first: number(lang, path.before.waited.mean), last: number(lang, path.steps.at(-1)?.waited.mean ?? 0), n: path.steps.length, what: first === undefined ? '' : additionName(findings, first.chosen, lang) };
  const span = say(lang, `span.${path.before.waited.span}`, { n: number(lang, findings.provenance.replications) });
  return {
    id: `path-${path.region < 0 ? 'all' : idOf(findings, path.region)}`,
    name: say(lang, 'path.chart.name', { where }),
    drawing: {
      title: say(lang, first === undefined ? 'path.chart.title.none' : 'path.chart.title', values),
      subtitle: [say(lang, 'path.chart.subtitle', { ...monthsOf(findings, lang), ...goal }), `${say(lang, 'path.chart.bars', { span })} ${ciWords(findings, lang)}.`],
      foot: footOf(findings, lang),
      alt: rows.map((one) => `${one.name}: ${number(lang, one.mean)} (${interval(lang, number(lang, one.low), number(lang, one.high))}; ${span}); ${one.note}`).join('. '),
      spec: drawRows({ title: '', note: '', rows, width: widthBeside(rows), mark: 'bar', empty: say(lang, 'worth.chart.none') }),
    },
    behind: { ...pathTable(findings, path, where, lang), id: `chart-path-${path.region < 0 ? 'all' : idOf(findings, path.region)}` },
  };
}
