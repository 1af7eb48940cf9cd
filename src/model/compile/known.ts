import { UNLIMITED } from '../../engine/index.js';
import type { Plan } from '../../engine/index.js';
import { stepOf } from '../calendar.js';
import type { Frame } from './frame.js';

/** A pool as it is known, from one announcement to the next; none where it is without limit all the time. */
export function layKnown<Row>(frame: Frame, rows: readonly (readonly Row[])[], lay: (known: readonly Row[]) => Int32Array | null): readonly Int32Array[] {
  const each = rows.map((known, i) => (i > 0 && JSON.stringify(known) === JSON.stringify(rows[i - 1]) ? undefined : lay(known)));
  if (each.every((known) => known === null || known === undefined)) return [];
  const series: Int32Array[] = [];
  for (const known of each) series.push(known === undefined ? series.at(-1)! : (known ?? new Int32Array(frame.horizon).fill(UNLIMITED)));
  return series;
}

type Revisions = Pick<Plan, `revision${'Known' | 'Pool' | 'From' | 'Until' | 'Change'}`>;

/** What each announcement changes, from the step in which it is made: stretches of steps with the same difference from what was known before (MODEL 2.2). */
export function layRevisions({ scenario, horizon }: Frame, pools: readonly { readonly capacity: Int32Array; readonly later: readonly Int32Array[] }[]): Revisions {
  const rows: { readonly known: number; readonly pool: number; readonly from: number; readonly until: number; readonly change: number }[] = [];
  scenario.known.forEach(({ before: month }, k) => {
    const known = Math.max(1, stepOf(scenario, month));
    pools.forEach(({ capacity, later }, pool) => {
      const [before, after] = [k === 0 ? capacity : later[k - 1]!, later[k]!];
      const change = (t: number): number => after[t]! - before[t]!;
      for (let from = known, until = known; before !== after && from < horizon; from = until) {
        while (until < horizon && change(until) === change(from)) until += 1;
        if (change(from) !== 0) rows.push({ known, pool, from, until: until - 1, change: change(from) });
      }
    });
  });
  const column = (key: keyof (typeof rows)[number]): Int32Array => Int32Array.from(rows, (row) => row[key]);
  return { revisionKnown: column('known'), revisionPool: column('pool'), revisionFrom: column('from'), revisionUntil: column('until'), revisionChange: column('change') };
}
