export { monthNumber } from './calendar.js';
export { compile } from './compile/index.js';
export { readDocument, scenarioSchema, unknownKey, type Judged } from './document.js';
export { readName } from './fields.js';
export type { Fault } from './numbers.js';
export { COMPARABLE } from './initial.js';
export { object, toIssue, type Reader } from './reader.js';
export { resolve } from './resolve.js';
export * from './scenario.js';
