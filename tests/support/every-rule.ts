import type { Scenario } from '../../src/model/index.js';
import { read, said } from '../input/support.js';

const SHARES = `region,from,variant,value,unit,source,quality,as_of
Norr,2026-01,bt,0.5,share,x,assumption,2026
Norr,2026-01,bt-i,0.5,share,x,assumption,2026
Syd,2026-01,bt,1,share,x,assumption,2026
`;

const WRITTEN = `name: alla
title: { sv: Alla regler, en: Every rule }
about: { question: Vad gör reglerna tillsammans?, for: prov, limits: Påhittade tal. }
time: { step: month, from: 2026-01, report-from: 2027-01, to: 2032-12 }
seed: 7
replications: 3
slot-priority: [AT, BT, ST]
discipline: longest-wait
regions:
  Norr: { area: Nord }
  Syd: { area: Söder }
streams:
  gamla:
    pathway: AT
    cohorts: [{ month: 2026-01, number: 8 }, { month: 2026-06, number: 12 }, { month: 2027-01, number: 12 }, { month: 2027-06, number: 12 }, { month: 2028-01, number: 12 }, { month: 2028-06, number: 12 }, { month: 2029-01, number: 12 }]
    home: { Norr: 0.6, Syd: 0.4 }
    seeks: 0.95
    applied-before: 0.7
    licence-late: [{ of: 2 months, share: 0.2 }]
  nya:
    pathway: BT
    cohorts: [{ month: 2027-06, number: 12 }, { month: 2028-01, number: 12 }, { month: 2028-06, number: 12 }, { month: 2029-01, number: 12 }, { month: 2029-06, number: 12 }, { month: 2030-01, number: 12 }, { month: 2030-06, number: 12 }, { month: 2031-01, number: 12 }]
    home: { Norr: 0.5, Syd: 0.5 }
    seeks: 0.9
    applied-before: 0.8
    licence-late: [{ of: 2 months, share: 0.3 }]
pathways:
  AT:
    variants: { at-18: { blocks: [{ hospital: 9 }, { psychiatry: 3 }, { primary-care: 6 }] } }
    intakes: { months: [1, 9], window: 3 months }
    gate: { served: 13 months, months: [2, 5, 9, 11], seats: 2, passes: [0.8, 0.9], processing: 1 months }
    then: [{ pathway: ST, share: 0.8, delay: 2 months }]
  BT:
    variants: { bt: { blocks: [{ primary-care: 3 }, { hospital: 3 }, { psychiatry: 3 }] }, bt-i: { blocks: [{ primary-care: 3 }, { hospital: 3 }, { psychiatry: 3 }] } }
    variant-of: varianter.csv
    integrated: { bt-i: { within: 18 months } }
    intakes: { months: [3, 9], window: 4 months }
    then: [{ pathway: ST, share: 0.7, delay: 1 months }]
  ST:
    variants: { st: { blocks: [{ psychiatry: 3 }, { hospital: 24 }] } }
    intakes: every-step
positions:
  by-region:
    Norr: { AT: 6, BT: 4, ST: 2 }
    Syd: { AT: 5, BT: 4, ST: 2 }
  no-shows: { AT: 0.2, BT: 0.15 }
  reserve: { AT: 1 }
  carry: { BT: true }
  decide:
    - { where: { pathway: BT }, months: [4, 10], lead: 5 months, floor: 1, ceiling: 9, lines: [{ queue-above: 3, change: 1 }, { vacant-above: 2, change: -1 }] }
st-posts: { by-region: { Norr: 3 } }
slots:
  by-region:
    Norr: { hospital: 26, psychiatry: 3, primary-care: 8 }
    Syd: { hospital: 26, psychiatry: 6, primary-care: 8 }
supervisors:
  by-region:
    Norr: { psychiatry: 4 }
    Syd: { psychiatry: 6 }
exchange:
  - { home: Norr, host: Syd, block: psychiatry, places: 2, from: 2027-06, equal: true }
locum: [{ block: psychiatry, load: 0.1, pathway: [AT, BT] }]
`;

/** The files of a small country that uses every rule beyond the plainest run, the scenario by the name of `s.yaml`. */
export const EVERY_RULE: Readonly<Record<string, string>> = { 's.yaml': WRITTEN, 'varianter.csv': SHARES };

/** That country, read: no-shows, rules, recruitment, the exam, ST posts, exchange, locums, a later pathway. */
export function everyRule(): Scenario {
  const result = read(WRITTEN, EVERY_RULE);
  if (!result.ok) throw new Error(said(result.issues));
  return result.value.scenario;
}
