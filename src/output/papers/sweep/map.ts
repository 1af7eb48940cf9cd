import type { Dimension, Summary, SweepFindings, SweepPoint } from '../../../analysis/index.js';
import type { ChartPoint } from '../../chart.js';
import { drawHeatMap, type HeatRow, type HeatScale } from '../../drawing/index.js';
import { interval, list, number, say, type Lang } from '../../words.js';
import type { PaperChart } from '../paper.js';
import type { Group } from './groups.js';
import { areaWords, digitsOf, periodWords, spanOf, targetWords, valueWords } from './said.js';
import { chosen, messageOf } from './speech.js';
import { measureTable } from './table.js';

/** So many boxes fit beside and over each other, and so many maps of a third direction are looked over. */
const MOST_COLUMNS = 12;
const MOST_ROWS = 24;
const MOST_MAPS = 4;
const COLUMN = 62;
const LETTER = 7;
/** How wide a map is, alone and beside another, unless its columns need more; beside its rows' names. */
const ALONE = 640;
const BESIDE = 300;
const NAMES = 110;

/** A direction of the map: which of the sweep's it is, and the values of it that are drawn. */
interface Along {
  readonly d: number;
  readonly dimension: Dimension;
  readonly drawn: readonly number[];
}

/** Of two directions a map for each pathway, with the number in every box; of three so many of them as can be looked over; none of one. */
export function sweepMaps(findings: SweepFindings, { id, of }: Group, foot: readonly string[], lang: Lang): readonly PaperChart[] {
  const { dimensions, responses } = findings;
  const [first, second, third] = dimensions as readonly [Dimension, Dimension?, Dimension?];
  if (second === undefined) return [];
  // The direction with the longer names is down the side, where there is room for them.
  const isTurned = widest(first, lang) > COLUMN && widest(second, lang) < widest(first, lang);
  const [across, down] = [along(findings, isTurned ? 1 : 0, MOST_COLUMNS), along(findings, isTurned ? 0 : 1, MOST_ROWS)] as const;
  const maps = third === undefined ? [0] : chosen(third.values.length, MOST_MAPS);
  const rows = maps.map((at) => of.map((r) => ({ r, at })));
  const panels = rows.flat();
  const isBeside = of.length === 2 && widthOf(across, lang) <= BESIDE && widest(down.dimension, lang) <= NAMES;
  const drawn = rows.map((row) => row.map((panel) => drawPanel(findings, panel, across, down, { width: isBeside ? BESIDE : ALONE, lang })));
  const response = responses[of[0]!]!;
  const name = response.title[lang];
  const left = [...[across, down].flatMap(({ dimension, drawn }) => someWords(dimension, drawn.length, lang)), ...(third === undefined ? [] : [say(lang, 'sweep.map.third', { target: targetWords(third, lang) }), ...someWords(third, maps.length, lang)])];
  const about = { measure: name, unit: response.unit[lang], area: areaWords(response, lang), period: periodWords(response, lang) };
  const places = { x: targetWords(across.dimension, lang), y: targetWords(down.dimension, lang) };
  return [
    {
      id: `${id}-map`,
      name: say(lang, 'sweep.map.name', { measure: name, period: about.period }),
      drawing: {
        title: messageOf(findings, of, lang),
        subtitle: [say(lang, 'sweep.map.subtitle', { ...about, ...places }), [...left, say(lang, 'sweep.map.bar', { span: spanOf(findings, lang) })].join(' ')],
        foot,
        alt: say(lang, 'sweep.map.alt', { panels: panels.map((panel) => altOf(findings, panel, lang)).join('; ') }),
        spec: { vconcat: isBeside ? drawn.map((row) => ({ hconcat: row, spacing: 40 })) : drawn.flat(), spacing: 34 },
      },
      behind: measureTable(findings, { id: `chart-${id}-map`, of }, lang),
    },
  ];
}

const along = ({ dimensions }: SweepFindings, d: number, most: number): Along => ({ d, dimension: dimensions[d]!, drawn: chosen(dimensions[d]!.values.length, most) });
const widest = ({ values }: Dimension, lang: Lang): number => LETTER * Math.max(...values.map(({ text }) => valueWords(text, lang).length));

/** The least that its columns need. */
const widthOf = ({ dimension, drawn }: Along, lang: Lang): number => drawn.length * Math.max(COLUMN, widest(dimension, lang) + LETTER);

/** That only some of a direction's values are drawn. */
function someWords({ values }: Dimension, drawn: number, lang: Lang): readonly string[] {
  return drawn < values.length ? [say(lang, 'sweep.chart.some', { drawn, all: values.length })] : [];
}

interface Panel {
  readonly r: number;
  /** The place along the third direction. */
  readonly at: number;
}

function titleOf({ dimensions, responses }: SweepFindings, { r, at }: Panel, lang: Lang): string {
  const third = dimensions[2];
  const pathway = responses[r]!.pathwayLabel[lang];
  return third === undefined ? pathway : `${pathway}, ${targetWords(third, lang)}: ${valueWords(third.values[at]!.text, lang)}`;
}

function drawPanel(findings: SweepFindings, panel: Panel, across: Along, down: Along, { width: least, lang }: { readonly width: number; readonly lang: Lang }): ReturnType<typeof drawHeatMap> {
  const { r } = panel;
  const decimals = digitsOf(findings.points.map(({ levels }) => levels[r]!));
  const rows = down.drawn.map((row): HeatRow => {
    const name = valueWords(down.dimension.values[row]!.text, lang);
    const points = across.drawn.map((column) => pointAt(findings, { [across.d]: column, [down.d]: row, 2: panel.at }));
    return { name, note: '', points: points.map((point, i) => boxOf(point?.levels[r] ?? null, name, valueWords(across.dimension.values[across.drawn[i]!]!.text, lang))), assumed: false, framed: points.flatMap((point, i) => (point?.isSame === true ? [i] : [])) };
  });
  const heads = across.drawn.map((column) => ({ name: valueWords(across.dimension.values[column]!.text, lang), columns: 1 }));
  const width = Math.max(Math.min(least, across.drawn.length * 2 * COLUMN), widthOf(across, lang));
  const scale = scaleOf(findings, r);
  const ends = scale === undefined ? '' : say(lang, 'sweep.map.ends', { low: number(lang, scale.bar[0], decimals), high: number(lang, scale.bar[1], decimals) });
  return drawHeatMap({ title: `${titleOf(findings, panel, lang)}${ends}`, rows, heads, width, format: (value) => number(lang, value, decimals), empty: '–', ...(scale === undefined ? {} : { scale }) });
}

const pointAt = ({ points }: SweepFindings, at: Readonly<Record<number, number>>): SweepPoint | undefined => points.find(({ place }) => place.every((one, d) => one === at[d]));

function boxOf(level: Summary | null, series: string, period: string): ChartPoint {
  return { panel: '', series, period, x: 0, kind: 'simulated', n: level?.n ?? 0, mean: level?.mean ?? null, low: level?.low ?? null, high: level?.high ?? null, unit: '' };
}

/** The same for every map of a response, so that they can be held against each other; none where nothing has a value. */
function scaleOf({ points }: SweepFindings, r: number): HeatScale | undefined {
  const known = points.flatMap(({ levels }) => levels[r] ?? []);
  if (known.length === 0) return undefined;
  const means = known.map(({ mean }) => mean);
  return { shade: [Math.min(...means), Math.max(...means)], bar: [Math.min(...known.map(({ low }) => low)), Math.max(...known.map(({ high }) => high))] };
}

/** Where a map is lightest and darkest, for who cannot see it. */
function altOf(findings: SweepFindings, panel: Panel, lang: Lang): string {
  const known = findings.points.filter(({ place, levels }) => (place[2] ?? 0) === panel.at && levels[panel.r]).toSorted((a, b) => a.levels[panel.r]!.mean - b.levels[panel.r]!.mean);
  const decimals = digitsOf(known.map(({ levels }) => levels[panel.r]!));
  const values = (known.length < 2 ? known : [known[0]!, known.at(-1)!]).map(({ levels, place }) => {
    const { mean, low, high } = levels[panel.r]!;
    const at = place.map((one, d) => valueWords(findings.dimensions[d]!.values[one]!.text, lang)).join(', ');
    return say(lang, 'sweep.chart.value', { value: number(lang, mean, decimals), interval: interval(lang, number(lang, low, decimals), number(lang, high, decimals)), at });
  });
  return say(lang, 'sweep.chart.panel', { panel: titleOf(findings, panel, lang), values: values.length === 0 ? say(lang, 'noData') : list(lang, values) });
}
