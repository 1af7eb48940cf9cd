import type { Spec } from '../../chart.js';
import { INK, spread, type SeriesStyle } from '../../drawing/index.js';

/** A value drawn, with its interval. */
export interface Drawn {
  readonly x: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** One line, named at its end where there are several. */
export interface ResponseLine {
  readonly name: string;
  readonly style: SeriesStyle;
  readonly points: readonly Drawn[];
}

/** One small diagram: how a response changes along the first direction, a line for each value of the second. */
export interface ResponsePanel {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly ResponseLine[];
  /** Where each value of the first direction stands, and what it is called. */
  readonly ticks: readonly { readonly x: number; readonly label: string }[];
  readonly isJoined: boolean;
  readonly axisTitle: string;
  readonly base: { readonly value: number; readonly label: string } | null;
  readonly y: { readonly ticks: readonly number[]; readonly format: string };
  readonly empty: string;
}

const LABEL = 12;

/** The specification of a panel. Names stand in values only. */
export function drawResponse(panel: ResponsePanel): Spec {
  const { width, height, ticks, y } = panel;
  const xs = ticks.map(({ x }) => x);
  const [first, last] = [Math.min(...xs), Math.max(...xs)];
  const pad = first === last ? 1 : (last - first) * 0.06;
  const domain = [first - pad, last + pad];
  const axis = { title: null, values: y.ticks, format: y.format, domain: false, ticks: false, labelPadding: 6, minExtent: 44, maxExtent: 44 };
  return {
    width,
    height,
    title: { text: panel.title, limit: width + 120 },
    encoding: {
      x: { field: 'x', type: 'quantitative', scale: { domain, nice: false, zero: false }, axis: null },
      y: { field: 'mean', type: 'quantitative', scale: { domain: [y.ticks[0]!, y.ticks.at(-1)!], nice: false, zero: false }, axis },
    },
    layer: [...baseLayers(panel, domain), ...panel.lines.flatMap((line, i) => lineLayers(line, i, panel)), tickLayer(panel), ...emptyLayer(panel), ...nameLayers(panel)],
  };
}

function baseLayers({ base }: ResponsePanel, domain: readonly number[]): readonly Spec[] {
  if (base === null) return [];
  return [{ data: { values: [{ x: domain[0], until: domain[1], mean: base.value }] }, mark: { type: 'rule', stroke: INK.soft, strokeDash: [1.5, 3], strokeWidth: 1.4 }, encoding: { x2: { field: 'until' } } }];
}

/** Lines that share their points stand a little beside each other, so that the bars of each can be read. */
function lineLayers({ style, points }: ResponseLine, i: number, { lines, isJoined }: ResponsePanel): readonly Spec[] {
  const dx = (i - (lines.length - 1) / 2) * 3.5;
  const values = points.map((point) => ({ ...point }));
  const bars = { data: { values }, mark: { type: 'rule', stroke: style.colour, strokeWidth: 1.6, opacity: 0.75, xOffset: dx }, encoding: { y: { field: 'low', type: 'quantitative' }, y2: { field: 'high' } } };
  const dots = { data: { values }, mark: { type: 'point', filled: true, fill: style.colour, size: 34, opacity: 1, xOffset: dx } };
  const line = { data: { values }, mark: { type: 'line', stroke: style.colour, strokeDash: style.dash, strokeWidth: style.width, xOffset: dx } };
  return isJoined ? [line, bars, dots] : [bars, dots];
}

/** The values of the first direction under the picture, and what they are of. */
function tickLayer({ ticks, height, width, axisTitle }: ResponsePanel): Spec {
  const labels = { data: { values: thin(ticks, width).map(({ x, label }) => ({ x, label })) }, mark: { type: 'text', baseline: 'top', dy: 6, fontSize: LABEL, fill: INK.soft, clip: false }, encoding: { y: { value: height }, text: { field: 'label', type: 'nominal' } } };
  const marks = { data: { values: ticks.map(({ x }) => ({ x })) }, mark: { type: 'tick', orient: 'vertical', size: 5, thickness: 1, fill: INK.soft, clip: false, yOffset: 2.5 }, encoding: { y: { value: height } } };
  const title = { data: { values: [{ label: axisTitle }] }, mark: { type: 'text', baseline: 'top', dy: 23, fontSize: 11, fill: INK.soft, clip: false, limit: width + 40 }, encoding: { x: { value: width / 2 }, y: { value: height }, text: { field: 'label', type: 'nominal' } } };
  return { layer: [marks, labels, title] };
}

/** Labels of many values are thinned, first and last kept. */
function thin<T extends { readonly label: string }>(ticks: readonly T[], width: number): readonly T[] {
  const widest = Math.max(...ticks.map(({ label }) => label.length)) * 7 + 8;
  const every = Math.ceil((ticks.length * widest) / width);
  return ticks.filter((_, i) => i % every === 0);
}

function emptyLayer({ lines, width, height, empty }: ResponsePanel): readonly Spec[] {
  if (lines.some(({ points }) => points.length > 0)) return [];
  return [{ data: { values: [{ label: empty }] }, mark: { type: 'text', fontSize: LABEL, fill: INK.soft }, encoding: { x: { value: width / 2 }, y: { value: height / 2 }, text: { field: 'label', type: 'nominal' } } }];
}

/** Each of several lines, and what the file says, is named where it ends, moved up or down where names would meet. */
function nameLayers({ lines, height, width, y, base }: ResponsePanel): readonly Spec[] {
  const [bottom, top] = [y.ticks[0]!, y.ticks.at(-1)!];
  const ends = lines.flatMap(({ name, points }) => (points.length === 0 || name === '' ? [] : [{ label: name, value: points.at(-1)!.mean, weight: 600 }]));
  const all = base === null ? ends : [...ends, { label: base.label, value: base.value, weight: 400 }];
  const placed = spread(all.map(({ value }) => (height * (top - value)) / (top - bottom)), LABEL + 3, height);
  return all.map(({ label, weight }, i) => ({
    data: { values: [{ label }] },
    mark: { type: 'text', align: 'left', baseline: 'middle', dx: 8, fontSize: weight === 600 ? LABEL : 11, fontWeight: weight, limit: 150, clip: false, fill: weight === 600 ? INK.strong : INK.soft },
    encoding: { x: { value: width }, y: { value: placed[i]! }, text: { field: 'label', type: 'nominal' } },
  }));
}
