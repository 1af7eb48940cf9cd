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
        for (let i = 0; i < trace.stays; i++) {
          const block = plan.stretchBlock[trace.stayStretch[i]!]!;
          if (perMonth[block] === 0) continue;
          const pathway = roster.pathway[trace.stayRow[i]!]!;
          const last = Math.min(trace.stayUntil[i]!, plan.steps - 1);
          for (let t = Math.max(trace.stayFrom[i]!, grid.firstStep); t <= last; t++) {
            for (const area of grid.areasOf[trace.stayRegion[i]!]!) steps[block * cells.length + cellAt(grid, OVER, area, pathway, grid.yearOf[t]!)]! += 1;
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
