export * from './findings.js';
export * from './reading.js';
export * from './reliefs.js';
export * from './summary.js';
