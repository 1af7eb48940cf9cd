import { fixed, planOf, queued, rosterOf, slots, stay, type Worked } from './forms.js';

const gate = (minSteps: number, sittings: readonly { step: number; seats?: number }[], more = {}) => ({ gates: [{ pathway: 'AT', min_steps: minSteps, sittings: [...sittings], ...more }] });
const two = fixed({ a: 2 });
const room = slots('R', { a: 9, b: 9 });

/** Gates (3.11) and what follows a pathway (6.1), worked by hand. */
export const gates: readonly Worked[] = [
  {
    title: 'both have served 2 by the end of step 1; one seat at 2 goes to the lower rank, the next at 3 to the other; one step of processing',
    feature: 'gates', plan: planOf(5, two, room, gate(2, [{ step: 2, seats: 1 }, { step: 3, seats: 1 }], { processing: 1 })), roster: rosterOf({}, {}),
    legs: [[{ completed: 2, passed: 2, licence: 3 }], [{ completed: 2, passed: 3, licence: 4 }]],
  },
  {
    title: 'a licence after the last step is not known',
    feature: 'gates', plan: planOf(4, two, room, gate(2, [{ step: 2 }], { processing: 2 })), roster: rosterOf({}),
    legs: [[{ completed: 2, passed: 2, licence: null }]],
  },
  {
    title: 'who met the condition first goes before a lower rank: the second of rank began at 0, the first at 1',
    feature: 'gates', plan: planOf(6, two, room, gate(2, [{ step: 3, seats: 1 }, { step: 5 }])), roster: rosterOf({ arrive: 1 }, {}),
    legs: [[{ passed: 5, licence: 5 }], [{ passed: 3, licence: 3 }]],
  },
  {
    title: 'fails at 2, and again at 3, passes at 5; has no turn at a sitting without seats',
    feature: 'gates', plan: planOf(7, two, room, gate(1, [{ step: 2 }, { step: 3 }, { step: 4, seats: 0 }, { step: 5 }])), roster: rosterOf({ exam: [false, false] }),
    legs: [[{ completed: 2, passed: 5, licence: 5 }]],
  },
  {
    title: 'one step of b is served by the end of step 2, so not at 2 but at 3, although 2 steps would do',
    feature: 'gates', plan: planOf(5, fixed({ a: 2, b: 2 }), room, gate(2, [{ step: 2 }, { step: 3 }])), roster: rosterOf({}),
    legs: [[{ completed: 4, passed: 3, licence: 4 }]],
  },
  {
    title: 'on leave in 2 … 4 after a (1) and one of b (3), and sits at 3; goes on 5 … 6',
    feature: 'gates', plan: planOf(8, fixed({ a: 1, b: 3 }), room, gate(2, [{ step: 3 }])), roster: rosterOf({ leaves: [{ after: 2, length: 3 }] }),
    legs: [[{ leaves: [{ from: 2, until: 4 }], passed: 3, completed: 7, licence: 7 }]],
  },
  {
    title: 'part time by 1.5 makes a condition of 3 steps 4.5, and 5: not at 4 but at 5',
    feature: 'gates', plan: planOf(8, fixed({ a: 4 }), room, gate(3, [{ step: 4 }, { step: 5 }])), roster: rosterOf({ stretch: '1.5' }),
    legs: [[{ completed: 6, passed: 5, licence: 6 }]],
  },
  {
    title: 'of 4 steps 1 is left: 3 served before the run, sits at 0; 2 left: the third is served in step 0, sits at 1',
    feature: 'gates', plan: planOf(4, fixed({ a: 4 }), room, gate(3, [{ step: 0 }, { step: 1 }])), roster: rosterOf({ initial: { left: [1] } }, { initial: { left: [2] } }),
    legs: [[{ completed: 1, passed: 0, licence: 1 }], [{ completed: 2, passed: 1, licence: 2 }]],
  },
  {
    title: 'who has not started and who gave up never sit, whatever the condition',
    feature: 'gates', plan: planOf(4, two, slots('R', { a: 0 }), gate(0, [{ step: 3 }])), roster: rosterOf({}, { give_up: 1 }),
    legs: [[{ state: 'queue', passed: null }], [{ gave_up: 1, state: 'left', passed: null, licence: null }]],
  },
  {
    title: 'completed at 2, joins the same pathway again at 2, and starts there at once; joins at 3 with a delay of one',
    feature: 'legs', plan: planOf(8, two, room), roster: rosterOf({ then: {} }, { then: { delay: 1 } }),
    legs: [[{ completed: 2 }, { joined: 2, start: 2, completed: 4, queue_region: 'R', ...queued({}) }], [{ completed: 2 }, { joined: 3, start: 3, completed: 5 }]],
    rest: { series: { arrived: [2, 2, 3, 4, 4, 4, 4, 4], completed: [0, 0, 2, 2, 3, 4, 4, 4] } },
  },
  {
    title: 'would join at 4, when the run is over: no second record',
    feature: 'legs', plan: planOf(4, two, room), roster: rosterOf({ then: { delay: 2 } }),
    legs: [[{ completed: 2, state: 'completed' }]],
  },
  {
    title: 'completed 2, passed 4, licence 5, and one step later joins: 6',
    feature: 'legs', plan: planOf(9, two, room, gate(2, [{ step: 4 }], { processing: 1, required: true })), roster: rosterOf({ then: { delay: 1 } }),
    legs: [[{ completed: 2, passed: 4, licence: 5 }, { joined: 6, start: 6, completed: 8, passed: null }]],
  },
  {
    title: 'a gate that is not required is not waited for: joins at completion, 2',
    feature: 'legs', plan: planOf(9, two, room, gate(2, [{ step: 4 }])), roster: rosterOf({ then: {} }),
    legs: [[{ passed: 4, licence: 4 }, { joined: 2 }]],
  },
  {
    title: 'no position at home, starts in Q, which is where the next pathway is sought, in the form that Q has',
    feature: 'legs',
    plan: planOf(6, { v: two, u: fixed({ b: 1 }) }, slots('Q', { a: 1, b: 1 }), { intakes: [{ region: 'R', pathway: 'AT', steps: 'all', positions: 0 }, { region: 'Q', pathway: 'AT', steps: 'all', positions: 1 }] }),
    roster: rosterOf({ seeks: ['Q'], then: { variant_in: { Q: 'u' } } }),
    legs: [[{ queue_region: 'R', region: 'Q', variant: 'v', start: 0 }, { queue_region: 'Q', region: 'Q', variant: 'u', joined: 2, start: 2, blocks: [stay('b', 2, 2, 0, 'Q')] }]],
  },
  {
    title: 'in the second queue giving up counts anew: stands at 2, the first trial is at 3',
    feature: 'legs', plan: planOf(6, two, room, { intakes: [{ region: 'R', pathway: 'AT', steps: [0, 1, 2], positions: [1, 0, 0] }] }), roster: rosterOf({ then: { give_up: 1 } }),
    legs: [[{ completed: 2 }, { joined: 2, gave_up: 3, state: 'left', ...queued({ positions: 1 }) }]],
  },
];
