import { NEVER } from '../../engine/index.js';
import { countWait, mayWorkIn } from './journeys.js';
import type { Audit } from './place.js';
import { variantIn } from './variants.js';
import { APART, AT, DONE, FIELDS, IS_INITIAL, IS_STRETCHED, REGION, VARIANT } from './ways.js';
import type { Ways } from './ways.js';

/**
 * Follows everybody to the start of training, all at once. A way with leaves, promises or forms that are not plain is left apart. False when something is not as it
 * should be: then everybody has to be followed one by one, to say what.
 */
export function followToStarts(audit: Audit, ways: Ways): boolean {
  const { plan, roster, trace, tally, tables } = audit;
  const { steps, regions, pathways, appliesTo, closesSteps, variantNeedsIntake, variantNeedsPosition } = plan;
  const { rows, pathway, appliedBefore, mobile, initialVariant, factorNumerator, factorDenominator } = roster;
  const { isPlain, intakes: { first } } = tables;
  const mayBeApart = audit.hasPromises || roster.leaves > 0;
  for (let row = 0; row < rows; row++) {
    const variant = trace.variant[row]!;
    const starts = trace.starts[row]!;
    const joins = trace.joins[row]!;
    const at = row * FIELDS;
    if ((variant !== -1 && isPlain[variant] !== 1) || (mayBeApart && isApart(audit, row))) {
      ways[at + VARIANT] = APART;
      continue;
    }
    if (initialVariant[row]! >= 0) {
      if (!enterInitial(audit, ways, row)) return false;
      continue;
    }
    const home = trace.home[row]!;
    if (starts === NEVER) {
      if (variant !== -1 || trace.region[row] !== -1 || trace.completes[row] !== NEVER) return false;
      if (joins < steps && !(home >= 0 && home < regions)) return false;
      if (joins < steps) countWait(audit, row, steps);
      else if (trace.gaveUp[row] !== NEVER) return false;
      continue;
    }
    const region = trace.region[row]!;
    const isPossible = starts >= joins && starts >= 0 && starts < steps && home >= 0 && home < regions && region >= 0 && region < regions;
    if (!isPossible || variant !== variantIn(audit, row, region, joins)) return false;
    const needsPosition = variantNeedsPosition[variant] === 1;
    if (region !== home && !(needsPosition && ((mobile[row] === 1 && appliesTo > 0) || mayWorkIn(audit, row, region)))) return false;
    const queue = region * pathways + pathway[row]!;
    if (variantNeedsIntake[variant] === 1) {
      const isInTime = appliedBefore[row] === 1 || starts - joins >= closesSteps[pathway[row]!]!;
      if (!isInTime || first[queue * (steps + 1) + starts] !== starts) return false;
      if (needsPosition) tally.filled[queue * steps + starts]! += 1;
    }
    tally.started[queue * steps + starts]! += 1;
    countWait(audit, row, starts);
    ways[at + VARIANT] = variant + 1;
    ways[at + AT] = starts;
    ways[at + DONE] = factorNumerator[row] === factorDenominator[row] ? 0 : IS_STRETCHED;
    ways[at + REGION] = region;
  }
  return true;
}

/** Who may take leave, was recruited before the licence, or lost a promise. */
function isApart({ roster, trace, hasPromises }: Audit, row: number): boolean {
  if (roster.leaves > 0 && roster.leaveAfter[row * roster.leaves] !== 0) return true;
  return hasPromises && (trace.recruited[row] !== NEVER || trace.lost[row] !== NEVER);
}

/** In training from the beginning: the last steps of the blocks as listed are left (MODEL 9.1). */
function enterInitial({ plan, roster, trace, tally, tables }: Audit, ways: Ways, row: number): boolean {
  const variant = roster.initialVariant[row]!;
  const region = roster.region[row]!;
  const left = roster.initialLeft[row]!;
  const isAsGiven = trace.region[row] === region && trace.variant[row] === variant && trace.starts[row] === left - plan.variantLength[variant]! && trace.gaveUp[row] === NEVER;
  if (!isAsGiven || !(region >= 0 && region < plan.regions) || left < 0) return false;
  tally.begun[roster.pathway[row]!]! += 1;
  let done = IS_INITIAL;
  const first = plan.stretchFrom[variant]!;
  for (let s = first; s < plan.stretchFrom[variant + 1]!; s++) if (left <= tables.lengthAfter[s]!) done |= 1 << (s - first);
  const at = row * FIELDS;
  ways[at + VARIANT] = variant + 1;
  ways[at + DONE] = done;
  ways[at + REGION] = region;
  return true;
}
