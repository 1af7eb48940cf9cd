import { expect, it } from 'vitest';
import { drawRoster } from '../../src/engine/index.js';
import { compile } from '../../src/model/index.js';
import { readProjectScenario, studyProjectScenario } from '../support/scenarios.js';

it.each(['mellansverige', 'sodra'])('gives every doctor the same home and luck in a part of the country as in the whole: %s', (name) => {
  const [whole, part] = ['nationell-bas', name].map((of) => {
    const { plan, axes } = compile(readProjectScenario(of).scenario);
    const roster = drawRoster(plan, { seed: 7, replication: 3 });
    const doctors = Array.from({ length: roster.rows }, (_, row) => ({
      id: `${axes.streams[roster.stream[row]!]!.id} ${roster.cohort[row]} ${roster.ordinal[row]}`,
      isNew: roster.joins[row]! >= 0,
      home: axes.regions[roster.region[row]!]!.id,
      luck: [roster.rank[row], roster.joins[row], roster.mobile[row], roster.variantLuck[row], roster.own0[row], roster.own1[row]],
    }));
    return { regions: axes.regions.map((r) => r.id), doctors: doctors.filter((d) => d.isNew) };
  });
  const inPart = whole!.doctors.filter((d) => part!.regions.includes(d.home));
  expect(part!.doctors.length).toBeGreaterThan(3000);
  expect(part!.doctors).toEqual(inPart);
});

it.each(['mellansverige', 'skane', 'sodra'])('says that a part of the country knows nothing of the flows across its border, and tests it against no national figure: %s', (name) => {
  const findings = studyProjectScenario(name, 1);
  expect(findings.notes.map((n) => n.code)).toContain('part-of-country');
  expect(findings.backTests).toEqual([]);
});
