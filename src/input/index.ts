export * from './json.js';
export * from './limits.js';
export * from './read-scenario.js';
export * from './source.js';
export { readTable } from './table.js';
