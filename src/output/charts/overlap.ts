import type { Findings } from '../../analysis/index.js';
import { cellOf, labelOf } from '../cells.js';
import type { Chart, ChartPoint, Drawing } from '../chart.js';
import { bandWords, drawPanel, footLines, pathwayStyle, peakWords, pointsOf, seriesStyle, spanWords } from '../drawing/index.js';
import { list, monthName, number, roughly, say, type Lang } from '../words.js';

const WIDTH = 720;

/** Who comes, and under it how many wait for or are in each pathway at once: the overlap of AT's queue and long blocks with BT. */
export const overlap: Chart = {
  id: 'overlap',
  needs: ['inflow', 'queue', 'training'],
  title: (findings, lang) => {
    const peak = busiestMonth(findings);
    const pathways = list(lang, findings.labels.pathway.map((p) => p[lang]));
    return say(lang, 'overlap.title', { pathways, month: monthName(lang, findings.axes.reportFrom + peak.month), total: roughly(lang, peak.total) });
  },
  draw: (findings, lang) => drawOverlap(findings, lang),
};

/** The month in which most doctors wait or train, all pathways together; the mean over replications. */
function busiestMonth(findings: Findings): { readonly month: number; readonly total: number } {
  const totals = findings.labels.month.map((_, month) =>
    findings.labels.pathway.reduce(
      (sum, _label, pathway) => sum + (cellOf(findings, 'queue', { pathway, month })?.mean ?? 0) + (cellOf(findings, 'training', { pathway, month })?.mean ?? 0),
      0,
    ),
  );
  const total = Math.max(0, ...totals);
  return { month: Math.max(0, totals.indexOf(total)), total };
}

function drawOverlap(findings: Findings, lang: Lang): Drawing {
  const inflow = inflowPoints(findings, lang);
  const stock = stockPoints(findings, lang);
  const from = findings.axes.reportFrom / 12;
  const until = (findings.axes.to + 1) / 12;
  const shared = { width: WIDTH, from, until, labels: true, empty: say(lang, 'noData') };
  const streams = new Map(findings.labels.stream.map((s, i) => [s[lang], seriesStyle(i)]));
  const top = drawPanel({ ...shared, title: say(lang, 'overlap.inflow'), height: 210, points: inflow.filter((p) => p.x >= from), styles: streams });
  const bottom = drawPanel({ ...shared, title: say(lang, 'overlap.stock'), height: 270, points: stock, styles: stockStyles(findings, lang) });
  const span = spanWords(findings, lang);
  const whole = (value: number): string => number(lang, value);
  return {
    title: overlap.title(findings, lang),
    subtitle: [say(lang, 'overlap.subtitle', { area: labelOf(findings, 'area', 0, lang) }), bandWords(findings, lang)],
    foot: footLines(findings, lang, ['queue', 'training'], findings.labels.pathway.map((p) => p[lang])),
    alt: say(lang, 'overlap.alt', { inflow: peakWords(inflow, 'highest', whole, span, lang), stock: peakWords(stock, 'highest', whole, span, lang) }),
    spec: { vconcat: [top, bottom], spacing: 30 },
    points: [...inflow.filter((p) => p.x >= from), ...stock],
  };
}

const inflowPoints = (findings: Findings, lang: Lang): readonly ChartPoint[] =>
  findings.labels.stream.flatMap((s, stream) =>
    pointsOf(findings, { figure: 'inflow', at: { stream }, time: 'term', panel: say(lang, 'overlap.inflow'), series: s[lang] }, lang),
  );

const stockSeries = (pathway: string, lang: Lang) =>
  [
    { figure: 'training', dashed: false, name: say(lang, 'inTraining', { pathway }) },
    { figure: 'queue', dashed: true, name: say(lang, 'waitingFor', { pathway }) },
  ] as const;

const stockPoints = (findings: Findings, lang: Lang): readonly ChartPoint[] =>
  findings.labels.pathway.flatMap((label, pathway) =>
    stockSeries(label[lang], lang).flatMap(({ figure, name }) =>
      pointsOf(findings, { figure, at: { area: 0, pathway }, time: 'month', panel: say(lang, 'overlap.stock'), series: name }, lang),
    ),
  );

const stockStyles = (findings: Findings, lang: Lang) =>
  new Map(
    findings.labels.pathway.flatMap((label, i) => stockSeries(label[lang], lang).map(({ name, dashed }) => [name, pathwayStyle(i, dashed)] as const)),
  );
