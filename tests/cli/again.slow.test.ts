import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { trustFolder } from '../../src/cli/manifest-file.js';
import { PROVING } from '../support/random.js';
import { chances, SEEDED } from './interrupted.js';
import { buildProgram, flaskhals, hashes, makeProject, REPORT, SMALL } from './support.js';
import type { Ended } from './support.js';

// Asked for in an order of words that need not be the usual one.
const RUN = ['run', '--seed', '9', 's.yaml', '--add', 'slots/psychiatry/Skåne=1', '--out', REPORT];

let folder = '';
let report = '';
let kept = '';
beforeAll(async () => {
  buildProgram();
  folder = makeProject();
  report = join(folder, REPORT);
  kept = join(folder, 'kept');
  expect(await run(RUN)).toMatchObject({ code: 0, stderr: '' });
  cpSync(report, kept, { recursive: true });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
afterEach(() => {
  rmSync(report, { recursive: true, force: true });
  cpSync(kept, report, { recursive: true });
  writeFileSync(join(folder, 's.yaml'), SMALL);
});

const run = (args: readonly string[], cwd = folder): Promise<Ended> => flaskhals(args, { cwd });
const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
const files = (): number => Object.keys(hashes(kept)).length - 1;

interface Forged {
  command: string[];
  outputs: { path: string; size: number; sha256: string }[];
  seal: string;
}

/** Changes a manifest and seals it anew, as somebody would who wants to deceive. */
function forge(change: (manifest: Forged) => void): void {
  const path = join(report, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Forged;
  change(manifest);
  const open = `${JSON.stringify({ ...manifest, seal: '' }, null, 2)}\n`;
  writeFileSync(path, open.replace('"seal": ""', `"seal": "${sha256(open)}"`));
}

/** Changes a file of the report, and the manifest so that it fits. */
function forgeFile(name: string, change: (text: string) => string): void {
  const content = change(readFileSync(join(report, name), 'utf8'));
  writeFileSync(join(report, name), content);
  forge((manifest) => {
    Object.assign(manifest.outputs.find(({ path }) => path === name)!, { size: Buffer.byteLength(content), sha256: sha256(content) });
  });
}

describe('rerun', () => {
  test('gives the same bytes, also asked from elsewhere and in another language, and writes nothing', async () => {
    const before = hashes(folder);
    expect(await run(['rerun', REPORT])).toEqual({ code: 0, stdout: `${REPORT}: kört igen, ${files()} filer blev desamma till sista byte\n`, stderr: '' });
    expect(await run(['rerun', report, '--lang', 'en'], '/')).toEqual({ code: 0, stdout: `${report}: run again, ${files()} files came out the same to the last byte\n`, stderr: '' });
    expect(hashes(folder)).toEqual(before);
  });

  test('names every file that comes out otherwise than a manifest claims', async () => {
    forgeFile('tables/wait-queue.csv', (text) => text.replace(/\d(?=[^\d]*$)/, (digit) => String((Number(digit) + 1) % 10)));
    expect(await run(['verify', REPORT])).toMatchObject({ code: 0, stderr: '' });
    expect(await run(['rerun', REPORT])).toEqual({ code: 4, stdout: '', stderr: `${REPORT}: tables/wait-queue.csv: blev annorlunda\n` });
  });

  test('refuses where what the run was made from is changed or gone, and names it', async () => {
    writeFileSync(join(folder, 's.yaml'), `${SMALL}# a word more\n`);
    expect(await run(['rerun', REPORT, '--lang', 'en'])).toEqual({ code: 4, stdout: '', stderr: `${REPORT}: s.yaml is not what it was when the run was made\n` });
    rmSync(join(folder, 's.yaml'));
    expect(await run(['rerun', REPORT])).toMatchObject({ code: 4, stdout: '', stderr: expect.stringContaining('s.yaml') as string });
  });
});

describe('verify --recompute', () => {
  test('compares every number of the findings', async () => {
    let numbers = 0;
    JSON.parse(readFileSync(join(report, 'findings.json'), 'utf8'), (_, value: unknown) => {
      if (typeof value === 'number') numbers += 1;
      return value;
    });
    const { code, stdout, stderr } = await run(['verify', report, '--recompute'], '/');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(new RegExp(`^${report}: ${files()} filer är som de skrevs\n${report}: omräknat, ${numbers} tal är desamma, fingeravtryck [0-9a-f]{32}\n$`));
  });

  test('finds a number that was changed under a manifest made to fit, and shows it as it was and as it is', async () => {
    const written = JSON.parse(readFileSync(join(report, 'findings.json'), 'utf8')) as { figures: Record<string, { cells: ({ mean: number } | null)[] }> };
    const [id, { cells }] = Object.entries(written.figures)[3]!;
    const at = cells.findIndex((cell) => cell !== null);
    const was = cells[at]!.mean;
    cells[at]!.mean = was + 2 ** -40;
    forgeFile('findings.json', () => JSON.stringify(written));
    expect(await run(['verify', REPORT])).toMatchObject({ code: 0 });
    expect(await run(['verify', REPORT, '--recompute', '--lang', 'en'])).toEqual({ code: 4, stdout: '', stderr: `${REPORT}: findings.json figures.${id}.cells.${at}.mean: ${was + 2 ** -40} → ${was}\n` });
  });
});

test('a file that is not of the run is mentioned, and no more', async () => {
  writeFileSync(join(report, 'charts', 'mina ord.txt'), 'kära');
  expect(await run(['verify', REPORT])).toEqual({ code: 0, stdout: `${REPORT}: ${files()} filer är som de skrevs\n${REPORT}: charts/mina ord.txt hör inte till körningen\n`, stderr: '' });
});

describe('a folder that is no report of a run', () => {
  test.each(['verify', 'rerun'])('%s says what it is', async (command) => {
    expect(await run([command, 'nowhere', '--lang', 'en'])).toEqual({ code: 4, stdout: '', stderr: 'nowhere: no folder\n' });
    expect(await run([command, 'data'])).toEqual({ code: 4, stdout: '', stderr: 'data: manifest.json: saknas, så mappen är inget resultat\n' });
  });

  test('a manifest of another kind of command is not run again', async () => {
    forge((manifest) => { manifest.command = ['dump', 's.yaml']; });
    expect(await run(['rerun', REPORT])).toEqual({ code: 4, stdout: '', stderr: `${REPORT}: inte från flaskhals run, utan från: dump s.yaml\n` });
    expect(await run(['verify', REPORT, '--recompute', '--lang', 'en'])).toEqual({ code: 4, stdout: '', stderr: `${REPORT}: not made by flaskhals run, but by: dump s.yaml\n` });
  });
});

describe('F24: a report in which a bit is turned', () => {
  const FLIPS = PROVING ? 5000 : 200;

  test(`is noticed ${FLIPS} times of ${FLIPS}, in the manifest and in every kind of file, and the file is named`, () => {
    const names = Object.keys(hashes(report)).sort();
    const where = chances(FLIPS, 1);
    for (const [i, chance] of chances(FLIPS).entries()) {
      // Every other time the manifest: it is the one that vouches for itself.
      const name = i % 2 === 0 ? 'manifest.json' : names[Math.floor(where[i]! * names.length * (1 - Number.EPSILON))]!;
      const path = join(report, name);
      const bytes = readFileSync(path);
      const bit = Math.floor(chance * 8 * bytes.length * (1 - Number.EPSILON));
      bytes[bit >> 3]! ^= 1 << (bit & 7);
      writeFileSync(path, bytes);
      expect(() => trustFolder(report, 'en'), `${SEEDED}, ${i}: ${name}, bit ${bit}`).toThrow(`${report}: ${name}: not as it was written`);
      bytes[bit >> 3]! ^= 1 << (bit & 7);
      writeFileSync(path, bytes);
    }
    expect(trustFolder(report, 'en').faults).toEqual([]);
  });

  test.each(['verify', 'rerun'])('%s refuses it with exit 4, and names all that is wrong at once', async (command) => {
    rmSync(join(report, 'tables/wait-queue.csv'));
    writeFileSync(join(report, 'index.html'), readFileSync(join(report, 'index.html')).subarray(1));
    expect(await run([command, REPORT])).toEqual({ code: 4, stdout: '', stderr: `${REPORT}: index.html: inte som den skrevs\n${REPORT}: tables/wait-queue.csv: saknas\n` });
    expect(existsSync(join(report, 'manifest.json'))).toBe(true);
  });
});
