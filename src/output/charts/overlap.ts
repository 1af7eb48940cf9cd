import type { Findings } from '../../analysis/index.js';
import { cellOf, isWholeTerm, wholeName } from '../cells.js';
import type { Chart, ChartPoint, Drawing } from '../chart.js';
import { bandWords, drawPanel, footLines, pathwayStyle, peakWords, pointsOf, seriesStyle, spanWords } from '../drawing/index.js';
import { list, monthName, number, roughly, say, type Lang } from '../words.js';

const WIDTH = 720;

/** Months of a year: the title compares the first with the last. */
const YEAR = 12;

const meanOf = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0) / Math.max(1, numbers.length);

/** Who comes, and under it how many wait for or are in each pathway at once: the overlap of AT's queue and long blocks with BT. */
export const overlap: Chart = {
  id: 'overlap',
  needs: ['inflow', 'queue', 'training'],
  title: (findings, lang) => {
    const sums = totals(findings);
    const all = findings.labels.month.map((_, month) => sums.reduce((sum, one) => sum + one[month]!, 0));
    const { reportFrom, to } = findings.axes;
    const ends = { first: roughly(lang, meanOf(all.slice(0, YEAR))), last: roughly(lang, meanOf(all.slice(-YEAR))), from: String(Math.floor(reportFrom / YEAR)), to: String(Math.floor(to / YEAR)) };
    const names = findings.labels.pathway.map((p) => p[lang]);
    const passing = passingMonth(sums);
    if (passing === null) return say(lang, 'overlap.title', { ...ends, pathways: list(lang, names) });
    return say(lang, 'overlap.title.passing', { ...ends, before: names[0]!, after: names[1]!, passing: monthName(lang, reportFrom + passing) });
  },
  draw: (findings, lang) => drawOverlap(findings, lang),
};

/** Doctors who wait or train, on average over replications. */
const totals = (findings: Findings): readonly (readonly number[])[] => // [pathway × month]
  findings.labels.pathway.map((_, pathway) =>
    findings.labels.month.map(
      (_label, month) => (cellOf(findings, 'queue', { pathway, month })?.mean ?? 0) + (cellOf(findings, 'training', { pathway, month })?.mean ?? 0),
    ),
  );

/** The month from which the second of two pathways is larger than the first for good; null where it always or never was. */
function passingMonth(sums: readonly (readonly number[])[]): number | null {
  const [first, second] = sums;
  if (first === undefined || second === undefined || sums.length > 2) return null;
  const month = first.findLastIndex((n, i) => n >= second[i]!) + 1;
  return month === 0 || month === first.length ? null : month;
}

function drawOverlap(findings: Findings, lang: Lang): Drawing {
  const inflow = inflowPoints(findings, lang);
  const stock = stockPoints(findings, lang);
  const from = findings.axes.reportFrom / 12;
  const until = (findings.axes.to + 1) / 12;
  const shared = { width: WIDTH, from, until, labels: true, empty: say(lang, 'noData') };
  const largest = (name: string): number => Math.max(0, ...inflow.map((p) => (p.series === name ? (p.mean ?? 0) : 0)));
  const ranked = findings.labels.stream.map((s) => s[lang]).toSorted((a, b) => largest(b) - largest(a));
  const streams = new Map(ranked.map((name, i) => [name, seriesStyle(i)]));
  const top = drawPanel({ ...shared, title: say(lang, 'overlap.inflow'), height: 210, points: inflow, styles: streams, dots: true });
  const bottom = drawPanel({ ...shared, title: say(lang, 'overlap.stock'), height: 270, points: stock, styles: stockStyles(findings, lang) });
  const span = spanWords(findings, lang);
  const whole = (value: number): string => number(lang, value);
  return {
    title: overlap.title(findings, lang),
    subtitle: [say(lang, 'overlap.subtitle', { area: wholeName(findings, lang) }), bandWords(findings, lang)],
    foot: footLines(findings, lang, ['queue', 'training'], findings.labels.pathway.map((p) => p[lang])),
    alt: say(lang, 'overlap.alt', { inflow: peakWords(inflow, 'highest', whole, span, lang), stock: peakWords(stock, 'highest', whole, span, lang) }),
    spec: { vconcat: [top, bottom], spacing: 30 },
    points: [...inflow, ...stock],
  };
}

/** A term cut by the report's first or last month would look like a fall: it is not drawn. */
const inflowPoints = (findings: Findings, lang: Lang): readonly ChartPoint[] =>
  findings.labels.stream.flatMap((s, stream) =>
    pointsOf(findings, { figure: 'inflow', at: { stream }, time: 'term', panel: say(lang, 'overlap.inflow'), series: s[lang] }, lang).filter((_, term) =>
      isWholeTerm(findings, findings.labels.term[term]!.id),
    ),
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
