import { readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { formatIssues } from '../../src/base/index.js';
import { diskSource } from '../../src/cli/files.js';
import { readScenario } from '../../src/input/index.js';
import { runStudy } from '../../src/study/index.js';
import { buildProgram, DATA, flaskhals, hashes, makeProject, readManifest, REPORT, SMALL } from './support.js';

const made: string[] = [];
let base = '';

beforeAll(async () => {
  buildProgram();
  base = await runIn({});
});
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

function project(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = makeProject(files);
  made.push(folder);
  return folder;
}

/** Runs the small scenario, with files written otherwise, and gives its report. */
async function runIn(files: Readonly<Record<string, string | Uint8Array>>, name = 's.yaml'): Promise<string> {
  const folder = project(files);
  expect(await flaskhals(['run', name], { cwd: folder })).toMatchObject({ code: 0 });
  return join(folder, REPORT);
}

const results = (report: string): Readonly<Record<string, string>> => {
  const { 'manifest.json': _, ...files } = hashes(report);
  return files;
};
const fingerprint = (report: string): unknown => readManifest(report).scenarios[0]!.fingerprint;

/** The findings of the small scenario with files written otherwise, as text: all that a report says comes of them. */
function findingsOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const path = join(project(files), 's.yaml');
  const read = readScenario(diskSource(path), path);
  if (!read.ok) throw new Error(formatIssues(read.issues, 'en').join('\n'));
  const { scenario } = read.value;
  return JSON.stringify(runStudy({ scenario, seed: scenario.seed, additions: [] }, scenario.replications, { version: '', scenarioHash: '' }));
}

describe('the same run', () => {
  test('METAMORPHIC 1: twice gives the same bytes, but for the times in the manifest', async () => {
    const again = await runIn({});
    expect(results(again)).toEqual(results(base));
    expect({ ...readManifest(again), times: 0, seal: '' }).toEqual({ ...readManifest(base), times: 0, seal: '' });
  });

  test('METAMORPHIC 5: in another time zone, language and folder, by another path, gives the same results', async () => {
    const folder = project({});
    const link = join(project({}), 'länk');
    symlinkSync(folder, link);
    const env = { TZ: 'Pacific/Kiritimati', LANG: 'ar_EG.UTF-8', LC_ALL: 'tr_TR.UTF-8', LANGUAGE: 'de' };
    expect(await flaskhals(['run', join(link, 's.yaml')], { cwd: '/', env })).toMatchObject({ code: 0 });
    expect(results(join(folder, REPORT))).toEqual(results(base));
    expect(fingerprint(join(folder, REPORT))).toEqual(fingerprint(base));
  });
});

const table = (path: string): string => DATA[path]!;
const swedish = (path: string): string => table(path).replaceAll(',', ';').replaceAll(/0\.(\d+)/g, '0,$1');
const asJson = `${JSON.stringify(parse(SMALL.replace(/2026-\d\d|2027-\d\d/g, '"$&"')), null, 1)}\n`;
const turned = SMALL.split(/^(?=\w)/m).reverse().join('');

describe('METAMORPHIC 6: the form of a file does not matter', () => {
  test.each<[string, Readonly<Record<string, string | Uint8Array>>]>([
    ['Windows line ends', { 's.yaml': SMALL.replaceAll('\n', '\r\n'), 'data/home.csv': table('data/home.csv').replaceAll('\n', '\r\n') }],
    ['a byte order mark', { 's.yaml': `\uFEFF${SMALL}`, 'data/positions.csv': `\uFEFF${table('data/positions.csv')}` }],
    ['JSON', { 's.yaml': asJson }],
    ['keys in another order', { 's.yaml': turned.replace('  Skåne: { area: Syd }\n  Norr: { area: Nord }\n', '  Norr: { area: Nord }\n  Skåne: { area: Syd }\n') }],
    ['an anchor for what is said twice', { 's.yaml': SMALL.replace('Skåne: { hospital: 2, psychiatry: 1 }', 'Skåne: &places { hospital: 2, psychiatry: 1 }').replace('Norr: { hospital: 2, psychiatry: 1 }', 'Norr: *places') }],
    ['semicolons and decimal commas', { 'data/home.csv': swedish('data/home.csv'), 'data/positions.csv': swedish('data/positions.csv') }],
    ['Å as A and ring', { 's.yaml': SMALL.replaceAll('å', 'a\u030a'), 'data/home.csv': table('data/home.csv').normalize('NFD') }],
  ])('%s', (_, files) => {
    expect(findingsOf(files)).toBe(findingsOf({}));
  });

  test('the findings are those of a report', () => {
    const { provenance: _, ...kept } = JSON.parse(readFileSync(join(base, 'findings.json'), 'utf8')) as Readonly<Record<string, unknown>>;
    const { provenance: __, ...made } = JSON.parse(findingsOf({})) as Readonly<Record<string, unknown>>;
    expect(made).toEqual(kept);
  });

  test('the manifest tells how each file was written', async () => {
    const report = await runIn({ 'data/home.csv': `\uFEFF${swedish('data/home.csv')}` });
    expect(readManifest(report).inputs).toMatchObject([
      { path: 'data/home.csv', encoding: 'utf-8 with BOM', delimiter: ';', decimalMark: ',', rows: 2 },
      { path: 'data/positions.csv', encoding: 'utf-8', delimiter: ',', decimalMark: '.', rows: 4 },
      { path: 's.yaml', encoding: 'utf-8' },
    ]);
  });
});

interface Seen {
  readonly figures: Readonly<Record<string, { readonly cells: readonly (Readonly<Record<'n' | 'mean' | 'halfWidth' | 'low' | 'high', number>> | null)[] }>>;
}

/** A table as read by others, its decimals by point. */
function readTable(path: string): readonly Readonly<Record<string, string>>[] {
  const { data } = Papa.parse<Record<string, string>>(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true });
  return data.map((row) => Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, /^-?\d+,\d+(e-?\d+)?$/.test(cell) ? cell.replace(',', '.') : cell])));
}

describe('METAMORPHIC 31: a number is the same, digit for digit, wherever it stands', () => {
  const findings = (): Seen => JSON.parse(readFileSync(join(base, 'findings.json'), 'utf8')) as Seen;

  test('each figure in its table and in findings.json', () => {
    const { figures } = findings();
    for (const [id, { cells }] of Object.entries(figures)) {
      const shown = readTable(join(base, 'tables', `${id}.csv`)).map((row) => [row['n'], row['mean'], row['half_width'], row['low'], row['high']]);
      const kept = cells.map((cell) => (cell === null ? ['0', '', '', '', ''] : [cell.n, cell.mean, cell.halfWidth, cell.low, cell.high].map(String)));
      expect(shown, id).toEqual(kept);
    }
    expect(Object.keys(figures).length).toBeGreaterThan(10);
  });

  test('whatever is drawn in a chart and what findings.json holds', () => {
    const known = new Set(Object.values(findings().figures).flatMap(({ cells }) => cells.map((cell) => (cell === null ? '' : [cell.n, cell.mean, cell.low, cell.high].join(' ')))));
    const charts = readdirSync(join(base, 'tables')).filter((name) => name.startsWith('chart-'));
    expect(charts.length).toBeGreaterThanOrEqual(4);
    for (const chart of charts) {
      const drawn = readTable(join(base, 'tables', chart)).filter((row) => row['kind'] === 'simulated' && row['n'] !== '0');
      expect(drawn.length, chart).toBeGreaterThan(0);
      expect(drawn.map((row) => [row['n'], row['mean'], row['low'], row['high']].join(' ')).filter((numbers) => !known.has(numbers)), chart).toEqual([]);
    }
  });
});
