import { LATER, NEVER } from '../../engine/index.js';
import type { Audit } from './place.js';
import { complain } from './violations.js';

/**
 * Where and when everybody joins: first pathways as the roster says, a later one where and when the one before has led to (MODEL 6.1). It is joined only within
 * the run.
 */
export function checkChains(audit: Audit): void {
  const { roster, trace, report } = audit;
  const hasLater = roster.rows > 0 && roster.joins[roster.rows - 1] === LATER;
  // Where nothing is to be decided, a trace may hold the very columns of the roster.
  if (!hasLater && trace.joins === roster.joins && trace.home === roster.region) return;
  const { joins, home } = hasLater ? leadAll(audit) : { joins: roster.joins, home: roster.region };
  for (let row = 0; row < roster.rows; row++) {
    const isSame = trace.joins[row] === joins[row] && (joins[row] === NEVER || trace.home[row] === home[row]);
    if (!isSame) complain(report, 'chain', { row, joins: trace.joins[row]!, expected: joins[row]!, home: trace.home[row]!, there: home[row]! });
  }
}

/** Who joins a later pathway, and where. */
function leadAll(audit: Audit): { readonly joins: Int32Array; readonly home: Int32Array } {
  const { roster } = audit;
  const joins = roster.joins.slice();
  const home = roster.region.slice();
  for (let row = 0; row < roster.rows; row++) {
    if (roster.joins[row] !== LATER) continue;
    joins[row] = NEVER;
    home[row] = -1;
  }
  for (let row = 0; row < roster.rows; row++) if (roster.then[row]! >= 0) leadOn(audit, row, joins, home);
  return { joins, home };
}

function leadOn(audit: Audit, row: number, joins: Int32Array, home: Int32Array): void {
  const { plan, roster, trace } = audit;
  const next = roster.then[row]!;
  const gate = plan.gates[plan.gateOf[roster.pathway[row]!]!];
  const since = gate?.isRequired === true ? licenceOf(audit, row, gate.processing) : trace.completes[row]!;
  const step = since === NEVER ? NEVER : since + roster.delay[next]!;
  if (step >= plan.steps) return;
  joins[next] = step;
  home[next] = roster.region[next]! >= 0 ? roster.region[next]! : trace.region[row]!;
}

/** The licence: so many steps after completion and pass, whichever is later (MODEL 3.11). */
function licenceOf({ trace }: Audit, row: number, processing: number): number {
  const [completes, passed] = [trace.completes[row]!, trace.passed[row]!];
  return completes === NEVER || passed === NEVER ? NEVER : Math.max(completes, passed) + processing;
}
