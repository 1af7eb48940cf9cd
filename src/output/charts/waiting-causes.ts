import type { Findings } from '../../analysis/index.js';
import { cellOf, labelOf, wholeName } from '../cells.js';
import type { Chart, ChartPoint, Drawing } from '../chart.js';
import { bandWords, drawPanel, footLines, peakWords, pointsOf, seriesStyle, spanWords } from '../drawing/index.js';
import { hasWords, thresholdOf } from '../threshold.js';
import { list, number, percent, roughly, say, type Lang } from '../words.js';

const MOST_CAUSES = 6;

/** Where the waiting comes from: doctor-months by cause, year by year; beside a pool that is assumed, the number below which it runs short. */
export const waitingCauses: Chart = {
  id: 'waiting-causes',
  needs: ['lost'],
  title: (findings, lang) => {
    const parts = findings.labels.pathway.map((label, pathway) => {
      const sums = findings.labels.cause.map((_, cause) => monthsLost(findings, pathway, cause));
      const total = sums.reduce((sum, n) => sum + n, 0);
      const largest = Math.max(0, ...sums);
      if (largest === 0) return say(lang, 'waiting-causes.part.none', { pathway: label[lang] });
      const cause = sums.indexOf(largest);
      const values = { pathway: label[lang], total: roughly(lang, total), cause: labelOf(findings, 'cause', cause, lang), share: percent(lang, largest / total) };
      const below = thresholdWords(findings, cause, lang);
      return say(lang, below === null ? 'waiting-causes.part' : 'waiting-causes.part.below', { ...values, below: below ?? '' });
    });
    const years = { from: String(Math.floor(findings.axes.reportFrom / 12)), to: String(Math.floor(findings.axes.to / 12)) };
    return say(lang, 'waiting-causes.title', { ...years, parts: list(lang, parts) });
  },
  draw: (findings, lang) => drawCauses(findings, lang),
};

/** Waits in queues, and those between blocks and after leave: told apart (MODEL 4.1). */
const KINDS = { lost: 'waiting-causes.panel', 'lost-between': 'waiting-causes.between' } as const;
type Kind = keyof typeof KINDS;

/** Doctor-months of the whole report, on average over replications. */
const monthsLost = (findings: Findings, pathway: number, cause: number, kind: Kind = 'lost'): number =>
  kind in findings.figures ? findings.labels.year.reduce((sum, _, year) => sum + (cellOf(findings, kind, { area: 0, pathway, cause, year })?.mean ?? 0), 0) : 0;

/** The causes with anything booked on them, the largest first. */
function rankedCauses(findings: Findings): readonly number[] {
  const sums = findings.labels.cause.map((_, cause) => findings.labels.pathway.reduce((sum, _label, pathway) => sum + monthsLost(findings, pathway, cause) + monthsLost(findings, pathway, cause, 'lost-between'), 0));
  return sums.flatMap((sum, cause) => (sum > 0 ? [cause] : [])).toSorted((a, b) => sums[b]! - sums[a]! || a - b);
}

/** "brist under n, antaget m" of a cause that is slots or supervisors of a block; null of any other cause (MODEL 9.2). */
function thresholdWords(findings: Findings, cause: number, lang: Lang): string | null {
  const [kind, id] = findings.labels.cause[cause]!.id.split('/');
  if ((kind !== 'slots' && kind !== 'supervisors') || id === undefined) return null;
  const block = findings.labels.block.findIndex((label) => label.id === id);
  const threshold = block < 0 ? null : thresholdOf(findings, 0, block, kind);
  if (threshold === null) return say(lang, 'noData');
  return say(lang, 'waiting-causes.below', { needed: number(lang, threshold.needed), has: hasWords(threshold, lang) });
}

function drawCauses(findings: Findings, lang: Lang): Drawing {
  const ranked = rankedCauses(findings);
  const causes = ranked.slice(0, MOST_CAUSES);
  const styles = new Map(causes.map((cause, i) => [labelOf(findings, 'cause', cause, lang), seriesStyle(i)]));
  const panelOf = (kind: Kind) => (label: Findings['labels']['pathway'][number], pathway: number) => ({
    title: say(lang, KINDS[kind], { pathway: label[lang] }),
    points: causes.flatMap((cause) => causePoints(findings, pathway, cause, kind, lang)),
  });
  const between = findings.labels.pathway.map(panelOf('lost-between')).filter(({ points }) => points.length > 0);
  const panels = [...findings.labels.pathway.map(panelOf('lost')), ...between];
  const years = { from: Math.floor(findings.axes.reportFrom / 12), until: Math.floor(findings.axes.to / 12) + 0.4 };
  const span = spanWords(findings, lang);
  return {
    title: waitingCauses.title(findings, lang),
    subtitle: [[say(lang, 'waiting-causes.subtitle', { area: wholeName(findings, lang) }), ...belowWords(findings, causes, lang), ...restWords(findings, ranked, lang)].join(' '), bandWords(findings, lang)],
    foot: footLines(findings, lang, ['lost', 'needed'], findings.labels.pathway.map((p) => p[lang])),
    alt: say(lang, 'waiting-causes.alt', { panels: panels.map((p) => `${p.title}: ${peakWords(p.points, 'highest', (v) => number(lang, v), span, lang)}`).join('. ') }),
    spec: { vconcat: panels.map((p) => drawPanel({ ...p, ...years, width: 690, height: 190, styles, labels: true, empty: say(lang, 'waiting-causes.nobody') })), spacing: 26 },
    points: panels.flatMap((p) => p.points),
  };
}

/** A cause that a pathway never meets is not drawn as a line along the floor. */
function causePoints(findings: Findings, pathway: number, cause: number, kind: Kind, lang: Lang): readonly ChartPoint[] {
  if (monthsLost(findings, pathway, cause, kind) === 0) return [];
  const panel = say(lang, KINDS[kind], { pathway: labelOf(findings, 'pathway', pathway, lang) });
  return pointsOf(findings, { figure: kind, at: { area: 0, pathway, cause }, time: 'year', panel, series: labelOf(findings, 'cause', cause, lang) }, lang);
}

function belowWords(findings: Findings, causes: readonly number[], lang: Lang): readonly string[] {
  const known = causes.flatMap((cause) => {
    const below = thresholdWords(findings, cause, lang);
    return below === null ? [] : [`${labelOf(findings, 'cause', cause, lang)}: ${below}`];
  });
  return known.length === 0 ? [] : [say(lang, 'waiting-causes.limits', { limits: known.join(', ') })];
}

function restWords(findings: Findings, ranked: readonly number[], lang: Lang): readonly string[] {
  const rest = ranked.slice(MOST_CAUSES).map((cause) => labelOf(findings, 'cause', cause, lang));
  return rest.length === 0 ? [] : [say(lang, 'waiting-causes.rest', { causes: list(lang, rest) })];
}
