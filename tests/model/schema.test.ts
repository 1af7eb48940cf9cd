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
