import type { Comparison } from '../../../analysis/index.js';
import { list, number, say, small, type Lang } from '../../words.js';
import type { Paper, PaperSection } from '../paper.js';
import { differencesChart } from './differences-chart.js';
import { dumbbellChart } from './dumbbell.js';
import { shortLines } from './short.js';
import { footOf, forcedLines, isPaired, monthsTail, monthsWords, nameOf, othersIn, pathwaysOf, titleWithUnit, windowWords } from './speech.js';
import { groupWords, headroomTable, inputTable, measureTable, measuresTable, monthsTable, outcomeTable, rankingTable, regionTable, useTable } from './tables.js';
import { twinChart, twinTable } from './twins.js';

/** A comparison as a paper: in words first, then what differs between the inputs, side by side, who gains and loses, ranking, other assumptions and twins. */
export function comparisonPaper(found: Comparison, lang: Lang): Paper {
  const base = nameOf(found, 0);
  const options = list(lang, othersIn(found).map((i) => nameOf(found, i)));
  const forced = forcedLines(found, lang);
  const sections = [shortSection(found, lang), inputSection(found, lang), sideSection(found, lang), ...regionSections(found, lang), rankingSection(found, lang), robustSection(found, lang), twinSection(found, lang), measuresSection(found, lang)];
  return {
    kind: say(lang, 'compare.kind'),
    title: say(lang, 'compare.title', { options, base }) + monthsTail(found, lang),
    lead: [
      say(lang, isPaired(found) ? 'compare.about' : 'compare.about.unpaired', { n: number(lang, found.provenance.replications) }),
      ...found.options.map(({ name, title }) => say(lang, 'compare.option', { name, title: title[lang] })),
      say(lang, 'compare.months.explain', { ...windowWords(found, lang), options: monthsWords(found, lang) }),
    ],
    // What was forced is said in every section.
    sections: sections.map((section) => (section.id === 'short' ? section : { ...section, lines: [...forced, ...section.lines] })),
    tables: found.measures.map((_, m) => measureTable(found, m, lang)).filter(({ rows }) => rows.length > 0),
    foot: [...footOf(found, lang), say(lang, 'compare.foot.saving', { plans: found.saving.plans, run: found.saving.run })],
    record: found,
  };
}

const none = { tables: [], charts: [] } as const;

function shortSection(found: Comparison, lang: Lang): PaperSection {
  return { id: 'short', heading: say(lang, 'compare.short'), lines: shortLines(found, lang), ...none };
}

function inputSection(found: Comparison, lang: Lang): PaperSection {
  const lines = othersIn(found).map((option) => {
    const own = found.inputs.filter((row) => row.option === option);
    const names = { option: nameOf(found, option), base: nameOf(found, 0) };
    if (own.length === 0) return say(lang, 'compare.inputs.none', names);
    const groups = [...new Set(own.map(({ group }) => group))].map((group) => say(lang, 'compare.group', { group: groupWords(group, lang).toLowerCase(), n: own.filter((row) => row.group === group).length }));
    return say(lang, 'compare.inputs.some', { ...names, n: own.length, groups: list(lang, groups) });
  });
  return { id: 'inputs', heading: say(lang, 'compare.inputs'), lines, tables: found.inputs.length === 0 ? [] : [inputTable(found, lang)], charts: [] };
}

function sideSection(found: Comparison, lang: Lang): PaperSection {
  const tables = found.outcomes.map((outcome) => outcomeTable(found, outcome, `outcome-${outcome.id}`, titleWithUnit(outcome, lang), lang));
  const use = useTable(found, lang);
  return { id: 'side', heading: say(lang, 'compare.side'), lines: [say(lang, 'compare.side.lines', windowWords(found, lang))], tables: [monthsTable(found, lang), ...tables, ...(use.rows.length === 0 ? [] : [use])], charts: [differencesChart(found, lang)] };
}

function regionSections(found: Comparison, lang: Lang): readonly PaperSection[] {
  const wait = found.outcomes.find(({ id }) => id === 'wait-queue');
  if (wait === undefined) return [];
  return [{ id: 'regions', heading: say(lang, 'compare.regions'), lines: [say(lang, 'compare.regions.lines')], tables: [wait, ...found.outcomes.filter(({ id }) => id === 'lost')].map((outcome) => regionTable(found, outcome, lang)), charts: [dumbbellChart(found, wait, lang)] }];
}

function rankingSection(found: Comparison, lang: Lang): PaperSection {
  const outcome = found.outcomes.find(({ id }) => id === found.ranking.measure)!;
  const lines = [say(lang, 'compare.ranking.lines', { measure: outcome.title[lang].toLowerCase(), pathways: list(lang, pathwaysOf(found, lang)) })];
  return { id: 'ranking', heading: say(lang, 'compare.ranking'), lines, tables: [rankingTable(found, outcome, lang)], charts: [] };
}

function robustSection(found: Comparison, lang: Lang): PaperSection {
  const other = found.mode === 'itinerary' ? 'step' : 'itinerary';
  const modes = found.otherMode.map((outcome) => outcomeTable(found, outcome, `other-mode-${outcome.id}`, `${say(lang, 'compare.robust.mode')}: ${small(titleWithUnit(outcome, lang))}`, lang));
  return {
    id: 'robust',
    heading: say(lang, 'compare.robust'),
    lines: [say(lang, 'compare.robust.lines', { own: say(lang, `compare.mode.${found.mode}`), other: say(lang, `compare.mode.${other}`) })],
    tables: [headroomTable(found, lang), ...modes],
    charts: [],
  };
}

function twinSection(found: Comparison, lang: Lang): PaperSection {
  if (found.twins.length === 0) return { id: 'twins', heading: say(lang, 'compare.twins'), lines: [say(lang, 'compare.twins.none')], ...none };
  const tables = othersIn(found).flatMap((option) => (['area', 'stream', 'cohort'] as const).map((along) => twinTable(found, option, along, lang)));
  return { id: 'twins', heading: say(lang, 'compare.twins'), lines: [say(lang, 'compare.twins.lines')], tables, charts: othersIn(found).map((option) => twinChart(found, option, lang)) };
}

function measuresSection(found: Comparison, lang: Lang): PaperSection {
  return { id: 'measures', heading: say(lang, 'compare.measures'), lines: [say(lang, 'compare.measures.lines')], tables: [measuresTable(found, lang)], charts: [], isOnPageOnly: true };
}
