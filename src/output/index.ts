export * from './chart.js';
export * from './charts/index.js';
export * from './formats/index.js';
export * from './papers/index.js';
export { render, type Artifact } from './render.js';
export { checkWords, noteWords, summarySections, type SummarySection } from './reports/index.js';
export * from './tables/index.js';
