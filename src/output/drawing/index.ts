export * from './around.js';
export * from './heat-map.js';
export * from './locale.js';
export * from './panel.js';
export * from './points.js';
export * from './rows.js';
export { roundTicks } from './scale.js';
export * from './style.js';
export * from './peak.js';
