export type { SummarySection } from './section.js';
export { noteWords, summarySections } from './summary.js';
