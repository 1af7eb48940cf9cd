import type { PlanForm } from '../../../src/study/dump/form.js';
import { STEP, fixed, planOf, queued, rosterOf, slots, stay, waited, type Worked } from './forms.js';

const st = (capacity: number) => ({ region: 'R', kind: 'st' as const, capacity });
const NO_INTAKE: Partial<PlanForm> = { intakes: [] };
const integrated = { needs_position: false, needs_intake: false };
const step = { settings: { mode: 'step' as const } };

/** The integrated form (3.9): gaps, ST posts, no intake, worked by hand. */
export const integratedForms: readonly Worked[] = [
  {
    title: 'b has no slot before step 2, and may end in step 2: a in 0, a planned gap in 1, b in 2; nobody waits',
    feature: 'longest', plan: planOf(4, fixed({ a: 1, b: 1 }, { longest: 3 }), slots('R', { a: 1, b: [0, 0, 1] })), roster: rosterOf({}),
    legs: [[{ start: 0, blocks: [stay('a', 0, 0), stay('b', 2, 2, 1)], completed: 3, ...queued({}) }]],
    rest: { series: { in_block: [1, 0, 1, 0], between: [0, 1, 0, 0] } },
  },
  {
    title: 'with 2 steps at most, the start waits one step for a slot in b',
    feature: 'longest', plan: planOf(4, fixed({ a: 1, b: 1 }, { longest: 2 }), slots('R', { a: 1, b: [0, 0, 1] })), roster: rosterOf({}),
    legs: [[{ start: 1, completed: 3, ...queued({ 'slots/b': 1 }) }]],
  },
  {
    title: 'half time makes 1 + 1 of at most 3 into 2 + 2 of at most 6: b may be in 4 … 5, and not in 5 … 6',
    feature: 'longest', plan: planOf(8, fixed({ a: 1, b: 1 }, { longest: 3 }), slots('R', { a: 2, b: [0, 0, 0, 0, 1, 1, 1, 2] })), roster: rosterOf({ stretch: '2' }, { stretch: '2' }),
    legs: [[{ start: 0, blocks: [stay('a', 0, 1), stay('b', 4, 5, 1)] }], [{ start: 2, blocks: [stay('a', 2, 3), stay('b', 6, 7, 1)], ...queued({ 'slots/b': 2 }) }]],
  },
  {
    title: 'the longest time is never less than the blocks: 1 of at most, for 1 + 1',
    feature: 'longest', plan: planOf(3, fixed({ a: 1, b: 1 }, { longest: 1 }), slots('R', { a: 1, b: 1 })), roster: rosterOf({}),
    legs: [[{ start: 0, completed: 2 }]],
  },
  {
    title: 'the main supervisor is needed in the gap too: none in step 1, so from 2 on',
    feature: 'longest', plan: planOf(6, fixed({ a: 1, b: 1 }, { longest: 3 }), [...slots('R', { a: 1, b: [0, 0, 1] }), { region: 'R', kind: 'main', capacity: [1, 0, 1] }]), roster: rosterOf({}),
    legs: [[{ start: 2, completed: 4, ...queued({ 'main-supervisors': 2 }) }]],
  },
  {
    title: 'leave in 1 after 1 step of 4: 3 are left, b in 2 and c in 4 end in time',
    feature: 'longest', plan: planOf(7, fixed({ a: 1, b: 1, c: 1 }, { longest: 4 }), slots('R', { a: 1, b: 1, c: [0, 0, 1, 0, 1] })), roster: rosterOf({ leaves: [{ after: 1, length: 1 }] }),
    legs: [[{ start: 0, blocks: [stay('a', 0, 0), stay('b', 2, 2, 1), stay('c', 4, 4, 2)], completed: 5, ...queued({}) }]],
  },
  {
    title: 'a to c in 0 … 2 as planned; leave in 1, and of 3 steps 2 are left: c in 4 is too late after b in 2, not after b in 3',
    feature: 'longest', plan: planOf(7, fixed({ a: 1, b: 1, c: 1 }, { longest: 3 }), slots('R', { a: 1, b: 1, c: [0, 0, 1, 0, 1] })), roster: rosterOf({ leaves: [{ after: 1, length: 1 }] }),
    legs: [[{ start: 0, blocks: [stay('a', 0, 0), stay('b', 3, 3, 1), stay('c', 4, 4, 2)], completed: 5, ...waited({}, { 'slots/c': 1 }) }]],
  },
  {
    title: 'one ST post: the first has it in 0 … 1, the second waits for it and starts at 2; no intake, no position',
    feature: 'st_post', plan: planOf(5, fixed({ a: 2 }, { ...integrated, st_post: true }), [...slots('R', { a: 2 }), st(1)], NO_INTAKE), roster: rosterOf({}, {}),
    legs: [[{ start: 0, completed: 2 }], [{ start: 2, completed: 4, ...queued({ 'st-posts': 2 }) }]],
  },
  {
    title: 'the post is held on leave too, in 1 … 2, so that the second starts when the first completes, at 4',
    feature: 'st_post', plan: planOf(5, fixed({ a: 2 }, { ...integrated, st_post: true }), [...slots('R', { a: 2 }), st(1)], NO_INTAKE), roster: rosterOf({ leaves: [{ after: 1, length: 2 }] }, {}),
    legs: [[{ start: 0, leaves: [{ from: 1, until: 2 }], completed: 4, ...queued({}) }], [{ start: 4, ...queued({ 'st-posts': 4 }) }]],
  },
  {
    title: 'step by step the post is held in a wait for b too; the second lacks post and slot alike in step 0, then the post',
    feature: 'st_post', plan: planOf(6, fixed({ a: 1, b: 1 }, { ...integrated, st_post: true }), [...slots('R', { a: 1, b: [0, 0, 1] }), st(1)], { ...NO_INTAKE, ...step }), roster: rosterOf({}, {}),
    legs: [[{ start: 0, completed: 3, ...waited({}, { 'slots/b': 1 }) }], [{ start: 3, completed: 5, waited: { queue: 3, between: 0 }, causes: { queue: { 'slots/a': STEP / 2, 'st-posts': 2.5 * STEP }, between: {} } }]],
  },
  {
    title: 'no stock of posts is a closed door; who is in training before the run has one nevertheless',
    feature: 'st_post', plan: planOf(2, fixed({ a: 1 }, { ...integrated, st_post: true }), slots('R', { a: 2 }), NO_INTAKE), roster: rosterOf({}, { initial: { left: [1] } }),
    legs: [[{ start: null, ...queued({ 'st-posts': 2 }) }], [{ completed: 1 }]],
    rest: { overruns: [[0, 'R', 'st', null, 1]] },
  },
  {
    title: 'without an intake every step from joining counts: joined 1, the trial at 2 takes the doctor away',
    feature: 'needs_intake', plan: planOf(4, fixed({ a: 1 }, integrated), slots('R', { a: 0 }), NO_INTAKE), roster: rosterOf({ arrive: 1, give_up: 1 }),
    legs: [[{ joined: 1, gave_up: 2, ...queued({ 'slots/a': 1 }) }]],
  },
  {
    title: 'without an intake there is no closing date, no region sought and no move',
    feature: 'needs_intake',
    plan: planOf(3, { v: fixed({ a: 1 }, integrated), u: fixed({ a: 1 }) }, slots('R', { a: [0, 1] }).concat(slots('Q', { a: 1 })), {
      settings: { closes: 5, patience: 0 }, neighbours: { R: ['Q'] }, intakes: [{ region: 'Q', pathway: 'AT', steps: 'all', positions: 1 }],
    }),
    roster: rosterOf({ seeks: ['Q'], mobile: true, variant_in: { Q: 'u' } }),
    legs: [[{ start: 1, region: 'R', ...queued({ 'slots/a': 1 }) }]],
  },
  {
    title: 'with an intake but no position: starts at the intake at 1, where there is none, and takes none from the next',
    feature: 'needs_position', plan: planOf(3, { v: fixed({ a: 1 }, { needs_position: false }), u: fixed({ a: 1 }) }, slots('R', { a: 3 }), { intakes: [{ region: 'R', pathway: 'AT', steps: [1, 2], positions: [0, 1] }] }),
    roster: rosterOf({}, { arrive: 2 }, { arrive: 2, variant: 'u' }),
    legs: [[{ start: 1, ...queued({ 'awaiting-intake': 1 }) }], [{ start: 2 }], [{ start: 2 }]],
    rest: { vacant: [] },
  },
  {
    title: 'a guest is not placed in a form without position: Q is passed by',
    feature: 'needs_position',
    plan: planOf(2, { v: fixed({ a: 1 }), u: fixed({ a: 1 }, { needs_position: false }) }, slots('R', { a: 1 }).concat(slots('Q', { a: 1 })), { intakes: ['R', 'Q'].map((region) => ({ region, pathway: 'AT', steps: 'all' as const, positions: region === 'R' ? 0 : 5 })) }),
    roster: rosterOf({ seeks: ['Q'], variant_in: { Q: 'u' } }),
    legs: [[{ start: null, ...queued({ positions: 2 }) }]],
  },
];
