import type { Spec } from '../chart.js';
import { INK } from './style.js';

/** What is drawn in a row of a panel; x in the panel's unit, `dy` in pixels from the middle of the row. */
export interface RowMark {
  readonly row: number;
  readonly x: number;
  readonly x2?: number;
  readonly dy?: number;
  readonly colour: string;
}

export interface RowBar extends RowMark {
  readonly x2: number;
  readonly thick: number;
}

export interface RowRule extends RowMark {
  readonly x2: number;
  readonly width: number;
}

export interface RowDot extends RowMark {
  readonly shape: string;
  readonly isFilled: boolean;
}

export interface RowText extends RowMark {
  readonly label: string;
  readonly align: 'left' | 'right' | 'center';
  readonly dx: number;
  readonly isStrong?: boolean;
}

/** A diagram of named rows over one scale: bars, intervals, dots and words. Names stand in values only. */
export interface MarkPanel {
  readonly title: string;
  readonly note?: string;
  readonly width: number;
  readonly rowHeight: number;
  readonly rows: readonly string[];
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly percent?: boolean;
  /** Values of both signs: a line stands at 0. */
  readonly isSigned?: boolean;
  /** Numbers of things to both sides of 0, or shares in points: how the ticks are written. */
  readonly ticksAs?: 'counts' | 'points';
  readonly bars: readonly RowBar[];
  readonly rules: readonly RowRule[];
  readonly dots: readonly RowDot[];
  readonly texts: readonly RowText[];
  readonly empty: string;
}

const NAME_LIMIT = 190;

/** The specification of a panel of rows. */
export function drawMarks(panel: MarkPanel): Spec {
  const height = Math.max(1, panel.rows.length) * panel.rowHeight;
  const middle = ({ row, dy = 0 }: RowMark): number => (row + 0.5) * panel.rowHeight + dy;
  const nothing = panel.bars.length + panel.rules.length + panel.dots.length + panel.texts.length === 0;
  const x = { field: 'x', type: 'quantitative', scale: { domain: [...panel.domain], nice: false, zero: false }, axis: xAxis(panel) };
  const y = { field: 'y', type: 'quantitative', scale: { domain: [height, 0], nice: false, zero: false }, axis: null };
  return {
    width: panel.width,
    height,
    title: { text: panel.title, limit: panel.width + NAME_LIMIT, ...(panel.note === undefined ? {} : { subtitle: panel.note }) },
    encoding: { x, y },
    layer: [
      ...zeroLayer(panel, height),
      { data: { values: panel.bars.map((bar) => ({ ...bar, y: middle(bar) - bar.thick / 2, y2: middle(bar) + bar.thick / 2 })) }, mark: { type: 'rect', stroke: null }, encoding: { x2: { field: 'x2' }, y2: { field: 'y2' }, fill: plain('colour') } },
      ...[...new Set(panel.rules.map(({ width }) => width))].map((width) => ({
        data: { values: panel.rules.filter((rule) => rule.width === width).map((rule) => ({ ...rule, y: middle(rule) })) },
        mark: { type: 'rule', strokeWidth: width, strokeCap: 'butt' },
        encoding: { x2: { field: 'x2' }, stroke: plain('colour') },
      })),
      ...dotLayers(panel, middle),
      ...textLayers(panel, middle),
      nameLayer(panel),
      ...(nothing ? [{ data: { values: [{ label: panel.empty }] }, mark: { type: 'text', fontSize: 12.5, fill: INK.soft }, encoding: { x: { value: panel.width / 2 }, y: { value: height / 2 }, text: { field: 'label', type: 'nominal' } } }] : []),
    ],
  };
}

const plain = (field: string): Spec => ({ field, type: 'nominal', scale: null });

/** Expressions of the ticks; no name ever stands in them. */
const TICKS = { counts: "format(abs(datum.value), ',.3~f')", points: "format(100 * datum.value, ',.3~f')" } as const;

function xAxis({ ticks, percent, ticksAs }: MarkPanel): Spec {
  const digits = ticks.every((tick) => Number.isInteger(tick)) ? ',d' : ',.3~f';
  return { title: null, orient: 'bottom', ...(ticksAs === undefined ? { format: percent === true ? ',.3~%' : digits } : { labelExpr: TICKS[ticksAs] }), values: [...ticks], grid: true, domain: false, tickSize: 4, labelFlush: false };
}

/** Where nothing differs, in a panel of both signs. */
const zeroLayer = ({ isSigned, domain }: MarkPanel, height: number): readonly Spec[] =>
  isSigned !== true || domain[0] > 0 || domain[1] < 0 ? [] : [{ data: { values: [{ x: 0, y: 0, y2: height }] }, mark: { type: 'rule', strokeWidth: 1.2 }, encoding: { y2: { field: 'y2' }, stroke: { value: INK.soft } } }];

/** One layer for each shape, filled or open. */
function dotLayers({ dots }: MarkPanel, middle: (mark: RowMark) => number): readonly Spec[] {
  const kinds = [...new Set(dots.map(({ shape, isFilled }) => `${shape} ${isFilled}`))];
  return kinds.map((kind) => {
    const own = dots.filter(({ shape, isFilled }) => `${shape} ${isFilled}` === kind);
    const { shape, isFilled } = own[0]!;
    return {
      data: { values: own.map((dot) => ({ ...dot, y: middle(dot) })) },
      mark: { type: 'point', shape, size: 70, strokeWidth: 2, opacity: 1, ...(isFilled ? {} : { fill: '#ffffff' }) },
      encoding: { stroke: plain('colour'), ...(isFilled ? { fill: plain('colour') } : {}) },
    };
  });
}

function textLayers({ texts }: MarkPanel, middle: (mark: RowMark) => number): readonly Spec[] {
  const kinds = [...new Set(texts.map(({ align, dx, isStrong }) => JSON.stringify([align, dx, isStrong === true])))];
  return kinds.map((kind) => {
    const own = texts.filter(({ align, dx, isStrong }) => JSON.stringify([align, dx, isStrong === true]) === kind);
    const { align, dx, isStrong } = own[0]!;
    return {
      data: { values: own.map((text) => ({ x: text.x, y: middle(text), label: text.label, colour: text.colour })) },
      mark: { type: 'text', align, dx, baseline: 'middle', fontSize: 11.5, fontWeight: isStrong === true ? 600 : 400, clip: false },
      encoding: { text: { field: 'label', type: 'nominal' }, fill: plain('colour') },
    };
  });
}

function nameLayer({ rows, rowHeight, domain }: MarkPanel): Spec {
  return {
    data: { values: rows.map((name, row) => ({ x: domain[0], y: (row + 0.5) * rowHeight, label: name })) },
    mark: { type: 'text', align: 'right', dx: -9, baseline: 'middle', fontSize: 12.5, limit: NAME_LIMIT, clip: false, fill: INK.strong },
    encoding: { text: { field: 'label', type: 'nominal' } },
  };
}

/** A line of marks with a name after each, above the panels that they are drawn in. */
export function drawKey(entries: readonly { readonly name: string; readonly colour: string; readonly shape: string; readonly isFilled: boolean }[], widths: readonly number[]): Spec {
  const lefts = widths.map((_, i) => widths.slice(0, i).reduce((a, b) => a + b, 0));
  const width = widths.reduce((a, b) => a + b, 0);
  const rows: MarkPanel = { title: '', width, rowHeight: 22, rows: [''], domain: [0, width], ticks: [], bars: [], rules: [], dots: entries.map((entry, i) => ({ ...entry, row: 0, x: lefts[i]! + 8 })), texts: entries.map(({ name }, i) => ({ row: 0, x: lefts[i]! + 20, label: name, align: 'left', dx: 0, colour: INK.strong, isStrong: true })), empty: '' };
  const { title: _, ...spec } = drawMarks(rows) as { readonly title: unknown } & Record<string, unknown>;
  return { ...spec, encoding: { ...(spec['encoding'] as Spec), x: { field: 'x', type: 'quantitative', scale: { domain: [0, width], nice: false, zero: false }, axis: null } } };
}
