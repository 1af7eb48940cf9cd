import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatIssues } from '../../src/base/index.js';
import { diskSource } from '../../src/cli/files.js';
import { Failure } from '../../src/cli/failure.js';
import { readMeasures } from '../../src/cli/sweep/measures.js';
import { readOvers } from '../../src/cli/sweep/over.js';
import { readPoints } from '../../src/cli/sweep/points.js';
import { LIMITS, readScenario } from '../../src/input/index.js';
import type { Scenario } from '../../src/model/index.js';
import { layRun } from '../../src/study/index.js';
import { makeProject } from './support.js';

let folder = '';
let scenario: Scenario;
beforeAll(() => {
  folder = makeProject();
  const path = join(folder, 's.yaml');
  const read = readScenario(diskSource(path), path);
  if (!read.ok) throw new Error(formatIssues(read.issues, 'en').join('\n'));
  scenario = read.value.scenario;
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const valuesOf = (flag: string): readonly string[] => readOvers([flag], scenario, 'en')[0]!.values.map(({ text }) => text);
const pointsOf = (...flags: readonly string[]) => readPoints({ file: join(folder, 's.yaml'), scenario, limits: LIMITS, lang: 'en' }, readOvers(flags, scenario, 'en'), 'en');

function refusal(work: () => unknown): { readonly exit: number; readonly said: string } {
  try {
    work();
  } catch (error) {
    if (error instanceof Failure) return { exit: error.exitCode, said: error.message };
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('the values of --over', () => {
  it.each([
    ['headroom=0:0.5:0.1', ['0', '0.1', '0.2', '0.3', '0.4', '0.5']],
    ['slots/psychiatry=+0:+4:+2', ['+0', '+2', '+4']],
    ['slots/psychiatry=-2:+2:2', ['-2', '+0', '+2']],
    ['slots/psychiatry=x0.5:x1.5:x0.5', ['x0.5', 'x1', 'x1.5']],
    ['slots/psychiatry=3:1:-1', ['3', '2', '1']],
    ['slots/psychiatry=1,4:6:1', ['1', '4', '5', '6']],
    ['slots/psychiatry=2,unlimited', ['2', 'unlimited']],
    ['mode=itinerary,step', ['itinerary', 'step']],
    ['slot-priority=AT>BT, BT>AT', ['AT>BT', 'BT>AT']],
  ])('%s are a list, a range, or both', (flag, values) => {
    expect(valuesOf(flag)).toEqual(values);
  });

  it.each([
    ['slots/psychiatry=', 'no values after ='],
    ['slots/psychiatry', 'is to be written WHAT=VALUES'],
    ['slots/psychiatry=1,,2', 'an empty value'],
    ['slots/psychiatry=0:3:2', 'does not reach its end by that step; end at 2 or 4'],
    ['slots/psychiatry=0:3:0', 'does not lead from the first value to the last'],
    ['slots/psychiatry=a:3:1', 'is no range; written from:to:step'],
    ['slots/psychiatry=1,+1', 'are of different kinds'],
    ['slots/psychiatry=1,1.0', 'is given twice'],
    ['headroom=+0.1', 'a setting is set: write the value without "+"'],
    ['slots/ortopedi=1', 'there are hospital, psychiatry, Skåne, Norr'],
    ['slots/psychiatri=1', 'did you mean psychiatry?'],
    ['slots/Syd=1', 'did you mean area:Syd?'],
    ['slots/pathway:AT=1', '"pathway": allowed here are region, area, block'],
    ['slots/psychiatry/hospital=1', 'several names are written with + between: psychiatry+hospital'],
    ['slots/psychiatry@2027=1', 'is no time; written @2027-01'],
    ['slot/psychiatry=1', 'did you mean slots?'],
    ['hedroom=1', 'did you mean headroom?'],
    ['time.to=2030-01', 'it decides what is compared'],
    ['nonsense-of-all=1', 'there are cells (slots, supervisors'],
  ])('%s is refused: %s', (flag, why) => {
    const { exit, said } = refusal(() => readOvers([flag], scenario, 'en'));
    expect(exit).toBe(2);
    expect(said).toContain(`--over ${JSON.stringify(flag)}: `);
    expect(said).toContain(why);
    expect(refusal(() => readOvers([flag], scenario, 'sv')).exit).toBe(2);
  });

  it('are refused all at once, a fourth --over, the same twice, and a part of a setting beside the whole', () => {
    expect(refusal(() => readOvers(['slots/x=1', 'y=2'], scenario, 'en')).said.split('\n')).toHaveLength(2);
    expect(refusal(() => readOvers(['mode=step', 'headroom=1', 'strict=true', 'choice=spread'], scenario, 'en')).said).toContain('given 4 times; at most 3');
    expect(refusal(() => readOvers(['slots/psychiatry=1', 'slots/block:psychiatry=2'], scenario, 'en')).said).toContain('the same is varied by two');
    expect(refusal(() => readOvers(['headroom=1', 'slots.headroom.likely=2'], scenario, 'en')).said).toContain('the same is varied by two');
  });

  it('give at most a thousand points', () => {
    expect(refusal(() => readOvers(['slots/psychiatry=0:1000:1'], scenario, 'en'))).toEqual({ exit: 5, said: expect.stringContaining('1001 points; at most 1000') as string });
    expect(readOvers(['slots/psychiatry=0:24:1', 'slots/hospital=0:39:1'], scenario, 'en')).toHaveLength(2);
  });
});

describe('the points of a grid', () => {
  it('are read by the ordinary reader: cells by changes, settings by their keys', () => {
    const { runs, places } = pointsOf('slots/psychiatry/Skåne+Norr@2026-06..2026-12=+1', 'pass-limit=2', 'placement.choice=first-fit');
    expect(places).toEqual([[0, 0, 0]]);
    expect(runs[1]).toMatchObject({ passLimit: 2, choice: 'first-fit' });
    expect(runs[1]!.slots!.filter(({ block }) => block === 'psychiatry').map(({ region, from, places, added }) => [region, from, places?.value, added?.map(({ value }) => value)])).toEqual(
      ['Skåne', 'Norr'].flatMap((region) => [[region, expect.any(Number), 1, undefined], [region, 2026 * 12 + 5, 2, undefined], [region, 2027 * 12, 1, undefined]]),
    );
  });

  it('that say the same share a run, and run 0 is the file as it is', () => {
    const { runOf, runs, steps } = pointsOf('slots/psychiatry=+0,+1', 'slots/hospital=2,3');
    expect(runOf).toEqual([0, 1, 2, 3]);
    expect(runs[0]).toEqual({});
    expect(steps[3]!.map(({ value }) => value.text)).toEqual(['+1', '3']);
  });

  it('that the language refuses are refused with the --over that it comes of, all at once', () => {
    const refused = refusal(() => pointsOf('slots/psychiatry/Skåne=1.5,2.5', 'pass-limit=1'));
    expect(refused.exit).toBe(3);
    expect(refused.said.split('\n').map((line) => line.split(': ')[0])).toEqual(['--over slots/psychiatry/Skåne=1.5', '--over slots/psychiatry/Skåne=2.5']);
    expect(refusal(() => pointsOf('applications.aplies-to=1')).said).toContain('applies-to');
    expect(refusal(() => pointsOf('mode=stepp')).said).toMatch(/^--over mode=stepp: not-a-choice: .*did you mean `step`/);
  });
});

describe('the measures of a sweep', () => {
  const labels = () => layRun({ scenario, runs: [{}], additions: [] }, 0).grid.labels;
  it('are of every pathway and the whole, unless a pathway, a place or a year is named', () => {
    expect(readMeasures(undefined, labels(), 'en').map(({ response }) => response)).toEqual(['starts', 'queue', 'wait', 'vacant']);
    expect(readMeasures(undefined, labels(), 'en', true).map(({ response }) => response)).toEqual(['starts', 'queue', 'wait', 'vacant', 'between']);
    expect(readMeasures(['queue/AT/Skåne@2027', 'waited'], labels(), 'en')).toEqual([
      { response: 'queue', pathway: 0, area: labels().area.findIndex(({ id }) => id === 'Skåne'), year: 2027 },
      { response: 'waited', pathway: 0, area: 0, year: null },
    ]);
  });

  it.each([['queu', 'did you mean queue?'], ['queue/Skane', 'did you mean Skåne?'], ['queue@2040', 'none of the report'], ['queue/Skåne/Norr', 'at most one pathway and one area']])('%s is refused: %s', (flag, why) => {
    expect(refusal(() => readMeasures([flag], labels(), 'en'))).toEqual({ exit: 2, said: expect.stringContaining(why) as string });
  });

  it('are refused twice', () => {
    expect(refusal(() => readMeasures(['queue', 'queue/AT'], labels(), 'en')).said).toContain('given twice');
  });
});
