export { sweepPaper } from './paper.js';
