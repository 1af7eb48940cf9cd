import type { Findings } from '../../analysis/index.js';
import { cellOf, wholeName } from '../cells.js';
import { spanWords } from '../drawing/index.js';
import { number, say, type Lang } from '../words.js';
import { withInterval } from './interval-cell.js';
import type { SummarySection } from './section.js';

const COLUMNS = ['licences', 'exam-waiting', 'exam-holding', 'exam-sat', 'exam-seats'] as const;

/** The exam and the licences after it, year by year, of each pathway that has one (MODEL 3.11). */
export function examSection(findings: Findings, lang: Lang): readonly SummarySection[] {
  if (findings.figures['licences'] === undefined) return [];
  const gated = findings.labels.pathway.flatMap((_, pathway) => (cellOf(findings, 'licences', { area: 0, pathway, year: 0 }) === null ? [] : [pathway]));
  return [
    {
      id: 'exam',
      heading: say(lang, 'exam.heading', { area: wholeName(findings, lang) }),
      lines: [say(lang, 'exam.explain'), ...gated.map((pathway) => lastYear(findings, pathway, lang))],
      table: {
        head: [say(lang, 'headroom.pathway'), say(lang, 'first.year'), ...COLUMNS.map((id) => say(lang, `exam.${id}`)), say(lang, 'interval')],
        align: ['left', 'left', ...COLUMNS.map(() => 'right' as const), 'left'],
        rows: gated.flatMap((pathway) => findings.labels.year.map((year, i) => [findings.labels.pathway[pathway]![lang], year[lang], ...yearCells(findings, pathway, i, lang)])),
      },
    },
  ];
}

function yearCells(findings: Findings, pathway: number, year: number, lang: Lang): readonly string[] {
  return [...COLUMNS.map((id) => withInterval(cellOf(findings, id, { area: 0, pathway, year }), lang)), `\n${spanWords(findings, lang)}`];
}

/** The last year in words: means. */
function lastYear(findings: Findings, pathway: number, lang: Lang): string {
  const year = findings.labels.year.length - 1;
  const mean = (id: string): number | undefined => cellOf(findings, id, { area: 0, pathway, year })?.mean;
  const seats = mean('exam-seats');
  const values = {
    pathway: findings.labels.pathway[pathway]![lang],
    year: findings.labels.year[year]![lang],
    licences: number(lang, mean('licences') ?? 0),
    waiting: number(lang, mean('exam-waiting') ?? 0),
    holding: number(lang, mean('exam-holding') ?? 0),
    sat: number(lang, mean('exam-sat') ?? 0),
    seats: number(lang, seats ?? 0),
  };
  return say(lang, seats === undefined ? 'exam.year.unlimited' : 'exam.year', values);
}
