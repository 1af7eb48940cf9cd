export * from './addition.js';
export * from './compare.js';
export * from './compare-run.js';
export * from './counter-runs.js';

export * from './derive/index.js';
export * from './dump/index.js';
export * from './flows.js';
export * from './jobs.js';
export * from './look.js';
export * from './replay/index.js';
export * from './one-doctor.js';
export * from './report.js';
export * from './report-plans.js';
export * from './place-differences.js';
export * from './position-months.js';
export * from './report-run.js';
