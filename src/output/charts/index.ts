import { BugError } from '../../base/index.js';
import type { Chart } from '../chart.js';
import { demandCapacity } from './demand-capacity.js';
import { overlap } from './overlap.js';
import { queues } from './queues.js';
import { startedWithin } from './started-within.js';

/** Every chart there is, in the order a report shows them. */
export const CHARTS: readonly Chart[] = [overlap, queues, demandCapacity, startedWithin];

/** A chart by its id. */
export function chartOf(id: string): Chart {
  const chart = CHARTS.find((c) => c.id === id);
  if (chart === undefined) throw new BugError(`no chart ${id}`);
  return chart;
}
