import { describe, expect, test } from 'vitest';
import { also, places, read, refuse, said, type Bad } from './support.js';

const boundary = (text: string): string => also(`boundary: ${text}`);
const IN = '{ region: Norr, pathway: AT, per-year: 3 }';
const OUT = '{ region: Norr, pathway: AT, share: 0.2 }';

const STATED: readonly Bad[] = [
  { id: 'flows of nobody', file: boundary('{ law: poisson }'), gives: ['23:1 boundary-of-nothing'], hint: 'write from, in or out' },
  { id: 'flows of no number', file: boundary('{ in: [{ region: Norr, pathway: AT, per-year: 0 }] }'), gives: ['23:1 boundary-of-nothing'] },
  { id: 'an empty list of flows', file: boundary('{ in: [] }'), gives: ['23:17 empty-list'] },
  { id: 'flows both from a file and stated', file: boundary(`{ from: flows.csv, in: [${IN}] }`), gives: ['23:13 boundary-twice', '23:19 file-missing'], exit: 4 },
  { id: 'a region of another name', file: boundary(`{ in: [${IN.replace('Norr', 'Nor')}] }`), gives: ['23:28 unknown-region'], hint: 'did you mean `Norr`?' },
  { id: 'a pathway of another name', file: boundary(`{ out: [${OUT.replace('AT', 'ATT')}] }`), gives: ['23:44 unknown-pathway'], hint: 'did you mean `AT`?' },
  { id: 'more than all leave', file: boundary(`{ out: [${OUT.replace('0.2', '1.2')}] }`), gives: ['23:55 out-of-range'] },
  { id: 'a share in per cent', file: boundary(`{ out: [${OUT.replace('0.2', '20')}] }`), gives: ['23:55 share-as-percent'], hint: '0.2' },
  { id: 'fewer than none come', file: boundary(`{ in: [${IN.replace('3', '-3')}] }`), gives: ['23:57 out-of-range'] },
  { id: 'from a month after the run', file: boundary(`{ in: [${IN.replace(' }', ', from: 2031-01 }')}] }`), gives: ['23:66 outside-run'] },
  { id: 'the same flow twice', file: boundary(`{ out: [${OUT}, ${OUT}] }`), gives: ['23:62 said-twice-at'] },
  { id: 'a law of how nobody comes', file: boundary(`{ out: [${OUT}], law: poisson }`), gives: ['23:63 law-of-nobody'] },
  { id: 'a law of no name', file: boundary(`{ in: [${IN}], law: posson }`), gives: ['23:68 not-a-choice'], hint: 'did you mean `poisson`?' },
  { id: 'a flow of no one', file: boundary('{ in: [{ region: Norr, pathway: AT }] }'), gives: ['23:18 missing-key'], hint: 'per-year' },
  { id: 'the name of those from outside', file: boundary(`{ in: [${IN}] }`).replace('  old:', '  outside-AT:'), gives: ['9:3 name-of-guests'] },
];

describe('refuses flows across a border that cannot be', () => {
  test.each(STATED)('$id', refuse);
});

test('refuses that those leave whom no stream brings', () => {
  const text = boundary('{ out: [{ region: Norr, pathway: ST, share: 0.2 }] }').replace('pathways:\n', 'pathways:\n  ST:\n    variants: { st-4: { blocks: [{ hospital: 3 }] } }\n    intakes: every-step\n').replace('    variants: { at-4', '    then: [{ pathway: ST, share: 0.5 }]\n    variants: { at-4');
  expect(places(read(text).issues)).toEqual(['1:1 no-slot-priority', '27:44 out-of-nobody']);
});

const CARD = 'value,unit,source,quality,as_of';
const flows = (...rows: readonly string[]): string => `home,region,pathway,year,${CARD}\n${rows.map((row) => `${row},doctors per year,run,assumption,2026\n`).join('')}`;
const SOUND = ['Norr,Norr,AT,2026,2', 'Syd,Syd,AT,2027,2', 'Öst,Norr,AT,2026,1', 'Öst,Öst,AT,2026,9'];
const regions = `region,health_care_region,${CARD}\nNorr,N,1,p,s,published,2026\nSyd,N,1,p,s,published,2026\nÖst,Ö,1,p,s,published,2026\n`;
const part = boundary('{ from: f.csv }').replace('  Norr: { area: Nord }\n  Syd: {}\n', '  from: r.csv\n  where: { health_care_region: N }\n');
const issuesOf = (text: string, file: string): string => {
  const result = read(text, { 'f.csv': file, 'r.csv': regions });
  return `${places(result.issues).join(' ')}\n${said(result.issues)}`;
};

test('takes flows of a run that has the regions, pathways and years of the scenario', () => {
  expect(issuesOf(part, flows(...SOUND))).toBe('\n');
});

test('refuses a boundary of all the regions of the country', () => {
  const whole = part.replace('  where: { health_care_region: N }\n', '').replace('    Syd: { hospital', '    Öst: { hospital: 1, psychiatry: 1 }\n    Syd: { hospital');
  expect(issuesOf(whole, flows(...SOUND))).toContain('23:1 boundary-of-whole');
});

test('refuses flows without a region, a pathway or a year of the scenario, and names what they have', () => {
  expect(issuesOf(part, flows('Norr,Norr,AT,2026,2', 'Sud,Norr,AT,2027,2'))).toMatch(/^23:19 flows-lack-region\n.*did you mean `Sud`\?/);
  expect(issuesOf(part, flows('Norr,Norr,BT,2026,2', 'Syd,Syd,BT,2027,2'))).toMatch(/^23:19 flows-lack-pathway\n.*BT/);
  expect(issuesOf(part, flows('Norr,Norr,AT,2026,2', 'Syd,Syd,AT,2026,2'))).toMatch(/^23:19 flows-lack-years\n.*2026 to 2026.*2027/);
  expect(issuesOf(part, flows(...SOUND, 'Norr,Norr,AT,2026,3'))).toContain('f.csv:6:5 duplicate-row');
});
