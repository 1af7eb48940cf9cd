// What is laid together in one module for every engine (bundle.ts): the work, and the parser of expressions that the program itself loads.
import { createParse } from '../../bin/vendor/mathjs-parser.cjs';
import { doWork } from './work.ts';

export const answer = (work) => {
  const begun = performance.now();
  const done = doWork(work, createParse);
  return { ...done, engine: globalThis.process?.version ?? navigator.userAgent, ms: performance.now() - begun };
};
