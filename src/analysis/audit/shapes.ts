import type { Plan, Roster } from '../../engine/index.js';

// Plans and rosters come out of spreads and entries, each as a shape of its own to the machine, which then looks for every field anew. Written out
// field by field they are all of one shape: what runs over thousands of doctors is made ready once, for every plan and roster to come.

/** The same plan, in the one shape that an audit reads. */
export function shapePlan(plan: Plan): Plan {
  const {
    steps, horizon, regions, pathways, variants, blocks, streams, pools, poolKind, poolRegion, poolBlock, capacity, crowding, revisionKnown,
    revisionPool, revisionFrom, revisionUntil, revisionChange, slotsPool, supervisorsPool, mainPool, positionsPool, stPool, variantPathway,
    stretchFrom, stretchBlock, stretchLength, stretchSlots, stretchLoad, stretchAfter, variantLength, variantMainLoad, variantLongest, variantStPost,
    variantNeedsPosition, variantNeedsIntake, hasStPosts, legFrom, legStretch, legOffset, orderFrom, orderLegs, intake, closesSteps, windowSteps,
    carries, offerHolds, overOffer, reserveOffers, queueHash, rules, gateOf, gates, chains, agreements, agreementHost, agreementNumber, locumPool,
    locumLoad, locumQueues, variantShares, pathwayVariants, mode, choice, discipline, weight, priority, strict, passLimit, appliesTo, deterSteps,
    ownFirst, attraction, patienceSteps, neighbours, inflow, initialQueue, initialTraining, streamHash, firstMonth, stepsPerMonth,
  } = plan;
  return {
    steps, horizon, regions, pathways, variants, blocks, streams, pools, poolKind, poolRegion, poolBlock, capacity, crowding, revisionKnown,
    revisionPool, revisionFrom, revisionUntil, revisionChange, slotsPool, supervisorsPool, mainPool, positionsPool, stPool, variantPathway,
    stretchFrom, stretchBlock, stretchLength, stretchSlots, stretchLoad, stretchAfter, variantLength, variantMainLoad, variantLongest, variantStPost,
    variantNeedsPosition, variantNeedsIntake, hasStPosts, legFrom, legStretch, legOffset, orderFrom, orderLegs, intake, closesSteps, windowSteps,
    carries, offerHolds, overOffer, reserveOffers, queueHash, rules, gateOf, gates, chains, agreements, agreementHost, agreementNumber, locumPool,
    locumLoad, locumQueues, variantShares, pathwayVariants, mode, choice, discipline, weight, priority, strict, passLimit, appliesTo, deterSteps,
    ownFirst, attraction, patienceSteps, neighbours, inflow, initialQueue, initialTraining, streamHash, firstMonth, stepsPerMonth,
  };
}

/** Rosters never change, and are run by several plans. */
const known = new WeakMap<Roster, Roster>();

/** The same roster, in the one shape that an audit reads. */
export function shapeRoster(roster: Roster): Roster {
  const before = known.get(roster);
  if (before) return before;
  const shaped = writeOut(roster);
  known.set(roster, shaped);
  return shaped;
}

function writeOut(roster: Roster): Roster {
  const {
    rows, stream, cohort, ordinal, pathway, region, degree, joins, rank, appliedBefore, mobile, variantLuck, own0, own1, initialVariant, initialLeft,
    givesUp, factorNumerator, factorDenominator, late, fails, then, delay, leaves, leaveAfter, leaveLength,
  } = roster;
  return {
    rows, stream, cohort, ordinal, pathway, region, degree, joins, rank, appliedBefore, mobile, variantLuck, own0, own1, initialVariant, initialLeft,
    givesUp, factorNumerator, factorDenominator, late, fails, then, delay, leaves, leaveAfter, leaveLength,
    given: roster.given!,
    key: roster.key!,
  };
}
