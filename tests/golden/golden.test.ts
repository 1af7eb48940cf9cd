import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Findings } from '../../src/analysis/index.js';
import { cell, studyProjectScenario } from '../support/scenarios.js';

const REPLICATIONS = 3;
/** The alternatives to the national base: one replication each, for they are many and long. */
const ALTERNATIVES = readdirSync('scenarios/alternativ').map((file) => `alternativ/${file.replace(/\.yaml$/, '')}`).sort();
const SCENARIOS = ['jonkoping-integrerad', 'mellansverige', 'nationell-bas', 'nationell-historik', 'skane', 'skane-gront-ljus', 'skane-psykiatri-primarvard', 'sodra'];

/** The figures of a scenario that a change must not move without saying so: `GOLDEN=write npm test` writes them anew. */
function keyFigures(findings: Findings): unknown {
  const mean = (figure: string, ...ids: string[]): number | null => {
    const found = cell(findings, figure, ...ids);
    return found === null ? null : Math.round(found.mean * 1000) / 1000;
  };
  const all = findings.labels.area[0]!.id;
  const years = findings.labels.year.map((y) => y.id);
  return {
    fingerprint: findings.provenance.fingerprint,
    firstTable: findings.labels.pathway.map(({ id: pathway }) => ({
      pathway,
      years: years.map((year) => ({ year, ...Object.fromEntries(['demand', 'positions', 'room', 'happens'].map((f) => [f, mean(f, all, pathway, year)])) })),
    })),
    queueAtYearEnd: findings.labels.pathway.map(({ id: pathway }) => ({ pathway, queue: years.map((year) => mean('queue', all, pathway, `${year}-12`)) })),
    surveyWait: years.map((year) => mean('survey-wait', all, 'AT', year)),
    breakEven: findings.breakEven.map((row) => [findings.axes.regions[row.region]!.id, findings.axes.blocks[row.block]!.id, row.kind, row.usedMiddle, row.neededMiddle, row.assumed]),
    cellsRead: findings.cellsRead,
  };
}

describe.each([...SCENARIOS, ...ALTERNATIVES])('the findings of %s', (name) => {
  it('are the golden ones', () => {
    const file = `tests/golden/${name}.json`;
    const found = keyFigures(studyProjectScenario(name, ALTERNATIVES.includes(name) ? 1 : REPLICATIONS));
    if (process.env['GOLDEN'] === 'write' || !existsSync(file)) writeFileSync(file, `${JSON.stringify(found, null, 1)}\n`);
    expect(found).toEqual(JSON.parse(readFileSync(file, 'utf8')));
  });
});

describe('the golden fingerprints', () => {
  it('stand in docs/fingerprints.md, with the reason for every change', () => {
    const listed = readFileSync('docs/fingerprints.md', 'utf8');
    for (const name of [...SCENARIOS, ...ALTERNATIVES]) {
      const { fingerprint } = JSON.parse(readFileSync(`tests/golden/${name}.json`, 'utf8')) as { fingerprint: string };
      expect(listed, `${name} has fingerprint ${fingerprint}; write a line in docs/fingerprints.md that says why the figures changed, and by how much`).toContain(`| ${name} | ${fingerprint} |`);
    }
  });
});
