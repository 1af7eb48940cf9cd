export { bottleneckPaper } from './bottlenecks/index.js';
export * from './contributions.js';
export * from './compare/index.js';
export { withNotes } from './notes.js';
export * from './paper.js';
export { paperSummary } from './paper-tables.js';
export * from './render-paper.js';
export { worthPaper } from './worth/index.js';
export { sweepPaper } from './sweep/index.js';
