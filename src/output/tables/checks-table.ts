import { checkTime } from '../../analysis/index.js';
import type { Findings, JudgedCheck } from '../../analysis/index.js';
import type { Lang } from '../words.js';
import { SUMMARY_COLUMNS, summaryCells } from './figure-table.js';
import type { DataTable } from './table.js';

const NAMES = ['at', 'check', 'pathway', 'pathway_label', 'area', 'area_label', 'period', 'months', 'rule', 'limit', 'within', 'verdict', 'share_of_replications'];
const UNITS: Readonly<Record<JudgedCheck['kind'], string>> = { queue: 'queue', starts: 'happens', 'survey-wait': 'survey-wait', 'started-within': 'started-within', vacant: 'vacant' };

/** Every check of the planner: what was wanted, the value that it was judged by, and the verdict. */
export function checksTable(findings: Findings, checks: readonly JudgedCheck[], lang: Lang): DataTable {
  const rows = checks.map((check) => {
    const [pathway, area] = [findings.labels.pathway[check.pathway]!, findings.labels.area[check.area]!];
    const period = check.period === null ? 'every' : findings.labels[checkTime(check.kind)][check.period]!.id;
    const asked = [check.at, check.kind, pathway.id, pathway[lang], area.id, area[lang], period, check.months, check.rule, check.limit, check.rule === 'equals' ? check.within : null];
    return [...asked, check.verdict, check.share, ...summaryCells(check.value, findings.figures[UNITS[check.kind]]?.unit[lang] ?? '')];
  });
  return { id: 'checks', columns: [...NAMES, ...SUMMARY_COLUMNS], rows };
}
