import type { Findings } from '../../analysis/index.js';
import type { Lang } from '../words.js';
import { assumptionsTable } from './assumptions-table.js';
import { breakEvenTable } from './break-even-table.js';
import { changesTable } from './changes-table.js';
import { checksTable } from './checks-table.js';
import { decisionsTable } from './decisions-table.js';
import { exchangeTable } from './exchange-table.js';
import { figureTable } from './figure-table.js';
import { publishedTable } from './published-table.js';
import type { DataTable } from './table.js';

export { chartTable } from './chart-table.js';
export { spreadsheetsOf } from './spreadsheets.js';
export type { DataTable, TableCell } from './table.js';

/** Every table of a run: one for each figure, and for each of the other placement mode, then the break-evens, the published points, the assumptions and, where there are any, the changes, the exchange and what rules decided. */
export function tablesOf(findings: Findings, lang: Lang): readonly DataTable[] {
  const figures = Object.values(findings.figures).map((figure) => figureTable(findings, figure, lang));
  const others = Object.values(findings.otherMode.figures).map((figure) => figureTable(findings, { ...figure, id: `other-mode-${figure.id}` }, lang));
  return [...figures, ...others, breakEvenTable(findings, lang), publishedTable(findings), assumptionsTable(findings, lang), ...ofRules(findings, lang)];
}

/** Tables of what only some scenarios have. */
function ofRules(findings: Findings, lang: Lang): readonly DataTable[] {
  return [
    ...(findings.changes.length === 0 ? [] : [changesTable(findings)]),
    ...(findings.exchange === undefined ? [] : [exchangeTable(findings, findings.exchange, lang)]),
    ...(findings.checks === undefined ? [] : [checksTable(findings, findings.checks, lang)]),
    ...(findings.decisions === undefined ? [] : [decisionsTable(findings, findings.decisions, lang)]),
  ];
}
