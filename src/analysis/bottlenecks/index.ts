export * from './culprits.js';
export * from './findings.js';
export * from './reading.js';
export * from './summary.js';
