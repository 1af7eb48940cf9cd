import type { Findings, Summary } from '../../analysis/index.js';
import { cellOf, labelOf, wholeName } from '../cells.js';
import { spanWords } from '../drawing/index.js';
import { hasWords, tightestOf } from '../threshold.js';
import { number, percent, say, type Lang } from '../words.js';
import { rangeOf, withInterval } from './interval-cell.js';
import type { SummarySection } from './section.js';

const LIMITS = ['demand', 'positions', 'room'] as const;
type Limit = (typeof LIMITS)[number];

const MOST_REGIONS = 5;

/** The first table of a run (MODEL 10), one for each pathway: demand, positions, room and what happens, year by year. */
export function firstTables(findings: Findings, lang: Lang): readonly SummarySection[] {
  return findings.labels.pathway.map((label, pathway) => ({
    id: `first-${label.id}`,
    heading: say(lang, 'first.heading', { pathway: label[lang], area: wholeName(findings, lang) }),
    lines: pathway === 0 ? [say(lang, 'first.explain'), ...(holdsPosts(findings) ? [say(lang, 'first.explain.st')] : [])] : [],
    table: {
      head: (['first.year', 'first.demand', 'first.positions', 'first.room', 'first.happens', 'first.least'] as const).map((key) => say(lang, key)),
      align: ['left', 'right', 'right', 'right', 'right', 'left'],
      rows: findings.labels.year.map((year, i) => [year[lang], ...yearCells(findings, { area: 0, pathway, year: i }, lang)]),
    },
  }));
}

/** Whether some form holds an ST post in place of a position. */
const holdsPosts = ({ labels }: Findings): boolean => labels.cause.some(({ id }) => id === 'st-posts');

type Place = { readonly area: number; readonly pathway: number; readonly year: number };

/** Under each number its interval; the last cell's second line says what the intervals of that line are. */
function yearCells(findings: Findings, at: Place, lang: Lang): readonly string[] {
  const cells = [...LIMITS, 'happens'].map((id) => withInterval(cellOf(findings, id, at), lang));
  return [...cells, `${leastWords(findings, at, lang)}\n${spanWords(findings, lang)}`];
}

/**
 * Which of the three sets the limit, and how far it is to the next: read, not computed anew, from the figures' means. What fewer would start under than do start
 * did not limit that year: its run had spent the queue, or the slots, before. But where fewer start than all that are left would let, it was room after all:
 * with positions unlimited a pathway that goes first had taken it.
 */
export function leastWords(findings: Findings, at: Place, lang: Lang): string {
  const happens = cellOf(findings, 'happens', at)?.mean ?? 0;
  const demand = cellOf(findings, 'demand', at)?.mean ?? NaN;
  const all = LIMITS.flatMap((limit) => {
    const cell = cellOf(findings, limit, at);
    // Positions without limit that all who would come do come to are no limit at all.
    const isNone = limit === 'positions' && hasNoLimit(findings, at) && cell !== null && Math.abs(cell.mean - demand) < 0.5;
    return cell === null || isNone ? [] : [{ limit, mean: cell.mean }];
  });
  const left = all.filter(({ mean }) => mean >= happens - 0.5);
  const isRoom = all.some(({ limit }) => limit === 'room') && left.every(({ limit, mean }) => limit !== 'room' && mean > happens + 0.5);
  const known = [...left, ...(isRoom ? [{ limit: 'room' as const, mean: happens }] : [])].toSorted((a, b) => Math.round(a.mean) - Math.round(b.mean));
  const [first, second] = known;
  if (!known.some((one) => one.limit === 'demand')) return say(lang, hasNoLimit(findings, at) ? 'least.backlog.before' : 'least.backlog');
  if (first === undefined) return '–';
  if (second === undefined) return limitName(findings, at, first.limit, lang);
  const distance = number(lang, Math.max(0, second.mean - first.mean));
  const values = { least: limitName(findings, at, first.limit, lang), next: plainName(findings, at, second.limit, lang), distance };
  return say(lang, distance === '0' ? 'least.tie' : 'least.next', values);
}

/** Places are largely assumed: they are never named as what limits without the number below which they do (MODEL 9.2). */
function limitName(findings: Findings, at: Place, limit: Limit, lang: Lang): string {
  const tightest = limit === 'room' ? tightestOf(findings, at.area) : null;
  if (tightest === null) return plainName(findings, at, limit, lang);
  const block = labelOf(findings, 'block', tightest.block, lang);
  return say(lang, 'least.room.below', { block, needed: number(lang, tightest.needed), has: hasWords(tightest, lang) });
}

/** Where a pathway's own positions are unlimited, it is those of the pathways before it that let so few come. */
function plainName(findings: Findings, at: Place, limit: Limit, lang: Lang): string {
  return say(lang, limit === 'positions' && hasNoLimit(findings, at) ? 'least.before' : `least.${limit}`);
}

/** Whether a pathway's own positions are unlimited: then nothing is said of vacant ones. */
const hasNoLimit = (findings: Findings, at: Place): boolean => cellOf(findings, 'vacant', at) === null;

/** The regions furthest below what they would start if they did as well as the whole, each in its worst pathway and year. */
export function regionsThatDiffer(findings: Findings, lang: Lang): SummarySection {
  const rows = findings.labels.area.flatMap((label, area) => (area === 0 || label.id.startsWith('area:') ? [] : worstOf(findings, area)));
  const worst = rows.toSorted((a, b) => b.lack - a.lack || a.at.area - b.at.area).slice(0, MOST_REGIONS);
  const lines = worst.map(({ at, happens, demand }) =>
    say(lang, 'differ.row', {
      pathway: labelOf(findings, 'pathway', at.pathway, lang),
      region: labelOf(findings, 'area', at.area, lang),
      year: labelOf(findings, 'year', at.year, lang),
      happens: number(lang, happens.mean),
      interval: rangeOf(happens, lang),
      demand: number(lang, demand.mean),
      demandInterval: rangeOf(demand, lang),
      span: spanWords(findings, lang),
      area: wholeName(findings, lang),
      share: percent(lang, shareOf(findings, { ...at, area: 0 })),
      least: leastWords(findings, at, lang),
    }),
  );
  return { id: 'regions', heading: say(lang, 'differ.heading'), lines: lines.length === 0 ? [say(lang, 'differ.none')] : lines };
}

interface Lack {
  readonly at: Place;
  readonly happens: Summary;
  readonly demand: Summary;
  readonly lack: number;
}

function worstOf(findings: Findings, area: number): readonly Lack[] {
  const all = findings.labels.pathway.flatMap((_, pathway) => findings.labels.year.flatMap((_year, year) => lackAt(findings, { area, pathway, year })));
  return all.toSorted((a, b) => b.lack - a.lack).slice(0, 1);
}

function lackAt(findings: Findings, at: Place): readonly Lack[] {
  const [happens, demand] = [cellOf(findings, 'happens', at), cellOf(findings, 'demand', at)];
  if (happens === null || demand === null || demand.mean < 0.5) return [];
  const expected = demand.mean * shareOf(findings, { ...at, area: 0 });
  // By the root of the demand: a large region's percent and a small region's single doctor weigh alike.
  return expected - happens.mean < 1 ? [] : [{ at, happens, demand, lack: (expected - happens.mean) / Math.sqrt(demand.mean) }];
}

/** What happens as a share of the demand, at most all of it. */
function shareOf(findings: Findings, at: Place): number {
  const [happens, demand] = [cellOf(findings, 'happens', at)?.mean ?? 0, cellOf(findings, 'demand', at)?.mean ?? 0];
  return demand > 0 ? Math.min(1, happens / demand) : 1;
}
