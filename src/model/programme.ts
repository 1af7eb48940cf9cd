import type * as z from 'zod';
import type { Path } from '../base/index.js';
import { mapping, name, number, says } from './fields.js';
import { lacks, readRows } from './rows.js';
import { showSum, unknown, type Reader } from './reader.js';
import type { ProgrammeCohorts } from './scenario.js';

const calendarMonth = () => number({ whole: true, min: 1, max: 12 });

/** Cohorts laid from a programme: places per intake, terms to the degree, and who completes when (MODEL 7.1). */
export const programme = () =>
  mapping({
    intakes: name(says('data file: programme, university, term', 'datafil: programme, university, term')),
    programme: name(says('which rows of the file', 'vilka rader i filen')),
    terms: number({ whole: true, min: 1, max: 40 }, says('length in terms', 'längd i terminer')),
    completion: name(says('data file: programme, terms_late', 'datafil: programme, terms_late')),
    'spring-month': calendarMonth().optional(),
    'autumn-month': calendarMonth().optional(),
  });

const SPRING = 6;
const AUTUMN = 1;

/** Settles the cohorts of a programme. */
export function layProgramme(raw: z.output<ReturnType<typeof programme>>, path: Path, reader: Reader): { readonly programme?: ProgrammeCohorts } {
  const concerns = (keys: Readonly<Record<string, string>>): boolean => note(keys['programme'] ?? '') === raw.programme;
  const seen = new Set<string>();
  const note = (programme: string): string => (seen.add(programme), programme);
  const intakes = readRows(reader, raw.intakes, [...path, 'intakes'], { keys: { programme: 'name', university: 'name', term: 'term' }, value: { min: 0, max: 1_000_000 }, concerns });
  if (intakes?.rows.length === 0) lacks(reader, [...path, 'programme'], raw.programme, unknown('programme', raw.programme, [...seen]));
  seen.clear();
  const late = { whole: true, min: 0, max: 40 } as const;
  const completion = readRows(reader, raw.completion, [...path, 'completion'], { keys: { programme: 'name', terms_late: late }, value: { min: 0, max: 1, share: true }, concerns });
  if (completion?.rows.length === 0 && intakes?.rows.length !== 0) lacks(reader, [...path, 'completion'], raw.completion, unknown('programme', raw.programme, [...seen]));
  if (!intakes || !completion) return {};
  const sum = completion.rows.reduce((total, row) => total + row.value.value, 0);
  if (sum > 1 + 1e-9) completion.rows[0]!.complain('value', { code: 'shares-over-one', values: { sum: showSum(sum), of: raw.programme } });
  return {
    programme: {
      terms: raw.terms,
      intakes: intakes.rows.map((row) => ({ university: row.name('university'), term: row.number('term'), places: row.value })),
      completion: completion.rows.map((row) => ({ termsLate: row.number('terms_late'), share: row.value })),
      springMonth: raw['spring-month'] ?? SPRING,
      autumnMonth: raw['autumn-month'] ?? AUTUMN,
    },
  };
}
