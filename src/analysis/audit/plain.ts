import { NEVER } from '../../engine/index.js';
import { countWait, mayWorkIn } from './journeys.js';
import type { Audit } from './place.js';
import { ALL_LEFT, FIRST_STRETCH, FORM_FIELDS, IS_LAST, IS_PLAIN, NEEDS_INTAKE, NEEDS_POSITION, NTH, PATHWAY } from './tables.js';
import { ARRIVED, AWAITING, FIELDS, FILLED, QUEUE, STARTED } from './tally.js';
import { variantIn } from './variants.js';
import { APART, AT, FROM, IS_INITIAL, IS_STRETCHED, LEFT_TO_DO, REGION, WAY_FIELDS } from './ways.js';
import type { Ways } from './ways.js';

/**
 * Follows everybody to the start of training, all at once. A way with leaves, promises or a form that is not plain is left apart. False when something is not as it
 * should be: then everybody has to be followed one by one, to say what.
 */
export function followToStarts(audit: Audit, ways: Ways): boolean {
  const { plan: { steps }, roster, trace, tables: { forms } } = audit;
  const { rows, initialVariant } = roster;
  const { variant: variants, starts, joins, region, completes, home, gaveUp } = trace;
  const mayBeApart = audit.hasPromises || roster.leaves > 0;
  const regions = audit.plan.regions;
  for (let row = 0; row < rows; row++) {
    const variant = variants[row]!;
    if ((variant !== -1 && forms[variant * FORM_FIELDS + IS_PLAIN] !== 1) || (mayBeApart && isApart(audit, row))) ways[row * WAY_FIELDS + FROM] = APART;
    else if (initialVariant[row]! >= 0) {
      if (!enterInitial(audit, ways, row)) return false;
    } else if (variant !== -1) ways[row * WAY_FIELDS + FROM] = forms[variant * FORM_FIELDS + FIRST_STRETCH]! + 1;
    else {
      if (starts[row] !== NEVER || region[row] !== -1 || completes[row] !== NEVER) return false;
      if (joins[row]! >= steps ? gaveUp[row] !== NEVER : !(home[row]! >= 0 && home[row]! < regions)) return false;
    }
  }
  return followStarts(audit, ways) && followWaits(audit, ways);
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
  const steps = roster.initialLeft[row]!;
  const isAsGiven = trace.region[row] === region && trace.variant[row] === variant && trace.starts[row] === steps - plan.variantLength[variant]! && trace.gaveUp[row] === NEVER;
  if (!isAsGiven || !(region >= 0 && region < plan.regions) || steps < 0) return false;
  tally.begun[roster.pathway[row]!]! += 1;
  const first = plan.stretchFrom[variant]!;
  let left = IS_INITIAL;
  for (let s = first; s < plan.stretchFrom[variant + 1]!; s++) if (steps > tables.lengthAfter[s]!) left |= 1 << (s - first);
  ways[row * WAY_FIELDS + FROM] = first + 1;
  ways[row * WAY_FIELDS + LEFT_TO_DO] = left;
  ways[row * WAY_FIELDS + REGION] = region;
  return true;
}

/** Starts where and when they may, in the variant that was drawn (MODEL 2.6, 3.12, 5). */
function followStarts(audit: Audit, ways: Ways): boolean {
  const { plan, roster, trace, tally: { counts }, tables: { forms, sharesAt, intakes: { first } } } = audit;
  const { steps, regions, pathways, appliesTo, closesSteps, variantShares: { values } } = plan;
  const { rows, pathway, appliedBefore, mobile, factorNumerator, factorDenominator, variantLuck } = roster;
  const { joins: joinsOf, home: homeOf, region: regionOf, variant, starts: startsOf } = trace;
  for (let row = 0; row < rows; row++) {
    const at = row * WAY_FIELDS;
    if (ways[at + FROM]! <= 0 || ways[at + LEFT_TO_DO] !== 0) continue;
    const form = variant[row]! * FORM_FIELDS;
    const starts = startsOf[row]!;
    const joins = joinsOf[row]!;
    const home = homeOf[row]!;
    const region = regionOf[row]!;
    const p = pathway[row]!;
    if (!(starts >= joins && starts >= 0 && starts < steps && home >= 0 && home < regions && region >= 0 && region < regions)) return false;
    const queue = region * pathways + p;
    if (joins < 0) {
      if (variant[row] !== variantIn(audit, row, region, joins)) return false;
    } else {
      const luck = variantLuck[row]! >>> 0;
      const shares = sharesAt[queue * steps + joins]! + forms[form + NTH]!;
      if (forms[form + PATHWAY] !== p || (forms[form + NTH]! > 0 && luck < values[shares]!) || (forms[form + IS_LAST] !== 1 && luck >= values[shares + 1]!)) return false;
    }
    const needsPosition = forms[form + NEEDS_POSITION]!;
    if (region !== home && !(needsPosition === 1 && ((appliesTo > 0 && mobile[row] === 1) || mayWorkIn(audit, row, region)))) return false;
    const place = (queue * (steps + 1) + starts) * FIELDS;
    if (forms[form + NEEDS_INTAKE] === 1) {
      if (first[queue * (steps + 1) + starts] !== starts || (starts - joins < closesSteps[p]! && appliedBefore[row] !== 1)) return false;
      if (needsPosition === 1) counts[place + FILLED]! += 1;
    }
    counts[place + STARTED]! += 1;
    ways[at + AT] = starts;
    ways[at + LEFT_TO_DO] = factorNumerator[row] === factorDenominator[row] ? forms[form + ALL_LEFT]! : forms[form + ALL_LEFT]! | IS_STRETCHED;
    ways[at + REGION] = region;
  }
  return true;
}

/** Waits of all who have joined, from joining until the start or the end; who may give up is counted alone. */
function followWaits(audit: Audit, ways: Ways): boolean {
  const { plan: { steps, pathways, closesSteps }, roster, trace, tally: { counts, waited }, tables: { hasOpenForms, intakes: { first } } } = audit;
  const { rows, pathway, appliedBefore, givesUp } = roster;
  const { joins: joinsOf, home, starts, gaveUp } = trace;
  for (let row = 0; row < rows; row++) {
    const joins = joinsOf[row]!;
    if (joins >= steps || ways[row * WAY_FIELDS + FROM] === APART || (ways[row * WAY_FIELDS + LEFT_TO_DO]! & IS_INITIAL) !== 0) continue;
    const until = Math.min(steps, starts[row]!);
    if (hasOpenForms || givesUp[row] !== 0 || gaveUp[row] !== NEVER) {
      countWait(audit, row, until);
      continue;
    }
    const queue = home[row]! * pathways + pathway[row]!;
    const joined = Math.max(joins, 0);
    const inTime = appliedBefore[row] === 1 ? joined : Math.min(steps, Math.max(joined, joins + closesSteps[pathway[row]!]!));
    const line = queue * (steps + 1);
    const stood = Math.min(until, first[line + inTime]!);
    counts[(line + joined) * FIELDS + ARRIVED]! += 1;
    counts[(line + joined) * FIELDS + QUEUE]! += 1;
    counts[(line + joined) * FIELDS + AWAITING]! += 1;
    counts[(line + until) * FIELDS + QUEUE]! -= 1;
    counts[(line + stood) * FIELDS + AWAITING]! -= 1;
    waited[queue]! += until - joined;
  }
  return true;
}
