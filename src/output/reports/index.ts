export { assumedIn, changed } from './changed.js';
export { checkWords } from './checks.js';
export { firstTables, leastWords, regionsThatDiffer } from './first-table.js';
export { byMargin, countedAtHome, marginSentences } from './margins.js';
export { bothModes } from './modes.js';
export type { SummarySection } from './section.js';
export { cellsReadWords, noteWords, summarySections } from './summary.js';
export { ruleSections } from './rule-sections.js';
export { queueByHeadroom } from './year-ends.js';
