import type { Plan } from '../../engine/index.js';
import { exchangeGiven, exchangeReceived } from './exchange.js';
import { examHolding, examSat, examSeats, examWaiting, licences } from './gates.js';
import { inflow } from './inflow.js';
import { gaveUp, lost, lostBetween, passedOver } from './losses.js';
import type { Measure } from './measure.js';
import { fillRate, noShows, opened, kept, lostPromises, recruited, untaken, vacant } from './openings.js';
import { capacity, needed, used } from './places.js';
import { queue, queueByHeadroom, training } from './queues.js';
import { demand, happens, positions, room } from './starts.js';
import { utilisation } from './utilisation.js';
import { startedWithin, surveyWait, waitCalendar, waitGap, waitQueue } from './waits.js';

/** Every figure that a report may print. */
export const MEASURES: readonly Measure[] = [
  demand, positions, room, happens, vacant, inflow, queue, training, queueByHeadroom, surveyWait, startedWithin, waitGap, waitCalendar, waitQueue,
  used, needed, capacity, utilisation, lost, lostBetween, passedOver, gaveUp,
  opened, kept, recruited, noShows, lostPromises, untaken, fillRate, licences, examWaiting, examHolding, examSat, examSeats, exchangeGiven, exchangeReceived,
];

/** The figures that tell of something which a scenario uses. */
export function measuresOf(plan: Plan): readonly Measure[] {
  return MEASURES.filter(({ isUsed }) => isUsed === undefined || isUsed(plan));
}

/** What is said of a run in the other placement mode, too: starts, queues, waits and their causes (MODEL 3.4). */
export const MODE_MEASURES: readonly Measure[] = [happens, queue, waitQueue, lost, lostBetween];

export { cellAt } from './measure.js';
export { serviceWeeks } from './service-weeks.js';
export type { Measure, Replication, Run } from './measure.js';
export { vacant } from './openings.js';
