import { harms, helps, isOutdone, isWorthless, rankWorths, smallestFor } from '../../../analysis/index.js';
import type { Path, Worth, WorthFindings } from '../../../analysis/index.js';
import type { TableCell } from '../../tables/index.js';
import { number, say, type Lang } from '../../words.js';
import type { PaperColumn, PaperTable } from '../paper.js';
import { additionName, assumedOf } from './names.js';

const MOST_IN_TERMINAL = 10;

/** Singles, or bundles, with what each is worth. */
export function worthTable(findings: WorthFindings, of: 'singles' | 'bundles', lang: Lang): PaperTable {
  const rows = rankWorths(findings.worths, of);
  return { id: `worth-${of}`, caption: say(lang, `worth.table.${of}`), columns: worthColumns(lang), rows: rows.map((worth) => worthCells(findings, worth, lang)), names: 2, mostInTerminal: MOST_IN_TERMINAL };
}

function worthColumns(lang: Lang): readonly PaperColumn[] {
  return [
    { id: 'region', label: say(lang, 'worth.col.region') },
    { id: 'addition', label: say(lang, 'worth.col.what') },
    { id: 'saved', label: say(lang, 'worth.col.saved'), decimals: 0 },
    { id: 'saved_low', label: say(lang, 'worth.col.low'), decimals: 0 },
    { id: 'saved_high', label: say(lang, 'worth.col.high'), decimals: 0 },
    { id: 'saved_own', label: say(lang, 'worth.col.home'), decimals: 0 },
    { id: 'saved_beyond', label: say(lang, 'worth.col.beyond'), decimals: 0 },
    { id: 'within_6', label: say(lang, 'worth.col.within'), decimals: 1 },
    { id: 'within_6_low', label: say(lang, 'worth.col.low'), decimals: 1 },
    { id: 'within_6_high', label: say(lang, 'worth.col.high'), decimals: 1 },
    { id: 'starts_a_year', label: say(lang, 'worth.col.starts'), decimals: 2 },
    { id: 'starts_a_year_there', label: say(lang, 'worth.col.there'), decimals: 2 },
    { id: 'less_in', label: say(lang, 'worth.col.fewer'), decimals: 0 },
    { id: 'more_in', label: say(lang, 'worth.col.more'), decimals: 0 },
    { id: 'capacity', label: say(lang, 'worth.col.capacity') },
    { id: 'remark', label: say(lang, 'worth.col.remark') },
    { id: 'interval', label: say(lang, 'worth.col.interval') },
  ];
}

function worthCells(findings: WorthFindings, worth: Worth, lang: Lang): readonly TableCell[] {
  const { saved, savedHome, within, starts, startsThere, fewer, more } = worth;
  const ends = ({ mean, halfWidth }: Worth['saved']): readonly number[] => [mean - halfWidth, mean + halfWidth];
  return [
    findings.axes.regions[worth.region]![lang], additionName(findings, worth, lang), saved.mean, ...ends(saved), savedHome.mean, worth.beyond?.mean ?? null, within.mean, ...ends(within),
    starts.mean, startsThere.mean, fewer, more, capacityCell(findings, worth.pools, lang), remarkOf(findings, worth, lang), say(lang, findings.provenance.replications === 1 ? 'worth.one-run' : 'worth.ci.short'),
  ];
}

function capacityCell(findings: WorthFindings, pools: readonly number[], lang: Lang): string {
  return assumedOf(findings, pools).map(({ least, below }) => `${least === null ? '–' : number(lang, least)}; ${below === null ? '–' : number(lang, below)}`).join(' / ');
}

/** What must be said of a value that is negative, nothing, or not surely other than nothing. */
function remarkOf(findings: WorthFindings, worth: Worth, lang: Lang): string {
  if (harms(worth)) return say(lang, 'worth.remark.harm');
  if (isWorthless(worth)) return say(lang, isOnlyTogether(findings, worth) ? 'worth.remark.bundle' : 'worth.remark.zero');
  if (isOutdone(findings.worths, worth)) return say(lang, 'worth.remark.outdone');
  if (!helps(worth) || worth.saved.mean <= worth.saved.halfWidth) return say(lang, 'worth.remark.unsure');
  return worth.beyond !== null && worth.beyond.mean <= worth.beyond.halfWidth ? say(lang, 'worth.remark.parts') : '';
}

/** Whether a single is worth nothing alone, but is part of a bundle that helps more than its other parts alone. */
export function isOnlyTogether({ worths }: WorthFindings, single: Worth): boolean {
  if (single.pools.length !== 1 || !isWorthless(single)) return false;
  const [pool] = single.pools;
  const without = (bundle: Worth): number => Math.max(0, ...worths.filter((other) => other.region === bundle.region && other.pools.every((one) => one !== pool && bundle.pools.includes(one))).map(({ saved }) => saved.mean));
  return worths.some((bundle) => bundle.pools.length > 1 && bundle.pools.includes(pool!) && helps(bundle) && bundle.saved.mean > without(bundle));
}

/** For each region and pathway the smallest addition that lets one more start a year. */
export function smallestTable(findings: WorthFindings, lang: Lang): PaperTable {
  const rows = smallestFor(findings.worths, findings.axes.pathways.length, 1).map(({ region, pathway, worth }): readonly TableCell[] => [
    findings.axes.regions[region]![lang],
    findings.axes.pathways[pathway]![lang],
    worth === null ? say(lang, 'worth.smallest.none') : additionName(findings, worth, lang),
    worth?.startsIn[pathway] ?? null,
    worth?.starts.mean ?? null,
    worth?.saved.mean ?? null,
    worth === null ? '' : capacityCell(findings, worth.pools, lang),
  ]);
  return {
    id: 'smallest-bundles',
    caption: say(lang, 'worth.table.smallest'),
    columns: [
      { id: 'region', label: say(lang, 'worth.col.region') },
      { id: 'pathway', label: say(lang, 'worth.col.pathway') },
      { id: 'addition', label: say(lang, 'worth.col.what') },
      { id: 'starts_a_year_there', label: say(lang, 'worth.col.there'), decimals: 1 },
      { id: 'starts_a_year', label: say(lang, 'worth.col.starts'), decimals: 1 },
      { id: 'saved', label: say(lang, 'worth.col.saved'), decimals: 0 },
      { id: 'capacity', label: say(lang, 'worth.col.capacity') },
    ],
    rows,
    names: 2,
    mostInTerminal: MOST_IN_TERMINAL,
  };
}

/** The steps of a path. */
export function pathTable(findings: WorthFindings, path: Path, where: string, lang: Lang): PaperTable {
  const cells = ({ mean, halfWidth }: Worth['saved']): readonly number[] => [mean, mean - halfWidth, mean + halfWidth];
  const rows = path.steps.map(({ chosen, waited, share }, i): readonly TableCell[] => [
    String(i + 1), findings.axes.regions[chosen.region]![lang], additionName(findings, chosen, lang), ...cells(path.region < 0 ? chosen.saved : chosen.savedHome), chosen.saved.mean, waited.mean, share?.mean ?? null, chosen.startsThere.mean,
    capacityCell(findings, chosen.pools, lang),
  ]);
  const before: readonly TableCell[] = ['0', '', say(lang, 'path.before'), null, null, null, null, path.before.waited.mean, path.before.share?.mean ?? null, null, ''];
  const column = (id: string, key: Parameters<typeof say>[1], decimals?: number): PaperColumn => ({ id, label: say(lang, key), ...(decimals === undefined ? {} : { decimals }) });
  return {
    id: `path-${path.region < 0 ? 'all' : idOf(findings, path.region)}`,
    caption: say(lang, 'path.table', { where }),
    columns: [
      column('step', 'path.col.step'), column('region', 'worth.col.region'), column('addition', 'worth.col.what'), column('saved_here', 'worth.col.home', 0), column('saved_here_low', 'worth.col.low', 0),
      column('saved_here_high', 'worth.col.high', 0), column('saved', 'worth.col.saved', 0), column('waited', 'path.col.waited', 0), { id: 'share', label: say(lang, 'path.col.share'), isShare: true }, column('starts_a_year_there', 'worth.col.there', 1),
      column('capacity', 'worth.col.capacity'),
    ],
    rows: [before, ...rows],
    names: 1,
  };
}

/** A region's id as it can stand in a file name. */
export const idOf = ({ axes }: WorthFindings, region: number): string => axes.regions[region]!.id.replaceAll(/[^\p{L}\p{N}]+/gu, '-');
