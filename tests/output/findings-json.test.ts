import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { findingsSchema, writeFindings } from '../../src/output/index.js';
import { smallFindings } from '../support/findings.js';

const committed = readFileSync(new URL('../../schemas/findings.schema.json', import.meta.url), 'utf8');

describe('findings.json', () => {
  it('has a committed schema that is the generated one', () => {
    expect(committed).toBe(findingsSchema());
  });

  it('fits the committed schema, and reads back to the same findings', () => {
    const text = writeFindings(smallFindings());
    const validate = new Ajv({ allowUnionTypes: true }).compile(JSON.parse(committed) as object);
    expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).toBe(true);
    expect(JSON.parse(text)).toEqual(smallFindings());
  });

  it('has a schema that refuses what is missing and what is unknown', () => {
    const validate = new Ajv({ allowUnionTypes: true }).compile(JSON.parse(committed) as object);
    const whole = JSON.parse(writeFindings(smallFindings())) as Record<string, unknown>;
    const without = Object.fromEntries(Object.entries(whole).filter(([key]) => key !== 'cellsRead'));
    expect(validate(without)).toBe(false);
    expect(validate({ ...whole, extra: 1 })).toBe(false);
  });

  it('is never written with a number that is none', () => {
    const found = smallFindings();
    const queue = found.figures['queue']!;
    const cells = queue.cells.with(3, { ...queue.cells[3]!, mean: Number.NaN });
    expect(() => writeFindings({ ...found, figures: { ...found.figures, queue: { ...queue, cells } } })).toThrow(/do not fit their schema/);
  });

  it('is never written with a cell too few', () => {
    const found = smallFindings();
    const queue = found.figures['queue']!;
    expect(() => writeFindings({ ...found, figures: { ...found.figures, queue: { ...queue, cells: queue.cells.slice(1) } } })).toThrow(/queue has/);
  });
});
