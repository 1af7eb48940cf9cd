import type { Measure } from './measure.js';
import { cellAt } from './measure.js';

const OVER = ['area', 'pathway', 'year'] as const;

/** Weeks of acute hospital care that doctors give in blocks with a weight, by region of the block, pathway and year (MODEL 10); `perMonth` of each block. Left out where no block has a weight. */
export function serviceWeeks(perMonth: readonly number[]): readonly Measure[] {
  if (perMonth.every((weeks) => weeks === 0)) return [];
  return [
    {
      id: 'service-weeks',
      title: { sv: 'Veckor i akut sjukhusvård', en: 'Weeks in acute hospital care' },
      unit: { sv: 'veckor per år', en: 'weeks a year' },
      over: OVER,
      better: 'high',
      observe: ({ roster, main: { plan, trace } }, grid, cells) => {
        const steps = new Int32Array(plan.blocks * cells.length); // [block × cell]: whole steps, so that no order of adding matters
        const doctors = new Int32Array(trace.itineraries);
        const pathwayOf = new Int32Array(trace.itineraries); // one who shares an itinerary is in the same pathway as the others
        for (let booking = 0; booking < trace.bookings; booking++) {
          const itinerary = trace.bookingItinerary[booking]!;
          doctors[itinerary]! += 1;
          pathwayOf[itinerary] = roster.pathway[trace.bookingRow[booking]!]!;
        }
        for (let itinerary = 0; itinerary < trace.itineraries; itinerary++) {
          for (let i = trace.itineraryFrom[itinerary]!; i < trace.itineraryFrom[itinerary + 1]!; i++) {
            const block = plan.stretchBlock[trace.stayStretch[i]!]!;
            if (perMonth[block] === 0) continue;
            const last = Math.min(trace.stayUntil[i]!, plan.steps - 1);
            for (let t = Math.max(trace.stayFrom[i]!, grid.firstStep); t <= last; t++) {
              for (const area of grid.areasOf[trace.stayRegion[i]!]!) steps[block * cells.length + cellAt(grid, OVER, area, pathwayOf[itinerary]!, grid.yearOf[t]!)]! += doctors[itinerary]!;
            }
          }
        }
        cells.fill(0);
        steps.forEach((number, i) => {
          if (number > 0) cells[i % cells.length]! += (number * perMonth[Math.floor(i / cells.length)]!) / plan.stepsPerMonth;
        });
      },
    },
  ];
}
