export type { Filling } from './applicants.js';
export type { Fix, FixPart } from './fix.js';
export * from './intake.js';
export type { Lack, Reason } from './reasons.js';
export { MOST_PLACES, MOST_POOLS } from './search.js';
export { explainDoctor } from './waits.js';
export type { ExplainedDoctor, ExplainedLeg, WaitPart } from './waits.js';
