export * from './dump.js';
export * from './form.js';
export * from './lines.js';
