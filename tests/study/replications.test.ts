import { deserialize, serialize } from 'node:v8';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { WHOLE, layDigest, mix, toHex } from '../../src/engine/index.js';
import { addReading, layGathered, listStories, prepareReport, readReplication, runStudy, summariseReport } from '../../src/study/index.js';
import type { Gathered, Reading, Report } from '../../src/study/index.js';
import { cases } from '../support/random.js';
import { figure, pathway, room, scenario, stream, stretch } from '../support/scenario.js';

const SIGNATURE = { version: '', scenarioHash: '' };
const setup = { seed: 11, additions: [], scenario: scenario(24, { pathways: [pathway('P', [stretch('a', 3), stretch('b', 1)])], streams: [stream('s', 'P', 'R', [9, 0, 0, 0, 0, 0, 9], { seeks: figure(0.8) })], slots: [room('R', 'a', 2), room('R', 'b', 1)] }) };

let report: Report;
let readings: readonly Reading[] = [];
beforeAll(() => {
  report = prepareReport(setup);
  readings = Array.from({ length: 200 }, (_, replication) => readReplication(report, replication));
});

const digestOf = (from: readonly Reading[]): string => {
  const digest = layDigest();
  for (const { fingerprint } of from) fingerprint.forEach((word) => mix(digest, word));
  return toHex(digest);
};

test('METAMORPHIC 3: of 100 replications, and then 200, the first 100 are the same', () => {
  expect(new Set(readings.map(({ fingerprint }) => toHex(fingerprint))).size).toBeGreaterThan(150);
  expect(runStudy(setup, 100, SIGNATURE).provenance.fingerprint).toBe(digestOf(readings.slice(0, 100)));
  expect(runStudy(setup, 200, SIGNATURE).provenance.fingerprint).toBe(digestOf(readings));
});

/** Gathers so many readings, in pieces that end where it is said, each piece by a report and a state of its own. */
function gatherIn(ends: readonly number[], total: number): Gathered {
  let state = serialize(layGathered(prepareReport(setup), total));
  for (const [i, end] of [...ends, total].entries()) {
    const gathered = deserialize(state) as Gathered;
    const own = prepareReport(setup);
    // Done backwards, as other threads may be done in any order; added in order.
    const from = [0, ...ends][i]!;
    const part = Array.from({ length: end - from }, (_, k) => readReplication(own, end - 1 - k)).reverse();
    for (const reading of part) addReading(gathered, reading);
    state = serialize(gathered);
  }
  return deserialize(state) as Gathered;
}

test('METAMORPHIC 2: however the replications are split, and in whatever order they are done, the findings are the same to the last bit', () => {
  const whole = JSON.stringify(runStudy(setup, 40, SIGNATURE));
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 4 }), (cuts) => {
      const gathered = gatherIn(cuts.toSorted((a, b) => a - b), 40);
      expect(JSON.stringify(summariseReport(report, gathered, SIGNATURE))).toBe(whole);
    }),
    { numRuns: cases(8, 200) },
  );
});

test("a modelled doctor's waits are the months between joining and starting, and their causes sum to them", () => {
  let waits = 0;
  for (let replication = 0; replication < 20; replication++) {
    for (const { id, legs } of listStories(report.plan, report.axes, { seed: setup.seed, replication })) {
      expect(id).toMatch(/^s\/2026-\d\d\/\d+$/);
      for (const leg of legs) {
        for (const kind of ['queue', 'between'] as const) {
          expect(Object.values(leg.causes[kind]).reduce((sum, units) => sum + units, 0), id).toBe(leg.waited[kind] * WHOLE);
          waits += leg.waited[kind];
        }
        if (leg.start !== null && leg.joined !== null) expect(leg.waited.queue, id).toBe(leg.start - leg.joined);
      }
    }
  }
  expect(waits).toBeGreaterThan(100);
});
