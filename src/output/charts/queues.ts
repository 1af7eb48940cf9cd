import type { Findings } from '../../analysis/index.js';
import { cellOf, wholeName } from '../cells.js';
import type { Chart, ChartPoint, Drawing } from '../chart.js';
import { bandWords, drawPanel, footLines, pathwayStyle, peakWords, pointsOf, publishedOf, spanWords, type Line } from '../drawing/index.js';
import { capital, list, number, roughly, say, type Lang } from '../words.js';

/** How many wait for each pathway, month by month, and how long, beside what has been published. */
export const queues: Chart = {
  id: 'queues',
  needs: ['queue'],
  title: (findings, lang) => {
    const last = Math.floor(findings.axes.to / 12);
    const first = Math.floor(findings.axes.reportFrom / 12);
    const changes = findings.labels.pathway.map((label, pathway) =>
      say(lang, 'queues.change', {
        pathway: label[lang],
        first: roughly(lang, meanQueue(findings, pathway, first)),
        last: roughly(lang, meanQueue(findings, pathway, last)),
      }),
    );
    return say(lang, 'queues.title', { changes: capital(list(lang, changes)), from: String(first), to: String(last) });
  },
  draw: (findings, lang) => drawQueues(findings, lang),
};

/** Queues are sawtooths, emptied at each intake: a title compares whole years, not one month with another. */
function meanQueue(findings: Findings, pathway: number, year: number): number {
  const months = findings.labels.month.flatMap((label, month) => (label.id.startsWith(String(year)) ? [cellOf(findings, 'queue', { area: 0, pathway, month })?.mean ?? 0] : []));
  return months.reduce((sum, n) => sum + n, 0) / Math.max(1, months.length);
}

function drawQueues(findings: Findings, lang: Lang): Drawing {
  const queue = linesOf(findings, 'queue', 'month', say(lang, 'queues.queue'), lang);
  const wait = linesOf(findings, 'survey-wait', 'year', say(lang, 'queues.wait'), lang);
  const until = (findings.axes.to + 1) / 12;
  const styles = new Map(findings.labels.pathway.map((label, i) => [label[lang], pathwayStyle(i, false)]));
  const shared = { height: 300, until, labels: true, empty: say(lang, 'noData'), styles };
  const left = drawPanel({ ...shared, title: say(lang, 'queues.queue'), note: say(lang, 'queues.monthly'), width: 420, points: queue, from: earliest(findings, queue), mostYears: 9 });
  const note = say(lang, wait.some((p) => p.kind !== 'simulated') ? 'queues.pointed' : 'queues.unpublished');
  const right = drawPanel({ ...shared, note, until: Math.floor(findings.axes.to / 12) + 0.5, title: say(lang, 'queues.wait'), width: 330, points: wait, from: earliest(findings, wait), mostYears: 7 });
  const span = spanWords(findings, lang);
  return {
    title: queues.title(findings, lang),
    subtitle: [say(lang, 'queues.subtitle', { area: wholeName(findings, lang) }), bandWords(findings, lang)],
    foot: footLines(findings, lang, ['queue', 'survey-wait'], findings.labels.pathway.map((p) => p[lang])),
    alt: say(lang, 'queues.alt', {
      queue: peakWords(queue, 'highest', (v) => number(lang, v), span, lang),
      wait: peakWords(wait, 'highest', (v) => number(lang, v, 1), span, lang),
    }),
    spec: { hconcat: wait.every((p) => p.mean === null) ? [left] : [left, right], spacing: 26 },
    points: [...queue, ...wait],
  };
}

/** Simulated lines of the whole scenario, and after them the published points of the same figure. */
function linesOf(findings: Findings, figure: string, time: Line['time'], panel: string, lang: Lang): readonly ChartPoint[] {
  if (findings.figures[figure] === undefined) return [];
  const lines = findings.labels.pathway.map((label, pathway) => ({ id: label.id, line: { figure, at: { area: 0, pathway }, time, panel, series: label[lang] } }));
  return [
    ...lines.flatMap(({ line }) => pointsOf(findings, line, lang)),
    ...lines.flatMap(({ id, line }) => publishedOf(findings, line, findings.labels.area[0]!.id, id, lang)),
  ];
}

/** The axis begins with the report, or with the first published point where that is earlier. */
const earliest = (findings: Findings, points: readonly ChartPoint[]): number =>
  Math.min(findings.axes.reportFrom / 12, ...points.filter((p) => p.kind !== 'simulated').map((p) => p.x - 0.5));
