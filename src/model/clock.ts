import { showMonth } from '../base/index.js';
import type * as z from 'zod';
import { month } from './dates.js';
import { mapping, says, word } from './fields.js';
import { lineAt, object, type Reader } from './reader.js';
import type { Scenario } from './scenario.js';

/** The longest run, in months. */
const LONGEST_RUN = 1200;

/** When a run begins, when its figures begin, when it ends, and in what steps it goes (MODEL 1, 9.1). */
export const clock = () =>
  mapping({
    step: word(['month', 'half-month'], says('the unit of time; default month', 'tidssteget; utan angivelse månad')).optional(),
    from: month(says('first month of the run', 'körningens första månad')),
    'report-from': month(says('first month of the figures; default the first of the run', 'första månad som redovisas; utan angivelse körningens första')).optional(),
    to: month(says('last month of the run', 'körningens sista månad')),
  });

/** Settles the time of a run; an end before or at the beginning is an error that names both lines. */
export function layClock(raw: z.output<ReturnType<typeof clock>>, reader: Reader): Scenario['time'] {
  const { from, to } = raw;
  const reportFrom = raw['report-from'] ?? from;
  const start = lineAt(reader, ['time', 'from'], ['time', 'to']);
  if (to <= from) object(reader, ['time', 'to'], { code: 'time-order', found: showMonth(to), values: { from: showMonth(from), line: start } });
  else if (to - from >= LONGEST_RUN) object(reader, ['time', 'to'], { code: 'run-too-long', found: showMonth(to), values: { max: LONGEST_RUN, months: to - from + 1 } });
  else if (reportFrom < from || reportFrom > to)
    object(reader, ['time', 'report-from'], { code: 'report-outside-run', found: showMonth(reportFrom), values: { from: showMonth(from), to: showMonth(to) } });
  return { step: raw.step ?? 'month', from, reportFrom, to };
}
