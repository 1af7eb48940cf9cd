import type { AgreementForm } from '../../../src/study/dump/form.js';
import { STEP, fixed, planOf, queued, rosterOf, slots, stay, waited, type Worked } from './forms.js';

const agreed = (more: Partial<AgreementForm> = {}) => ({ exchange: [{ home: 'R', host: 'Q', block: 'a', number: 1, from: 0, until: 9, ...more }] });
const two = fixed({ a: 2 });
const free = { blocks: [{ block: 'a', length: 1 }, { block: 'b', length: 1 }] };

/** Exchange between regions (5.3), worked by hand. */
export const exchanges: readonly Worked[] = [
  {
    title: 'no slot at home, one at the host: the first does the block there, the second waits for one at home until the host is free at 2',
    feature: 'exchange', plan: planOf(5, two, slots('Q', { a: 5 }), agreed()), roster: rosterOf({}, {}),
    legs: [[{ start: 0, region: 'R', blocks: [stay('a', 0, 1, 0, 'Q')] }], [{ start: 2, region: 'R', blocks: [stay('a', 2, 3, 0, 'Q')], ...queued({ 'slots/a': 2 }) }]],
  },
  {
    title: 'in force in 1 … 3: a block of two cannot begin at 0 or 3, so the first begins at 1 and the second never',
    feature: 'exchange', plan: planOf(6, two, slots('Q', { a: 5 }), agreed({ from: 1, until: 3 })), roster: rosterOf({}, {}),
    legs: [[{ start: 1, ...queued({ 'slots/a': 1 }) }], [{ start: null, ...queued({ 'slots/a': 6 }) }]],
  },
  {
    title: 'a then b is listed first but needs the host; b then a is wholly at home, and goes before',
    feature: 'exchange', plan: planOf(3, free, slots('R', { a: [0, 1], b: 1 }).concat(slots('Q', { a: 5 })), agreed()), roster: rosterOf({}),
    legs: [[{ start: 0, blocks: [stay('b', 0, 0, 1), stay('a', 1, 1)] }]],
  },
  {
    title: 'the first host listed is full in step 1, so that the whole block goes to the second',
    feature: 'exchange',
    plan: planOf(3, two, [...slots('Q', { a: [1, 0, 1] }), ...slots('P', { a: 1 })], { regions: ['R', 'Q', 'P'], exchange: ['Q', 'P'].map((host) => ({ home: 'R', host, block: 'a', number: 1, from: 0, until: 9 })) }),
    roster: rosterOf({}),
    legs: [[{ start: 0, blocks: [stay('a', 0, 1, 0, 'P')] }]],
  },
  {
    title: 'the main supervisor is at home: none before step 2, and the host has room all the time',
    feature: 'exchange', plan: planOf(4, two, [...slots('Q', { a: 1 }), { region: 'R', kind: 'main', capacity: [0, 0, 1] }], agreed()), roster: rosterOf({}),
    legs: [[{ start: 2, blocks: [stay('a', 2, 3, 0, 'Q')], ...queued({ 'main-supervisors': 2 }) }]],
  },
  {
    title: 'a guest employed in Q has Q for home: sent to R under the agreement of Q',
    feature: 'exchange',
    plan: planOf(2, two, slots('R', { a: 1 }), { ...agreed({ home: 'Q', host: 'R' }), intakes: ['R', 'Q'].map((region) => ({ region, pathway: 'AT', steps: 'all' as const, positions: region === 'R' ? 0 : 1 })) }),
    roster: rosterOf({ seeks: ['Q'] }),
    legs: [[{ start: 0, region: 'Q', blocks: [stay('a', 0, 1, 0, 'R')] }]],
  },
  {
    title: 'spread counts the room at hosts: a first leaves 1 there in step 0, a last leaves 3 in step 1',
    feature: 'exchange', plan: planOf(2, free, slots('R', { b: 9 }).concat(slots('Q', { a: [1, 3] })), agreed()), roster: rosterOf({}),
    legs: [[{ start: 0, blocks: [stay('b', 0, 0, 1), stay('a', 1, 1, 0, 'Q')] }]],
  },
  {
    title: 'a leave gives the place under the agreement back: the second takes it at 1, the first again at 3',
    feature: 'exchange', plan: planOf(6, two, slots('Q', { a: 5 }), agreed()), roster: rosterOf({ leaves: [{ after: 1, length: 1 }] }, {}),
    legs: [
      [{ blocks: [stay('a', 0, 0, 0, 'Q'), stay('a', 3, 3, 0, 'Q')], completed: 4, ...waited({}, { 'slots/a': 1 }) }],
      [{ start: 1, ...queued({ 'slots/a': 1 }) }],
    ],
  },
  {
    title: 'step by step: b at home goes before a at the host, although a is listed first',
    feature: 'exchange', plan: planOf(3, free, slots('R', { b: 1 }).concat(slots('Q', { a: 1 })), { ...agreed(), settings: { mode: 'step' } }), roster: rosterOf({}),
    legs: [[{ start: 0, blocks: [stay('b', 0, 0, 1), stay('a', 1, 1, 0, 'Q')] }]],
  },
  {
    title: 'a form with gaps wholly at home, a in 0 and b in 2, goes before b at the host in 1; home before host in the same step for the second',
    feature: 'exchange',
    plan: planOf(4, fixed({ a: 1, b: 1 }, { longest: 3 }), slots('R', { a: [2], b: [0, 0, 1] }).concat(slots('Q', { b: 1 })), agreed({ block: 'b' })),
    roster: rosterOf({}, {}),
    legs: [[{ blocks: [stay('a', 0, 0), stay('b', 2, 2, 1)] }], [{ blocks: [stay('a', 0, 0), stay('b', 1, 1, 1, 'Q')] }]],
  },
  {
    title: 'the host has no slot before 1: with one more at home a would fit in 0, with one more in b it would not, and the host counts as it is',
    feature: 'exchange', plan: planOf(4, fixed({ a: 1, b: 1 }), slots('R', { b: [0, 0, 1] }).concat(slots('Q', { a: [0, 1] })), agreed()), roster: rosterOf({}),
    legs: [[{ start: 1, blocks: [stay('a', 1, 1, 0, 'Q'), stay('b', 2, 2, 1)], waited: { queue: 1, between: 0 }, causes: { queue: { 'slots/a': STEP / 2, 'slots/b': STEP / 2 }, between: {} } }]],
  },
  {
    title: 'two agreements of one and one place: the first begins at 0 and ends in 1, the second at 2, and no block is done under both',
    feature: 'exchange', plan: planOf(4, fixed({ a: 2 }), slots('Q', { a: 5 }), { exchange: [[0, 2], [3, 9]].map(([from, until]) => ({ home: 'R', host: 'Q', block: 'a', number: 1, from: from!, until: until! })) }), roster: rosterOf({}, {}),
    legs: [[{ start: 0 }], [{ start: 3, ...queued({ 'slots/a': 3 }) }]],
  },
];
