import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PROVING } from '../support/random.js';
import { buildProgram, makeProject, shell } from './support.js';
import type { Ended } from './support.js';

let folder = '';
beforeAll(() => {
  buildProgram();
  folder = makeProject();
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Whether a small file system can be mounted here, in a name space of its own. */
const mounts = shell('unshare -m mount -t tmpfs -o size=16k tmpfs /mnt', { cwd: '/' }).code === 0;
const WHY = 'mounting is not allowed here';

/** Runs lines of shell in which what they mount is seen by nobody else. */
const inMounts = (lines: string): Ended => shell(`mkdir -p out && unshare -m bash -c '${lines}'`, { cwd: folder, env: { FLASKHALS_KEEP_MS: '0' } });

// What a run wrote, as one hash; the manifest with it.
const HASH = 'find out/prov -type f | LC_ALL=C sort | xargs -d "\\n" sha256sum | sha256sum';

test.for(PROVING ? [1664, 2048, 2560, 3072, 4096] : [2048])('F04: where the disk of %i KiB holds one report but perhaps not two, a run that does not fit is exit 4, and the old report stays to the last byte', (size, context) => {
  context.skip(!mounts, WHY);
  const { stdout, stderr } = inMounts(`mount -t tmpfs -o size=${size}k tmpfs out && $FLASKHALS run s.yaml --out out/prov >/dev/null && ${HASH} && $FLASKHALS run s.yaml --seed 8 --replications 20 --out out/prov >/dev/null; echo exit $?; ${HASH}; ls out`);
  const [before, exit, after, ...there] = stdout.trim().split('\n');
  expect(there).toEqual(['prov', ...(exit === 'exit 0' ? [] : ['prov.state'])]);
  if (exit === 'exit 0') return;
  expect({ exit, after }).toEqual({ exit: 'exit 4', after: before });
  expect(stderr).toMatch(/^(Det gick inte att skriva .*prov\.state: utrymmet räcker inte .*\nKörningen går vidare, men avbryts den går det som är gjort förlorat\.\n)?Det gick inte att skriva .*out\/prov: utrymmet räcker inte, \d+ KiB behövs \(ENOSPC: no space left on device/);
});

test.for(PROVING ? [4, 16, 32, 64, 128, 256, 512, 1024] : [32])('F04: on a disk of %i KiB a run is exit 4 with what is needed, and nothing cut short stands under a final name', (size, context) => {
  context.skip(!mounts, WHY);
  const { stdout, stderr } = inMounts(`mount -t tmpfs -o size=${size}k tmpfs out && $FLASKHALS run s.yaml --out out/prov >/dev/null; echo exit $?; find out -mindepth 1 -not -name prov.state`);
  expect(stdout).toBe('exit 4\n');
  expect(stderr).toMatch(/utrymmet räcker inte, \d+ KiB behövs \(ENOSPC: no space left on device|det går inte att skriva här: ENOSPC/);
});

test('F06: a folder that is itself mounted, read-only or not, cannot be replaced whole: exit 4 before anything is computed', (context) => {
  context.skip(!mounts, WHY);
  // As many replications as would take minutes.
  const attempt = 'timeout 100 $FLASKHALS run s.yaml --replications 100000 --out out/prov --overwrite';
  for (const options of ['ro', 'rw']) {
    const { code, stdout, stderr } = inMounts(`mkdir -p out/prov old && mount --bind old out/prov && mount -o remount,bind,${options} out/prov && ${attempt}; code=$?; ls out; exit $code`);
    expect({ code, stdout }).toEqual({ code: 4, stdout: 'prov\n' });
    expect(stderr).toMatch(/^out\/prov: mappen går inte att ersätta hel; ange en mapp inuti den: E(BUSY|XDEV|ROFS)/);
  }
});

test('F06: beside a folder that cannot be written to, a run is exit 4 before anything is computed', (context) => {
  context.skip(!mounts, WHY);
  const { code, stdout, stderr } = inMounts('mount --bind out out && mount -o remount,bind,ro out && timeout 100 $FLASKHALS run s.yaml --replications 100000 --out out/prov --lang en');
  expect({ code, stdout }).toEqual({ code: 4, stdout: '' });
  expect(stderr).toMatch(/^out\/prov: cannot be written: EROFS/);
});
