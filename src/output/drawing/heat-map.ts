import type { ChartPoint, Spec } from '../chart.js';
import { INK } from './style.js';

/** One row of a heat map: a name before it, words after it, and a value for each column. */
export interface HeatRow {
  readonly name: string;
  readonly note: string;
  readonly points: readonly ChartPoint[];
  /** Whether the capacity that the shares are of is assumed: then the row is hatched. */
  readonly assumed: boolean;
  /** Columns whose box is framed. */
  readonly framed?: readonly number[];
}

/** What is lightest and darkest, and what the left and right edges of a box stand for. */
export interface HeatScale {
  readonly shade: readonly [number, number];
  readonly bar: readonly [number, number];
}

/** One heat map: rows of values over the same columns; the value stands in each box, and its interval as a bar along the foot of it. */
export interface HeatMap {
  readonly title: string;
  readonly rows: readonly HeatRow[];
  /** Names over the columns, and how many columns each is over. */
  readonly heads: readonly { readonly name: string; readonly columns: number }[];
  readonly width: number;
  readonly format: (value: number) => string;
  readonly empty: string;
  /** Without one the values are shares. */
  readonly scale?: HeatScale;
}

const ROW = 23;
const GAP = 1.5;
const HATCH = 6;

/** Boxes by share, light to dark: told apart in grey, and each with an ink that can be read on it. */
const SHADES = [
  { below: 0.25, fill: '#f4f6f8', ink: INK.strong },
  { below: 0.5, fill: '#dfe7ee', ink: INK.strong },
  { below: 0.7, fill: '#c0d0de', ink: INK.strong },
  { below: 0.85, fill: '#98b2c9', ink: INK.strong },
  { below: 0.95, fill: '#41688c', ink: '#ffffff' },
  { below: Infinity, fill: '#16324f', ink: '#ffffff' },
] as const;

/** As many shades at equal distances, for what is no share. */
const EVEN = SHADES.map(({ fill, ink }, i) => ({ below: i === SHADES.length - 1 ? Infinity : (i + 1) / SHADES.length, fill, ink }));

interface Box {
  readonly point: ChartPoint;
  readonly assumed: boolean;
  readonly isFramed: boolean;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly foot: number;
  readonly fill: string;
  readonly ink: string;
}

/** The specification of a heat map, drawn in pixels. Names stand in values only. */
export function drawHeatMap(map: HeatMap): Spec {
  const columns = Math.max(1, ...map.rows.map((row) => row.points.length));
  const height = map.rows.length * ROW;
  const boxes = map.rows.flatMap((row, r) => row.points.map((point, c) => boxOf(point, map.scale, { assumed: row.assumed, isFramed: row.framed?.includes(c) ?? false, left: (c * map.width) / columns, right: ((c + 1) * map.width) / columns - GAP, top: r * ROW })));
  const x = { field: 'left', type: 'quantitative', scale: { domain: [0, map.width], nice: false, zero: false }, axis: null };
  const y = { field: 'top', type: 'quantitative', scale: { domain: [height, 0], nice: false, zero: false }, axis: null };
  return {
    width: map.width,
    height,
    title: { text: map.title, offset: 8 },
    encoding: { x, y },
    layer: [boxLayer(boxes), hatchLayer(boxes), frameLayer(boxes), barLayer(boxes, map.scale?.bar ?? [0, 1]), numberLayer(boxes, map), ...besideLayers(map), headLayer(map, columns)],
  };
}

function boxOf(point: ChartPoint, scale: HeatScale | undefined, place: Pick<Box, 'assumed' | 'isFramed' | 'left' | 'right' | 'top'>): Box {
  const known = point.mean !== null;
  const shade = (scale === undefined ? SHADES : EVEN).find(({ below }) => (scale === undefined ? (point.mean ?? 0) : along(point.mean ?? 0, scale.shade)) < below)!;
  return { ...place, point, assumed: place.assumed && known, foot: place.top + ROW - GAP, fill: known ? shade.fill : '#ffffff', ink: known ? shade.ink : INK.soft };
}

/** How far a value is from the first to the second, 0 … 1. */
const along = (value: number, [first, last]: readonly [number, number]): number => (last > first ? (value - first) / (last - first) : 0);

const quantity = (field: string) => ({ field, type: 'quantitative' });
const colour = (field: string) => ({ field, type: 'nominal', scale: null });

const boxLayer = (boxes: readonly Box[]): Spec => ({
  data: { values: boxes.map(({ point, ...place }) => ({ ...point, ...place })) },
  mark: { type: 'rect', stroke: null },
  encoding: { x2: { field: 'right' }, y2: { field: 'foot' }, fill: colour('fill') },
});

/** Slanting lines at equal distances, cut at the edges of the box; faint, so that the number can be read. */
function hatchLayer(boxes: readonly Box[]): Spec {
  const values = boxes.filter((box) => box.assumed).flatMap(({ left, right, top, foot, ink }) => {
    const [width, height] = [right - left, foot - top];
    const lines = Array.from({ length: Math.floor((width + height) / HATCH) }, (_, i) => (i + 0.5) * HATCH).filter((at) => at < width + height);
    return lines.map((at) => ({
      left: left + Math.max(0, at - height),
      top: top + Math.min(height, at),
      right: left + Math.min(width, at),
      foot: top + Math.max(0, at - width),
      ink,
    }));
  });
  return { data: { values }, mark: { type: 'rule', strokeWidth: 0.7, opacity: 0.28 }, encoding: { x2: { field: 'right' }, y2: { field: 'foot' }, stroke: colour('ink') } };
}

/** From the least at the left edge of the box to the most at its right edge. */
function barLayer(boxes: readonly Box[], ends: readonly [number, number]): Spec {
  const values = boxes.flatMap(({ point, isFramed, left, right, foot, ink }) => {
    if (point.low === null || point.high === null) return [];
    const at = (value: number): number => left + Math.min(1, Math.max(0, along(value, ends))) * (right - left);
    const from = Math.min(at(point.low), right - 1.5);
    return [{ left: from, right: Math.max(at(point.high), from + 1.5), top: foot - (isFramed ? 4.8 : 2.5), ink }];
  });
  return { data: { values }, mark: { type: 'rule', strokeWidth: 2.2 }, encoding: { x2: { field: 'right' }, stroke: colour('ink') } };
}

/** A frame is drawn inside its box, light within dark, so that it is seen on every shade. */
function frameLayer(boxes: readonly Box[]): Spec {
  const values = boxes.filter(({ isFramed }) => isFramed).flatMap(({ left, right, top, foot }) => [
    { left, right: right - 0.5, top, foot: foot - 0.5, ink: INK.strong, thick: 2 },
    { left: left + 2, right: right - 2.5, top: top + 2, foot: foot - 2.5, ink: '#ffffff', thick: 1 },
  ]);
  return { data: { values }, mark: { type: 'rect', fill: null }, encoding: { x2: { field: 'right' }, y2: { field: 'foot' }, stroke: colour('ink'), strokeWidth: { field: 'thick', type: 'quantitative', scale: null } } };
}

function numberLayer(boxes: readonly Box[], map: HeatMap): Spec {
  const values = boxes.map(({ point, left, right, top, ink }) => ({
    left: (left + right) / 2,
    top: top + 9,
    label: point.mean === null ? map.empty : map.format(point.mean),
    ink,
  }));
  return { data: { values }, mark: { type: 'text', fontSize: 11.5, fontWeight: 600, baseline: 'middle' }, encoding: { text: { field: 'label', type: 'nominal' }, fill: colour('ink') } };
}

/** The name before each row and the words after it. */
function besideLayers(map: HeatMap): readonly Spec[] {
  const beside = (left: number, text: (row: HeatRow) => string, mark: Spec): Spec => ({
    data: { values: map.rows.map((row, r) => ({ left, top: r * ROW + ROW / 2, label: text(row) })) },
    mark: { type: 'text', baseline: 'middle', clip: false, ...mark },
    encoding: { x: quantity('left'), y: quantity('top'), text: { field: 'label', type: 'nominal' } },
  });
  return [
    beside(0, (row) => row.name, { align: 'right', dx: -8, fontSize: 12.5, limit: 150, fill: INK.strong }),
    beside(map.width, (row) => row.note, { align: 'left', dx: 7, fontSize: 11.5, limit: 260, fill: INK.soft }),
  ];
}

function headLayer(map: HeatMap, columns: number): Spec {
  let column = 0;
  const values = map.heads.map(({ name, columns: under }) => {
    const left = ((column + under / 2) * map.width) / columns;
    column += under;
    return { left, top: 0, label: name };
  });
  return {
    data: { values },
    mark: { type: 'text', dy: -10, fontSize: 12, clip: false, fill: INK.soft },
    encoding: { text: { field: 'label', type: 'nominal' } },
  };
}
