import type { ChartPoint, Spec } from '../chart.js';
import { INK, type SeriesStyle } from './style.js';
import { roundTicks, spread, yearTicks } from './scale.js';

/** One small diagram over time: lines with their intervals, each named at its end. */
export interface Panel {
  readonly title: string;
  readonly note?: string;
  readonly width: number;
  readonly height: number;
  readonly points: readonly ChartPoint[];
  readonly styles: ReadonlyMap<string, SeriesStyle>;
  /** First and last year drawn, in years. */
  readonly from: number;
  readonly until: number;
  readonly labels: boolean;
  readonly percent?: boolean;
  readonly mostYears?: number;
}

const LABEL_SIZE = 12.5;

/** The specification of a panel. Names stand in values only, never in field names or expressions. */
export function drawPanel(panel: Panel): Spec {
  const largest = Math.max(0, ...panel.points.flatMap((p) => [p.mean ?? 0, styleOf(panel, p)?.band === false ? 0 : (p.high ?? 0)]));
  const ticks = panel.percent === true ? [0, 0.25, 0.5, 0.75, 1] : roundTicks(largest);
  const simulated = panel.points.filter((p) => p.kind === 'simulated');
  const published = panel.points.filter((p) => p.kind === 'published');
  const layers = [...bandLayer(panel, simulated), lineLayer(simulated), ...publishedLayer(published)];
  return {
    width: panel.width,
    height: panel.height,
    title: { text: panel.title, ...(panel.note === undefined ? {} : { subtitle: panel.note }) },
    encoding: { x: xChannel(panel), y: yChannel(panel, ticks), color: colours(panel), strokeDash: dashes(panel), strokeWidth: widths(panel) },
    layer: panel.labels ? [...layers, labelLayer(panel, ticks.at(-1)!)] : layers,
  };
}

const styleOf = (panel: Panel, point: ChartPoint): SeriesStyle | undefined => panel.styles.get(point.series);

function xChannel(panel: Panel): Spec {
  const axis = { title: null, format: 'd', grid: false, values: yearTicks(panel.from, panel.until, panel.mostYears ?? 12), tickSize: 4 };
  return { field: 'x', type: 'quantitative', scale: { domain: [panel.from, panel.until], nice: false, zero: false }, axis };
}

function yChannel(panel: Panel, ticks: readonly number[]): Spec {
  const format = panel.percent === true ? '.0%' : ticks.every((t) => Number.isInteger(t)) ? ',d' : ',~g';
  return {
    field: 'mean',
    type: 'quantitative',
    scale: { domain: [0, ticks.at(-1)!], nice: false },
    axis: { title: null, values: ticks, format, domain: false, ticks: false, labelPadding: 6 },
  };
}

const named = (panel: Panel, range: (style: SeriesStyle) => unknown): Spec => ({
  field: 'series',
  type: 'nominal',
  legend: null,
  scale: { domain: [...panel.styles.keys()], range: [...panel.styles.values()].map(range) },
});
const colours = (panel: Panel): Spec => named(panel, (s) => s.colour);
const dashes = (panel: Panel): Spec => named(panel, (s) => s.dash);
const widths = (panel: Panel): Spec => named(panel, (s) => s.width);

function bandLayer(panel: Panel, points: readonly ChartPoint[]): readonly Spec[] {
  const values = points.filter((p) => styleOf(panel, p)?.band === true);
  if (values.length === 0) return [];
  return [
    {
      data: { values },
      mark: { type: 'area', opacity: 0.2, strokeWidth: 0, invalid: 'break-paths-filter-domains' },
      encoding: { y: { field: 'low', type: 'quantitative' }, y2: { field: 'high' }, strokeDash: { value: [] }, strokeWidth: { value: 0 } },
    },
  ];
}

const lineLayer = (values: readonly ChartPoint[]): Spec => ({
  data: { values },
  mark: { type: 'line', invalid: 'break-paths-filter-domains', point: false },
});

function publishedLayer(values: readonly ChartPoint[]): readonly Spec[] {
  if (values.length === 0) return [];
  return [
    {
      data: { values },
      mark: { type: 'point', shape: 'circle', size: 42, filled: false },
      encoding: { strokeDash: { value: [] }, strokeWidth: { value: 1.8 } },
    },
  ];
}

/** Each line is named where it ends, moved up or down where names would meet. */
function labelLayer(panel: Panel, top: number): Spec {
  const ends = [...panel.styles.keys()].flatMap((series) => {
    const end = panel.points.findLast((p) => p.series === series && p.kind === 'simulated' && p.mean !== null);
    return end === undefined ? [] : [end];
  });
  const wanted = ends.map((end) => panel.height * (1 - end.mean! / top));
  const placed = spread(wanted, LABEL_SIZE + 3, panel.height);
  const values = ends.map((end, i) => ({ x: end.x, label: end.series, series: end.series, at: top * (1 - placed[i]! / panel.height) }));
  return {
    data: { values },
    mark: { type: 'text', align: 'left', baseline: 'middle', dx: 7, fontSize: LABEL_SIZE, fontWeight: 600, clip: false, fill: INK.strong },
    encoding: { y: { field: 'at', type: 'quantitative' }, text: { field: 'label', type: 'nominal' }, color: colours(panel), strokeDash: { value: [] }, strokeWidth: { value: 0 } },
  };
}
