import type { PageTable } from '../page/index.js';
import type { SummarySection } from '../reports/index.js';
import type { TableCell } from '../tables/index.js';
import { number, percent, say, type Lang } from '../words.js';
import type { Paper, PaperColumn, PaperTable } from './paper.js';

/** A table with its numbers written for people. */
export function pageTable({ caption, columns, rows, names }: PaperTable, lang: Lang): PageTable {
  return {
    caption,
    head: columns.map((column) => column.label),
    align: columns.map((column) => (column.decimals === undefined && column.isShare === undefined ? 'left' : 'right')),
    rows: rows.map((row) => row.map((cell, i) => writeCell(cell, columns[i]!, lang))),
    names,
  };
}

function writeCell(cell: TableCell, { decimals, isShare, isPoints }: PaperColumn, lang: Lang): string {
  if (cell === null) return '–';
  if (typeof cell === 'string') return cell;
  if (isPoints) return number(lang, 100 * cell, decimals ?? 0);
  return isShare ? percent(lang, cell, decimals ?? 0) : number(lang, cell, decimals ?? 0);
}

/** A paper as it is printed in a terminal: long tables cut, and said to be. */
export function paperSummary({ title, lead, sections }: Paper, lang: Lang): readonly SummarySection[] {
  const parts = sections.filter((section) => section.isOnPageOnly !== true).flatMap((section): SummarySection[] => {
    const [first, ...others] = section.tables;
    return [
      { id: section.id, heading: section.heading, lines: section.lines, ...(first === undefined ? {} : { table: cut(first, lang) }) },
      ...others.map((table): SummarySection => ({ id: table.id, heading: table.caption, lines: [], table: cut(table, lang) })),
    ];
  });
  return [{ id: 'lead', heading: title, lines: lead }, ...parts];
}

function cut(table: PaperTable, lang: Lang): NonNullable<SummarySection['table']> {
  const most = table.mostInTerminal ?? Infinity;
  const { head, align, rows } = pageTable(table, lang);
  const more = rows.length > most ? [[say(lang, 'paper.more', { n: rows.length - most }), ...head.slice(1).map(() => '')]] : [];
  return { head, align, rows: [...rows.slice(0, most), ...more] };
}
