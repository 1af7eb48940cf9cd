export * from './csv.js';
export * from './findings-json.js';
export * from './manifest.js';
