export * from './attribution.js';
export * from './axes.js';
export * from './draw.js';
export * from './fingerprint.js';
export { personalSteps } from './life.js';
export * from './plan.js';
export * from './roster.js';
export * from './simulate.js';
export * from './trace.js';
