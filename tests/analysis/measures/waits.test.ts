import { expect, test } from 'vitest';
import { cellsOf } from '../../support/cells.js';
import { pathway, room, scenario, stream, stretch } from '../../support/scenario.js';

const JUNE = 5;
const PLACES = 3; // the whole, its area, its region

test('the survey asks those who have started: while most still wait it tells of a short wait, and the share of the cohort tells the truth', () => {
  const two = scenario(30, { pathways: [pathway('P', [stretch('a', 18)])], streams: [stream('s', 'P', 'R', [1])], slots: [room('R', 'a', 2)] });
  const ten = Array.from({ length: 10 }, () => ({ joins: JUNE }));
  const [, inMay2027] = cellsOf('survey-wait', two, ten);
  expect(inMay2027).toBe(0);
  const within12 = cellsOf('started-within', two, ten).filter((cell) => cell !== null && cell > 0);
  expect(within12).toEqual(Array<number>(3 * PLACES).fill(0.2)); // within 3, 6 and 12 months alike
  const [, , inMay2028] = cellsOf('survey-wait', two, ten);
  expect(inMay2028).toBe(18);
});
