import type { Dimension, SweepFindings } from '../../../analysis/index.js';
import { rangeTicks, seriesStyle } from '../../drawing/index.js';
import { capital, number, say, type Lang } from '../../words.js';
import type { PaperChart } from '../paper.js';
import { drawResponse, type Drawn, type ResponseLine, type ResponsePanel } from './panel.js';
import { areaWords, digitsOf, periodWords, spanOf, targetWords, valueWords } from './said.js';
import { groupsOf, type Group } from './groups.js';
import { sweepMaps } from './map.js';
import { measureTable } from './table.js';
import { altWords, chosen, messageOf } from './speech.js';

/** So many lines can be told apart, and so many rows of panels looked over; all values stand in the map of two directions, or in the table. */
const MOST_LINES = 4;
const MOST_ROWS = 6;

/** The charts of each measure asked for: of several directions a map with every number, and lines along the first. */
export function sweepCharts(findings: SweepFindings, foot: readonly string[], lang: Lang): readonly PaperChart[] {
  return groupsOf(findings).flatMap((group) => [...sweepMaps(findings, group, foot, lang), drawChart(findings, group, foot, lang)]);
}

/** A measure with its pathways side by side: along the first direction, a line for each value of the second, a row for each of the third. */

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
      title: messageOf(findings, of, lang),
      subtitle,
      foot,
      alt: say(lang, 'sweep.chart.alt', { panels: of.map((r) => altWords(findings, r, lang)).join('; ') }),
      spec: { vconcat: specs, spacing: 58 },
    },
    behind: measureTable(findings, { id: `chart-${id}`, of }, lang),
  };
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
