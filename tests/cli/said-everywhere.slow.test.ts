import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { SMALL, buildProgram, flaskhals, makeProject } from './support.js';

beforeAll(buildProgram);

const BORDER = 'The scenario is a part of the country, and no flows across its border are stated.';
// A third of the doctors seek in a region that the scenario does not hold, and others use more than there is.
const PART = SMALL.replace('data/home.csv', 'data/part.csv').replace(/regions:\n.*\n.*\n/, 'regions: { from: data/regions.csv, where: { health_care_region: Syd } }\n') + 'crowding: { slots: { by-region: { Norr: { psychiatry: 3 } } } }\nchanges:\n  - { add: slots, where: { region: Skåne, block: hospital }, by: 1, from: 2026-06, source: trial }\n';

const CARD = 'value,unit,source,quality,as_of';
const HOME = `region,${CARD}\n${['Skåne,0.4', 'Norr,0.3', 'Väst,0.3'].map((one) => `${one},share,source,derived,2026\n`).join('')}`;
const REGIONS = `region,health_care_region,${CARD}\n${['Skåne,Syd', 'Norr,Syd', 'Väst,Väst'].map((one) => `${one},1000,inhabitants,source,derived,2026\n`).join('')}`;

const SHORT: readonly (readonly string[])[] = [
  ['check', 's.yaml'],
  ['run', 's.yaml', '--look'],
  ['explain', 's.yaml', '--region', 'Norr', '--pathway', 'AT', '--at', '2026-09'],
  ['replication', 's.yaml', '0'],
  ['dump', 's.yaml', '--plan', 'p.json', '--roster', 'r.json', '--records', 'd.json'],
];

const PAPERS: readonly (readonly string[])[] = [
  ['bottlenecks', 's.yaml'],
  ['worth', 's.yaml'],
  ['compare', 's.yaml', 'other.yaml'],
  ['contributions', 's.yaml'],
  ['sweep', 's.yaml', '--over', 'slots/Skåne/hospital=2,3'],
];

const project = (): string => makeProject({ 'data/part.csv': HOME, 'data/regions.csv': REGIONS, 's.yaml': PART, 'other.yaml': PART.replace('name: prov', 'name: other').replace('hospital: 2, psychiatry: 1 }\n    Norr', 'hospital: 4, psychiatry: 1 }\n    Norr') });

test('a part of the country that states no flows is said to be one by every command', { timeout: 60_000 }, async () => {
  const cwd = project();
  for (const command of SHORT) {
    const { code, stdout, stderr } = await flaskhals([...command, '--lang', 'en'], { cwd });
    expect({ command, code, said: `${stdout}${stderr}`.split(BORDER).length - 1 }).toEqual({ command, code: 0, said: 1 });
  }
});

test.each(PAPERS)('%s says it too, with the warnings of its scenarios, in the terminal and on the page', { timeout: 120_000 }, async (...command) => {
  const cwd = project();
  const { code, stdout, stderr } = await flaskhals([...command, '--replications', '2', '--workers', '1', '--out', 'o', '--lang', 'en'], { cwd });
  expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
  const page = readFileSync(join(cwd, 'o', 'index.html'), 'utf8');
  expect(stdout.split(BORDER).length - 1).toBe(1);
  expect(page).toContain(BORDER);
  for (const text of [stdout, page]) expect(text).toMatch(/s\.yaml:\d+: crowding\.slots/);
});

test('no kind of report replaces another of the same scenario unless told to', { timeout: 60_000 }, async () => {
  const cwd = makeProject();
  const made = (command: string, ...more: readonly string[]) => flaskhals([command, 's.yaml', '--replications', '1', '--out', 'o', '--lang', 'en', ...more], { cwd });
  expect((await made('bottlenecks')).code).toBe(0);
  const refused = await made('run');
  expect({ code: refused.code, stderr: refused.stderr }).toEqual({ code: 2, stderr: 'o: holds another kind of report on the scenario (bottlenecks); --overwrite replaces it\n' });
  expect((await made('run', '--overwrite')).code).toBe(0);
  expect((await made('run')).code).toBe(0);
});

// Three start a year, and nine come.
const GROWING = `name: grows
time: { step: month, from: 2026-01, to: 2029-12 }
seed: 7
replications: 2
regions: { Skåne: {} }
streams:
  old: { pathway: AT, cohorts: [${[2026, 2027, 2028, 2029].map((year) => `{ month: ${year}-01, number: 9 }`).join(', ')}], home: { Skåne: 1 } }
pathways:
  AT: { variants: { at: { blocks: [{ hospital: 3 }] } }, intakes: { months: [3] } }
positions: { by-region: { Skåne: { AT: 3 } } }
slots: { by-region: { Skåne: { hospital: 9 } } }
changes:
  - { add: slots, where: { region: Skåne, block: hospital }, by: 1, from: 2027-01 }
`;

const GROWS = 'The queue for AT grows three years running';

test.each([['run', 's.yaml'], ['bottlenecks', 's.yaml'], ['compare', 's.yaml', 'other.yaml'], ['contributions', 's.yaml'], ['sweep', 's.yaml', '--over', 'slots/Skåne/hospital=8,9']])(
  '%s says that nobody would let a queue grow so, in the terminal and on the page', { timeout: 60_000 }, async (...command) => {
    const cwd = makeProject({ 's.yaml': GROWING, 'other.yaml': GROWING.replace('name: grows', 'name: other').replace('hospital: 9', 'hospital: 8') });
    const { code, stdout, stderr } = await flaskhals([...command, '--workers', '1', '--out', 'o', '--lang', 'en'], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const text of [stdout, readFileSync(join(cwd, 'o', 'index.html'), 'utf8')]) expect(text).toMatch(new RegExp(`${GROWS}.*nobody would let this happen`));
  },
);
