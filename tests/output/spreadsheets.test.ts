import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { spreadsheetsOf, writeSwedishCsv, type DataTable } from '../../src/output/index.js';
import { smallFindings } from '../support/findings.js';

const sheet = (id: string, lang: 'sv' | 'en' = 'sv'): DataTable => spreadsheetsOf(smallFindings(), lang).find((table) => table.id === id)!;

describe('a table for a Swedish spreadsheet', () => {
  it('has a byte order mark, semicolons, decimal commas and the line ends of Windows, whatever the language', () => {
    for (const lang of ['sv', 'en'] as const) {
      for (const table of spreadsheetsOf(smallFindings(), lang)) {
        const text = writeSwedishCsv(table);
        expect(text.startsWith('\ufeff')).toBe(true);
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        const { data } = Papa.parse<string[]>(text.slice(1), { delimiter: ';', newline: '\r\n' });
        expect(data).toHaveLength(table.rows.length + 2);
        data.slice(1, -1).forEach((row, r) =>
          row.forEach((cell, c) => {
            const was = table.rows[r]![c];
            if (typeof was === 'number') expect(cell).toBe(String(Math.round(was * 100) / 100).replace('.', ','));
            else expect(cell).toBe(was ?? '');
          }),
        );
      }
    }
  });

  it('cannot be made a formula by a name, nor broken by a semicolon or a new line in it', () => {
    const text = writeSwedishCsv({ id: 't', columns: ['a', 'b'], rows: [['=1+1', 'x;y\nz'], ['-7', -1.5]] });
    expect(text).toBe(`\ufeffa;b\r\n'=1+1;"x;y\nz"\r\n'-7;-1,5\r\n`);
  });

  it('has the three tables of the summary: starts, margins, queues at year end', () => {
    expect(spreadsheetsOf(smallFindings(), 'sv').map((table) => table.id)).toEqual(['starter-per-ar', 'minst-marginal', 'ko-vid-arets-slut']);
    const { labels, breakEven } = smallFindings();
    expect(sheet('starter-per-ar').rows).toHaveLength(labels.pathway.length * labels.area.length * labels.year.length);
    expect(sheet('minst-marginal').rows).toHaveLength(breakEven.length);
    expect(sheet('ko-vid-arets-slut').rows).toHaveLength(labels.pathway.length * labels.year.length * labels.headroom.length);
  });

  it('says in every row that its interval is chance only, in the language of the run', () => {
    for (const [lang, words] of [['sv', 'bara slump'], ['en', 'chance only']] as const) {
      for (const table of spreadsheetsOf(smallFindings(), lang)) for (const row of table.rows) expect(row.at(-1)).toContain(words);
    }
  });

  it('puts the least margin first, with the number of places below which the region runs short and the whole date from when', () => {
    const { columns, rows } = sheet('minst-marginal');
    const first = Object.fromEntries(columns.map((name, i) => [name, rows[0]![i]]));
    expect(first).toMatchObject({ Region: 'Gotland', Placering: 'Psykiatri', 'Brist under (hela platser)': 9, 'Brist från': '2028-04-01', Kvalitet: 'antagen' });
  });
});
