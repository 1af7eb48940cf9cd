import { CAUSE } from '../../engine/index.js';
import type { Plan } from '../../engine/index.js';

/** What can make doctors of a region wait. `room` is a block's slots and supervisors together: where both are short, more of either alone does nothing. */
export type CulpritKind = 'awaiting-intake' | 'positions' | 'main-supervisors' | 'room' | 'slots' | 'supervisors' | 'st-posts';

/** One thing that can make the doctors of any region wait: of a pathway (positions), of a block (room), or of neither. */
export interface Culprit {
  readonly kind: CulpritKind;
  readonly of: number; // pathway, block, or −1
}

/** All of them, the same for every region. */
export function listCulprits(plan: Plan): readonly Culprit[] {
  const each = (kind: CulpritKind, n: number): Culprit[] => Array.from({ length: n }, (_, of) => ({ kind, of }));
  const one = (kind: CulpritKind): Culprit => ({ kind, of: -1 });
  return [
    one('awaiting-intake'), ...each('positions', plan.pathways), one('main-supervisors'), ...each('room', plan.blocks), ...each('slots', plan.blocks),
    ...each('supervisors', plan.blocks), ...(plan.hasStPosts ? [one('st-posts')] : []),
  ];
}

/** The rows of the axis of causes that are booked on a culprit, for doctors of a pathway. */
export function causesOf(plan: Plan, { kind, of }: Culprit, pathway: number): readonly number[] {
  const [slots, supervisors] = [CAUSE.blocks + of, CAUSE.blocks + plan.blocks + of];
  switch (kind) {
    case 'awaiting-intake':
      return [CAUSE.awaitingIntake];
    case 'positions':
      return of === pathway ? [CAUSE.positions] : [];
    case 'main-supervisors':
      return [CAUSE.mainSupervisors];
    case 'room':
      return [slots, supervisors];
    case 'slots':
      return [slots];
    case 'supervisors':
      return [supervisors];
    case 'st-posts':
      return [CAUSE.blocks + 2 * plan.blocks];
  }
}

/** The pools of a region behind a culprit. */
export function poolsOf(plan: Plan, { kind, of }: Culprit, region: number): readonly number[] {
  const block = region * plan.blocks + of;
  const pool = (): readonly number[] => {
    switch (kind) {
      case 'awaiting-intake':
        return [];
      case 'positions':
        return [plan.positionsPool[region * plan.pathways + of]!];
      case 'main-supervisors':
        return [plan.mainPool[region]!];
      case 'room':
        return [plan.slotsPool[block]!, plan.supervisorsPool[block]!];
      case 'slots':
        return [plan.slotsPool[block]!];
      case 'supervisors':
        return [plan.supervisorsPool[block]!];
      case 'st-posts':
        return [plan.stPool[region]!];
    }
  };
  return pool().filter((one) => one >= 0);
}

/** What is ranked as a bottleneck: everything that there is a limited amount of, a block's slots and supervisors as one. */
export const isRanked = ({ kind }: Culprit): boolean => kind === 'positions' || kind === 'main-supervisors' || kind === 'room' || kind === 'st-posts';
