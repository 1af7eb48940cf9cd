export type { SummarySection, SummaryTable } from './section.js';
export { noteWords, summarySections } from './summary.js';
