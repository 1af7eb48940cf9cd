import type { Chart } from '../chart.js';
import { demandCapacity } from './demand-capacity.js';
import { overlap } from './overlap.js';
import { queues } from './queues.js';
import { startedWithin } from './started-within.js';
import { utilisation } from './utilisation.js';
import { waitingCauses } from './waiting-causes.js';

/** Every chart there is, in the order a report shows them. */
export const CHARTS: readonly Chart[] = [overlap, queues, demandCapacity, startedWithin, utilisation, waitingCauses];
