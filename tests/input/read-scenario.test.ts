import { expect, test } from 'vitest';
import { GOOD, read, said } from './support.js';

test('reads a scenario written without any data file', () => {
  const result = read(GOOD);
  expect(said(result.issues)).toBe('');
  if (!result.ok) throw new Error('not read');
  const { scenario } = result.value;
  expect(scenario.time).toEqual({ step: 'month', from: 24312, reportFrom: 24312, to: 24335 });
  expect(scenario.pathways[0]!.variants[0]!.stretches).toEqual([
    { block: 'hospital', steps: 3, slots: 1, load: 1 },
    { block: 'psychiatry', steps: 1, slots: 1, load: 1 },
  ]);
  expect(scenario.slots).toHaveLength(4);
  expect(scenario.streams[0]!.listed![0]!.number).toEqual({ value: 4, quality: 'assumption', source: 'scenario', cell: 's.yaml:streams.old.cohorts[1].number' });
});
