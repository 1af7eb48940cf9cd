import type * as z from 'zod';
import { formOf, type Path, type Written } from '../base/index.js';
import { isExpression } from './calculated.js';
import { either, listed, mapping, name, number, says, word } from './fields.js';
import { figure } from './figures.js';
import { isFile, object, unknown, type Reader } from './reader.js';
import { lacks, readRows } from './rows.js';
import type { Rate } from './scenario.js';

const MONTHS = 12;
const RULE = { min: 0, max: 1_000_000 } as const;
const perYear = () =>
  either((raw) => (formOf(raw) === 'text' && isFile((raw as Written).text) && !isExpression(raw as Written) ? 'file' : formOf(raw) === 'list' || formOf(raw) === 'nothing' ? undefined : 'figure'), { figure: figure(RULE), file: name() }, {
    sv: 'ett tal eller en fil',
    en: 'a number or a file',
  }).meta(says('doctors a year: a number, or a data file (stream, from)', 'läkare per år: ett tal eller en datafil (stream, from)'));

/** Doctors who come at a rate, fixed or by chance, with a season (MODEL 7.3). */
export const rate = () =>
  mapping({
    'per-year': perYear(),
    law: word(['fixed', 'poisson'], says('fixed (default) or poisson', 'fixed (utan angivelse) eller poisson')).optional(),
    season: listed(number({ min: 0, max: 1000 }))
      .meta(says('twelve weights, January first', 'tolv vikter, januari först'))
      .optional(),
  });

/** Settles a rate. */
export function layRate(raw: z.output<ReturnType<typeof rate>>, stream: string, path: Path, reader: Reader): Rate {
  const season = raw.season ?? Array.from({ length: MONTHS }, () => 1);
  if (season.length !== MONTHS) object(reader, [...path, 'season'], { code: 'not-twelve', values: { number: season.length } });
  else if (!season.some((weight) => weight > 0)) object(reader, [...path, 'season'], { code: 'all-zero' });
  const given = raw['per-year'];
  const perYear = typeof given === 'string' ? ratesFromFile(given, stream, [...path, 'per-year'], reader) : [{ from: 0, value: given }];
  return { law: raw.law ?? 'fixed', perYear, season };
}

function ratesFromFile(file: string, stream: string, path: Path, reader: Reader): Rate['perYear'] {
  const seen = new Set<string>();
  const concerns = (keys: Readonly<Record<string, string>>): boolean => seen.add(keys['stream'] ?? '') && keys['stream'] === stream;
  const sheet = readRows(reader, file, path, { keys: { stream: 'name', from: 'month' }, value: RULE, concerns });
  if (sheet?.rows.length === 0) lacks(reader, path, file, { ...unknown('stream', stream, [...seen]), found: stream });
  return (sheet?.rows ?? []).map((row) => ({ from: row.number('from'), value: row.value })).sort((a, b) => a.from - b.from);
}
