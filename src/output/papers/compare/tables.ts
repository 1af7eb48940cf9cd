import type { Comparison, OutcomeFound, Summary } from '../../../analysis/index.js';
import type { TableCell } from '../../tables/index.js';
import { list, say, type Lang, type WordKey } from '../../words.js';
import type { PaperColumn, PaperTable } from '../paper.js';
import { cellFor, decimalsOf, isShare, isTold, monthsIn, nameOf, othersIn, pathwaysOf, spanCell, unlimitedIn } from './speech.js';

/** A column by its id; the words of it are in the catalogue. */
export const column = (id: string, lang: Lang, how: Pick<PaperColumn, 'decimals' | 'isShare'> = {}): PaperColumn => ({ id, label: say(lang, `compare.column.${id}` as WordKey), ...how });

type How = Pick<PaperColumn, 'decimals' | 'isShare'>;

export const howOf = (outcome: Pick<OutcomeFound, 'id'>): How => ({ decimals: decimalsOf(outcome), ...(isShare(outcome) ? { isShare: true as const } : {}) });

/** A column of differences of shares. */
function pointsColumn(id: string, lang: Lang, { decimals }: How): PaperColumn {
  const { label } = column(id, lang);
  return { id, label: id === 'difference' ? `${label}, ${say(lang, 'compare.points')}` : label, decimals: decimals ?? 0, isPoints: true };
}

/** A difference with both of its intervals. */
export const differenceColumns = (lang: Lang, how: How): readonly PaperColumn[] => [
  ...['difference', 'ci_low', 'ci_high', 'low', 'high'].map((id) => (how.isShare ? pointsColumn(id, lang, how) : column(id, lang, how))),
  column('span', lang),
];

export function differenceCells(found: Comparison, cell: Summary | null, lang: Lang): readonly TableCell[] {
  if (cell === null) return [null, null, null, null, null, null];
  return [cell.mean, cell.mean - cell.halfWidth, cell.mean + cell.halfWidth, cell.low, cell.high, spanCell(found, lang)];
}

/** An outcome in every option: the level, and what it differs by from the base. */
export function outcomeTable(found: Comparison, outcome: OutcomeFound, id: string, caption: string, lang: Lang): PaperTable {
  const how = howOf(outcome);
  const rows = pathwaysOf(found, lang).flatMap((pathway, p) =>
    found.options.map((option, i) => {
      const cell = cellFor(found, 0, p);
      return [pathway, option.name, outcome.levels[i]![cell]?.mean ?? null, ...(i === 0 ? [null, null, null, null, null, null] : differenceCells(found, outcome.differences[i]![cell] ?? null, lang))];
    }),
  );
  return { id, caption, columns: [column('pathway', lang), column('option', lang), column('mean', lang, how), ...differenceColumns(lang, how)], rows, names: 2 };
}

/** Position-months of every option. */
export function monthsTable(found: Comparison, lang: Lang): PaperTable {
  const base = monthsIn(found, 0);
  const unlimited = found.options.map((_, i) => list(lang, unlimitedIn(found, i, lang)));
  const hasUnlimited = unlimited.some((names) => names !== '');
  const rows = found.options.map(({ name, positionMonths }, i): TableCell[] => {
    const here = monthsIn(found, i);
    return [name, positionMonths ?? say(lang, 'compare.unlimited'), here === null || base === null ? null : here - base, ...(hasUnlimited ? [unlimited[i]!] : [])];
  });
  return { id: 'position-months', caption: say(lang, 'compare.months.caption'), columns: [column('option', lang), column('position_months', lang, { decimals: 0 }), column('difference', lang, { decimals: 0 }), ...(hasUnlimited ? [column('unlimited', lang)] : [])], rows, names: 1 };
}

/** Utilisation of every block in the whole area. */
export function useTable(found: Comparison, lang: Lang): PaperTable {
  const how = { decimals: 1, isShare: true as const };
  const rows = found.labels.block.flatMap((block, b) =>
    found.options.map((option, i) => [block[lang], option.name, found.utilisation.levels[i]![b]?.mean ?? null, ...(i === 0 ? [null, null, null, null, null, null] : differenceCells(found, found.utilisation.differences[i]![b] ?? null, lang))]),
  );
  return { id: 'utilisation', caption: say(lang, 'compare.use'), columns: [{ id: 'block', label: say(lang, 'column.block') }, column('option', lang), column('mean', lang, how), ...differenceColumns(lang, how)], rows: rows.filter((row) => row[2] !== null), names: 2 };
}

export type Verdict = 'shorter' | 'longer' | 'same' | 'open';

/** What a difference of waits comes to: told from 0 by the interval of its mean, or not. */
export function verdictOf(cell: Summary): Verdict {
  const told = isTold(cell);
  return told === null ? 'same' : !told ? 'open' : cell.mean < 0 ? 'shorter' : 'longer';
}

/** What the verdicts are called of an amount rather than a time. */
const AMOUNTS = { shorter: 'less', longer: 'more', same: 'same', open: 'open' } as const satisfies Readonly<Record<Verdict, string>>;

/** Every region's wait in queue, or another outcome of it: the base, and the difference in each option. */
export function regionTable(found: Comparison, wait: OutcomeFound, lang: Lang): PaperTable {
  const isWait = wait.id === 'wait-queue';
  const how = howOf(wait);
  const rows = regionsOf(found).flatMap(({ area, label }) =>
    found.labels.pathway.flatMap((pathway, p) =>
      othersIn(found).map((i): TableCell[] => {
        const cell = cellFor(found, area, p);
        const difference = wait.differences[i]![cell] ?? null;
        const verdict = difference === null ? null : say(lang, `compare.verdict.${isWait ? verdictOf(difference) : AMOUNTS[verdictOf(difference)]}`);
        return [label[lang], pathway[lang], nameOf(found, i), wait.levels[0]![cell]?.mean ?? null, ...differenceCells(found, difference, lang), verdict];
      }),
    ),
  );
  const columns = [{ id: 'region', label: say(lang, 'column.region') }, column('pathway', lang), column('option', lang), column('base', lang, how), ...differenceColumns(lang, how), column('verdict', lang)];
  return { id: isWait ? 'regions' : `regions-${wait.id}`, caption: say(lang, 'compare.regions.caption', { measure: wait.title[lang] }), columns, rows, names: 3, mostInTerminal: 12 };
}

/** The regions along the axis of areas: what is neither everything nor a larger area. */
export const regionsOf = ({ labels }: Comparison): readonly { readonly area: number; readonly label: Comparison['labels']['area'][number] }[] =>
  labels.area.flatMap((label, area) => (area === 0 || label.id.startsWith('area:') ? [] : [{ area, label }]));

/** Queues at the three headrooms. */
export function headroomTable(found: Comparison, lang: Lang): PaperTable {
  const all = pathwaysOf(found, lang);
  const rows = all.flatMap((pathway, p) =>
    othersIn(found).flatMap((i) =>
      // Where nothing is assumed, a run is the same at every headroom: told once.
      found.labels.headroom.flatMap((headroom, h): TableCell[][] => {
        if (found.labels.headroom.findIndex((one) => one[lang] === headroom[lang]) < h) return [];
        const cell = h * all.length + p;
        return [[pathway, nameOf(found, i), headroom[lang], found.headrooms.levels[0]![cell]?.mean ?? null, ...differenceCells(found, found.headrooms.differences[i]![cell] ?? null, lang)]];
      }),
    ),
  );
  const columns = [column('pathway', lang), column('option', lang), column('headroom', lang), column('base', lang, { decimals: 0 }), ...differenceColumns(lang, { decimals: 0 })];
  return { id: 'headrooms', caption: say(lang, 'compare.robust.headroom'), columns, rows, names: 3 };
}

/** What differs between the inputs, cell by cell. */
export function inputTable(found: Comparison, lang: Lang): PaperTable {
  const write = (value: string | null): string => (value === 'unlimited' ? say(lang, 'compare.unlimited') : (value ?? '–'));
  const rows = found.inputs.map((row) => [nameOf(found, row.option), groupWords(row.group, lang), row.label?.[lang] ?? row.of, row.from, row.until, write(row.old), write(row.new), row.at]);
  return { id: 'inputs', caption: say(lang, 'compare.inputs.caption'), columns: ['option', 'what', 'of', 'from', 'until', 'old', 'new', 'at'].map((id) => column(id, lang)), rows, names: 3, mostInTerminal: 20 };
}

const GROUPS: Readonly<Record<string, WordKey>> = {
  slots: 'changed.slots',
  supervisors: 'changed.supervisors',
  'main-supervisors': 'changed.main-supervisors',
  'st-posts': 'changed.st-posts',
  'crowding-slots': 'changed.crowding-slots',
  'crowding-supervisors': 'changed.crowding-supervisors',
  positions: 'changed.positions',
};

/** What a difference is of, in words where there are some; else as the scenario calls it. */
export const groupWords = (group: string, lang: Lang): string => (GROUPS[group] === undefined ? group : say(lang, GROUPS[group]));

/** Who is best, by each pathway. */
export function rankingTable(found: Comparison, outcome: OutcomeFound, lang: Lang): PaperTable {
  const how = howOf(outcome);
  const rows = found.ranking.pathways.flatMap(({ ranked }, p) =>
    ranked.map((one, place): TableCell[] => [pathwaysOf(found, lang)[p]!, place + 1, nameOf(found, one.option), Number.isNaN(one.mean) ? null : one.mean, one.atLeast, Number.isNaN(one.share) ? null : one.share]),
  );
  const columns = [column('pathway', lang), column('place', lang, { decimals: 0 }), column('option', lang), column('mean', lang, how), column('chance', lang, { decimals: 1, isShare: true }), column('share', lang, { decimals: 0, isShare: true })];
  return { id: 'ranking', caption: say(lang, 'compare.ranking.caption', { measure: outcome.title[lang].toLowerCase() }), columns, rows, names: 1 };
}

/** The cells of a measure that differ in some run, in long form. */
export function measureTable(found: Comparison, m: number, lang: Lang): PaperTable {
  const { id, over, unit, title, base, differences } = found.measures[m]!;
  const axes = over.map((axis) => axis.replaceAll('-', '_'));
  const rows = differences.flatMap((cells, i) =>
    cells.flatMap((cell, index): TableCell[][] => {
      if (cell === null || cell === 0) return [];
      let rest = index;
      const place = over.toReversed().map((axis) => {
        const size = found.labels[axis].length;
        const label = found.labels[axis][rest % size]!;
        rest = Math.floor(rest / size);
        return label.id;
      });
      return [[nameOf(found, i + 1), ...place.toReversed(), base[index] ?? null, cell.n, cell.mean, cell.halfWidth, cell.low, cell.high, cell.span, unit[lang]]];
    }),
  );
  const columns: PaperColumn[] = ['option', ...axes].map((name) => ({ id: name, label: name }));
  const numbers: PaperColumn[] = ['base', 'n', 'difference', 'half_width', 'low', 'high'].map((name) => ({ id: name, label: name, decimals: 2 }));
  return { id: `difference-${id}`, caption: title[lang], columns: [...columns, ...numbers, { id: 'span', label: 'span' }, { id: 'unit', label: 'unit' }], rows, names: 1 + over.length };
}

/** Every measure, and how much of it differs. */
export function measuresTable(found: Comparison, lang: Lang): PaperTable {
  const rows = found.measures.flatMap(({ title, differences }) =>
    othersIn(found).map((i): TableCell[] => [title[lang], nameOf(found, i), differences[i - 1]!.filter((cell) => cell !== null).length, differences[i - 1]!.filter((cell) => cell !== null && cell !== 0).length]),
  );
  return { id: 'measures', caption: say(lang, 'compare.measures.caption'), columns: [column('measure', lang), column('option', lang), column('cells', lang, { decimals: 0 }), column('differing', lang, { decimals: 0 })], rows, names: 2 };
}
