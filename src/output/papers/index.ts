export * from './paper.js';
export { paperSummary } from './paper-tables.js';
export * from './render-paper.js';
export { sweepPaper } from './sweep/index.js';
