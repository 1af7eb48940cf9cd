import type { Findings } from '../../analysis/index.js';
import { cellOf, labelOf } from '../cells.js';
import type { Chart, Drawing } from '../chart.js';
import { drawHeatMap, footLines, peakWords, pointsOf, spanWords, type HeatRow } from '../drawing/index.js';
import { byMargin } from '../reports/index.js';
import { hasWords, isAssumed, thresholdOf } from '../threshold.js';
import { list, number, percent, say, type Lang } from '../words.js';

const WIDTH = 600;
const MOST_BLOCKS = 2;
/** The blocks that both AT and BT need and that the planners ask about first. */
const FIRST_ASKED = ['psychiatry', 'primary-care'];

/** How full the slots of each region are, half-year by half-year; the number below which they run short beside each. */
export const utilisation: Chart = {
  id: 'utilisation',
  needs: ['utilisation'],
  title: (findings, lang) => {
    const blocks = blocksOf(findings);
    const least = byMargin(findings).find((row) => row.kind === 'slots' && blocks.includes(row.block));
    const names = list(lang, blocks.map((block) => lower(labelOf(findings, 'block', block, lang))));
    const years = { from: String(Math.floor(findings.axes.reportFrom / 12)), to: String(Math.floor(findings.axes.to / 12)) };
    if (least === undefined) return say(lang, 'utilisation.title.none', { blocks: names, ...years });
    const region = findings.axes.regions[least.region]!;
    const threshold = thresholdOf(findings, regionArea(findings, region.id), least.block)!;
    return say(lang, 'utilisation.title', {
      block: lower(labelOf(findings, 'block', least.block, lang)),
      blocks: names,
      region: region[lang],
      needed: number(lang, threshold.needed),
      has: hasWords(threshold, lang),
    });
  },
  draw: (findings, lang) => drawUtilisation(findings, lang),
};

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const regionArea = (findings: Findings, id: string): number => findings.labels.area.findLastIndex((label) => label.id === id);

/** Psychiatry and primary care; of a scenario without them, the two blocks that are fullest. */
function blocksOf(findings: Findings): readonly number[] {
  const fullest = findings.labels.block.flatMap((label, block) => {
    const shares = findings.labels['half-year'].flatMap((_, half) => cellOf(findings, 'utilisation', { area: 0, block, 'half-year': half })?.mean ?? []);
    return shares.length === 0 ? [] : [{ block, asked: FIRST_ASKED.includes(label.id), share: Math.max(...shares) }];
  });
  const asked = fullest.filter((one) => one.asked);
  const chosen = asked.length > 0 ? asked : fullest.toSorted((a, b) => b.share - a.share || a.block - b.block);
  return chosen.slice(0, MOST_BLOCKS).map(({ block }) => block);
}

interface Map {
  readonly title: string;
  readonly rows: readonly HeatRow[];
}

function drawUtilisation(findings: Findings, lang: Lang): Drawing {
  const maps = blocksOf(findings).map((block): Map => ({ title: labelOf(findings, 'block', block, lang), rows: rowsOf(findings, block, lang) }));
  const points = maps.flatMap((map) => map.rows.flatMap((row) => row.points));
  const specs = maps.map((map) =>
    drawHeatMap({ ...map, heads: yearHeads(findings), width: WIDTH, format: (share) => number(lang, share * 100), empty: '–' }),
  );
  const span = spanWords(findings, lang);
  const alts = maps.map((map) => `${map.title}: ${fullestWords(map, span, lang)}`);
  return {
    title: utilisation.title(findings, lang),
    subtitle: [say(lang, 'utilisation.subtitle', { year: String(findings.baseYear) }), say(lang, 'utilisation.bar', { span })],
    foot: footLines(findings, lang, ['utilisation'], findings.labels.pathway.map((p) => p[lang])),
    alt: say(lang, 'utilisation.alt', { panels: alts.join('. ') }),
    spec: { vconcat: specs, spacing: 26 },
    points,
  };
}

function rowsOf(findings: Findings, block: number, lang: Lang): readonly HeatRow[] {
  const panel = labelOf(findings, 'block', block, lang);
  return findings.axes.regions.map((region, r): HeatRow => {
    const area = regionArea(findings, region.id);
    const points = pointsOf(findings, { figure: 'utilisation', at: { area, block }, time: 'half-year', panel, series: region[lang] }, lang);
    const row = findings.breakEven.find((one) => one.region === r && one.block === block && one.kind === 'slots');
    return { name: region[lang], note: noteOf(findings, area, block, lang), points, assumed: row === undefined || isAssumed(row) };
  });
}

function noteOf(findings: Findings, area: number, block: number, lang: Lang): string {
  const threshold = thresholdOf(findings, area, block);
  if (threshold === null) return say(lang, 'noData');
  const share = (threshold.headroom >= 0.005 ? '+' : '') + percent(lang, threshold.headroom);
  return say(lang, 'utilisation.note', { needed: number(lang, threshold.needed), has: hasWords(threshold, lang), share: threshold.used === 0 ? '–' : share });
}

/** A year over its half-years. */
function yearHeads(findings: Findings): readonly { readonly name: string; readonly columns: number }[] {
  const years = findings.labels['half-year'].map(({ id }) => id.slice(0, 4));
  return [...new Set(years)].map((name) => ({ name, columns: years.filter((year) => year === name).length }));
}

/** Where the map is darkest, for those who do not see it. */
function fullestWords(map: Map, span: string, lang: Lang): string {
  const all = map.rows.flatMap((row) => row.points).filter((p) => p.mean !== null);
  const [top] = all.toSorted((a, b) => b.mean! - a.mean!);
  return peakWords(top === undefined ? [] : [top], 'highest', (share) => percent(lang, share), span, lang);
}
