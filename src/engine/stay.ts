import { book } from './ledger.js';
import type { Plan } from './plan.js';
import type { State } from './state.js';

/** Reserves one stretch in a block, at home or under an agreement with a host (−1: at home), whether there is room or not, and writes the stay down. */
export function stay(plan: Plan, state: State, row: number, home: number, stretch: number, from: number, until: number, agreement: number): void {
  const { trace } = state;
  const region = agreement < 0 ? home : plan.agreementHost[agreement]!;
  const index = trace.stays++;
  trace.stayRow[index] = row;
  trace.stayStretch[index] = stretch;
  trace.stayFrom[index] = from;
  trace.stayUntil[index] = until;
  trace.stayRegion[index] = region;
  trace.stayAgreement[index] = agreement;
  takeBlock(plan, state, region, stretch, from, until, agreement, 1);
  const { cells, size, stays } = state.progress;
  if (cells.length > 0) cells[row * size + stays + stretch - plan.stretchFrom[trace.variant[row]!]!] = index;
  if (state.gateRecords === null) return;
  state.gateRecords.before[index] = state.gateRecords.last[row]!;
  state.gateRecords.last[row] = index;
}

/** Frees what is reserved of a stay from `t` on; a stay that has not begun is void from then on. */
export function cutStay(plan: Plan, state: State, index: number, t: number): void {
  const { trace } = state;
  const from = Math.max(trace.stayFrom[index]!, t);
  const until = trace.stayUntil[index]!;
  if (until < from) return;
  takeBlock(plan, state, trace.stayRegion[index]!, trace.stayStretch[index]!, from, until, trace.stayAgreement[index]!, -1);
  trace.stayUntil[index] = from - 1;
}

/** Takes the stays that were void before they began out of the trace. */
export function dropVoidStays(state: State): void {
  const { trace } = state;
  let kept = 0;
  for (let i = 0; i < trace.stays; i++) {
    if (trace.stayUntil[i]! < trace.stayFrom[i]!) continue;
    trace.stayRow[kept] = trace.stayRow[i]!;
    trace.stayStretch[kept] = trace.stayStretch[i]!;
    trace.stayFrom[kept] = trace.stayFrom[i]!;
    trace.stayUntil[kept] = trace.stayUntil[i]!;
    trace.stayRegion[kept] = trace.stayRegion[i]!;
    trace.stayAgreement[kept] = trace.stayAgreement[i]!;
    kept += 1;
  }
  trace.stays = kept;
}

function takeBlock(plan: Plan, state: State, region: number, stretch: number, from: number, until: number, agreement: number, sign: number): void {
  const cell = region * plan.blocks + plan.stretchBlock[stretch]!;
  book(state.ledger, plan.slotsPool[cell]!, from, until, sign * plan.stretchSlots[stretch]!);
  book(state.ledger, plan.supervisorsPool[cell]!, from, until, sign * plan.stretchLoad[stretch]!);
  if (agreement >= 0) book(state.agreed, agreement, from, until, sign);
  state.fit.regionVersion[region]! += 1;
}
