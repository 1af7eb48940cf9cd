export type { Tables } from './rows.js';
export { CARD_COLUMNS, writeCsv, writeNumber, type DerivedFile } from './card.js';
export { deriveAll, RULES } from './rules.js';
export { deriveEverything, type BaseScenario } from './everything.js';
export { fitHomeShares } from './home-shares.js';
export { fitHomes } from './fit-homes.js';
export { psychiatristDensity, psychiatryBounds, primaryCareBounds } from './bounds.js';
