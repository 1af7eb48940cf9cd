import { inflow } from './inflow.js';
import { gaveUp, lost, lostBetween, passedOver, vacant } from './losses.js';
import type { Measure } from './measure.js';
import { capacity, needed, used } from './places.js';
import { queue, queueByHeadroom, training } from './queues.js';
import { demand, happens, positions, room } from './starts.js';
import { utilisation } from './utilisation.js';
import { startedWithin, surveyWait, waitCalendar, waitGap, waitQueue } from './waits.js';

/** Every figure that a report may print. */
export const MEASURES: readonly Measure[] = [
  demand, positions, room, happens, vacant, inflow, queue, training, queueByHeadroom, surveyWait, startedWithin, waitGap, waitCalendar, waitQueue,
  used, needed, capacity, utilisation, lost, lostBetween, passedOver, gaveUp,
];

/** What is said of a run in the other placement mode, too: starts, queues, waits and their causes (MODEL 3.4). */
export const MODE_MEASURES: readonly Measure[] = [happens, queue, waitQueue, lost, lostBetween];

export type { Measure, Replication, Run } from './measure.js';
