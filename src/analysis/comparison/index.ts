export * from './align.js';
export * from './comparison.js';
export * from './contributions.js';
export * from './outcomes.js';
export * from './ranking.js';
export * from './shapley.js';
export * from './twins.js';
