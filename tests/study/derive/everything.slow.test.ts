import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeDerived } from '../../../src/cli/derive.js';
import { writeCsv } from '../../../src/study/derive/index.js';

describe('npm run data', () => {
  it('gives the committed files of data/derived, those that the engine finds too, and no others', { timeout: 300_000 }, () => {
    const made = makeDerived('en');
    for (const file of made) expect(readFileSync(`data/derived/${file.file}`, 'utf8'), file.file).toBe(writeCsv(file));
    expect(made.map((file) => file.file).sort()).toEqual(readdirSync('data/derived').sort());
  });
});
