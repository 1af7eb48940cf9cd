import { layRagged } from '../../base/index.js';
import { UNIT } from '../../engine/index.js';
import type { Plan } from '../../engine/index.js';
import { stepOf } from '../calendar.js';
import { take } from './frame.js';
import type { Frame } from './frame.js';

/** The agreements of each home and block, in the order in which hosts are tried (MODEL 5.3); one of no places is none. */
export function layExchange(frame: Frame): Pick<Plan, 'agreements' | 'agreementHost' | 'agreementNumber'> {
  const { scenario, regions, blocks, horizon } = frame;
  const given = scenario.exchange.filter(({ places }) => places.value > 0);
  const number = new Int32Array(given.length * horizon);
  given.forEach(({ places, from, until }, i) => {
    const [first, end] = [Math.max(0, stepOf(scenario, from)), until === null ? horizon : Math.min(horizon, stepOf(scenario, until + 1))];
    if (first < end) number.fill(take(frame, places), i * horizon + first, i * horizon + end);
  });
  return {
    agreements: layRagged(regions.flatMap((home) => blocks.map((block) => given.flatMap((one, i) => (one.home === home && one.block === block ? [i] : []))))),
    agreementHost: Int32Array.from(given, ({ host }) => regions.indexOf(host)),
    agreementNumber: number,
  };
}

/** What those in the queues take of supervisors (MODEL 3.14); on supervisors without limit it is nothing. */
export function layLocum(frame: Frame, supervisorsPool: Plan['supervisorsPool']): Pick<Plan, 'locumPool' | 'locumLoad' | 'locumQueues'> {
  const { scenario, regions, blocks, pathways } = frame;
  const rows = scenario.locum.map((row) => ({ row, region: regions.indexOf(row.region) })).map(({ row, region }) => ({ row, region, pool: supervisorsPool[region * blocks.length + blocks.indexOf(row.block)]! }));
  const loaded = rows.filter(({ row, pool }) => row.load.value > 0 && pool >= 0);
  return {
    locumPool: Int32Array.from(loaded, ({ pool }) => pool),
    locumLoad: Int32Array.from(loaded, ({ row }) => Math.round(take(frame, row.load) * UNIT)),
    locumQueues: layRagged(loaded.map(({ row, region }) => row.pathways.map((id) => region * pathways.length + pathways.indexOf(id)).sort((a, b) => a - b))),
  };
}
