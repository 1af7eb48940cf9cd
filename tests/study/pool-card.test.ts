import { expect, test } from 'vitest';
import { compile } from '../../src/model/index.js';
import { poolCard } from '../../src/study/report-run.js';
import { FROM, pathway, room, scenario, stream, stretch } from '../support/scenario.js';

/** The card of the only pool of slots when these are its rows: places, the month from which they hold, and whether they are the region's own number. */
function cardOf(...rows: readonly { readonly places: number; readonly month: number; readonly own: boolean }[]) {
  const of = scenario(36, {
    time: { step: 'month', from: FROM, reportFrom: FROM + 12, to: FROM + 35 },
    pathways: [pathway('AT', [stretch('psychiatry', 3)])],
    streams: [stream('s', 'AT', 'R', [1])],
    slots: rows.map(({ places, month, own }) => ({ ...room('R', 'psychiatry', places, month), own })),
  });
  const { plan, axes } = compile(of);
  return poolCard(of, plan, axes, plan.slotsPool[0]!);
}

test('a region’s own number that holds through the report is own, whatever was assumed before', () => {
  expect(cardOf({ places: 9, month: 0, own: false }, { places: 7, month: 12, own: true }).own).toBe(true);
  expect(cardOf({ places: 9, month: 0, own: true }, { places: 7, month: 12, own: false }).own).toBe(false);
});

test('of several numbers in the report the card is that of the least, which is the one shown', () => {
  expect(cardOf({ places: 9, month: 0, own: false }, { places: 7, month: 24, own: true }).own).toBe(true);
  expect(cardOf({ places: 6, month: 0, own: false }, { places: 7, month: 24, own: true }).own).toBe(false);
  expect(cardOf({ places: 7, month: 0, own: false }, { places: 7, month: 24, own: true }).own).toBe(false);
});
