export { monthNumber, stepOf } from './calendar.js';
export { compile, type Compiled } from './compile/index.js';
export { MOST_REPLICATIONS, readDocument, scenarioSchema, unknownKey, type Complaint, type ScenarioDocument } from './document.js';
export { showMonth } from './dates.js';
export { readName } from './fields.js';
export type { Fault } from './numbers.js';
export { object, toIssue, type Reader } from './reader.js';
export { resolve } from './resolve.js';
export * from './scenario.js';
