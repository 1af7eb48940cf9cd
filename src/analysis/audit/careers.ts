import type { Column } from '../../base/index.js';
import type { Trace } from '../../engine/index.js';
import { complain } from './violations.js';
import type { Report } from './violations.js';
import { APART, FROM, WAY_FIELDS } from './ways.js';
import type { Ways } from './ways.js';

/** Stays and leaves of a trace, gathered doctor by doctor, in order of time. */
export interface Careers {
  readonly stayFrom: Int32Array; // [row + 1] → place in stays
  readonly stays: Int32Array; // [place] stay
  readonly leaveFrom: Int32Array; // [row + 1] → place in leaves
  readonly leaves: Int32Array; // [place] leave
}

/** Gathers the stays and leaves of each doctor; those of nobody are told of. */
export function gatherCareers(trace: Trace, rows: number, report: Report): Careers {
  const isKnown = (row: number): boolean => row >= 0 && row < rows;
  const careers = gatherThose(trace, rows, isKnown);
  if (careers.stays.length < trace.stays) complain(report, 'stays', { ofNobody: trace.stays - careers.stays.length });
  if (careers.leaves.length < trace.leaves) complain(report, 'leave', { ofNobody: trace.leaves - careers.leaves.length });
  return careers;
}

/** Gathers the stays and leaves of doctors whose way is left apart. */
export function gatherApart(trace: Trace, rows: number, ways: Ways): Careers {
  return gatherThose(trace, rows, (row) => ways[row * WAY_FIELDS + FROM] === APART);
}

function gatherThose(trace: Trace, rows: number, isWanted: (row: number) => boolean): Careers {
  const stays = gather(rows, trace.stays, trace.stayRow, trace.stayFrom, isWanted);
  const leaves = gather(rows, trace.leaves, trace.leaveRow, trace.leaveFrom, isWanted);
  return { stayFrom: stays.from, stays: stays.items, leaveFrom: leaves.from, leaves: leaves.items };
}

function gather(rows: number, count: number, rowOf: Column, stepOf: Column, isWanted: (row: number) => boolean): { readonly from: Int32Array; readonly items: Int32Array } {
  const from = new Int32Array(rows + 1);
  for (let i = 0; i < count; i++) if (isWanted(rowOf[i]!)) from[rowOf[i]! + 1]! += 1;
  for (let row = 0; row < rows; row++) from[row + 1]! += from[row]!;
  const next = from.slice(0, rows);
  const items = new Int32Array(from[rows]!);
  for (let i = 0; i < count; i++) {
    const row = rowOf[i]!;
    if (!isWanted(row)) continue;
    let place = next[row]!++;
    // Those of one doctor are few and nearly always in order already.
    for (; place > from[row]! && stepOf[items[place - 1]!]! > stepOf[i]!; place--) items[place] = items[place - 1]!;
    items[place] = i;
  }
  return { from, items };
}
