import { html, type Html } from './html.js';

/** A table of a page: cells are text already, several lines in one cell where an interval stands under its number. */
export interface PageTable {
  readonly caption: string;
  readonly head: readonly string[];
  readonly align: readonly ('left' | 'right')[];
  readonly rows: readonly (readonly string[])[]; // [row × column]
  /** How many columns, from the left, name their row. */
  readonly names: number;
}

/** A text in a cell that is longer than this is broken into lines. */
const LONGEST = 48;

/** A table with its caption, in a frame that scrolls where the page is narrow. */
export function drawTable(table: PageTable): Html {
  const side = (column: number, cell = ''): string => (table.align[column] === 'right' ? 'number' : cell.split('\n').some((line) => line.length > LONGEST) ? 'long' : 'text');
  const lines = (cell: string): Html => html`${cell.split('\n').map((line, i) => (i === 0 ? html`${line}` : html`<br><small>${line}</small>`))}`;
  const cells = (row: readonly string[]): Html[] =>
    row.map((cell, column) => (column < table.names ? html`<th scope="row" class="${side(column, cell)}">${lines(cell)}</th>` : html`<td class="${side(column, cell)}">${lines(cell)}</td>`));
  return html`<div class="scroll" role="group" aria-label="${table.caption}" tabindex="0">
<table>
<caption>${table.caption}</caption>
<thead><tr>${table.head.map((name, column) => html`<th scope="col" class="${side(column)}">${name}</th>`)}</tr></thead>
<tbody>
${table.rows.map((row) => html`<tr>${cells(row)}</tr>`)}
</tbody>
</table>
</div>`;
}
