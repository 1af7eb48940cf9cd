import { reserve } from './book.js';
import type { Audit, Place } from './place.js';
import { complain } from './violations.js';

/**
 * The region where a block is done: the employer's, or a host's under an agreement that the two have of the block (MODEL 5.3). How many an agreement takes at a time,
 * and within which dates, is booked like places of a pool; those of agreements come after the pools.
 */
export function stayWith({ plan, trace, book, report }: Audit, place: Place, stay: number, from: number, whole: number): number {
  const region = trace.stayRegion[stay]!;
  const agreement = trace.stayAgreement[stay]!;
  if (agreement === -1 && region === place.region) return region;
  const cell = place.region * plan.blocks + plan.stretchBlock[trace.stayStretch[stay]!]!;
  if (!isAgreed(plan, cell, agreement) || plan.agreementHost[agreement] !== region) {
    complain(report, 'exchange', { row: place.row, stay, employer: place.region, region, agreement });
    return place.region;
  }
  reserve(plan, book, place.made, plan.pools + agreement, from, from + whole - 1, 1, trace.stayUntil[stay]! + 1);
  return region;
}

function isAgreed({ agreements: { from, values } }: Audit['plan'], cell: number, agreement: number): boolean {
  for (let i = from[cell]!; i < from[cell + 1]!; i++) if (values[i] === agreement) return true;
  return false;
}
