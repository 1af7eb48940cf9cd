export { writePage, type Drawn } from './page.js';
