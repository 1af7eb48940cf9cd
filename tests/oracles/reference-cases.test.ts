import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgePlan, judgeRoster } from '../../src/model/index.js';
import { replay } from '../../src/study/index.js';
import type { RecordsForm } from '../../src/study/index.js';
import { diceOf } from '../support/arbitraries.js';
import { PROVING, cases } from '../support/random.js';
import { anyForms } from './any-form.js';
import { referenceRun } from './reference/run.js';
import { exchanges } from './worked/exchange.js';
import type { Worked } from './worked/forms.js';
import { gates } from './worked/gates.js';
import { integratedForms } from './worked/integrated.js';
import { positions } from './worked/positions.js';

const WORKED = [...gates, ...integratedForms, ...exchanges, ...positions];

/** The records of the engine for a plan and roster made elsewhere. */
function replayed({ plan, roster }: Worked): RecordsForm {
  const [read, doctors] = [judgePlan(plan), judgeRoster(roster)];
  if ('complaints' in read || 'complaints' in doctors) throw new Error(JSON.stringify([read, doctors]));
  const result = replay(read.value, doctors.value);
  if ('complaints' in result) throw new Error(JSON.stringify(result.complaints));
  return result.records;
}

/** Compares records with what was reckoned by hand. */
function holds({ legs, rest = {} }: Worked, records: RecordsForm): void {
  expect(records.doctors.map((doctor) => doctor.legs)).toMatchObject(legs);
  expect(records).toMatchObject(rest);
}

describe.each(WORKED)('$feature: $title', (worked) => {
  test('in the second engine', () => holds(worked, referenceRun(worked.plan, worked.roster)));
  test('in the engine', () => holds(worked, replayed(worked)));
});

test('random forms with every rule in them meet every rule', { timeout: PROVING ? 7_200_000 : 180_000 }, () => {
  const met = { 'fails first': 0, 'passes late': 0, 'second pathway': 0, 'planned gap': 0, 'no ST post': 0, 'no intake': 0, 'at a host': 0, recruit: 0, 'carried or lost': 0 };
  fc.assert(
    fc.property(fc.gen(), (g) => {
      const { plan, roster } = anyForms(diceOf(g));
      const { doctors, vacant } = referenceRun(plan, roster);
      const legs = doctors.flatMap((doctor) => doctor.legs);
      const count = (what: keyof typeof met, isSeen: boolean): void => void (met[what] += isSeen ? 1 : 0);
      count('fails first', legs.some(({ passed, completed }) => passed === null && completed !== null));
      count('passes late', legs.some(({ passed, completed }) => passed !== null && completed !== null && passed > completed));
      count('second pathway', doctors.some((doctor) => doctor.legs.length > 1));
      count('planned gap', legs.some(({ blocks, waited, leaves }) => waited.between + leaves.length === 0 && blocks.some(({ from }, i) => i > 0 && from > blocks[i - 1]!.until + 1)));
      count('no ST post', legs.some(({ causes }) => 'st-posts' in causes.queue));
      count('no intake', legs.some(({ joined, region, queue_region: home, pathway }) => joined !== null && region === home && !plan.intakes.some((intake) => intake.region === home && intake.pathway === pathway)));
      count('at a host', legs.some(({ blocks, region }) => blocks.some((stay) => stay.region !== region)));
      count('recruit', doctors.some(({ legs: [first] }, d) => first !== undefined && first.start === first.joined && first.start !== null && roster.doctors[d]!.legs[0]!.late === 3));
      count('carried or lost', vacant.length > 0 && plan.intakes.some(({ carry }) => carry === true));
    }),
    { numRuns: cases(300) },
  );
  console.log(met);
  for (const [what, often] of Object.entries(met)) expect(often, what).toBeGreaterThan(cases(300) / 100);
});
