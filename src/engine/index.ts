export * from './axes.js';
export * from './plan.js';
export * from './roster.js';
export * from './trace.js';
