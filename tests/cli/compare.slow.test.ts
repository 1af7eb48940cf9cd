import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Comparison, Contributions } from '../../src/analysis/index.js';
import { buildProgram, flaskhals, hashes, makeProject } from './support.js';

const made: string[] = [];
let folder = '';

const OPTION = `extends: s.yaml
name: fler
changes:
  - { add: slots, by: 2, where: { block: hospital }, from: 2026-02, name: sjukhus, source: prov }
  - { add: positions, by: 3, where: { region: Skåne }, from: 2027-01, name: tjänster, source: prov }
`;

beforeAll(() => {
  buildProgram();
  folder = makeProject({ 'fler.yaml': OPTION });
  made.push(folder);
});
afterAll(() => {
  for (const one of made) rmSync(one, { recursive: true, force: true });
});

function project(files: Readonly<Record<string, string>>): string {
  const own = makeProject({ 'fler.yaml': OPTION, ...files });
  made.push(own);
  return own;
}

const resultsIn = (report: string): Readonly<Record<string, string>> => {
  const { 'manifest.json': _, ...files } = hashes(report);
  return files;
};
const read = <Found>(report: string): Found => JSON.parse(readFileSync(join(report, 'findings.json'), 'utf8')) as Found;

describe('flaskhals compare', () => {
  test('writes a folder that rerun makes again to the last byte, the same with two workers as with one', async () => {
    expect(await flaskhals(['compare', 's.yaml', 'fler.yaml', '--workers', '1', '--out', 'ett'], { cwd: folder })).toMatchObject({ code: 0 });
    expect(await flaskhals(['compare', 's.yaml', 'fler.yaml', '--workers', '2', '--out', 'två'], { cwd: folder })).toMatchObject({ code: 0 });
    expect(resultsIn(join(folder, 'två'))).toEqual(resultsIn(join(folder, 'ett')));
    expect(await flaskhals(['rerun', 'ett'], { cwd: folder })).toMatchObject({ code: 0 });
    expect(await flaskhals(['verify', 'ett', '--recompute'], { cwd: folder })).toMatchObject({ code: 0 });
  });

  test('tells only what differs between the inputs, cell by cell, with the line', () => {
    const { inputs, options } = read<Comparison>(join(folder, 'ett'));
    expect(inputs.map(({ group, of, from, old, new: fresh, at }) => [group, of, from, old, fresh, at])).toEqual([
      ['slots', 'hospital Norr', '2026-02', '2', '4', 'fler.yaml:4'],
      ['slots', 'hospital Skåne', '2026-02', '2', '4', 'fler.yaml:4'],
      ['positions', 'AT Skåne', '2027-03', '3', '5', 'fler.yaml:5'],
      ['positions', 'AT Skåne', '2027-09', '3', '4', 'fler.yaml:5'],
    ]);
    expect(inputs[0]!.label).toEqual({ sv: 'hospital, Norr', en: 'hospital, Norr' });
    expect(options.map(({ positionMonths }) => positionMonths)).toEqual([96, 108]);
  });

  test('ranks by a measure that counts those who never start', () => {
    expect(read<Comparison>(join(folder, 'ett')).ranking.measure).toBe('lost');
    const page = readFileSync(join(folder, 'ett', 'index.html'), 'utf8');
    expect(page).toContain('Läkarmånader i kö per region');
  });

  test('says in every title and on the page that position-months differ', () => {
    const charts = join(folder, 'ett', 'charts');
    const titles = readdirSync(charts).filter((file) => file.endsWith('.svg')).map((file) => /<title[^>]*>([^<]*)/.exec(readFileSync(join(charts, file), 'utf8'))![1]!);
    expect(titles.length).toBeGreaterThan(2);
    for (const title of titles) expect(title).toContain('[tjänstemånader mot prov: fler +12,5');
    const page = readFileSync(join(folder, 'ett', 'index.html'), 'utf8');
    expect(/<h1>([^<]*)/.exec(page)![1]).toContain('tjänstemånader mot prov');
    expect(page).not.toContain('<script');
    expect(page).not.toMatch(/(?:src|href)="https?:/);
  });

  test('uses no causal word, in either language', async () => {
    expect(await flaskhals(['compare', 's.yaml', 'fler.yaml', '--out', 'en', '--lang', 'en'], { cwd: folder })).toMatchObject({ code: 0 });
    for (const [report, words] of [['ett', /därför|beror på|på grund av/i], ['en', /because|due to|therefore|caused by/i]] as const) expect(readFileSync(join(folder, report, 'index.html'), 'utf8')).not.toMatch(words);
  });

  test('of a scenario and itself under another name differs in nothing', async () => {
    const own = project({ 'samma.yaml': 'extends: s.yaml\nname: samma\n' });
    const { code, stdout } = await flaskhals(['compare', 's.yaml', 'samma.yaml', '--out', 'r'], { cwd: own });
    expect(code).toBe(0);
    expect(stdout).toContain('samma mot prov: inget skiljer i någon körning.');
    const found = read<Comparison>(join(own, 'r'));
    expect(found.inputs).toEqual([]);
    expect(found.saving.run * 2).toBe(found.saving.plans);
    for (const { differences } of found.measures) for (const cell of differences[0]!) expect([0, null]).toContain(cell);
  });

  test('refuses what is unlike, all of it at once; --force compares and says so on every chart and in every section', async () => {
    const own = project({ 'annat.yaml': 'extends: s.yaml\nname: annat\nseed: 8\ntime: { to: 2027-06 }\n' });
    const refused = await flaskhals(['compare', 's.yaml', 'annat.yaml', '--out', 'r'], { cwd: own });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('annat: time (from, report-from, to) är 2026-01, 2026-01, 2027-06, i prov 2026-01, 2026-01, 2027-12');
    expect(refused.stderr).toContain('annat: fröet är 8, i prov 7');
    expect(refused.stderr).toContain('--force');
    expect((await flaskhals(['compare', 's.yaml', 'annat.yaml', '--force', '--out', 'r'], { cwd: own })).code).toBe(0);
    const page = readFileSync(join(own, 'r', 'index.html'), 'utf8');
    const parts = page.split('<section ').slice(1);
    for (const part of parts) expect(part).toContain('framtvingad');
    for (const file of readdirSync(join(own, 'r', 'charts')).filter((name) => name.endsWith('.svg'))) expect(readFileSync(join(own, 'r', 'charts', file), 'utf8')).toContain('framtvingad');
    expect(read<Comparison>(join(own, 'r')).twins).toEqual([]);
  });

  test('refuses the same data file with other content', async () => {
    const other = project({ 'data/home.csv': readFileSync(join(folder, 'data/home.csv'), 'utf8').replace('0.625,unit,source', '0.625,unit,another source') });
    const { code, stderr } = await flaskhals(['compare', 's.yaml', join(other, 's.yaml')], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toContain('data/home.csv är inte samma fil');
  });

  test.each([
    [['s.yaml'], '2–8 scenarier, inte 1'],
    [['s.yaml', 'fler.yaml', '--measure', 'wait-queu'], 'menade du wait-queue?'],
    [['s.yaml', 'fler.yaml', '--fore'], 'menade du --force?'],
  ])('refuses %j with what is allowed', async (args, words) => {
    const { code, stderr } = await flaskhals(['compare', ...args], { cwd: folder });
    expect([code, stderr]).toEqual([2, expect.stringContaining(words)]);
  });
});

describe('flaskhals contributions', () => {
  test('shares out the whole exactly, the same with two workers as with one, and again by rerun', async () => {
    expect(await flaskhals(['contributions', 'fler.yaml', '--workers', '1', '--out', 'c1'], { cwd: folder })).toMatchObject({ code: 0 });
    expect(await flaskhals(['contributions', 'fler.yaml', '--workers', '2', '--out', 'c2'], { cwd: folder })).toMatchObject({ code: 0 });
    expect(resultsIn(join(folder, 'c2'))).toEqual(resultsIn(join(folder, 'c1')));
    expect(await flaskhals(['rerun', 'c1'], { cwd: folder })).toMatchObject({ code: 0 });
    const found = read<Contributions>(join(folder, 'c1'));
    expect(found.groups.map(({ name }) => name)).toEqual(['sjukhus', 'tjänster']);
    for (const { groups, whole } of found.outcomes) expect(groups.reduce((sum, { numerator }) => sum + numerator, 0)).toBe(whole.numerator * 2);
  });

  test('is of the difference that compare finds', () => {
    const { outcomes } = read<Contributions>(join(folder, 'c1'));
    const lost = read<Comparison>(join(folder, 'ett')).outcomes.find(({ id }) => id === 'lost')!;
    const { whole } = outcomes.find(({ id, pathway }) => id === 'lost' && pathway === 'AT')!;
    expect(whole.numerator / whole.denominator).toBeCloseTo(lost.differences[1]![0]!.mean, 9);
  });

  test.each(['wait-queue', 'started-within', 'vacant', 'happens'])('of %s sum exactly, too, and are of the difference that compare finds', async (measure) => {
    expect(await flaskhals(['contributions', 'fler.yaml', '--measure', measure, '--out', `c-${measure}`], { cwd: folder })).toMatchObject({ code: 0, stderr: '' });
    const found = read<Contributions>(join(folder, `c-${measure}`));
    for (const { groups, whole } of found.outcomes) expect(groups.reduce((sum, { numerator }) => sum + numerator, 0)).toBe(whole.numerator * 2);
    const { levels, differences } = read<Comparison>(join(folder, 'ett')).outcomes.find(({ id }) => id === measure)!;
    const own = found.outcomes.filter(({ id }) => id === measure);
    expect(own.map(({ pathway }) => pathway)).toEqual(['AT', 'all']);
    own.forEach(({ without, with: level, whole, groups }, p) => {
      expect(without).toBeCloseTo(levels[0]![p]!.mean, 6);
      expect(level).toBeCloseTo(levels[1]![p]!.mean, 6);
      expect(whole.numerator / whole.denominator).toBeCloseTo(differences[1]![p]!.mean, 6);
      expect(groups.reduce((sum, { numerator, denominator }) => sum + numerator / denominator, 0)).toBeCloseTo(whole.numerator / whole.denominator, 9);
    });
    if (measure === 'happens') expect(read<Contributions>(join(folder, 'c1')).outcomes).toEqual(found.outcomes);
  });

  test('refuses a measure that the scenario does not have, or that there is not', async () => {
    expect(await flaskhals(['contributions', 'fler.yaml', '--measure', 'service-weeks'], { cwd: folder })).toMatchObject({ code: 2, stderr: expect.stringContaining('service-weeks finns inte i fler') as string });
    expect(await flaskhals(['contributions', 'fler.yaml', '--measure', 'wait'], { cwd: folder })).toMatchObject({ code: 2, stderr: expect.stringContaining('det finns wait-queue, lost,') as string });
  });

  test('of more than eight groups are over drawn orders, sum exactly, and carry the interval of the choice', async () => {
    const months = ['2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11'];
    const own = project({ 'många.yaml': `extends: s.yaml\nname: manga\nchanges:\n${months.map((month, i) => `  - { add: slots, by: 1, where: { block: ${i % 2 === 0 ? 'hospital' : 'psychiatry'} }, from: ${month}, until: ${month}, source: prov }\n`).join('')}` });
    expect(await flaskhals(['contributions', 'många.yaml', '--orders', '3', '--replications', '2', '--out', 'c'], { cwd: own })).toMatchObject({ code: 0 });
    const found = read<Contributions>(join(own, 'c'));
    expect([found.method, found.orders, found.groups.length]).toEqual(['sampled', 6, 9]);
    for (const { groups, whole } of found.outcomes) {
      expect(groups.reduce((sum, { numerator }) => sum + numerator, 0)).toBe(whole.numerator * 6);
      for (const { orderHalfWidth } of groups) expect(orderHalfWidth).toBeGreaterThanOrEqual(0);
    }
  });

  test('refuses a scenario without changes, and two changes of one cell', async () => {
    expect(await flaskhals(['contributions', 's.yaml'], { cwd: folder })).toMatchObject({ code: 2, stderr: expect.stringContaining('inga ändringar') as string });
    const own = project({ 'krock.yaml': OPTION.replace('name: fler', 'name: krock') + '  - { set: slots, to: 7, where: { block: hospital, region: Norr }, from: 2026-05, name: annan, source: prov }\n' });
    const { code, stderr } = await flaskhals(['contributions', 'krock.yaml'], { cwd: own });
    expect([code, stderr]).toEqual([3, expect.stringContaining('changed-twice')]);
  });

  test('refuses groups that cannot be made one without the other', async () => {
    const own = project({ 'led.yaml': `extends: fler.yaml\nname: led\nchanges:\n  - { set: slots, to: 2, where: { block: hospital }, from: 2026-02, name: tillbaka, source: prov }\n` });
    const { code, stderr } = await flaskhals(['contributions', 'led.yaml'], { cwd: own });
    expect([code, stderr]).toEqual([3, expect.stringContaining('”tillbaka” går inte att göra utan ”sjukhus')]);
  });
});
