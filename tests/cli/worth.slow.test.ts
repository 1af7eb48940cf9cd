import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildProgram, flaskhals, hashes, isWhole, makeProject, readManifest } from './support.js';

let folder = '';

beforeAll(() => {
  buildProgram();
  folder = makeProject();
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const results = (name: string): Readonly<Record<string, string>> => {
  const { 'manifest.json': _, ...files } = hashes(join(folder, name));
  return files;
};

const COMMANDS: readonly (readonly [string, ...string[]])[] = [
  ['bottlenecks', 's.yaml'],
  ['worth', 's.yaml', '--all', '--region', 'Skåne', '--steps', '2', '--goal', 'AT inom 6 månader 0.95'],
];

describe.each(COMMANDS.map((command) => ({ name: command[0], command })))('$name', ({ name, command }) => {

  test('writes its page, charts, tables and findings, whole, the same with two workers as with one', async () => {
    const one = await flaskhals([...command, '--out', `${name}-1`, '--workers', '1'], { cwd: folder });
    expect(one).toMatchObject({ code: 0, stderr: '' });
    expect(isWhole(join(folder, `${name}-1`))).toBe(true);
    expect(Object.keys(results(`${name}-1`))).toEqual(expect.arrayContaining(['index.html', 'findings.json']));
    expect(await flaskhals([...command, '--out', `${name}-2`, '--workers', '2'], { cwd: folder })).toMatchObject({ code: 0, stdout: one.stdout.replaceAll(`${name}-1`, `${name}-2`) });
    expect(results(`${name}-2`)).toEqual(results(`${name}-1`));
    expect(readManifest(join(folder, `${name}-2`)).scenarios[0]!.fingerprint).toBe(readManifest(join(folder, `${name}-1`)).scenarios[0]!.fingerprint);
  });

  test('comes out the same again, byte for byte and number for number, and speaks English', async () => {
    expect(await flaskhals(['rerun', `${name}-1`], { cwd: folder })).toMatchObject({ code: 0, stderr: '' });
    expect(await flaskhals(['verify', `${name}-1`, '--recompute'], { cwd: folder })).toMatchObject({ code: 0, stderr: '' });
    const english = await flaskhals([...command, '--out', `${name}-en`, '--lang', 'en'], { cwd: folder });
    expect(english.code).toBe(0);
    expect(english.stdout).toContain('doctor-months');
  });
});

describe('wrong use of worth is refused, all of it at once, with what is allowed', () => {
  test.each<[readonly string[], string]>([
    [['--from', '2028'], '--from: "2028" är ingen månad; skriv som 2028-01, 2026-01 … 2027-12'],
    [['--from', '2030-01'], '--from: 2030-01 ligger utanför rapportens månader, 2026-01 … 2027-12'],
    [['--region', 'Skane'], '--region: det finns ingen region "Skane"; menade du Skåne?'],
    [['--region', 'Norr', '--region', 'Norr'], '--region: "Norr" står två gånger'],
    [['--steps', '-1'], '--steps: "-1" är inget heltal, 0 … 50, skrivet med siffror'],
    [['--by', '0'], '--by: "0" är inget heltal, 1 … 1000, skrivet med siffror'],
    [['--steps', '1', '--goal', 'AT 0.9'], '--goal: "AT 0.9" ska skrivas som "BT inom 6 månader 0.9"'],
    [['--steps', '1', '--goal', 'AT inom 6 månader 90'], '--goal: "AT inom 6 månader 90" ska skrivas som "BT inom 6 månader 0.9"'],
    [['--steps', '1', '--goal', 'BT inom 6 månader 0.9'], '--goal: det finns ingen form "BT"; det finns AT'],
    [['--goal', 'AT inom 6 månader 0.9'], '--goal: målet avslutar flaskhalsens väg, och ingen följs; lägg till --region eller --steps'],
    [['--from', '2028', '--by', 'x'], '--by: "x" är inget heltal'],
  ])('%j', async (flags, words) => {
    const ended = await flaskhals(['worth', 's.yaml', ...flags], { cwd: folder });
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain(words);
    if (flags.length === 4 && flags[0] === '--from') expect(ended.stderr).toContain('--from: "2028" är ingen månad');
  });
});
