import type { Comparison, OutcomeFound, Summary } from '../../../analysis/index.js';
import { INK, drawKey, drawMarks, roundTicks, type MarkPanel } from '../../drawing/index.js';
import { list, say, type Lang } from '../../words.js';
import type { PaperChart, PaperTable } from '../paper.js';
import type { TableCell } from '../../tables/index.js';
import { endsOf } from './scale.js';
import { OPTION_STYLES, cellFor, differenceWords, footOf, isTold, levelWords, monthsTail, nameOf, othersIn, spanCell, spanIn, wholeArea, windowWords } from './speech.js';
import { column, howOf, regionsOf } from './tables.js';

const ROW = 26;
const WIDTH = 300;
const LETTER = 7.6;
const MARK = 44;

/** The level of every option in every region, a panel for each pathway: who is where, and how far they are apart. */
export function dumbbellChart(found: Comparison, wait: OutcomeFound, lang: Lang): PaperChart {
  const panels = found.labels.pathway.map((_, p) => drawMarks(panelOf(found, wait, p, lang)));
  const key = drawKey(found.options.map(({ name }, i) => ({ name, ...OPTION_STYLES[i % OPTION_STYLES.length]! })), found.options.map(({ name }) => MARK + LETTER * name.length));
  return {
    id: 'regions',
    name: say(lang, 'compare.dumbbell.name'),
    drawing: {
      title: say(lang, 'compare.dumbbell.title', { area: wholeArea(found, lang), parts: partsOf(found, wait, lang) }) + monthsTail(found, lang),
      subtitle: [say(lang, 'compare.dumbbell.subtitle', { base: nameOf(found, 0), ...windowWords(found, lang), span: spanIn(found, lang) })],
      foot: footOf(found, lang),
      alt: say(lang, 'compare.dumbbell.alt', { points: altOf(found, wait, lang) }),
      spec: { vconcat: [key, { hconcat: panels, spacing: 58 }], spacing: 14 },
    },
    behind: behindOf(found, wait, lang),
  };
}

function panelOf(found: Comparison, wait: OutcomeFound, p: number, lang: Lang): MarkPanel {
  const regions = regionsOf(found);
  const at = (option: number, area: number): Summary | null => wait.levels[option]![cellFor(found, area, p)] ?? null;
  const all = found.options.map((_, option) => regions.map(({ area }) => at(option, area)));
  const ticks = roundTicks(Math.max(0, ...all.flat().map((cell) => cell?.high ?? 0)));
  const count = found.options.length;
  const aside = (option: number): number => (count > 4 ? 3 : 4) * (option - (count - 1) / 2);
  const marks = all.flatMap((cells, option) => cells.flatMap((cell, row) => (cell === null ? [] : [{ row, option, cell }])));
  return {
    title: found.labels.pathway[p]![lang],
    width: WIDTH,
    rowHeight: Math.max(ROW, 10 + 4 * count),
    rows: regions.map(({ label }) => label[lang]),
    domain: endsOf(ticks),
    ticks,
    bars: [],
    rules: marks.map(({ row, option, cell }) => ({ row, x: cell.low, x2: cell.high, width: 1.2, dy: aside(option), colour: OPTION_STYLES[option % OPTION_STYLES.length]!.colour })),
    dots: marks.map(({ row, option, cell }) => ({ row, x: cell.mean, dy: aside(option), ...OPTION_STYLES[option % OPTION_STYLES.length]! })),
    texts: regions.flatMap(({ area }, row) => {
      const most = mostOf(found, wait, area, p);
      return most === null ? [] : [{ row, x: ticks.at(-1)!, label: differenceWords(wait, most.mean, lang), align: 'left' as const, dx: 10, colour: INK.strong, isStrong: isTold(most) === true }];
    }),
    empty: say(lang, 'noData'),
  };
}

/** The difference from the base that is the largest of any option's. */
function mostOf(found: Comparison, wait: OutcomeFound, area: number, p: number): Summary | null {
  const cells = othersIn(found).flatMap((option) => wait.differences[option]![cellFor(found, area, p)] ?? []);
  return cells.reduce<Summary | null>((most, cell) => (most === null || Math.abs(cell.mean) > Math.abs(most.mean) ? cell : most), null);
}

function partsOf(found: Comparison, wait: OutcomeFound, lang: Lang): string {
  const parts = found.labels.pathway.flatMap((label, p) => {
    const cells = found.options.flatMap((_, option) => {
      const cell = wait.levels[option]![cellFor(found, 0, p)];
      return cell ? [{ option, mean: cell.mean }] : [];
    });
    const [base] = cells;
    if (base === undefined) return [];
    const pathway = label[lang];
    if (found.options.length === 2) return [say(lang, 'compare.dumbbell.part', { pathway, value: levelWords(wait, base.mean, lang), base: nameOf(found, base.option), levels: list(lang, cells.slice(1).map(({ option, mean }) => say(lang, 'compare.dumbbell.level', { value: levelWords(wait, mean, lang), option: nameOf(found, option) }))) })];
    if (cells.every(({ mean }) => levelWords(wait, mean, lang) === levelWords(wait, base.mean, lang))) return [say(lang, 'compare.dumbbell.same', { pathway, value: levelWords(wait, base.mean, lang) })];
    const most = cells.reduce((widest, one) => (Math.abs(one.mean - base.mean) > Math.abs(widest.mean - base.mean) ? one : widest));
    return [say(lang, 'compare.dumbbell.most', { pathway, option: nameOf(found, most.option), value: levelWords(wait, most.mean, lang), base: levelWords(wait, base.mean, lang), baseName: nameOf(found, 0) })];
  });
  return parts.length === 0 ? say(lang, 'noData') : parts.join('; ');
}

function altOf(found: Comparison, wait: OutcomeFound, lang: Lang): string {
  return regionsOf(found)
    .flatMap(({ area, label }) => found.labels.pathway.map((pathway, p) => `${label[lang]} ${pathway[lang]}: ${found.options.map(({ name }, i) => `${name} ${level(wait.levels[i]![cellFor(found, area, p)] ?? null, wait, lang)}`).join(', ')}`))
    .join('; ');
}

const level = (cell: Summary | null, wait: OutcomeFound, lang: Lang): string => (cell === null ? '–' : levelWords(wait, cell.mean, lang));

function behindOf(found: Comparison, wait: OutcomeFound, lang: Lang): PaperTable {
  const how = howOf(wait);
  const rows = regionsOf(found).flatMap(({ area, label }) =>
    found.labels.pathway.flatMap((pathway, p) =>
      found.options.map(({ name }, i): TableCell[] => {
        const cell = wait.levels[i]![cellFor(found, area, p)] ?? null;
        return [label[lang], pathway[lang], name, cell?.mean ?? null, cell?.low ?? null, cell?.high ?? null, spanCell(found, lang)];
      }),
    ),
  );
  const columns = [{ id: 'region', label: say(lang, 'column.region') }, column('pathway', lang), column('option', lang), ...['mean', 'low', 'high'].map((id) => column(id, lang, how)), column('span', lang)];
  return { id: 'chart-regions', caption: say(lang, 'compare.dumbbell.name'), columns, rows, names: 3 };
}
