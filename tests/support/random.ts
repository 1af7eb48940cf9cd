import fc from 'fast-check';

/** The long proofs are asked for (`npm run prove`): thousands of random cases instead of hundreds, and new ones each time. */
export const PROVING = process.env['PROVE'] === '1';

const given = process.env['SEED'];

/**
 * The seed of every random case of this test run: the same each day, so that a failure is news; new when proving.
 * A case that fails prints its seed; `SEED=… npm test` shows it again.
 */
export const SEED = given !== undefined ? Number(given) | 0 : PROVING ? Date.now() | 0 : 20_260_601;

/** How many random cases a relation is tried on: `usual` in every test run, `proof` when proving. */
export function cases(usual: number, proof = 10_000): number {
  return PROVING ? proof : usual;
}

fc.configureGlobal({ seed: SEED });
