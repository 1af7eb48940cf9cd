import type { Replication, Run, Measure } from './measure.js';
import { sumSeries } from './measure.js';

/** The first table of a run (MODEL 10): how many start in a year under four conditions; the least of the first three is what limits. */
function startsMeasure(id: string, title: Measure['title'], pick: (replication: Replication) => Run): Measure {
  return {
    id,
    title,
    unit: { sv: 'starter per år', en: 'starts a year' },
    over: ['area', 'pathway', 'year'],
    better: 'neither',
    observe: (replication, grid, cells) => {
      const run = pick(replication);
      sumSeries(run, run.trace.started, grid, grid.yearOf, grid.sizes.year, cells);
    },
  };
}

export const demand = startsMeasure('demand', { sv: 'Behov: starter om varken tjänster eller platser begränsade', en: 'Demand: starts if neither positions nor pools limited' }, (r) => r.demand);
export const positions = startsMeasure('positions', { sv: 'Tjänster: starter om platser och handledare inte begränsade', en: 'Positions: starts if slots and supervisors did not limit' }, (r) => r.positions);
export const room = startsMeasure('room', { sv: 'Utrymme: starter om tjänster inte begränsade', en: 'Room: starts if positions did not limit' }, (r) => r.room);
export const happens = startsMeasure('happens', { sv: 'Utfall: starter', en: 'What happens: starts' }, (r) => r.main);
