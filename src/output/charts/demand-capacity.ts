import type { Findings } from '../../analysis/index.js';
import { cellOf, labelOf } from '../cells.js';
import type { Chart, ChartPoint, Drawing, Spec } from '../chart.js';
import { ASSUMED, bandWords, drawPanel, footLines, pathwayStyle, pointsOf, QUIET } from '../drawing/index.js';
import { capital, number, percent, say, type Lang } from '../words.js';
import { hasWords, thresholdOf } from '../threshold.js';

const MOST_BLOCKS = 3;
const MOST_AREAS = 9;

/** Places needed against places assumed, block by block, for the whole and each of its parts; the break-even is named, never the assumption as a finding. */
export const demandCapacity: Chart = {
  id: 'demand-capacity',
  needs: ['needed', 'capacity'],
  title: (findings, lang) => {
    const area = labelOf(findings, 'area', 0, lang);
    const known = blocksOf(findings).flatMap((block) => {
      const threshold = thresholdOf(findings, 0, block);
      return threshold === null || threshold.used === 0 ? [] : [{ block, ...threshold }];
    });
    const [most] = known.toSorted((a, b) => b.headroom - a.headroom);
    if (most === undefined) return say(lang, 'demand-capacity.title.none', { area });
    const block = lower(labelOf(findings, 'block', most.block, lang));
    const values = { block, area, needed: number(lang, most.needed), share: percent(lang, most.headroom), year: String(findings.baseYear) };
    return say(lang, most.headroom > 0.005 ? 'demand-capacity.title.more' : 'demand-capacity.title.less', values);
  },
  draw: (findings, lang) => drawDemand(findings, lang),
};

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** The blocks with a capacity, at most three: those whose need is largest beside it. */
function blocksOf(findings: Findings): readonly number[] {
  const halves = findings.labels['half-year'].map((_, i) => i);
  const ranked = findings.labels.block.flatMap((_, block) => {
    const ratios = halves.flatMap((i) => {
      const at = { area: 0, block, 'half-year': i };
      const [needed, capacity] = [cellOf(findings, 'needed', at), cellOf(findings, 'capacity', at)];
      return needed && capacity && capacity.mean > 0 ? [needed.mean / capacity.mean] : [];
    });
    return ratios.length === 0 ? [] : [{ block, ratio: Math.max(...ratios) }];
  });
  const chosen = ranked.toSorted((a, b) => b.ratio - a.ratio || a.block - b.block).slice(0, MOST_BLOCKS);
  return chosen.map((c) => c.block).toSorted((a, b) => a - b);
}

/** The whole and its areas; where there is one area only, the whole and its regions. */
function areasOf(findings: Findings): readonly number[] {
  const all = findings.labels.area.map((label, i) => ({ i, larger: label.id.startsWith('area:') }));
  const larger = all.filter((a) => a.larger);
  const parts = larger.length > 1 ? larger : all.slice(1).filter((a) => !a.larger);
  return [0, ...parts.map((a) => a.i)].slice(0, MOST_AREAS);
}

function drawDemand(findings: Findings, lang: Lang): Drawing {
  const blocks = blocksOf(findings);
  const cells = areasOf(findings).map((area) => blocks.map((block) => panelOf(findings, area, block, lang)));
  const specs = cells.flatMap((row, r) => row.map((cell, c) => panelSpec(findings, cell, r === 0 && c === row.length - 1, lang)));
  const panels = cells.flat().map((cell) => `${cell.title}: ${cell.note}`);
  return {
    title: demandCapacity.title(findings, lang),
    subtitle: [say(lang, 'demand-capacity.subtitle', { capacity: say(lang, `demand-capacity.capacity.${standing(findings)}`) }), bandWords(findings, lang)],
    foot: footLines(findings, lang, ['needed', 'capacity'], findings.labels.pathway.map((p) => p[lang])),
    alt: say(lang, 'demand-capacity.alt', { panels: panels.join('; ') }),
    spec: { concat: specs, columns: blocks.length, spacing: { row: 20, column: 26 } },
    points: cells.flat().flatMap((cell) => cell.points),
  };
}

interface Cell {
  readonly title: string;
  readonly note: string;
  readonly points: readonly ChartPoint[];
}

/** What the places drawn rest on, over the whole and all blocks that are drawn. */
function standing(findings: Findings): 'assumed' | 'some' | 'own' {
  const known = blocksOf(findings).flatMap((block) => thresholdOf(findings, 0, block) ?? []);
  if (known.every(({ regions, assumedRegions }) => assumedRegions === regions)) return 'assumed';
  return known.every(({ assumedRegions }) => assumedRegions === 0) ? 'own' : 'some';
}

const seriesOf = (findings: Findings, lang: Lang) =>
  [
    { figure: 'needed', name: say(lang, 'demand-capacity.needed'), style: pathwayStyle(0, false) },
    { figure: 'used', name: say(lang, 'demand-capacity.used'), style: QUIET },
    { figure: 'capacity', name: say(lang, `demand-capacity.${standing(findings)}`), style: ASSUMED },
  ] as const;

function panelOf(findings: Findings, area: number, block: number, lang: Lang): Cell {
  const title = `${capital(labelOf(findings, 'area', area, lang))} · ${lower(labelOf(findings, 'block', block, lang))}`;
  const threshold = thresholdOf(findings, area, block);
  const note =
    threshold === null
      ? say(lang, 'noData')
      : say(lang, 'demand-capacity.panel', {
          needed: number(lang, threshold.needed),
          has: hasWords(threshold, lang),
          share: threshold.used === 0 ? '–' : signed(lang, threshold.headroom),
          year: String(findings.baseYear),
        });
  const points = seriesOf(findings, lang).flatMap(({ figure, name }) => pointsOf(findings, { figure, at: { area, block }, time: 'half-year', panel: title, series: name }, lang));
  return { title, note, points };
}

const signed = (lang: Lang, share: number): string => (share >= 0.005 ? '+' : '') + percent(lang, share);

const panelSpec = (findings: Findings, cell: Cell, labels: boolean, lang: Lang): Spec =>
  drawPanel({
    title: cell.title,
    note: cell.note,
    width: 218,
    height: 92,
    points: cell.points,
    styles: new Map(seriesOf(findings, lang).map((s) => [s.name, s.style])),
    from: findings.axes.reportFrom / 12,
    until: (findings.axes.to + 1) / 12,
    labels,
    empty: say(lang, 'noData'),
    mostYears: 4,
  });
