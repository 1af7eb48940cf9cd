export * from './apportion.js';
export * from './bug-error.js';
export * from './column.js';
export * from './functions.js';
export * from './issue.js';
export * from './result.js';
export * from './suggest.js';
export * from './table.js';
