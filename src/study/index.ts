export * from './addition.js';
export * from './counter-runs.js';
export * from './derive/index.js';
export * from './dump/index.js';
export * from './flows.js';
export * from './look.js';
export * from './replay/index.js';
export * from './report-run.js';
