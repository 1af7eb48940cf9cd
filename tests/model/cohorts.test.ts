import { expect, test } from 'vitest';
import { layClasses, placesOfStudy } from '../../src/model/cohorts.js';
import type { ProgrammeCohorts } from '../../src/model/scenario.js';
import { figure } from '../support/scenario.js';

const autumn = (year: number): number => 2 * year + 1;
const month = (year: number, m: number): number => 12 * year + m - 1;

const programme: ProgrammeCohorts = {
  terms: 11,
  intakes: [
    { university: 'Umeå', term: autumn(2020), places: figure(101) },
    { university: 'Lund', term: autumn(2020), places: figure(100) },
    { university: 'Lund', term: autumn(2020) + 1, places: figure(10) },
  ],
  completion: [{ termsLate: 0, share: figure(0.5) }, { termsLate: 1, share: figure(0.25) }],
  springMonth: 6,
  autumnMonth: 1,
};

test('who begins in the autumn of 2020 and is in time ends eleven terms later, in the autumn of 2025, and is available in January', () => {
  const classes = layClasses(programme);
  expect(placesOfStudy(programme)).toEqual(['Lund', 'Umeå']);
  expect(classes.map((c) => c.month)).toEqual([month(2026, 1), month(2026, 6), month(2027, 1)]);
});

test('a class is the nearest whole number of the country’s sum, shared over the places of study by largest remainder', () => {
  const classes = layClasses(programme);
  // 201 × 0.5 = 100.5 → 101: Lund 50, Umeå 50.5; then 201 × 0.25 + 10 × 0.5 = 55.25 → 55: Lund 30, Umeå 25.25; then 10 × 0.25 = 2.5 → 3.
  expect(classes.map((c) => c.number)).toEqual([[50, 51], [30, 25], [3, 0]]);
});

test('an autumn class that is available in the autumn stays in its year', () => {
  expect(layClasses({ ...programme, autumnMonth: 12 })[0]!.month).toBe(month(2025, 12));
});

test('a class names the cells behind it', () => {
  expect(layClasses(programme)[0]!.cells.map((c) => c.cell).sort()).toEqual(['test:0.5', 'test:100', 'test:101']);
});
