export { addWorth, layWorth, unitsOf, type GatheredWorth } from './gathered.js';
export * from './inquire.js';
export { packsOf, prepareWorth, type WorthSetup } from './job.js';
