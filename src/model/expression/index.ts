export { FUNCTIONS } from './marks.js';
export { makeParser, readTerm, type CreateParse, type ExpressionLimits, type Term } from './tree.js';
export { namesIn, work } from './work.js';
