import { agreedFlows, visitExchanged } from '../exchange.js';
import type { Measure } from './measure.js';
import { cellAt } from './measure.js';

const OVER = ['area', 'year'] as const;

/** Doctor-months done with a host, by the region that gives the places or the one that has them (MODEL 5.3); an area's own exchange counts in both. */
function exchangeMeasure(id: string, title: Measure['title'], side: 'home' | 'host'): Measure {
  return {
    id,
    title,
    unit: { sv: 'läkarmånader per år', en: 'doctor-months a year' },
    over: OVER,
    better: 'neither',
    isUsed: (plan) => plan.agreementHost.length > 0,
    observe: ({ main }, grid, cells) => {
      const flows = agreedFlows(main.plan);
      cells.fill(0);
      visitExchanged(main, grid, (flow, year, months) => {
        for (const area of grid.areasOf[flows[flow]![side]]!) cells[cellAt(grid, OVER, area, year)]! += months;
      });
    },
  };
}

export const exchangeGiven = exchangeMeasure('exchange-given', { sv: 'Sidotjänstgöring som regionen gav plats för', en: 'Exchange that the region gave places for' }, 'host');
export const exchangeReceived = exchangeMeasure('exchange-received', { sv: 'Sidotjänstgöring som regionens läkare fick hos andra', en: 'Exchange that the region’s doctors had elsewhere' }, 'home');
