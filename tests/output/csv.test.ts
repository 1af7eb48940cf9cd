import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readName, tablesOf, writeCsv, type DataTable } from '../../src/output/index.js';
import { smallFindings } from '../support/findings.js';

/** Reads a table back as somebody else's program would. */
function readBack(text: string, table: DataTable): (string | number | null)[][] {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n' });
  expect(errors).toEqual([]);
  return data.slice(1, -1).map((row, r) =>
    row.map((cell, c) => {
      const was = table.rows[r]![c];
      if (was === null) return cell === '' ? null : cell;
      return typeof was === 'number' ? Number(cell) : readName(cell);
    }),
  );
}

describe('a CSV', () => {
  it('reads back to the same values, digit for digit, for every table of a run', () => {
    for (const table of [...tablesOf(smallFindings(), 'sv'), ...tablesOf(smallFindings(), 'en')]) expect(readBack(writeCsv(table), table)).toEqual(table.rows);
  });

  it('reads back whatever a name holds', () => {
    const cell = fc.oneof(fc.string(), fc.stringMatching(/^['=+\-@\t\r";\n]{0,4}[a-zåäö]*$/), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(null));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constant('x'), cell), { minLength: 1, maxLength: 5 }), (rows) => {
        // An empty name and nothing known are written alike, and -0 is 0.
        const table: DataTable = { id: 't', columns: ['a', 'b'], rows: rows.map(([a, b]) => [a, b === '' ? null : b === 0 ? 0 : b]) };
        expect(readBack(writeCsv(table), table)).toEqual(table.rows);
      }),
    );
  });

  it.each(['=1+1', '+46', '-x', '@SUM(A1)', '\tx', '\rx', "'=1"])('never lets the name %j begin a formula', (name) => {
    const text = writeCsv({ id: 't', columns: ['a'], rows: [[name]] });
    const [, [cell = ''] = []] = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n' }).data;
    expect(cell).toBe(`'${name}`);
  });

  it('writes a negative number plainly', () => {
    expect(writeCsv({ id: 't', columns: ['a'], rows: [[-1.5]] })).toBe('a\n-1.5\n');
  });

  it('refuses a number that is none', () => {
    expect(() => writeCsv({ id: 't', columns: ['a'], rows: [[Number.NaN]] })).toThrow(/not one/);
  });
});

it('leaves the cells empty where a figure has no value, and says 0 replications', () => {
  const table = tablesOf(smallFindings(), 'sv').find((t) => t.id === 'survey-wait')!;
  const last = table.rows.find((row) => row[0] === 'riket' && row[2] === 'AT' && row[4] === '2033')!;
  expect(last.slice(6)).toEqual([0, null, null, null, null, null, 'månader']);
});
