export { writePage, type Drawn } from './page.js';
export { framePage } from './frame.js';
export { anchor, html, ready, type Html } from './html.js';
export { drawTable, type PageTable } from './page-table.js';
