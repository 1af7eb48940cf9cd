import { NEVER } from '../../engine/index.js';
import { countWait, mayWorkIn } from './journeys.js';
import { DOCTORS, INITIAL, ITINERARY_FIELDS, LISTED, SPAN, WHAT } from './itineraries.js';
import type { Itineraries, Reserved } from './itineraries.js';
import { AHEAD, FORM, IN_TIME, IN_TRAINING, LINE_FIELDS, stoodAt, takeAhead } from './lines.js';
import type { Lines } from './lines.js';
import { HIGH, LOW, highOf, lowOf } from './pairs.js';
import type { Audit } from './place.js';
import { ALL_LEFT, FIRST_STRETCH, FORM_FIELDS, IS_LAST, IS_PLAIN, NEEDS_INTAKE, NEEDS_POSITION, NTH, PATHWAY } from './tables.js';
import { placeAt } from './tally.js';
import { variantIn } from './variants.js';
import { APART, AT, FROM, IS_INITIAL, IS_STRETCHED, LEFT_TO_DO, QUEUE, WAY_FIELDS } from './ways.js';
import type { Ways } from './ways.js';
import { countHomeStarts, countWholes, layHomeStarts } from './wholes.js';
import type { HomeStarts } from './wholes.js';

/**
 * Follows everybody to the start of training, all at once, and those who take an itinerary at home as a whole to its end. A way with leaves, promises or a form that is
 * not plain is left apart. False when something is not as it should be: then everybody has to be followed one by one, to say what.
 */
export function followToStarts(audit: Audit, ways: Ways, ahead: Lines, all: Itineraries, reserved: Reserved): boolean {
  const { tally } = audit;
  tally.queue.set(ahead.queue);
  tally.awaiting.set(ahead.awaiting);
  tally.arrived.set(ahead.arrived);
  tally.waited.set(ahead.waited);
  const starts = layHomeStarts(audit.plan);
  if (audit.plan.mode === 'step') {
    if (!startStepwise(audit, ways, ahead, starts)) return false;
  } else {
    if (!startWhole(audit, ways, ahead, all, reserved)) return false;
    countWholes(audit, all, starts);
  }
  countHomeStarts(audit, starts);
  return true;
}

/** Nearly all take an itinerary as a whole, from its beginning to its end. False when one is not as it should be. */
function startWhole(audit: Audit, ways: Ways, ahead: Lines, all: Itineraries, reserved: Reserved): boolean {
  countWhole(audit, ahead.lines, all, reserved);
  const { of, others, count, movers, moved } = reserved;
  for (let i = 0; i < moved; i++) if (!move(audit, all, movers[i]!, (of[movers[i]!]! - 1) * ITINERARY_FIELDS)) return false;
  for (let i = 0; i < count; i++) if (!followToStart(audit, ways, ahead, others[i]!)) return false;
  return true;
}

/**
 * Counts those who take one as a whole: from the start on, or what was left of the form when the run began (MODEL 9.1). Lists those of them who may have moved, and all
 * others. Nothing is called for a doctor: the machine then keeps all that does not change at hand.
 */
function countWhole(audit: Audit, lines: Int32Array, all: Itineraries, reserved: Reserved): void {
  const { plan: { variantLength }, roster: { rows }, trace: { variant, starts, region, completes, gaveUp } } = audit;
  const { of, others, movers } = reserved;
  const mayBeApart = audit.hasPromises || audit.roster.leaves > 0;
  let [odd, moved] = [0, 0];
  for (let row = 0; row < rows; row++) {
    const form = lines[row * LINE_FIELDS + FORM]!;
    const time = lines[row * LINE_FIELDS + IN_TIME]!;
    const at = (of[row]! - 1) * ITINERARY_FIELDS;
    if (form >= 0 && at >= 0 && starts[row]! >= time) {
      const what = all[at + WHAT]!;
      const span = all[at + SPAN]!;
      // None of these differs from what the itinerary says.
      const differs = (variant[row]! ^ (what >>> HIGH)) | (region[row]! ^ (what & LOW)) | (starts[row]! ^ (span >>> HIGH)) | (completes[row]! ^ (span & LOW)) | (gaveUp[row]! ^ NEVER);
      if (what >= 0 && differs === 0 && !(mayBeApart && isApart(audit, row))) {
        all[at + DOCTORS]! += 1;
        if (what !== form) movers[moved++] = row;
        continue;
      }
    } else if (form <= IN_TRAINING && at >= 0) {
      const pair = IN_TRAINING - form;
      const differs =
        (all[at + WHAT]! ^ (LISTED - pair)) | (variant[row]! ^ (pair >>> HIGH)) | (region[row]! ^ (pair & LOW)) | ((all[at + SPAN]! & LOW) ^ time) | (completes[row]! ^ time) | (gaveUp[row]! ^ NEVER);
      if (differs === 0 && starts[row] === time - variantLength[pair >>> HIGH]! && !(mayBeApart && isApart(audit, row))) {
        all[at + INITIAL]! += 1;
        continue;
      }
    }
    others[odd++] = row;
  }
  reserved.count = odd;
  reserved.moved = moved;
}

/** Whether a doctor may have gone where the itinerary is. The wait then ends at home, and not there, where all who take it are counted out of the queue. */
function move(audit: Audit, all: Itineraries, row: number, at: number): boolean {
  const { plan, trace, tally, tables: { forms } } = audit;
  const [variant, region, start] = [highOf(all[at + WHAT]!), lowOf(all[at + WHAT]!), highOf(all[at + SPAN]!)];
  const queue = region * plan.pathways + plan.variantPathway[variant]!;
  if (!isDrawn(audit, row, queue, trace.joins[row]!) || forms[variant * FORM_FIELDS + NEEDS_POSITION] !== 1 || !mayMove(audit, row, region)) return false;
  tally.queue[placeAt(plan, queue, start)]! += 1;
  tally.waited[queue]! += plan.steps - start;
  return endWait(audit, row);
}

function mayMove(audit: Audit, row: number, region: number): boolean {
  return (audit.plan.appliesTo > 0 && audit.roster.mobile[row] === 1) || mayWorkIn(audit, row, region);
}

/** Nearly all start at home, in the form that was drawn there. */
function startStepwise(audit: Audit, ways: Ways, ahead: Lines, homeStarts: HomeStarts): boolean {
  const { plan: { steps, pathways, stretchBlock }, roster, trace, tally: { filled }, tables: { forms, intakes: { first } } } = audit;
  const { lines } = ahead;
  const { rows } = roster;
  const { variant, starts: startsOf, region, gaveUp } = trace;
  const mayBeApart = audit.hasPromises || roster.leaves > 0;
  const stretches = stretchBlock.length;
  for (let row = 0; row < rows; row++) {
    const line = row * LINE_FIELDS;
    const form = lines[line + FORM]!;
    const starts = startsOf[row]!;
    // Somebody counted ahead has a form that needs an intake.
    if (form >= 0 && starts >= lines[line + IN_TIME]! && starts < steps && ((variant[row]! ^ (form >>> HIGH)) | (region[row]! ^ (form & LOW)) | (gaveUp[row]! ^ NEVER)) === 0) {
      const fields = (form >>> HIGH) * FORM_FIELDS;
      const home = form & LOW;
      const queue = home * pathways + forms[fields + PATHWAY]!;
      if (first[queue * (steps + 1) + starts] === starts && !(mayBeApart && isApart(audit, row))) {
        homeStarts[queue * steps + starts]! += 1;
        filled[queue * steps + starts]! += forms[fields + NEEDS_POSITION]!;
        const at = row * WAY_FIELDS;
        ways[at + FROM] = home * stretches + forms[fields + FIRST_STRETCH]! + 1;
        ways[at + AT] = starts;
        ways[at + LEFT_TO_DO] = forms[fields + ALL_LEFT]!;
        ways[at + QUEUE] = queue;
        continue;
      }
    }
    if (!followToStart(audit, ways, ahead, row)) return false;
  }
  return true;
}

/** Who may take leave, was recruited before the licence, or lost a promise. */
function isApart({ roster, trace, hasPromises }: Audit, row: number): boolean {
  if (roster.leaves > 0 && roster.leaveAfter[row * roster.leaves] !== 0) return true;
  return hasPromises && (trace.recruited[row] !== NEVER || trace.lost[row] !== NEVER);
}

/** Follows one doctor to the start, whoever it is. */
function followToStart(audit: Audit, ways: Ways, { lines }: Lines, row: number): boolean {
  const { plan: { steps, regions }, roster, trace, tally, tables } = audit;
  const variant = trace.variant[row]!;
  const isAhead = lines[row * LINE_FIELDS + FORM]! >= 0 || lines[row * LINE_FIELDS + FORM] === AHEAD;
  if ((variant !== -1 && tables.forms[variant * FORM_FIELDS + IS_PLAIN] !== 1) || ((audit.hasPromises || roster.leaves > 0) && isApart(audit, row))) {
    ways[row * WAY_FIELDS + FROM] = APART;
    if (isAhead) takeAhead(tables, roster, row, tally);
    return true;
  }
  if (roster.initialVariant[row]! >= 0) return enterInitial(audit, ways, row);
  if (variant !== -1) {
    if (!start(audit, ways, row)) return false;
  } else if (trace.starts[row] !== NEVER || trace.region[row] !== -1 || trace.completes[row] !== NEVER) return false;
  if (trace.joins[row]! >= steps) return trace.gaveUp[row] === NEVER;
  if (!(trace.home[row]! >= 0 && trace.home[row]! < regions)) return false;
  if (isAhead) return trace.gaveUp[row] === NEVER && endWait(audit, row);
  countWait(audit, row, Math.min(steps, trace.starts[row]!));
  return true;
}

/** In training from the beginning: the last steps of the blocks as listed are left (MODEL 9.1). */
function enterInitial({ plan, roster, trace, tally, tables }: Audit, ways: Ways, row: number): boolean {
  const variant = roster.initialVariant[row]!;
  const region = roster.region[row]!;
  const steps = roster.initialLeft[row]!;
  const isAsGiven = trace.region[row] === region && trace.variant[row] === variant && trace.starts[row] === steps - plan.variantLength[variant]! && trace.gaveUp[row] === NEVER;
  if (!isAsGiven || !(region >= 0 && region < plan.regions) || steps < 0) return false;
  tally.begun[roster.pathway[row]!]! += 1;
  const queue = region * plan.pathways + roster.pathway[row]!;
  tally.training[placeAt(plan, queue, 0)]! += 1;
  const first = plan.stretchFrom[variant]!;
  let left = IS_INITIAL;
  for (let s = first; s < plan.stretchFrom[variant + 1]!; s++) if (steps > tables.lengthAfter[s]!) left |= 1 << (s - first);
  ways[row * WAY_FIELDS + FROM] = region * plan.stretchBlock.length + first + 1;
  ways[row * WAY_FIELDS + LEFT_TO_DO] = left;
  ways[row * WAY_FIELDS + QUEUE] = queue;
  return true;
}

/** Starts where and when the doctor may, in the variant that was drawn (MODEL 2.6, 3.12, 5). */
function start(audit: Audit, ways: Ways, row: number): boolean {
  const { plan, roster, trace, tally, tables: { forms, intakes: { first } } } = audit;
  const { steps, regions, pathways } = plan;
  const [joins, home, region, starts, p] = [trace.joins[row]!, trace.home[row]!, trace.region[row]!, trace.starts[row]!, roster.pathway[row]!];
  const at = row * WAY_FIELDS;
  const form = trace.variant[row]! * FORM_FIELDS;
  if (!(starts >= joins && starts >= 0 && starts < steps && home >= 0 && home < regions && region >= 0 && region < regions)) return false;
  const queue = region * pathways + p;
  if (!isDrawn(audit, row, queue, joins)) return false;
  const needsPosition = forms[form + NEEDS_POSITION]!;
  if (region !== home && !(needsPosition === 1 && mayMove(audit, row, region))) return false;
  const place = placeAt(plan, queue, starts);
  if (forms[form + NEEDS_INTAKE] === 1) {
    if (first[queue * (steps + 1) + starts] !== starts || (starts - joins < plan.closesSteps[p]! && roster.appliedBefore[row] !== 1)) return false;
    if (needsPosition === 1) tally.filled[place]! += 1;
  }
  tally.started[place]! += 1;
  tally.training[place]! += 1;
  ways[at + FROM] = region * plan.stretchBlock.length + forms[form + FIRST_STRETCH]! + 1;
  ways[at + AT] = starts;
  ways[at + LEFT_TO_DO] = roster.factorNumerator[row] === roster.factorDenominator[row] ? forms[form + ALL_LEFT]! : forms[form + ALL_LEFT]! | IS_STRETCHED;
  ways[at + QUEUE] = queue;
  return true;
}

/** Whether the draw means the variant: of shares that never fall, two say it. */
function isDrawn(audit: Audit, row: number, queue: number, joins: number): boolean {
  const { plan, roster, trace, tables: { forms, sharesAt } } = audit;
  if (joins < 0) return trace.variant[row] === variantIn(audit, row, trace.region[row]!, joins);
  const { values } = plan.variantShares;
  const form = trace.variant[row]! * FORM_FIELDS;
  const luck = roster.variantLuck[row]! >>> 0;
  const shares = sharesAt[queue * plan.steps + joins]! + forms[form + NTH]!;
  return forms[form + PATHWAY] === roster.pathway[row] && !(forms[form + NTH]! > 0 && luck < values[shares]!) && (forms[form + IS_LAST] === 1 || luck < values[shares + 1]!);
}

/** Ends a wait that was counted ahead: who moves may start before the first intake at home. */
function endWait({ plan, roster, trace, tally, tables }: Audit, row: number): boolean {
  const until = trace.starts[row]!;
  if (until >= plan.steps) return true;
  const queue = roster.region[row]! * plan.pathways + roster.pathway[row]!;
  const stood = stoodAt(tables, roster, row);
  tally.queue[placeAt(plan, queue, until)]! -= 1;
  tally.waited[queue]! -= plan.steps - until;
  if (until >= stood) return true;
  tally.awaiting[placeAt(plan, queue, until)]! -= 1;
  if (stood < plan.steps) tally.awaiting[placeAt(plan, queue, stood)]! += 1;
  return true;
}
