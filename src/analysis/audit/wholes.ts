import { NEVER } from '../../engine/index.js';
import type { Plan } from '../../engine/index.js';
import { BEFORE, reserve } from './book.js';
import { DOCTORS, INITIAL, ITINERARY_FIELDS, LISTED, SPAN, WHAT } from './itineraries.js';
import type { Itineraries } from './itineraries.js';
import { HIGH, LOW, highOf, lowOf } from './pairs.js';
import type { Audit } from './place.js';
import { layZeros } from './scratch.js';
import { FORM_FIELDS, NEEDS_POSITION } from './tables.js';
import { placeAt } from './tally.js';

/** How many doctors, each counted ahead, start: all as if at home, for who has moved is put right by itself (`move`). */
export type HomeStarts = Int32Array; // [region × pathway × step]

/** Nobody, as yet. */
export function layHomeStarts({ regions, pathways, steps }: Plan): HomeStarts {
  return layZeros('home starts', regions * pathways * steps);
}

/** Counts those who go through one as a whole, as many as there are. */
export function countWholes(audit: Audit, all: Itineraries, starts: HomeStarts): void {
  countStarters(audit, all, starts);
  for (let at = 0; at < all.length; at += ITINERARY_FIELDS) if (all[at + INITIAL]! > 0) countInitial(audit, all, at);
}

/** Those who start so: in training until the end, the main supervisor held all the while. */
function countStarters(audit: Audit, all: Itineraries, starts: HomeStarts): void {
  const { plan, plan: { steps, pathways, variantPathway, mainPool, variantMainLoad }, tables: { forms }, tally: { filled, training, completed }, book } = audit;
  for (let at = 0; at < all.length; at += ITINERARY_FIELDS) {
    const doctors = all[at + DOCTORS]!;
    if (doctors === 0) continue;
    const [variant, region, start, end] = [all[at + WHAT]! >>> HIGH, all[at + WHAT]! & LOW, all[at + SPAN]! >>> HIGH, all[at + SPAN]! & LOW];
    const from = (region * pathways + variantPathway[variant]!) * steps;
    starts[from + start]! += doctors;
    filled[from + start]! += doctors * forms[variant * FORM_FIELDS + NEEDS_POSITION]!;
    if (end < steps) {
      training[from + end]! -= doctors;
      completed[from + end]! += doctors;
    }
    if (mainPool[region]! >= 0) reserve(plan, book, start, mainPool[region]!, start, end - 1, doctors * variantMainLoad[variant]!, NEVER);
  }
}

/** Those who were in training when the run began. */
function countInitial({ plan, tally, book }: Audit, all: Itineraries, at: number): void {
  const doctors = all[at + INITIAL]!;
  const pair = LISTED - all[at + WHAT]!;
  const [variant, region, end] = [highOf(pair), lowOf(pair), lowOf(all[at + SPAN]!)];
  const pathway = plan.variantPathway[variant]!;
  const queue = region * plan.pathways + pathway;
  tally.begun[pathway]! += doctors;
  tally.training[placeAt(plan, queue, 0)]! += doctors;
  reserve(plan, book, BEFORE, plan.mainPool[region]!, 0, end - 1, doctors * plan.variantMainLoad[variant]!, NEVER);
  if (end >= plan.steps) return;
  tally.training[placeAt(plan, queue, end)]! -= doctors;
  tally.completed[placeAt(plan, queue, end)]! += doctors;
}

/** Counts those who start: out of the queue, and into training. */
export function countHomeStarts({ plan: { steps, regions, pathways }, tally: { queue, training, started, waited } }: Audit, starts: HomeStarts): void {
  for (let cell = 0; cell < regions * pathways; cell++) {
    const from = cell * steps;
    let saved = 0; // doctor-steps of waiting
    for (let t = 0; t < steps; t++) {
      const doctors = starts[from + t]!;
      if (doctors === 0) continue;
      queue[from + t]! -= doctors;
      training[from + t]! += doctors;
      started[from + t]! += doctors;
      saved += doctors * (steps - t);
    }
    waited[cell]! -= saved;
  }
}
