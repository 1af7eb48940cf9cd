export * from './dump.js';
export * from './form.js';
