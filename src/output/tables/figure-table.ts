import type { Figure, Findings, Summary } from '../../analysis/index.js';
import { placeOf } from '../cells.js';
import type { Lang } from '../words.js';
import type { DataTable, TableCell } from './table.js';

/** The columns of a figure over replications; its unit comes last. */
export const SUMMARY_COLUMNS = ['n', 'mean', 'half_width', 'low', 'high', 'span', 'unit'];

/** A figure in long form: a row per cell, the id and the label of each axis, then the summary; empty where there is no value. */
export function figureTable(findings: Findings, figure: Figure, lang: Lang): DataTable {
  const rows = figure.cells.map((cell, index) => {
    const place = placeOf(findings, figure, index);
    const names = figure.over.flatMap((axis, i) => {
      const label = findings.labels[axis][place[i]!]!;
      return [label.id, label[lang]];
    });
    return [...names, ...summaryCells(cell, figure.unit[lang])];
  });
  const axes = figure.over.flatMap((axis) => [columnOf(axis), `${columnOf(axis)}_label`]);
  return { id: figure.id, columns: [...axes, ...SUMMARY_COLUMNS], rows };
}

/** A figure over replications; empty where there is no value. */
export function summaryCells(cell: Summary | null, unit: string): readonly TableCell[] {
  if (cell === null) return [0, null, null, null, null, null, unit];
  return [cell.n, cell.mean, cell.halfWidth, cell.low, cell.high, cell.span, unit];
}

const columnOf = (axis: string): string => axis.replaceAll('-', '_');
