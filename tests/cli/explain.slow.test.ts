import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildProgram, flaskhals, makeProject, SMALL } from './support.js';

let folder = '';
beforeAll(() => {
  buildProgram();
  const checks = (text: string): string => `${SMALL}checks:\n${text}`;
  folder = makeProject({
    'holds.yaml': checks('  - { queue: AT, at-most: 1000 }\n'),
    'fails.yaml': checks('  - { queue: AT, at-most: 1000 }\n  - { starts: AT, region: Skåne, year: 2027, equals: 500, within: 2 }\n'),
  });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const explain = (...args: readonly string[]) => flaskhals(['explain', 's.yaml', ...args], { cwd: folder });

describe('explain', () => {
  test('tells of an intake: how many stood, were taken, and wait on, and what would have been enough', async () => {
    const { code, stdout } = await explain('--region', 'Skåne', '--pathway', 'AT', '--at', '2026-03');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\nAntagningen till AT i Skåne 2026-03, upprepning 0, frö 7\n\d+ stod i kön\.\n/);
    for (const heading of ['Varför de andra väntar vidare', 'Först i kön av dem som inte fick börja: old/2026-01/', 'Minsta ändring som hade låtit den läkaren börja då']) expect(stdout).toContain(heading);
    expect(existsSync(join(folder, 'reports'))).toBe(false);
  });

  test('tells of a doctor, with the reason for every wait, in either language', async () => {
    const { stdout: intake } = await explain('--region', 'Skåne', '--pathway', 'AT', '--at', '2026-03');
    const id = /Först i kön av dem som inte fick börja: (\S+)/.exec(intake)![1]!;
    const { code, stdout } = await explain('--doctor', id, '--lang', 'en');
    expect(code).toBe(0);
    expect(stdout).toContain(`Modelled doctor ${id}, replication 0, seed 7`);
    expect(stdout).toContain('The reason for every wait: AT, at-4');
    expect(stdout).toMatch(/2026-01 – 2026-02 {2}\(2 months\) {2}awaits the first intake\n2026-03 – /);
  });

  test.each([
    [[], 'skriv --doctor ID, eller --region'],
    [['--region', 'Skåne'], '--pathway, --at saknas'],
    [['--doctor', 'old/2026-01/0', '--region', 'Skåne'], '--doctor går inte ihop med --region'],
    [['--doctor', 'old/2026-01/99'], 'menade du'],
    [['--region', 'Skane', '--pathway', 'ATT', '--at', '2026-13'], 'menade du Skåne?'],
    [['--region', 'Skåne', '--pathway', 'AT', '--at', '2026-04'], 'de närmaste är 2026-03 och 2026-09'],
    [['--region', 'Skåne', '--pathway', 'AT', '--at', '2026-03', '--replication', '-1'], '--replication'],
  ] as const)('refuses %j', async (args, says) => {
    const { code, stdout, stderr } = await explain(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(says === 'menade du' ? 'old/' : says);
  });
});

describe('run --strict', () => {
  const run = (name: string, ...args: readonly string[]) => flaskhals(['run', name, ...args], { cwd: folder });

  test('checks that do not hold are told of, and end the command with 0 unless it is strict', async () => {
    const plain = await run('fails.yaml');
    expect(plain.code).toBe(0);
    expect(plain.stdout).toContain('1 av 2 kontroller håller, 1 håller inte och 0 kan inte avgöras.');
    const strict = await run('fails.yaml', '--strict', '--out', 'strict');
    expect(strict.code).toBe(6);
    expect(strict.stderr).toContain('fails.yaml:26: håller inte: Starter i AT, Skåne, 2027: 500, på 2 när');
    expect(existsSync(join(folder, 'strict', 'manifest.json'))).toBe(true);
    expect(existsSync(join(folder, 'strict', 'tables', 'checks.csv'))).toBe(true);
    expect(await flaskhals(['rerun', 'strict'], { cwd: folder })).toMatchObject({ code: 0 });
  });

  test('checks that hold are no failure; none at all is wrong use', async () => {
    expect(await run('holds.yaml', '--strict')).toMatchObject({ code: 0 });
    expect(await run('s.yaml', '--strict')).toMatchObject({ code: 2, stdout: '', stderr: '--strict: scenariot har inga kontroller (checks)\n' });
    expect(await run('holds.yaml', '--look', '--strict')).toMatchObject({ code: 2 });
  });
});
