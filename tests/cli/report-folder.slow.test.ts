import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildProgram, flaskhals, hashes, isWhole, makeProject, readManifest, REPORT, shell, SMALL, startProgram } from './support.js';
import type { Ended } from './support.js';

let folder = '';
let first: Ended;
const report = (name = REPORT): string => join(folder, name);
const run = (...args: readonly string[]): Promise<Ended> => flaskhals(['run', 's.yaml', ...args], { cwd: folder });

beforeAll(async () => {
  buildProgram();
  folder = makeProject({ 'other.yaml': SMALL.replace('name: prov', 'name: annat') });
  first = await run();
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Waits until something is so; the programs tried here take seconds. */
async function until(is: () => boolean, what: string): Promise<void> {
  const limit = performance.now() + 60_000;
  while (!is()) {
    if (performance.now() > limit) throw new Error(`waited in vain for ${what}`);
    await new Promise((go) => setTimeout(go, 2));
  }
}

test('a run writes its folder whole, with the manifest, and nothing beside it', () => {
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(first.stdout).toContain(`Rapporten: ${REPORT}\n`);
  expect(isWhole(report())).toBe(true);
  expect(readdirSync(join(folder, 'reports'))).toEqual(['prov']);
  const manifest = readManifest(report());
  expect(manifest.scenarios[0]!.name).toBe('prov');
  expect(manifest.inputs.map(({ path }) => path)).toEqual(['data/home.csv', 'data/positions.csv', 's.yaml']);
  expect(manifest.replaces).toBe(null);
});

test('K07: a new run of the same name replaces the old one whole, and the manifest names the one replaced', async () => {
  const before = readManifest(report()).scenarios[0]!.fingerprint;
  const again = await run('--seed', '8');
  expect(again.code).toBe(0);
  expect(isWhole(report())).toBe(true);
  expect(readManifest(report())).toMatchObject({ replaces: before, seed: 8, command: ['run', 's.yaml', '--seed', '8'] });
  expect(readManifest(report()).scenarios[0]!.fingerprint).not.toBe(before);
});

describe('K07: what is not a run of this name stays', () => {
  test("another scenario's report", async () => {
    const before = hashes(report());
    const refused = await flaskhals(['run', 'other.yaml', '--out', REPORT], { cwd: folder });
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toBe('reports/prov: innehåller en körning av ett annat scenario (prov); --overwrite ersätter den\n');
    expect(hashes(report())).toEqual(before);
  });

  test("a report with a file of the planner's own in it", async () => {
    writeFileSync(join(report(), 'charts', 'anteckningar.txt'), 'mina ord');
    const refused = await run('--lang', 'en');
    rmSync(join(report(), 'charts', 'anteckningar.txt'));
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toBe('reports/prov: holds charts/anteckningar.txt, which is not part of the run; --overwrite replaces the folder\n');
    expect(isWhole(report())).toBe(true);
  });

  test('unless --overwrite is given', async () => {
    mkdirSync(report('egen'));
    writeFileSync(join(report('egen'), 'brev.txt'), 'kära');
    expect((await run('--out', 'egen', '--overwrite')).code).toBe(0);
    expect(isWhole(report('egen'))).toBe(true);
  });
});

test('--add makes another run of it: its own folder and title, in the order given', async () => {
  const before = hashes(report());
  const ended = await run('--add', 'slots/psychiatry/Skåne=2', '--add', 'positions/AT/Norr=1', '--lang', 'en');
  expect(ended.code).toBe(0);
  const name = 'prov-slots-psychiatry-Skåne-2-positions-AT-Norr-1';
  expect(ended.stdout).toContain(`The report: reports/${name}\n`);
  expect(isWhole(report(`reports/${name}`))).toBe(true);
  const { scenario } = JSON.parse(readFileSync(report(`reports/${name}/findings.json`), 'utf8')) as { scenario: { name: string; title: { sv: string; en: string } } };
  expect(scenario.name).toBe(name);
  expect(scenario.title).toEqual({ sv: 'Prov; slots/psychiatry/Skåne +2, positions/AT/Norr +1', en: 'Trial; slots/psychiatry/Skåne +2, positions/AT/Norr +1' });
  expect(ended.stdout).not.toMatch(/Rapporten|räcker inte/);
  expect(hashes(report())).toEqual(before);
});

describe('F14: two runs into one folder', () => {
  test('the second is refused and names the first; a killed one does not stand in the way', async () => {
    const one = startProgram(['run', 's.yaml', '--replications', '100000'], { cwd: folder });
    await until(() => existsSync(report('reports/prov.lock')), 'the lock');
    const before = hashes(report());
    const two = await run();
    expect(two).toMatchObject({ code: 4, stdout: '' });
    expect(two.stderr).toMatch(new RegExp(`en annan körning skriver dit nu \\(pid ${String(one.pid)}, \\d{4}-\\d\\d-\\d\\dT`));
    one.kill('SIGKILL');
    await until(() => one.signalCode !== null, 'its end');
    expect(hashes(report())).toEqual(before);
    expect((await run()).code).toBe(0);
    expect(isWhole(report())).toBe(true);
    expect(readdirSync(join(folder, 'reports')).filter((entry) => entry.startsWith('prov.'))).toEqual([]);
  });
});

test('F01: killed while it writes, a run leaves the old report whole; the next clears up', async () => {
  const before = hashes(report());
  const child = startProgram(['run', 's.yaml', '--seed', '9'], { cwd: folder });
  await until(() => readdirSync(join(folder, 'reports')).some((entry) => entry.endsWith('.new')) || child.exitCode !== null, 'the first file');
  child.kill('SIGKILL');
  await until(() => child.signalCode !== null || child.exitCode !== null, 'its end');
  if (child.signalCode === 'SIGKILL') expect(hashes(report())).toEqual(before);
  expect(isWhole(report())).toBe(true);
  expect((await run('--seed', '9')).code).toBe(0);
  expect(readManifest(report()).seed).toBe(9);
  expect(readdirSync(join(folder, 'reports')).filter((entry) => entry.startsWith('prov.'))).toEqual([]);
});

test.each([['SIGINT', 130], ['SIGTERM', 143]] as const)('%s ends a run at once with exit %i and leaves what stood there', (signal, code) => {
  const before = hashes(report());
  const ended = shell(`$FLASKHALS run s.yaml --replications 100000 & until [ -e reports/prov.lock ]; do sleep 0.05; done; kill -${signal} $!; wait $!; exit $?`.replace('& until', '& trap - INT; until'), { cwd: folder });
  expect(ended).toMatchObject({ stdout: '' });
  expect([code, code - 128]).toContain(ended.code);
  expect(hashes(report())).toEqual(before);
});

/** Whether a small file system can be mounted here, in a name space of its own. */
const mounts = shell('unshare -m mount -t tmpfs -o size=16k tmpfs /mnt', { cwd: '/' }).code === 0;
const inMount = (options: string, line: string): Ended => {
  const script = `mount -t tmpfs -o ${options} tmpfs out && ${line}`;
  return shell(`mkdir -p out && unshare -m bash -c '${script}'`, { cwd: folder });
};

test.for([64, 512])('F04: on a disk of %i KiB a run is exit 4, says what is needed, and leaves nothing half-written', (size, context) => {
  context.skip(!mounts, 'mounting is not allowed here');
  const ended = inMount(`size=${String(size)}k`, 'mkdir out/prov && $FLASKHALS run s.yaml --out out/prov; code=$?; find out -type f; exit $code');
  expect(ended).toMatchObject({ code: 4, stdout: '' });
  expect(ended.stderr).toMatch(/out\/prov: utrymmet räcker inte, \d+ KiB behövs \(ENOSPC: no space left on device/);
});

test('F06: where nothing can be written, a run is exit 4 before it computes', (context) => {
  context.skip(!mounts, 'mounting is not allowed here');
  const ended = inMount('size=1m', 'mount -o remount,ro out && timeout 20 $FLASKHALS run s.yaml --replications 100000 --out out/prov');
  expect(ended).toMatchObject({ code: 4, stdout: '' });
  expect(ended.stderr).toMatch(/^out\/prov: det går inte att skriva här: EROFS/);
});

test('F07: a folder that is moved away during the run is written anew, or the run is exit 4', async () => {
  const child = startProgram(['run', 's.yaml', '--out', 'borta/prov'], { cwd: folder });
  await until(() => existsSync(report('borta/prov.lock')), 'the lock');
  rmSync(report('borta'), { recursive: true });
  await until(() => child.exitCode !== null, 'its end');
  expect([0, 4]).toContain(child.exitCode);
  if (child.exitCode === 0) expect(isWhole(report('borta/prov'))).toBe(true);
});
