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
  /** What stands in the panel when it has no value at all: never an empty picture without words. */
  readonly empty: string;
  readonly percent?: boolean;
  readonly mostYears?: number;
  /** The values are of single moments (classes): a dot at each, so that the line between is not read as values. */
  readonly dots?: boolean;
}

const LABEL_SIZE = 12.5;
const WIDEST_TITLE = 340;
const WIDEST_LABEL = 240;

/** The specification of a panel. Names stand in values only, never in field names, scales or expressions. */
export function drawPanel(panel: Panel): Spec {
  const series = [...panel.styles].map(([name, style]): Series => ({ name, style, points: panel.points.filter((p) => p.series === name) }));
  const largest = Math.max(0, ...series.flatMap((s) => s.points.flatMap((p) => [p.mean ?? 0, s.style.band ? (p.high ?? 0) : 0])));
  const ticks = panel.percent === true ? [0, 0.25, 0.5, 0.75, 1] : roundTicks(largest);
  const layers = [...series.flatMap(bandLayer), ...series.map((one) => lineLayer(one, panel.dots === true)), ...series.flatMap(publishedLayer)];
  return {
    width: panel.width,
    height: panel.height,
    title: { text: panel.title, limit: Math.max(panel.width, WIDEST_TITLE), ...(panel.note === undefined ? {} : { subtitle: panel.note }) },
    encoding: { x: xChannel(panel), y: yChannel(panel, ticks) },
    layer: [...layers, ...emptyLayer(panel), ...(panel.labels ? [labelLayer(panel, series, ticks.at(-1)!)] : [])],
  };
}

interface Series {
  readonly name: string;
  readonly style: SeriesStyle;
  readonly points: readonly ChartPoint[];
}

const simulated = (series: Series): readonly ChartPoint[] => series.points.filter((p) => p.kind === 'simulated');

function xChannel(panel: Panel): Spec {
  const axis = { title: null, format: 'd', grid: false, values: yearTicks(panel.from, panel.until, panel.mostYears ?? 12), tickSize: 4, labelFlush: false, labelAlign: 'center' };
  return { field: 'x', type: 'quantitative', scale: { domain: [panel.from, panel.until], nice: false, zero: false }, axis };
}

function yChannel(panel: Panel, ticks: readonly number[]): Spec {
  const format = panel.percent === true ? '.0%' : ticks.every((t) => Number.isInteger(t)) ? ',d' : ',.2~f';
  return {
    field: 'mean',
    type: 'quantitative',
    scale: { domain: [0, ticks.at(-1)!], nice: false },
    axis: { title: null, values: ticks, format, domain: false, ticks: false, labelPadding: 6, minExtent: 38, maxExtent: 38 },
  };
}

function bandLayer(series: Series): readonly Spec[] {
  if (!series.style.band) return [];
  const mark = { type: 'area', fill: series.style.colour, opacity: 0.2, line: false, invalid: 'break-paths-filter-domains' };
  return [{ data: { values: simulated(series) }, mark, encoding: { y: { field: 'low', type: 'quantitative' }, y2: { field: 'high' } } }];
}

function lineLayer(series: Series, dots: boolean): Spec {
  const { colour, dash, width } = series.style;
  const mark = { type: 'line', stroke: colour, strokeDash: dash, strokeWidth: width, invalid: 'break-paths-filter-domains', ...(dots ? { point: { filled: true, fill: colour, size: 22, opacity: 1 } } : {}) };
  return { data: { values: simulated(series) }, mark };
}

const SHAPES = { published: 'circle', derived: 'diamond', assumption: 'cross' } as const;

/** Published points are rings, derived ones diamonds: nobody takes them for the model's own. */
function publishedLayer(series: Series): readonly Spec[] {
  return (['published', 'derived', 'assumption'] as const).flatMap((kind) => {
    const values = series.points.filter((p) => p.kind === kind);
    const mark = { type: 'point', shape: SHAPES[kind], size: 46, filled: false, stroke: series.style.colour, strokeWidth: 1.8 };
    return values.length === 0 ? [] : [{ data: { values }, mark }];
  });
}

function emptyLayer(panel: Panel): readonly Spec[] {
  if (panel.points.some((p) => p.mean !== null)) return [];
  const mark = { type: 'text', fontSize: LABEL_SIZE, fill: INK.soft };
  return [{ data: { values: [{ label: panel.empty }] }, mark, encoding: { x: { value: panel.width / 2 }, y: { value: panel.height / 2 }, text: { field: 'label', type: 'nominal' } } }];
}

/** Each line is named where it ends, moved up or down where names would meet. */
function labelLayer(panel: Panel, all: readonly Series[], top: number): Spec {
  const ends = all.flatMap((series) => simulated(series).findLast((p) => p.mean !== null) ?? []);
  const wanted = ends.map((end) => panel.height * (1 - end.mean! / top));
  const placed = spread(wanted, LABEL_SIZE + 3, panel.height);
  // A name beside the panel meets no grid line; only a line that ends long before is named where it ends.
  const values = ends.map((end, i) => ({ x: end.x > panel.until - 2.01 ? panel.until : end.x, label: end.series, at: top * (1 - placed[i]! / panel.height) }));
  return {
    data: { values },
    mark: { type: 'text', align: 'left', baseline: 'middle', dx: 7, fontSize: LABEL_SIZE, fontWeight: 600, limit: WIDEST_LABEL, clip: false, fill: INK.strong },
    encoding: { y: { field: 'at', type: 'quantitative' }, text: { field: 'label', type: 'nominal' } },
  };
}
