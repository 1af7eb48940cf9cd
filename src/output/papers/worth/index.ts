import { harms, helps, isOutdone, rankWorths } from '../../../analysis/index.js';
import type { Path, Worth, WorthFindings } from '../../../analysis/index.js';
import { number, say, type Lang } from '../../words.js';
import type { Paper, PaperSection } from '../paper.js';
import { pathChart, worthChart } from './charts.js';
import { capacityWords, ciWords, footOf, goalNames, meanInterval, monthsOf, placedName } from './names.js';
import { isOnlyTogether, pathTable, smallestTable, worthTable } from './tables.js';

/** What would help: units and bundles, the smallest bundle that lets one more start, and where the bottleneck moves. */
export function worthPaper(findings: WorthFindings, lang: Lang): Paper {
  const { scenario, worths, paths } = findings;
  return {
    kind: say(lang, 'worth.kind'),
    title: say(lang, 'worth.title', { title: scenario.title[lang], from: monthsOf(findings, lang).from }),
    lead: leadOf(findings, lang),
    sections: [unitsSection(findings, lang), ...(worths.length === 0 ? [] : [smallestSection(findings, lang)]), ...(paths.length === 0 ? [] : [pathSection(findings, lang)]), howSection(findings, lang)],
    tables: [],
    foot: footOf(findings, lang),
    record: findings,
  };
}

function leadOf(findings: WorthFindings, lang: Lang): readonly string[] {
  const { worths, by, provenance } = findings;
  const best = (of: 'singles' | 'bundles'): Worth | undefined => rankWorths(worths, of).find((worth) => helps(worth) && !isOutdone(worths, worth));
  const words = (key: 'worth.lead.single' | 'worth.lead.bundle', worth: Worth | undefined): readonly string[] =>
    worth === undefined ? [] : [say(lang, key, { what: placedName(findings, worth, lang, 'inside'), saved: number(lang, worth.saved.mean), interval: meanInterval(worth.saved, lang), ci: ciWords(findings, lang), capacity: capacityWords(findings, worth, lang), beyond: number(lang, worth.beyond?.mean ?? 0), beyondInterval: worth.beyond === null ? '' : meanInterval(worth.beyond, lang) })];
  const harmful = worths.filter(harms).length;
  const together = worths.filter((worth) => isOnlyTogether(findings, worth)).length;
  return [
    say(lang, 'worth.lead.unit', { ...monthsOf(findings, lang), by: number(lang, by) }),
    ...(worths.length === 0 ? [say(lang, 'worth.lead.nobody')] : worths.some(helps) ? [] : [say(lang, 'worth.lead.none')]),
    ...words('worth.lead.single', best('singles')),
    ...words('worth.lead.bundle', best('bundles')),
    ...(together === 0 ? [] : [say(lang, 'worth.lead.zero', { n: together })]),
    ...(harmful === 0 ? [] : [say(lang, 'worth.lead.harm', { n: harmful })]),
    ...(provenance.replications < 20 ? [say(lang, 'worth.few')] : []),
    ...findings.paths.map((path) => endWords(findings, path, lang)),
  ];
}

function unitsSection(findings: WorthFindings, lang: Lang): PaperSection {
  return {
    id: 'units',
    heading: say(lang, 'worth.units.heading'),
    lines: [say(lang, 'worth.units.explain'), say(lang, findings.isAll ? 'worth.units.explain.all' : 'worth.units.explain.part')],
    tables: [worthTable(findings, 'singles', lang), worthTable(findings, 'bundles', lang)],
    charts: [worthChart(findings, lang)],
  };
}

function smallestSection(findings: WorthFindings, lang: Lang): PaperSection {
  return { id: 'smallest', heading: say(lang, 'worth.smallest.heading'), lines: [say(lang, 'worth.smallest.explain')], tables: [smallestTable(findings, lang)], charts: [] };
}

function pathSection(findings: WorthFindings, lang: Lang): PaperSection {
  const whom = say(lang, findings.regions.length > 0 ? 'path.whom.region' : 'path.whom.all');
  return {
    id: 'path',
    heading: say(lang, 'path.heading'),
    lines: [say(lang, findings.goal === null ? 'path.explain.saved' : 'path.explain.goal', { whom, goal: say(lang, 'path.goal', goalNames(findings, lang)) }), ...findings.paths.map((path) => endWords(findings, path, lang))],
    tables: findings.paths.map((path) => pathTable(findings, path, whereOf(findings, path, lang), lang)),
    charts: findings.paths.map((path) => pathChart(findings, path, whereOf(findings, path, lang), lang)),
  };
}

const whereOf = ({ axes }: WorthFindings, { region }: Path, lang: Lang): string => (region < 0 ? say(lang, 'path.everywhere') : axes.regions[region]![lang]);

/** How a path ended. */
function endWords(findings: WorthFindings, path: Path, lang: Lang): string {
  return say(lang, `path.end.${path.end}`, { where: whereOf(findings, path, lang), n: path.steps.length, goal: say(lang, 'path.goal', goalNames(findings, lang)) });
}

function howSection({ runs }: WorthFindings, lang: Lang): PaperSection {
  const written = (n: number): string => number(lang, n);
  const lines = [say(lang, 'worth.how.runs', { made: written(runs.made), alone: written(runs.alone) }), say(lang, 'worth.how.spared', { spared: written(runs.spared) })];
  return { id: 'how', heading: say(lang, 'worth.how.heading'), lines, tables: [], charts: [] };
}
