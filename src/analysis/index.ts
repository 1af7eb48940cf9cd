export * from './audit.js';
export * from './back-test.js';
export * from './break-even.js';
export * from './findings.js';
export * from './grid.js';
export * from './interval.js';
export * from './measures/index.js';
export * from './observe.js';
