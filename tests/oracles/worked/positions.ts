import type { IntakeForm, RuleForm } from '../../../src/study/dump/form.js';
import { fixed, planOf, queued, rosterOf, slots, stay, waited, type Worked } from './forms.js';

const one = fixed({ a: 1 });
const room = slots('R', { a: 9 });
const at = (steps: number[], positions: number[], more: Partial<IntakeForm> = {}) => ({ intakes: [{ region: 'R', pathway: 'AT', steps, positions, ...more }] });
const rule = (more: Partial<RuleForm>) => ({ decide: [{ region: 'R', pathway: 'AT', steps: [0], lead: 2, ceiling: 5, year: 12, lines: [{ reads: 'queue' as const, above: 1, change: 1 }], ...more }] });
const applied = { applied: true };

/** Positions: no-shows and carried ones (2.6), recruits before their licence, decisions (6.2), and those who work as locums meanwhile (3.14). */
export const positions: readonly Worked[] = [
  {
    title: 'of 2 positions 1 can be filled at 0: one starts, and the others wait for the next intake, where 1 of 1 can',
    feature: 'fillable', plan: planOf(4, one, room, at([0, 2], [2, 1], { fillable: [1, 1] })), roster: rosterOf({}, {}, {}),
    legs: [[{ start: 0 }], [{ start: 2, ...queued({ positions: 2 }) }], [{ start: null, ...queued({ positions: 4 }) }]],
    rest: { vacant: [] },
  },
  {
    title: 'of 3 positions 2 can be filled, and one is',
    feature: 'fillable', plan: planOf(1, one, room, at([0], [3], { fillable: [2] })), roster: rosterOf({}),
    legs: [[{ start: 0 }]], rest: { vacant: [[0, 'R', 'AT', 1]] },
  },
  {
    title: 'at 0 two of 3 can be filled and one is: the other is kept, and is the only one at 3, where none of 1 can',
    feature: 'carry', plan: planOf(6, one, room, at([0, 3, 5], [3, 1, 0], { fillable: [2, 0, 0], carry: true })), roster: rosterOf({}, { arrive: 3 }, { arrive: 3 }),
    legs: [[{ start: 0 }], [{ start: 3 }], [{ start: null, ...queued({ positions: 3 }) }]], rest: { vacant: [[0, 'R', 'AT', 1]] },
  },
  {
    title: 'kept twice: one at 0 that nobody wants until 2',
    feature: 'carry', plan: planOf(3, one, room, at([0, 1, 2], [1, 0, 0], { carry: true })), roster: rosterOf({ arrive: 2 }),
    legs: [[{ start: 2 }]], rest: { vacant: [[0, 'R', 'AT', 1], [1, 'R', 'AT', 1]] },
  },
  {
    title: 'recruited at 0 for the licence at 3, starts then without waiting; the position is gone for who joins at 3',
    feature: 'window', plan: planOf(5, one, room, { ...at([0, 3], [1, 0]), settings: { window: 3 } }), roster: rosterOf({ arrive: 3, ...applied }, { arrive: 3 }),
    legs: [[{ joined: 3, start: 3, region: 'R', blocks: [stay('a', 3, 3)], completed: 4, ...queued({}) }], [{ start: null, ...queued({ positions: 2 }) }]],
    rest: { vacant: [], series: { queue: [0, 0, 0, 1, 1], arrived: [0, 0, 0, 2, 2], in_block: [0, 0, 0, 1, 0] } },
  },
  {
    title: 'expected at 4, a step after the window of the intake at 0: not recruited there, but at 1',
    feature: 'window', plan: planOf(6, one, room, { ...at([0, 1], [1, 1]), settings: { window: 3 } }), roster: rosterOf({ arrive: 4, ...applied }),
    legs: [[{ joined: 4, start: 4 }]], rest: { vacant: [[0, 'R', 'AT', 1]] },
  },
  {
    title: 'expected at 3 and come at 5: the position of 0 is lost, nobody else has it, and the start is at the intake at 6',
    feature: 'window', plan: planOf(8, one, room, { ...at([0, 6], [1, 1]), settings: { window: 3 } }), roster: rosterOf({ arrive: 5, late: 2, ...applied }),
    legs: [[{ joined: 5, start: 6, ...queued({ 'awaiting-intake': 1 }) }]], rest: { vacant: [] },
  },
  {
    title: 'who has waited goes first: one position at 2, for the worse rank that joined at 1',
    feature: 'window', plan: planOf(5, one, room, { ...at([2], [1]), settings: { window: 3 } }), roster: rosterOf({ arrive: 3, ...applied }, { arrive: 1 }),
    legs: [[{ joined: 3, start: null, ...queued({ 'awaiting-intake': 2 }) }], [{ start: 2 }]],
  },
  {
    title: 'the slot is reserved from the licence on, in 3 … 4: nobody can have it for two steps from 2, 3 or 4',
    feature: 'window', plan: planOf(7, fixed({ a: 2 }), slots('R', { a: 1 }), { settings: { window: 3 } }), roster: rosterOf({ arrive: 3, ...applied }, { arrive: 2 }),
    legs: [[{ start: 3, completed: 5 }], [{ start: 5, ...queued({ 'slots/a': 3 }) }]],
  },
  {
    title: 'a licence after the run: the position is used, and there is no record',
    feature: 'window', plan: planOf(3, one, room, { ...at([0], [1]), settings: { window: 5 } }), roster: rosterOf({ arrive: 4, ...applied }),
    legs: [[]], rest: { vacant: [], series: { arrived: [0, 0, 0] } },
  },
  {
    title: 'of 2 positions at 0 one is lost to a late licence and one is kept for 1; lost ones are not kept',
    feature: 'window', plan: planOf(6, one, room, { ...at([0, 1], [2, 0], { carry: true }), settings: { window: 3 } }), roster: rosterOf({ arrive: 5, late: 2, ...applied }),
    legs: [[{ joined: 5, start: null, ...queued({ 'awaiting-intake': 1 }) }]], rest: { vacant: [[0, 'R', 'AT', 1], [1, 'R', 'AT', 1]] },
  },
  {
    title: 'in strict order, who lacks a slot at 0 stops the queue for recruits too: the one of 2 is recruited at 1, when the other has started',
    feature: 'window', plan: planOf(4, fixed({ a: 1 }), slots('R', { a: [0, 1, 1] }), { ...at([0, 1], [9, 9]), settings: { window: 3, queue: 'strict' } }), roster: rosterOf({}, { arrive: 2, ...applied }),
    legs: [[{ start: 1, ...queued({ 'slots/a': 1 }) }], [{ joined: 2, start: 2 }]],
    rest: { vacant: [[0, 'R', 'AT', 9], [1, 'R', 'AT', 7]] },
  },
  {
    title: 'no slot in the step of the licence, 2: nothing comes of it, the position goes to the next, and no turn is passed over',
    feature: 'window', plan: planOf(4, one, slots('R', { a: [1, 1, 0, 1] }), { ...at([0, 3], [1, 1]), settings: { window: 3, pass_limit: 0 } }), roster: rosterOf({ arrive: 2, ...applied }, { arrive: 1, ...applied }),
    legs: [[{ joined: 2, start: 3, ...queued({ 'awaiting-intake': 1 }) }], [{ joined: 1, start: 1 }]],
  },
  {
    title: 'the draw of the intake counts for recruits as for others, the wait does not: 3 for the recruit, 1 + 1 for who has waited a step',
    feature: 'window', plan: planOf(4, one, room, { ...at([1], [1]), settings: { window: 3, discipline: 'weighted', weight: 1 } }),
    roster: rosterOf({ lottery: { 1: 1 } }, { arrive: 3, ...applied, lottery: { 1: 3 } }),
    legs: [[{ start: null }], [{ start: 3 }]],
  },
  {
    title: 'step by step the recruit has only the first block that fits at the licence, b, and goes on with a',
    feature: 'window', plan: planOf(6, { blocks: [{ block: 'a', length: 1 }, { block: 'b', length: 1 }] }, slots('R', { a: [1, 1, 0, 0, 1], b: 1 }), { ...at([0], [1]), settings: { window: 3, mode: 'step' } }), roster: rosterOf({ arrive: 2, ...applied }),
    legs: [[{ start: 2, blocks: [stay('b', 2, 2, 1), stay('a', 4, 4)], completed: 5, ...waited({}, { 'slots/a': 1 }) }]],
  },
  {
    title: 'two wait at 0 and load 2 of 3 supervisors in step 1, where one starts; one waits at 1, and loads 1 of 3 in step 2',
    feature: 'locum', plan: planOf(4, one, [...room, { region: 'R', kind: 'supervisors', block: 'a', capacity: 3 }], { ...at([1, 2], [9, 9]), locum: [{ region: 'R', block: 'a', load: 1 }] }), roster: rosterOf({}, {}),
    legs: [[{ start: 1, ...queued({ 'awaiting-intake': 1 }) }], [{ start: 2, ...queued({ 'awaiting-intake': 1, 'supervisors/a': 1 }) }]],
  },
  {
    title: 'not foreseen: two in training load 2 of 2, and from step 1 one in the queue makes it 2 too many with a load of 2',
    feature: 'locum',
    plan: planOf(3, fixed({ a: 3 }), [...room, { region: 'R', kind: 'supervisors', block: 'a', capacity: 2 }], { locum: [{ region: 'R', block: 'a', load: 2, pathways: ['AT'] }] }), roster: rosterOf({}, {}, {}),
    legs: [[{ start: 0 }], [{ start: 0 }], [{ start: null, ...queued({ 'supervisors/a': 3 }) }]],
    rest: { overruns: [[1, 'R', 'supervisors', 'a', 2], [2, 'R', 'supervisors', 'a', 2]] },
  },
  {
    title: 'those of another pathway work elsewhere: two wait for BT, and supervisors in R have room for the one of AT',
    feature: 'locum',
    plan: planOf(3, one, [...room, { region: 'R', kind: 'supervisors', block: 'a', capacity: 1 }], {
      ...at([1], [9]), pathways: { AT: { variants: { v: one } }, BT: { variants: { v: one } } }, locum: [{ region: 'R', block: 'a', load: 1, pathways: ['AT'] }],
    }),
    roster: rosterOf({ pathway: 'BT' }, { pathway: 'BT' }, { arrive: 1 }),
    legs: [[{ start: null }], [{ start: null }], [{ start: 1 }]],
  },
  {
    title: 'three wait at 0, more than 1: one position more than none, at every intake from 2 on',
    feature: 'decide', plan: planOf(4, one, room, { intakes: [{ region: 'R', pathway: 'AT', steps: 'all', positions: 0 }], ...rule({}) }), roster: rosterOf({}, {}, {}),
    legs: [[{ start: 2 }], [{ start: 3 }], [{ start: null }]],
  },
  {
    title: 'decided at 0 and 1, before either is in force: the second counts from the first, so 1 at 2 and 2 at 3',
    feature: 'decide', plan: planOf(4, one, room, { intakes: [{ region: 'R', pathway: 'AT', steps: 'all', positions: 0 }], ...rule({ steps: [0, 1] }) }), roster: rosterOf({}, {}, {}),
    legs: [[{ start: 2 }], [{ start: 3 }], [{ start: 3 }]],
  },
  {
    title: 'two of 3 positions stand vacant at 0, one of them a no-show: 2 fewer, and of 1 new 1 can be filled',
    feature: 'decide',
    plan: planOf(4, one, room, { ...at([0, 2], [3, 3], { fillable_of: [[0, 1, 1, 2, 3, 4], [0, 1, 1, 2, 3, 4]] }), ...rule({ lines: [{ reads: 'queue', above: 0, change: 5 }, { reads: 'vacant', above: 1, change: -2 }] }) }),
    roster: rosterOf({}, { arrive: 1 }, { arrive: 1 }),
    legs: [[{ start: 0 }], [{ start: 2 }], [{ start: null }]], rest: { vacant: [[0, 'R', 'AT', 1]] },
  },
  {
    title: 'of 3 positions at 0 one has a recruit and one is lost to a late licence: 2 are vacant, and 1 only is opened at 5',
    feature: 'decide',
    plan: planOf(6, one, room, { ...at([0, 5], [3, 3]), settings: { window: 3 }, ...rule({ lines: [{ reads: 'vacant', above: 1, change: -2 }] }) }),
    roster: rosterOf({ arrive: 2, ...applied }, { arrive: 4, late: 2, ...applied }),
    legs: [[{ start: 2 }], [{ joined: 4, start: 5 }]], rest: { vacant: [[0, 'R', 'AT', 1]] },
  },
  {
    title: 'a rule opens 2 at 1 instead of none; the first line that reads enough is the one that counts',
    feature: 'decide', plan: planOf(2, one, room, { ...at([0, 1], [0, 0]), ...rule({ lead: 1, lines: [{ reads: 'class', above: 2, change: 2 }, { reads: 'queue', above: 0, change: 5 }] }) }), roster: rosterOf({}, {}, {}),
    legs: [[{ start: 1 }], [{ start: 1 }], [{ start: null }]],
  },
  {
    title: 'two joined in 0 … 1, one of them has started: a class above 1, raised by 7 to the ceiling of 3',
    feature: 'decide', plan: planOf(4, one, room, { ...at([0, 1, 3], [1, 0, 0]), ...rule({ steps: [1], ceiling: 3, year: 2, lines: [{ reads: 'class', above: 1, change: 7 }] }) }),
    roster: rosterOf({}, { arrive: 1 }), legs: [[{ start: 0 }], [{ start: 3 }]], rest: { vacant: [[3, 'R', 'AT', 2]] },
  },
  {
    title: 'one joined before the year, 0, is of no account at 2; without an earlier intake nothing is decided at 0',
    feature: 'decide', plan: planOf(6, one, room, { ...at([1, 4], [0, 0]), ...rule({ steps: [0, 2], year: 2, lines: [{ reads: 'class', above: 0, change: 3 }] }) }),
    roster: rosterOf({}), legs: [[{ start: null, ...queued({ 'awaiting-intake': 1, positions: 5 }) }]], rest: { vacant: [] },
  },
];
