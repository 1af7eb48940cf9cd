import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lookAt } from '../../src/study/index.js';
import { ROOT } from '../support/documents.js';
import { cell, readProjectScenario, studyProjectScenario } from '../support/scenarios.js';
import { buildProgram, flaskhals, hashes, makeProject, SMALL } from './support.js';

let folder = '';
beforeAll(() => {
  buildProgram();
  folder = makeProject();
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test("a look has the figures of a study's first replication", () => {
  const { scenario } = readProjectScenario('sodra');
  const findings = studyProjectScenario('sodra', 1);
  const look = lookAt({ scenario, seed: scenario.seed, additions: [] }, 0);
  const mean = (figure: string, pathway: string, period: string): number => cell(findings, figure, 'alla', pathway, period)!.mean;
  const pathways = look.axes.pathways.map(({ id }) => id);
  expect([...look.starts]).toEqual(pathways.flatMap((id) => look.years.map((year) => mean('happens', id, year))));
  expect([...look.queue]).toEqual(pathways.flatMap((id) => look.years.map((year) => mean('queue', id, `${year}-12`))));
  expect(look.starts.some((number) => number > 0) && look.queue.some((number) => number > 0)).toBe(true);
  const rowsOf = (rows: typeof findings.breakEven): readonly string[] => rows.map((row) => `${row.kind} ${row.block} ${row.region} ${row.places} ${row.assumed} ${row.from}`).sort();
  expect(rowsOf(look.margins)).toEqual(rowsOf(findings.breakEven));
});

describe('run --look', () => {
  const loader = "export const resolve = (name, context, next) => { if (/^(vega|vega-lite|fontkit|@resvg)/.test(name)) throw new Error(`loads ${name}`); return next(name, context); };";
  const watched = { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(`import { register } from 'node:module'; register('data:text/javascript,${encodeURIComponent(loader)}');`).replaceAll("'", '%27')}` };

  test('answers in words and two tables, says that it is one run, writes nothing, and loads neither charts nor documents', async () => {
    const before = hashes(folder);
    const ended = await flaskhals(['run', 's.yaml', '--look'], { cwd: folder, env: watched });
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.stdout).toContain('En enda körning, inget intervall: Prov\nfrö 7:');
    expect(ended.stdout).toMatch(/^ ?2026 +\d+ +\d+ *$/m);
    expect(ended.stdout).toMatch(/räcker inte med färre än/);
    expect(hashes(folder)).toEqual(before);
    // The trap does catch what a whole run loads.
    expect((await flaskhals(['run', 's.yaml', '--replications', '1'], { cwd: folder, env: watched })).stderr).toMatch(/loads vega|loads fontkit|loads @resvg/);
  });

  test('takes another seed and more places, and speaks English', async () => {
    const ended = await flaskhals(['run', 's.yaml', '--look', '--seed', '8', '--add', 'slots/psychiatry/Skåne=3', '--lang', 'en'], { cwd: folder });
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.stdout).toContain('A single run, no interval: Trial\nseed 8:');
    expect(ended.stdout).not.toMatch(/körning|platser/);
  });
});

test('run --look --watch runs again at every save, shows old → new only, survives an error, and ends well by Ctrl-C', async () => {
  const path = join(folder, 'watched.yaml');
  writeFileSync(path, SMALL);
  const child = spawn(process.execPath, [join(ROOT, 'bin', 'flaskhals.js'), 'run', 'watched.yaml', '--look', '--watch'], { cwd: folder, env: { ...process.env, NO_COLOR: '1' }, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = listen(child);
  try {
    await said.until(/Väntar på att filen sparas/);
    expect(said.fresh()).toContain('En enda körning, inget intervall');
    writeFileSync(path, SMALL.replace('Skåne: { hospital: 2, psychiatry: 1 }', 'Skåne: { hospital: 2, psychiatry: 4 }'));
    const changed = await said.until(/Väntar på/);
    expect(changed).toContain('psychiatry, Skåne, platser, finns: 1 → 4\n');
    expect(changed).not.toContain('psychiatry, Norr, platser, finns');
    writeFileSync(path, SMALL.replace('seed: 7', 'seed: x'));
    expect(await said.until(/Väntar på/)).toContain('watched.yaml:4:7: error not-a-number');
    writeFileSync(path, `${readFileSync(path, 'utf8').replace('seed: x', 'seed: 7')}# mended\n`);
    expect(await said.until(/Väntar på/)).toContain('psychiatry, Skåne, platser, finns: 4 → 1\n');
    writeFileSync(path, `${SMALL}# no figure\n`);
    expect(await said.until(/Väntar på/)).toContain('Ingen siffra i svaret ändrades.');
    writeFileSync(join(folder, 'data', 'home.csv'), readFileSync(join(folder, 'data', 'home.csv'), 'utf8').replace('0.625', '0.125').replace('0.375', '0.875'));
    expect(await said.until(/Väntar på/)).toMatch(/ → /);
    child.kill('SIGINT');
    expect(await new Promise((end) => child.once('exit', end))).toBe(0);
  } finally {
    child.kill('SIGKILL');
  }
});

/** What a program says while it runs: all that came since the last time asked, as soon as it holds what is waited for. */
function listen(child: ChildProcess): { readonly until: (words: RegExp) => Promise<string>; readonly fresh: () => string } {
  let pending = '';
  let last = '';
  const take = (chunk: Buffer): void => void (pending += chunk.toString('utf8'));
  child.stdout!.on('data', take);
  child.stderr!.on('data', take);
  return {
    fresh: () => last,
    until: async (words) => {
      for (let i = 0; i < 600 && !words.test(pending); i++) await new Promise((go) => setTimeout(go, 50));
      // stdout and stderr are two pipes: the other may be a moment later.
      await new Promise((go) => setTimeout(go, 100));
      [last, pending] = [pending, ''];
      return last;
    },
  };
}
