import { Ajv } from 'ajv';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { scenarioSchema } from '../../src/model/index.js';
import { GOOD } from '../input/support.js';

test('the committed schema is what the code gives', () => {
  expect(readFileSync('schemas/scenario.schema.json', 'utf8')).toBe(`${JSON.stringify(scenarioSchema(), null, 2)}\n`);
});

test('an editor that reads the schema takes a good scenario and marks a bad one', () => {
  const check = new Ajv({ strict: false }).compile(scenarioSchema());
  const good = parse(GOOD) as Record<string, unknown>;
  expect([check(good), check.errors]).toEqual([true, null]);
  expect(check({ ...good, slotts: {} })).toBe(false);
  expect(check({ ...good, seed: -1 })).toBe(false);
  expect(check({ ...good, name: undefined })).toBe(false);
});

test('an editor asks of a layer only what is its own: the base has the rest', () => {
  const check = new Ajv({ strict: false }).compile(scenarioSchema());
  const layer = { extends: 'base.yaml', name: 'over', streams: { old: { seeks: 0.5 } }, pathways: { AT: { intakes: { closes: '2 months' } } }, changes: [{ add: 'slots', by: 1 }] };
  expect([check(layer), check.errors]).toEqual([true, null]);
  expect(check({ ...layer, name: undefined })).toBe(false);
  expect(check({ ...layer, slotts: {} })).toBe(false);
  expect(check({ ...layer, streams: { old: { seeks: { low: 0.5 } } } })).toBe(false);
  expect(check({ ...layer, changes: [{ add: 'slots' }] })).toBe(false);
  const { extends: _, ...alone } = layer;
  expect(check(alone)).toBe(false);
  const good = parse(GOOD) as Record<string, unknown>;
  expect(check({ ...good, streams: { old: { cohorts: [{ month: '2026-01', number: 4 }] } } })).toBe(false);
  expect(check({ ...good, pathways: { AT: { intakes: 'every-step', variants: { v: {} } } } })).toBe(false);
});
