import { readFileSync } from 'node:fs';
import { printParseErrorCode } from 'jsonc-parser';
import { describe, expect, test } from 'vitest';
import { formatIssues, jsonDetail, yamlDetail } from '../../src/base/index.js';
import { also, bent, read, said } from './support.js';

describe('says in Swedish what the readers of others say in English', () => {
  test.each([
    ['a quote that is not closed', bent('seed: 7', 'seed: "7'), 'ett tecken saknas'],
    ['a list that is not closed', bent('replications: 20', 'replications: [20'), 'stämmer inte med raderna omkring, eller en parentes är inte stängd'],
    ['a key in a value', bent('seed: 7', 'seed: a: b'), 'redan är nyckel: värde'],
    ['a sign that begins nothing', bent('seed: 7', 'seed: @7'), 'ett värde kan inte börja med det tecknet'],
    ['lines that do not stand under each other', bent('replications: 20', '  replications: 20'), 'inte giltig YAML: '],
  ])('%s', (_, file, words) => {
    const [line] = formatIssues(read(file).issues, 'sv');
    expect(line).toMatch(/^s\.yaml:\d+:\d+: error yaml-syntax: /);
    expect(line).toContain(words);
    expect(line).not.toMatch(/[A-Z]_[A-Z]|\b(the|not|must|expected|missing|unexpected|implicit)\b/i);
    expect(said(read(file).issues)).toMatch(/not valid YAML: [A-Z]/);
  });

  test('whatever they say', () => {
    const faults = Array.from({ length: 16 }, (_, i) => printParseErrorCode((i + 1) as Parameters<typeof printParseErrorCode>[0]));
    expect(faults.filter((name) => jsonDetail(name).detailSv === name || name.includes('unknown'))).toEqual([]);
    expect(jsonDetail('ColonExpected').detailEn).toBe('colon expected');
    const kinds = new Set([...readFileSync('node_modules/yaml/dist/errors.d.ts', 'utf8').matchAll(/'([A-Z_\d]{4,})'/g)].map((hit) => hit[1]!));
    expect(kinds.size).toBeGreaterThan(15);
    // Keys that stand twice and documents after the first are told of in words of our own.
    expect([...kinds].filter((kind) => yamlDetail(kind, '').detailSv === kind)).toEqual(['DUPLICATE_KEY', 'MULTIPLE_DOCS']);
  });

  test('names what a change is of, and how long a lead time is', () => {
    const soon = also('lead-times: { decided: 2026-11, slots: 6 months }\nchanges: [{ add: slots, by: 1, where: { region: Norr, block: psychiatry }, from: 2027-03 }]');
    expect(formatIssues(read(soon).issues, 'sv')[0]).toContain('placeringsplatserna (slots) har ledtiden 6 månader, beslutet fattas 2026-11, tidigast möjliga månad är 2027-05');
    expect(said(read(soon).issues)).toContain('slots have a lead time of 6 months');
    expect(formatIssues(read(soon.replace('6 months', '3 half-months').replace('2027-03', '2026-12')).issues, 'sv')[0]).toContain('ledtiden 3 halvmånader');
  });
});
