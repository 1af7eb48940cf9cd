import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../support/documents.js';
import { buildProgram, flaskhals, makeProject } from './support.js';

let small = '';
let real = '';
beforeAll(() => {
  buildProgram();
  small = makeProject();
  // The project's own data, but a folder for scenarios that may be written to.
  real = makeProject();
  cpSync(join(ROOT, 'data'), join(real, 'data'), { recursive: true });
});
afterAll(() => {
  rmSync(small, { recursive: true, force: true });
  rmSync(real, { recursive: true, force: true });
});

const listed = async (...args: readonly string[]): Promise<readonly Readonly<Record<string, unknown>>[]> => {
  const ended = await flaskhals(['list', ...args, '--json'], { cwd: small });
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  return JSON.parse(ended.stdout) as Readonly<Record<string, unknown>>[];
};

describe('list', () => {
  test("says what a scenario's own things are called", async () => {
    expect(await listed('regions', 's.yaml')).toEqual([{ id: 'Skåne', title: 'Skåne', area: 'Syd' }, { id: 'Norr', title: 'Norr', area: 'Nord' }]);
    expect((await listed('blocks', 's.yaml')).map(({ id }) => id)).toEqual(['hospital', 'psychiatry']);
    expect(await listed('streams', 's.yaml')).toEqual([{ id: 'old', title: 'old', pathway: 'AT' }]);
  });

  test('gives pools the names that --add takes, and the places they have; positions by the intake', async () => {
    const pools = await listed('pools', 's.yaml');
    expect(pools).toContainEqual({ id: 'slots/psychiatry/Skåne', least: 1, most: 1 });
    expect(pools).toContainEqual({ id: 'positions/AT/Norr', least: 3, most: 3 });
    expect(pools.length).toBe(6);
    expect(await flaskhals(['run', 's.yaml', '--add', 'slots/psychiatry/Skåne=1', '--out', 'more'], { cwd: small })).toMatchObject({ code: 0 });
  });

  test('lists the base scenario when none is named', async () => {
    expect((await listed('regions')).length).toBe(21);
  });

  test('knows the figures and charts of a report', async () => {
    expect((await listed('measures')).map(({ id }) => id)).toEqual(expect.arrayContaining(['demand', 'happens', 'queue']));
    expect((await listed('charts')).map(({ id }) => id)).toContain('overlap');
  });

  test('is lines under a heading for people', async () => {
    expect((await flaskhals(['list', 'regions', 's.yaml'], { cwd: small })).stdout).toBe('namn   titel  område\nSkåne  Skåne  Syd\nNorr   Norr   Nord\n');
    expect((await flaskhals(['list', 'regions', 's.yaml', '--lang', 'en'], { cwd: small })).stdout).toMatch(/^id {5}title {2}area\n/);
  });
});

describe('init', () => {
  // The scenario to begin with is of one region, and what crosses its border is for the planner to say.
  const BORDER = expect.stringMatching(/^[^\n]*: warning part-of-country: [^\n]*\n$/) as string;

  test('writes a scenario that checks as it stands, and with every own number filled in', async () => {
    expect(await flaskhals(['init', 'vår-region'], { cwd: real })).toEqual({ code: 0, stdout: 'scenarios/vår-region.yaml: ett scenario att börja med\n', stderr: '' });
    const path = join(real, 'scenarios', 'vår-region.yaml');
    const text = readFileSync(path, 'utf8');
    expect(text).toMatch(/^name: 'vår-region'/m);
    expect(text).toMatch(/^# yaml-language-server: \$schema=\S+schemas\/scenario\.schema\.json\n/);
    expect(await flaskhals(['check', 'scenarios/vår-region.yaml'], { cwd: real })).toMatchObject({ code: 0, stderr: BORDER });
    const own = text.replaceAll(/^(\s*)#(?=\p{L})/gmu, '$1');
    expect(own.split('by-region:').length).toBe(5);
    writeFileSync(join(real, 'own.yaml'), own);
    expect(await flaskhals(['check', 'own.yaml'], { cwd: real })).toMatchObject({ code: 0, stderr: BORDER });
    expect(await flaskhals(['run', 'own.yaml', '--replications', '1'], { cwd: real })).toMatchObject({ code: 0 });
  });

  test('never writes over a file', async () => {
    await flaskhals(['init', '2027'], { cwd: real });
    writeFileSync(join(real, 'scenarios', '2027.yaml'), 'mine');
    const ended = await flaskhals(['init', '2027'], { cwd: real });
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toContain('finns redan och skrivs inte över');
    expect(readFileSync(join(real, 'scenarios', '2027.yaml'), 'utf8')).toBe('mine');
  });

  test('gives a name that reads as a number or as no a place all the same', async () => {
    await flaskhals(['init', 'no'], { cwd: real });
    expect(await flaskhals(['check', 'scenarios/no.yaml'], { cwd: real })).toMatchObject({ code: 0, stderr: BORDER });
  });
});
