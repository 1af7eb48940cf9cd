import type { Spec } from '../chart.js';
import { roundTicks } from './scale.js';
import { INK } from './style.js';

/** One row: a name before it, a value with its interval, and words after it. */
export interface ValueRow {
  readonly name: string;
  readonly note: string;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** What is assumed is drawn light with a dashed edge. */
  readonly assumed: boolean;
}

/** A panel of rows over one axis: bars from zero, or dots with their intervals. */
export interface RowPanel {
  readonly title: string;
  readonly note: string;
  readonly rows: readonly ValueRow[];
  readonly width: number;
  readonly mark: 'bar' | 'dot';
  /** What stands in the panel when it has no row. */
  readonly empty: string;
  /** The axis of a panel beside it, so that both can be compared. */
  readonly domain?: readonly [number, number];
}

const ROW = 25;
const THICK = 13;
const SOLID = '#16324f';
const LIGHT = '#c9d8e5';
const WIDEST_NAME = 440;
const WIDEST_NOTE = 360;
const WIDEST = 930;
const NARROWEST = 240;

/** From zero, or from the lowest value below it, to just above the highest. */
export function rowDomain(rows: readonly ValueRow[]): readonly [number, number] {
  const [low, high] = [Math.min(0, ...rows.flatMap((row) => [row.mean, row.low])), Math.max(0, ...rows.flatMap((row) => [row.mean, row.high]))];
  const ticks = roundTicks(Math.max(-low, high));
  const step = ticks[1]! - ticks[0]!;
  return [Math.floor(low / step) * step, high === 0 && low < 0 ? 0 : Math.max(step, Math.ceil(high / step) * step)];
}

/** How wide panels can be drawn beside their names and notes, so that the whole fills a chart's width; letters are about so wide. */
export function widthBeside(rows: readonly ValueRow[]): number {
  const longest = (of: (row: ValueRow) => string): number => Math.max(0, ...rows.map((row) => of(row).length));
  const beside = Math.min(WIDEST_NAME, 6.9 * longest(({ name }) => name)) + Math.min(WIDEST_NOTE, 6.3 * longest(({ note }) => note)) + 24;
  return Math.round(Math.max(NARROWEST, WIDEST - beside));
}

/** The specification of a panel of rows. Names stand in values only. */
export function drawRows(panel: RowPanel): Spec {
  const [from, until] = panel.domain ?? rowDomain(panel.rows);
  const height = Math.max(1, panel.rows.length) * ROW;
  const values = panel.rows.map((row, i) => ({ ...row, zero: 0, at: (i + 0.5) * ROW, top: (i + 0.5) * ROW - THICK / 2, foot: (i + 0.5) * ROW + THICK / 2 }));
  const ticks = ticksOf(from, until);
  return {
    width: panel.width,
    height,
    title: { text: panel.title, subtitle: panel.note, offset: 8 },
    encoding: {
      x: { field: 'mean', type: 'quantitative', scale: { domain: [from, until], nice: false, zero: false }, axis: { title: null, values: ticks, format: ticks.every((tick) => Number.isInteger(tick)) ? ',d' : ',.2~f', domain: false, tickSize: 3, orient: 'bottom' } },
      y: { field: 'at', type: 'quantitative', scale: { domain: [height, 0], nice: false, zero: false }, axis: null },
    },
    layer: [...zeroLayer(height, from), ...(panel.mark === 'bar' ? barLayers(values) : dotLayers(values)), ...besideLayers(panel, values), ...emptyLayer(panel)],
  };
}

function ticksOf(from: number, until: number): readonly number[] {
  const ticks = roundTicks(Math.max(-from, until));
  const step = ticks[1]! - ticks[0]!;
  return Array.from({ length: Math.round((until - from) / step) + 1 }, (_, i) => Number((from + i * step).toPrecision(12)));
}

type Placed = ValueRow & { readonly at: number; readonly top: number; readonly foot: number; readonly zero: number };

/** A line at zero where values lie on both sides of it. */
function zeroLayer(height: number, from: number): readonly Spec[] {
  if (from >= 0) return [];
  return [{ data: { values: [{ mean: 0, at: 0, foot: height }] }, mark: { type: 'rule', stroke: INK.soft, strokeWidth: 1 }, encoding: { y2: { field: 'foot' } } }];
}

function barLayers(values: readonly Placed[]): readonly Spec[] {
  const bars = (rows: readonly Placed[], mark: Spec): Spec => ({
    data: { values: rows },
    mark: { type: 'rect', ...mark },
    encoding: { x: { field: 'zero', type: 'quantitative' }, x2: { field: 'mean' }, y: { field: 'top', type: 'quantitative' }, y2: { field: 'foot' } },
  });
  return [
    bars(values.filter(({ assumed }) => !assumed), { fill: SOLID, stroke: SOLID }),
    bars(values.filter(({ assumed }) => assumed), { fill: LIGHT, stroke: SOLID, strokeWidth: 1, strokeDash: [3, 2] }),
    spanLayer(values, '#ffffff', 3.4),
    spanLayer(values, '#cf6a17', 1.8),
  ];
}

const spanLayer = (values: readonly Placed[], stroke: string, strokeWidth: number): Spec => ({
  data: { values },
  mark: { type: 'rule', stroke, strokeWidth },
  encoding: { x: { field: 'low', type: 'quantitative' }, x2: { field: 'high' } },
});

function dotLayers(values: readonly Placed[]): readonly Spec[] {
  const dots = (rows: readonly Placed[], mark: Spec): Spec => ({ data: { values: rows }, mark: { type: 'point', size: 70, stroke: SOLID, opacity: 1, ...mark } });
  return [spanLayer(values, SOLID, 2), dots(values.filter(({ assumed }) => !assumed), { fill: SOLID }), dots(values.filter(({ assumed }) => assumed), { fill: '#ffffff', strokeWidth: 1.6 })];
}

function besideLayers(panel: RowPanel, values: readonly Placed[]): readonly Spec[] {
  const beside = (x: number, field: string, mark: Spec): Spec => ({
    data: { values },
    mark: { type: 'text', baseline: 'middle', clip: false, ...mark },
    encoding: { x: { value: x }, text: { field, type: 'nominal' } },
  });
  return [
    beside(0, 'name', { align: 'right', dx: -8, fontSize: 12.5, limit: WIDEST_NAME, fill: INK.strong }),
    beside(panel.width, 'note', { align: 'left', dx: 10, fontSize: 11.5, limit: WIDEST_NOTE, fill: INK.soft }),
  ];
}

function emptyLayer(panel: RowPanel): readonly Spec[] {
  if (panel.rows.length > 0) return [];
  return [{ data: { values: [{ label: panel.empty }] }, mark: { type: 'text', fontSize: 12.5, fill: INK.soft }, encoding: { x: { value: panel.width / 2 }, y: { value: ROW / 2 }, text: { field: 'label', type: 'nominal' } } }];
}
