import type { Dimension, SweepFindings } from '../../../analysis/index.js';
import { rangeTicks, seriesStyle } from '../../drawing/index.js';
import { capital, interval, list, number, say, type Lang } from '../../words.js';
import type { PaperChart } from '../paper.js';
import { drawResponse, type Drawn, type ResponseLine, type ResponsePanel } from './panel.js';
import { areaWords, digitsOf, periodWords, spanOf, targetWords, valueWords } from './said.js';
import { groupsOf, type Group } from './groups.js';
import { measureTable } from './table.js';

/** So many lines can be told apart, and so many rows of panels looked over; all values stand in the table. */
const MOST_LINES = 6;
const MOST_ROWS = 6;

/** A chart for each measure asked for, its pathways side by side: along the first direction, a line for each value of the second, a row for each of the third. */
export function sweepCharts(findings: SweepFindings, foot: readonly string[], lang: Lang): readonly PaperChart[] {
  return groupsOf(findings).map((group) => drawChart(findings, group, foot, lang));
}

function drawChart(findings: SweepFindings, { id, of }: Group, foot: readonly string[], lang: Lang): PaperChart {
  const { dimensions, responses } = findings;
  const [x, lines, rows] = dimensions as readonly [Dimension, Dimension?, Dimension?];
  const drawnLines = lines === undefined ? [0] : chosen(lines.values.length, MOST_LINES);
  const drawnRows = rows === undefined ? [0] : chosen(rows.values.length, MOST_ROWS);
  const panels = drawnRows.map((row) => of.map((r) => panelOf(findings, r, { line: drawnLines, row }, lang)));
  const first = responses[of[0]!]!;
  const name = first.title[lang];
  const left = [{ dimension: lines, drawn: drawnLines.length, key: 'sweep.chart.lines' as const }, { dimension: rows, drawn: drawnRows.length, key: 'sweep.chart.rows' as const }].flatMap(({ dimension, drawn, key }) => {
    if (dimension === undefined) return [];
    const all = dimension.values.length;
    return [say(lang, key, { target: targetWords(dimension, lang) }), ...(drawn < all ? [say(lang, 'sweep.chart.some', { drawn, all })] : [])];
  });
  const isCut = panels.flat().some(({ y }) => y.ticks[0]! > 0);
  const about = { measure: name, unit: first.unit[lang], area: areaWords(first, lang), period: periodWords(first, lang), x: targetWords(x, lang) };
  const subtitle = [say(lang, 'sweep.chart.subtitle', about), [...left, say(lang, 'sweep.chart.span', { span: spanOf(findings, lang) }), ...(isCut ? [say(lang, 'sweep.chart.cut')] : [])].join(' ')];
  const specs = panels.map((row) => ({ hconcat: row.map(drawResponse), spacing: 130 }));
  return {
    id,
    name: `${name}, ${about.period}`,
    drawing: {
      title: say(lang, 'sweep.chart.message', { ...about, targets: list(lang, dimensions.map((one) => targetWords(one, lang))), changes: list(lang, of.map((r) => changeWords(findings, r, lang))) }),
      subtitle,
      foot,
      alt: say(lang, 'sweep.chart.alt', { panels: of.map((r) => altWords(findings, r, lang)).join('; ') }),
      spec: { vconcat: specs, spacing: 58 },
    },
    behind: measureTable(findings, { id: `chart-${id}`, of }, lang),
  };
}

/** Of many values the first, the last, and some between at equal distances. */
function chosen(all: number, most: number): readonly number[] {
  if (all <= most) return Array.from({ length: all }, (_, i) => i);
  return [...new Set(Array.from({ length: most }, (_, i) => Math.round((i * (all - 1)) / (most - 1))))];
}

function panelOf(findings: SweepFindings, r: number, { line, row }: { readonly line: readonly number[]; readonly row: number }, lang: Lang): ResponsePanel {
  const { dimensions, responses, base } = findings;
  const [x, lines, rows] = dimensions as readonly [Dimension, Dimension?, Dimension?];
  const isNumeric = x.values.every(({ number: value }) => value !== null);
  const at = (i: number): number => (isNumeric ? x.values[i]!.number! : i);
  const pathway = responses[r]!.pathwayLabel[lang];
  const values = line.map((of) => findings.points.flatMap(({ place, levels }): readonly Drawn[] => {
    const level = levels[r];
    if (!level || (place[1] ?? 0) !== of || (place[2] ?? 0) !== row) return [];
    return [{ x: at(place[0]!), mean: level.mean, low: level.low, high: level.high }];
  }).toSorted((a, b) => a.x - b.x));
  const all = findings.points.flatMap(({ levels }) => levels[r] ?? []);
  const decimals = digitsOf([...all, base[r]!]);
  const ticks = rangeTicks([...all, ...(base[r] ? [base[r]] : [])].flatMap(({ low, high }) => [low, high]));
  return {
    title: rows === undefined ? pathway : `${pathway}, ${targetWords(rows, lang)}: ${valueWords(rows.values[row]!.text, lang)}`,
    width: 330,
    height: rows === undefined ? 270 : 190,
    lines: together(line.map((of, i) => ({ name: lines === undefined ? '' : valueWords(lines.values[of]!.text, lang), style: seriesStyle(i), points: values[i]! }))),
    ticks: x.values.map(({ text }, i) => ({ x: at(i), label: valueWords(text, lang) })),
    isJoined: isNumeric,
    axisTitle: capital(targetWords(x, lang)),
    base: base[r] ? { value: base[r].mean, label: `${say(lang, 'sweep.base')} (${number(lang, base[r].mean, decimals)})` } : null,
    y: { ticks, format: ticks.every(Number.isInteger) ? ',d' : ',.2~f' },
    empty: say(lang, 'noData'),
  };
}

/** Lines that are the same everywhere are drawn once, under all their names. */
function together(lines: readonly ResponseLine[]): readonly ResponseLine[] {
  const keys = lines.map(({ points }) => JSON.stringify(points));
  return lines.flatMap((line, i) => {
    if (keys.indexOf(keys[i]!) < i) return [];
    const names = lines.flatMap(({ name }, k) => (keys[k] === keys[i] ? [name] : []));
    return [{ ...line, name: names.length > 3 ? `${names[0]!}, …, ${names.at(-1)!}` : names.join(', ') }];
  });
}

/** The least and the most of a response over the grid. */
function extremesOf({ points, base }: SweepFindings, r: number, lang: Lang): { readonly low: number; readonly high: number; readonly write: (value: number) => string } | null {
  const means = points.flatMap(({ levels }) => levels[r]?.mean ?? []);
  if (means.length === 0) return null;
  const decimals = digitsOf([...points.map(({ levels }) => levels[r]!), base[r]!]);
  return { low: Math.min(...means), high: Math.max(...means), write: (value) => number(lang, value, decimals) };
}

function changeWords(findings: SweepFindings, r: number, lang: Lang): string {
  const pathway = findings.responses[r]!.pathwayLabel[lang];
  const found = extremesOf(findings, r, lang);
  if (found === null) return `${pathway} –`;
  const [low, high] = [found.write(found.low), found.write(found.high)];
  return low === high ? say(lang, 'sweep.chart.flat', { pathway, low }) : say(lang, 'sweep.chart.title', { pathway, low, high });
}

/** What each panel shows, for who cannot see it: the first and the last point, with their intervals. */
function altWords(findings: SweepFindings, r: number, lang: Lang): string {
  const known = findings.points.filter(({ levels }) => levels[r]);
  const ends = known.length < 2 ? known : [known[0]!, known.at(-1)!];
  const write = extremesOf(findings, r, lang)?.write ?? String;
  const values = ends.map(({ levels, place }) => {
    const { mean, low, high } = levels[r]!;
    const at = place.map((i, d) => valueWords(findings.dimensions[d]!.values[i]!.text, lang)).join(', ');
    return say(lang, 'sweep.chart.value', { value: write(mean), interval: interval(lang, write(low), write(high)), at });
  });
  return say(lang, 'sweep.chart.panel', { panel: capital(findings.responses[r]!.pathwayLabel[lang]), values: values.length === 0 ? say(lang, 'noData') : list(lang, values) });
}
