import type { Findings } from '../../analysis/index.js';
import { cellOf, isWholeTerm, wholeName } from '../cells.js';
import type { Chart, ChartPoint, Drawing } from '../chart.js';
import { bandWords, drawPanel, footLines, peakWords, pointsOf, spanWords, type SeriesStyle } from '../drawing/index.js';
import { list, percent, say, type Lang } from '../words.js';

/** How large a share of each cohort starts in time: within 3, 6 and 12 months of degree or licence. */
export const startedWithin: Chart = {
  id: 'started-within',
  needs: ['started-within'],
  title: (findings, lang) => {
    const k = middle(findings);
    const changes = findings.labels.pathway.flatMap((label, pathway) => changeOf(findings, pathway, k, label[lang], lang));
    const said = changes.length === 0 ? say(lang, 'noData') : list(lang, changes);
    return say(lang, 'started-within.title', { k: labelId(findings, k), changes: said });
  },
  draw: (findings, lang) => drawStarted(findings, lang),
};

/** The title speaks of the middle of the follow-up times. */
const middle = (findings: Findings): number => Math.floor((findings.labels.k.length - 1) / 2);
const labelId = (findings: Findings, k: number): string => findings.labels.k[k]?.id ?? '';

function changeOf(findings: Findings, pathway: number, k: number, name: string, lang: Lang): readonly string[] {
  const cells = findings.labels.term.map((label, term) => ({ label, cell: cellOf(findings, 'started-within', { area: 0, pathway, term, k }) }));
  const known = cells.filter((c) => c.cell !== null && isWholeTerm(findings, c.label.id));
  const [first, last] = [known[0], known.at(-1)];
  if (!first?.cell || !last?.cell || first === last) return [];
  const values = { first: percent(lang, first.cell.mean), last: percent(lang, last.cell.mean), from: first.label[lang], to: last.label[lang] };
  return [say(lang, 'started-within.change', { pathway: name, ...values })];
}

function drawStarted(findings: Findings, lang: Lang): Drawing {
  const panels = findings.labels.pathway.map((label, pathway) => ({ title: label[lang], points: pathwayPoints(findings, pathway, label[lang], lang) }));
  // The longest time first: its line is never below the others, and where all are nought their names keep that order.
  const styles = new Map(findings.labels.k.map((label, i) => [withinLabel(label.id, lang), stepStyle(i)] as const).toReversed());
  const shared = { width: 345, height: 280, styles, labels: true, empty: say(lang, 'noData'), percent: true, mostYears: 5 };
  const years = { from: Math.floor(findings.axes.reportFrom / 12), until: lastYear(findings, panels.flatMap((p) => p.points)) };
  const span = spanWords(findings, lang);
  const alts = panels.map((p) => `${p.title}: ${peakWords(p.points, 'lowest', (v) => percent(lang, v), span, lang)}`);
  return {
    title: startedWithin.title(findings, lang),
    subtitle: [[say(lang, 'started-within.subtitle', { area: wholeName(findings, lang) }), ...laterWords(findings, lang)].join(' '), bandWords(findings, lang)],
    foot: footLines(findings, lang, ['started-within'], findings.labels.pathway.map((p) => p[lang])),
    alt: say(lang, 'started-within.alt', { panels: alts.join('. ') }),
    spec: { hconcat: panels.map((p) => drawPanel({ ...shared, ...years, title: p.title, note: say(lang, 'started-within.axis'), points: p.points, dots: true })), spacing: 30 },
    points: panels.flatMap((p) => p.points),
  };
}

/** From where the months of a later pathway count: never from the degree. */
function laterWords({ later = [], labels }: Findings, lang: Lang): readonly string[] {
  return later.length === 0 ? [] : [say(lang, 'started-within.later', { pathways: list(lang, later.map((pathway) => labels.pathway[pathway]![lang])) })];
}

/** The axis ends with the last cohort that can be followed. */
const lastYear = (findings: Findings, points: readonly ChartPoint[]): number =>
  Math.max(Math.floor(findings.axes.reportFrom / 12), ...points.filter((p) => p.mean !== null).map((p) => p.x)) + 0.5;

/** A term cut by the report's first month is a part of a cohort: it is not drawn. */
const pathwayPoints = (findings: Findings, pathway: number, panel: string, lang: Lang): readonly ChartPoint[] =>
  findings.labels.k.flatMap((label, k) =>
    pointsOf(findings, { figure: 'started-within', at: { area: 0, pathway, k }, time: 'term', panel, series: withinLabel(label.id, lang) }, lang).filter((_, term) =>
      isWholeTerm(findings, findings.labels.term[term]!.id),
    ),
  );

const withinLabel = (k: string, lang: Lang): string => say(lang, 'started-within.label', { k });

/** The longer the time, the darker and the more solid the line. */
const stepStyle = (i: number): SeriesStyle =>
  [
    { colour: '#cf6a17', dash: [2, 3], width: 2.2, band: true },
    { colour: '#3d85b8', dash: [7, 3], width: 2.2, band: true },
    { colour: '#16324f', dash: [], width: 2.6, band: true },
  ][i % 3]!;
