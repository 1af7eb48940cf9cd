import { OUTCOMES, roundTogether } from '../../analysis/index.js';
import type { Contributed, ContributionOutcome, Contributions } from '../../analysis/index.js';
import { INK, drawMarks, type MarkPanel } from '../drawing/index.js';
import type { TableCell } from '../tables/index.js';
import { list, monthName, number, say, type Lang, type WordKey } from '../words.js';
import { ticksBetween, endsOf } from './compare/scale.js';
import { decimalsOf, differenceWords, isShare, isTold, levelWords, titleWithUnit } from './compare/speech.js';
import type { Paper, PaperChart, PaperColumn, PaperSection, PaperTable } from './paper.js';

const ROW = 28;
const WIDTH = 300;
/** The least that an axis shows of shares and of months; of what is counted, one. */
const NARROWEST: Readonly<Record<number, number>> = { 1: 0.02, 2: 0.5 };
const UP = '#8a4a12';
const DOWN = '#3d85b8';

/** What each change contributes, as a paper: the waterfall first, then the tables behind it. */
export function contributionsPaper(found: Contributions, lang: Lang): Paper {
  const n = number(lang, found.provenance.replications);
  const isExact = found.method === 'exact';
  const about = say(lang, isExact ? 'contributions.about' : 'contributions.about.sampled', { n, runs: found.runs, ...(isExact ? {} : { orders: found.orders }) });
  const measures = [...new Set(found.outcomes.map(({ id }) => id))].toSorted((a, b) => Number(b === found.measure) - Number(a === found.measure));
  const sections: readonly PaperSection[] = [
    { id: 'short', heading: say(lang, 'compare.short'), lines: shortLines(found, lang), tables: [], charts: [waterfall(found, lang)] },
    { id: 'groups', heading: say(lang, 'contributions.groups'), lines: [say(lang, 'contributions.groups.lines')], tables: [groupTable(found, lang)], charts: [] },
    ...measures.map((id): PaperSection => ({ id: `parts-${id}`, heading: `${say(lang, 'contributions.parts')}: ${measureWords(id, lang).toLowerCase()}`, lines: [], tables: [partTable(found, id, lang)], charts: [] })),
    ...(isExact && found.groups.length > 1 ? measures.map((id): PaperSection => ({ id: `pairs-${id}`, heading: `${say(lang, 'contributions.pairs')}: ${measureWords(id, lang).toLowerCase()}`, lines: [say(lang, 'contributions.pairs.lines')], tables: [pairTable(found, id, lang)], charts: [] })) : []),
  ];
  return { kind: say(lang, 'contributions.kind'), title: say(lang, 'contributions.title', { title: found.scenario.title[lang] }), lead: [about, ...(found.measure === 'wait-queue' ? [say(lang, 'contributions.mean')] : [])], sections, tables: [], foot: footOf(found, lang), record: found };
}

const outcomeOf = (id: string): (typeof OUTCOMES)[number] => OUTCOMES.find((one) => one.id === id)!;
const measureWords = (id: string, lang: Lang): string => outcomeOf(id).title[lang];
const exact = ({ numerator, denominator }: Contributed): number => numerator / denominator;

/** The numbers as they are shown: the groups' sum to the difference of the levels shown. */
function shownParts(outcome: ContributionOutcome): { readonly without: number; readonly with: number; readonly parts: readonly number[] } {
  // A share is shown as per cent: two digits more of it.
  const decimals = decimalsOf(outcome) + (isShare(outcome) ? 2 : 0);
  const round = (value: number): number => Number(value.toFixed(decimals));
  const [first, last] = [round(outcome.without), round(outcome.with)];
  return { without: first, with: last, parts: roundTogether(outcome.groups.map(exact), last - first, decimals) };
}

const pathwayName = ({ labels }: Contributions, id: string, lang: Lang): string => labels.find((label) => label.id === id)?.[lang] ?? say(lang, 'compare.all');
const intervalOf = (outcome: ContributionOutcome, { summary: { mean, halfWidth } }: Contributed, lang: Lang): string => `${differenceWords(outcome, mean - halfWidth, lang)} ${lang === 'sv' ? 'till' : 'to'} ${differenceWords(outcome, mean + halfWidth, lang)}`;

function shortLines(found: Contributions, lang: Lang): readonly string[] {
  const rows = found.outcomes.filter(({ id }) => id === found.measure).map((outcome) => {
    const shown = shownParts(outcome);
    const parts = outcome.groups.map((group, g) => say(lang, 'contributions.short.part', { group: found.groups[g]!.name, value: differenceWords(outcome, shown.parts[g]!, lang), interval: intervalOf(outcome, group, lang) }));
    return say(lang, 'contributions.short.row', { pathway: pathwayName(found, outcome.pathway, lang), measure: measureWords(outcome.id, lang).toLowerCase(), without: levelWords(outcome, shown.without, lang), with: levelWords(outcome, shown.with, lang), whole: differenceWords(outcome, shown.with - shown.without, lang), parts: list(lang, parts) });
  });
  return found.scenario.assumesPlaces ? [...rows, say(lang, 'contributions.assumed')] : rows;
}

const column = (id: string, lang: Lang, how: Pick<PaperColumn, 'decimals'> = {}): PaperColumn => ({ id, label: say(lang, `contributions.column.${id}` as WordKey), ...how });

/** Columns of an outcome and of what is contributed to it; shares in points. */
function numberColumns(ids: readonly string[], id: string, more: number, lang: Lang): readonly PaperColumn[] {
  const own = outcomeOf(id);
  return ids.map((name, i) => {
    const plain = column(name, lang, { decimals: decimalsOf(own) + more });
    return isShare(own) ? { ...plain, isPoints: true as const, ...(i === 0 ? { label: `${plain.label}, ${say(lang, 'compare.points')}` } : {}) } : plain;
  });
}

function groupTable(found: Contributions, lang: Lang): PaperTable {
  const rows = found.groups.map(({ name, at, cells }): TableCell[] => [name, at.length, cells, at.join(', ')]);
  return { id: 'groups', caption: say(lang, 'contributions.groups.caption'), columns: [column('group', lang), column('changes', lang, { decimals: 0 }), column('cells', lang, { decimals: 0 }), column('at', lang)], rows, names: 1 };
}

function partTable(found: Contributions, id: ContributionOutcome['id'], lang: Lang): PaperTable {
  const isExact = found.method === 'exact';
  const rows = found.outcomes.filter((outcome) => outcome.id === id).flatMap((outcome) => {
    const shown = shownParts(outcome);
    const name = pathwayName(found, outcome.pathway, lang);
    const level = (text: string, value: number, whole: number): TableCell[] => [name, text, whole, value, null, null, ...(isExact ? [null, null] : [null]), null];
    return [
      level(say(lang, 'contributions.without'), outcome.without, shown.without),
      ...outcome.groups.map((group, g): TableCell[] => {
        const { mean, halfWidth } = group.summary;
        return [name, found.groups[g]!.name, shown.parts[g]!, exact(group), mean - halfWidth, mean + halfWidth, ...(isExact ? [group.alone ?? null, group.last ?? null] : [group.orderHalfWidth ?? null]), say(lang, 'contributions.chance')];
      }),
      level(say(lang, 'contributions.with'), outcome.with, shown.with),
    ];
  });
  const columns = [column('pathway', lang), column('group', lang), ...numberColumns(['shown'], id, 0, lang), ...numberColumns(['contribution', 'ci_low', 'ci_high', ...(isExact ? ['alone', 'last'] : ['order_half_width'])], id, 1, lang), column('chance', lang)];
  return { id: `contributions-${id}`, caption: say(lang, 'contributions.parts.caption', { measure: measureWords(id, lang) }), columns, rows, names: 2 };
}

function pairTable(found: Contributions, id: ContributionOutcome['id'], lang: Lang): PaperTable {
  const rows = found.outcomes.filter((outcome) => outcome.id === id).flatMap((outcome) =>
    outcome.interactions.map(({ pair: [i, j], summary: { mean, halfWidth } }): TableCell[] => [pathwayName(found, outcome.pathway, lang), found.groups[i]!.name, found.groups[j]!.name, mean, mean - halfWidth, mean + halfWidth, say(lang, 'contributions.chance')]),
  );
  const columns = [column('pathway', lang), column('group', lang), column('other', lang), ...numberColumns(['together', 'ci_low', 'ci_high'], id, 1, lang), column('chance', lang)];
  return { id: `interactions-${id}`, caption: say(lang, 'contributions.pairs.caption', { measure: measureWords(id, lang) }), columns, rows, names: 3 };
}

/** From the level without the changes to the level with them, group by group: a panel for each pathway. */
function waterfall(found: Contributions, lang: Lang): PaperChart {
  const outcomes = found.outcomes.filter(({ id, pathway }) => id === found.measure && pathway !== 'all');
  const measure = measureWords(found.measure, lang);
  const window = { from: monthName(lang, found.window.from), to: monthName(lang, found.window.to) };
  const points = outcomes.map((outcome) => {
    const shown = shownParts(outcome);
    return [pathwayName(found, outcome.pathway, lang), `${say(lang, 'contributions.without')} ${levelWords(outcome, shown.without, lang)}`, ...shown.parts.map((part, g) => `${found.groups[g]!.name} ${differenceWords(outcome, part, lang)}`), `${say(lang, 'contributions.with')} ${levelWords(outcome, shown.with, lang)}`].join(', ');
  });
  return {
    id: 'waterfall',
    name: say(lang, 'contributions.chart.name'),
    drawing: {
      title: say(lang, 'contributions.chart.title', { measure, parts: outcomes.map((outcome) => partWords(found, outcome, lang)).join('; ') }),
      subtitle: [say(lang, 'contributions.chart.subtitle', { measure: titleWithUnit(outcomeOf(found.measure), lang), ...window })],
      foot: footOf(found, lang),
      alt: say(lang, 'contributions.chart.alt', { points: points.join('; ') }),
      spec: { hconcat: outcomes.map((outcome) => drawMarks(panelOf(found, outcome, lang))), spacing: 70 },
    },
    behind: { ...partTable(found, found.measure, lang), id: 'chart-waterfall' },
  };
}

function partWords(found: Contributions, outcome: ContributionOutcome, lang: Lang): string {
  const shown = shownParts(outcome);
  const pathway = pathwayName(found, outcome.pathway, lang);
  const told = outcome.groups.flatMap(({ summary }, g) => (isTold(summary) === true ? [g] : []));
  const most = told.reduce((best, g) => (Math.abs(shown.parts[g]!) > Math.abs(shown.parts[best]!) ? g : best), told[0] ?? 0);
  const levels = { pathway, without: levelWords(outcome, shown.without, lang), with: levelWords(outcome, shown.with, lang) };
  if (shown.parts.every((part) => part === 0)) return say(lang, 'contributions.chart.none', { pathway, with: levels.with });
  if (told.length === 0) return say(lang, 'contributions.chart.unsure', levels);
  return say(lang, 'contributions.chart.part', { ...levels, group: found.groups[most]!.name, value: differenceWords(outcome, shown.parts[most]!, lang) });
}

function panelOf(found: Contributions, outcome: ContributionOutcome, lang: Lang): MarkPanel {
  const shown = shownParts(outcome);
  const values = outcome.groups.map(exact);
  const before = values.map((_, g) => outcome.without + values.slice(0, g).reduce((a, b) => a + b, 0));
  const after = values.map((value, g) => before[g]! + value);
  const last = values.length + 1;
  const rules = outcome.groups.map(({ summary: { halfWidth } }, g) => ({ row: g + 1, x: after[g]! - halfWidth, x2: after[g]! + halfWidth, width: 1.6, colour: INK.strong })).filter(({ x, x2 }) => x !== x2);
  const ticks = ticksBetween([outcome.without, outcome.with, ...before, ...after, ...rules.flatMap(({ x, x2 }) => [x, x2])], NARROWEST[decimalsOf(outcome)] ?? 1);
  const domain = endsOf(ticks);
  const right = (row: number, label: string, isStrong: boolean) => ({ row, x: domain[1], label, align: 'left' as const, dx: 10, colour: INK.strong, isStrong });
  return {
    title: pathwayName(found, outcome.pathway, lang),
    width: WIDTH,
    rowHeight: ROW,
    rows: [say(lang, 'contributions.without'), ...found.groups.map(({ name }) => name), say(lang, 'contributions.with')],
    domain,
    ticks,
    ...(isShare(outcome) ? { percent: true } : {}),
    bars: values.map((value, g) => ({ row: g + 1, x: Math.min(before[g]!, after[g]!), x2: Math.max(before[g]!, after[g]!), thick: 14, colour: value > 0 ? UP : DOWN })),
    rules,
    dots: [0, last].map((row) => ({ row, x: row === 0 ? outcome.without : outcome.with, colour: INK.strong, shape: 'circle', isFilled: true })),
    texts: [right(0, levelWords(outcome, shown.without, lang), true), ...shown.parts.map((part, g) => right(g + 1, differenceWords(outcome, part, lang), false)), right(last, levelWords(outcome, shown.with, lang), true)],
    empty: say(lang, 'noData'),
  };
}

function footOf({ provenance, scenario }: Contributions, lang: Lang): readonly string[] {
  const source = say(lang, 'contributions.foot', { version: provenance.version, name: scenario.name, file: scenario.file, seed: String(provenance.seed), n: number(lang, provenance.replications), fingerprint: provenance.fingerprint.slice(0, 16) });
  return scenario.assumesPlaces ? [source, say(lang, 'contributions.assumed')] : [source];
}
