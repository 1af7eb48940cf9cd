import type { Decision, Findings } from '../../analysis/index.js';
import { spanWords } from '../drawing/index.js';
import { monthName, percent, say, type Lang } from '../words.js';
import { withInterval } from './interval-cell.js';
import type { SummarySection } from './section.js';

const MOST_ROWS = 24;

/** What rules decided of the positions, and when: the decisions that changed something in any replication. */
export function decidedSection(findings: Findings, lang: Lang): readonly SummarySection[] {
  const all = findings.decisions;
  if (all === undefined) return [];
  const made = all.filter(({ raised, lowered }) => raised + lowered > 0);
  const more = made.length > MOST_ROWS ? [say(lang, 'decided.more', { n: made.length - MOST_ROWS })] : [];
  const section = { id: 'decided', heading: say(lang, 'decided.heading'), lines: [say(lang, made.length === 0 ? 'decided.none' : 'decided.explain', { n: all.length, made: made.length }), ...more] };
  return made.length === 0 ? [section] : [{ ...section, table: tableOf(findings, made.slice(0, MOST_ROWS), lang) }];
}

function tableOf(findings: Findings, made: readonly Decision[], lang: Lang): NonNullable<SummarySection['table']> {
  const keys = ['column.region', 'headroom.pathway', 'decided.when', 'decided.from', 'decided.raised', 'decided.lowered', 'decided.level', 'interval'] as const;
  const rows = made.map((one) => [
    findings.axes.regions[one.region]![lang],
    findings.axes.pathways[one.pathway]![lang],
    monthName(lang, one.decided),
    monthName(lang, one.from),
    percent(lang, one.raised),
    percent(lang, one.lowered),
    withInterval(one.level, lang),
    `\n${spanWords(findings, lang)}`,
  ]);
  return { head: keys.map((key) => say(lang, key)), align: ['left', 'left', 'left', 'left', 'right', 'right', 'right', 'left'], rows };
}
