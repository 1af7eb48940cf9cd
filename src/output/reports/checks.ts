import { checkTime } from '../../analysis/index.js';
import type { Findings, JudgedCheck } from '../../analysis/index.js';
import { labelOf, wholeName } from '../cells.js';
import { interval, number, percent, say, type Lang, type WordKey } from '../words.js';
import type { SummarySection } from './section.js';

/** What the planner wanted of the answer, and whether it is so. */
export function checksSection(findings: Findings, lang: Lang): readonly SummarySection[] {
  const { checks } = findings;
  if (checks === undefined || checks.length === 0) return [];
  const n = findings.provenance.replications;
  const count = (verdict: JudgedCheck['verdict']): number => checks.filter((check) => check.verdict === verdict).length;
  return [
    {
      id: 'checks',
      heading: say(lang, 'checks.heading'),
      lines: [say(lang, 'checks.sum', { n: checks.length, holds: count('holds'), fails: count('fails'), unknown: count('unknown') }), say(lang, 'checks.explain', { n: number(lang, n) })],
      table: {
        head: (['checks.wanted', 'checks.verdict', 'checks.value', 'checks.share'] as const).map((key) => say(lang, key)),
        align: ['left', 'left', 'right', 'right'],
        rows: checks.map((check) => [checkWords(findings, check, lang), verdictWords(check, n, lang), valueWords(check, lang), check.share === null ? '–' : percent(lang, check.share)]),
      },
    },
  ];
}

/** A check as a sentence of what is wanted. */
export function checkWords(findings: Findings, check: JudgedCheck, lang: Lang): string {
  const { kind, rule, months } = check;
  const what = say(lang, `checks.${kind}`, {
    pathway: labelOf(findings, 'pathway', check.pathway, lang),
    area: check.area === 0 ? wholeName(findings, lang) : labelOf(findings, 'area', check.area, lang),
    period: periodWords(findings, check, lang),
    months: months ?? '',
  });
  return say(lang, `checks.${rule}`, { what, limit: show(check, check.limit, lang), within: show(check, check.within, lang) });
}

/** The verdict in words; where there is nothing to judge, that. */
function verdictWords({ verdict, value }: JudgedCheck, n: number, lang: Lang): string {
  return value === null ? say(lang, 'checks.no-value') : say(lang, `checks.${verdict}` as WordKey, { n: number(lang, n) });
}

function periodWords(findings: Findings, { kind, period }: JudgedCheck, lang: Lang): string {
  const time = checkTime(kind) as 'month' | 'year' | 'term';
  if (period === null) return say(lang, `checks.every.${time}`);
  const label = labelOf(findings, time, period, lang);
  return time === 'month' ? say(lang, 'checks.end', { month: label }) : label;
}

function valueWords(check: JudgedCheck, lang: Lang): string {
  const { value } = check;
  if (value === null) return '–';
  const [low, high] = [value.mean - value.halfWidth, value.mean + value.halfWidth];
  const isShare = check.kind === 'started-within';
  const of = (one: number): string => (isShare ? percent(lang, one) : number(lang, one, 1));
  return value.n < 2 ? of(value.mean) : `${of(value.mean)}\n${interval(lang, isShare ? number(lang, 100 * low) : of(low), of(high))}`;
}

const show = ({ kind }: JudgedCheck, value: number, lang: Lang): string => (kind === 'started-within' ? percent(lang, value) : number(lang, value, Number.isInteger(value) ? 0 : 1));
