import { readdirSync } from 'node:fs';
import Papa from 'papaparse';
import { diskSource } from '../../../src/cli/files.js';
import { readScenario } from '../../../src/input/index.js';
import { sourceOf, type Project } from './verdict.js';

/** What is kept of the real data: the regions and places of study with rows in every file. */
const KEPT = ['Skåne', 'Jämtland Härjedalen', 'Uppsala', 'Riket', 'Lunds universitet', 'Umeå universitet'];

const FIRST_YEAR = 2018;

/** The project's own scenarios with their data, cut to a few regions and the latest years so that thousands of them can be read; whole where that is no scenario any more. */
export function realProjects(): readonly Project[] {
  return readdirSync('scenarios').filter((name) => name.endsWith('.yaml')).map((name) => {
    const whole = wholeProject(`scenarios/${name}`);
    const texts = Object.entries(whole.files).filter(([path]) => !path.endsWith('.csv')).map(([, bytes]) => new TextDecoder().decode(bytes)).join();
    const cut = { ...whole, files: Object.fromEntries(Object.entries(whole.files).map(([path, bytes]) => [path, path.endsWith('.csv') ? cutTable(bytes, texts) : bytes])) };
    return readScenario(sourceOf(cut), cut.file).ok ? cut : whole;
  });
}

function wholeProject(file: string): Project {
  const disk = diskSource(file);
  const files: Record<string, Uint8Array> = {};
  const keep: typeof disk.read = (path, kind, most) => {
    const read = disk.read(path, kind, most);
    if ('bytes' in read) files[path] = read.bytes;
    return read;
  };
  readScenario({ ...disk, read: keep }, file);
  return { file, files };
}

/** Rows of what is kept, of late years, and of regions that the scenario names; shares over regions are made to sum to one again. */
function cutTable(bytes: Uint8Array, texts: string): Uint8Array {
  const { data, meta } = Papa.parse<Record<string, string>>(new TextDecoder().decode(bytes).replace('\uFEFF', ''), { header: true, skipEmptyLines: true });
  const columns = meta.fields ?? [];
  const isKept = (name: string | undefined): boolean => name === undefined || KEPT.includes(name) || texts.includes(name);
  const isRecent = (when: string | undefined): boolean => when === undefined || Number(when.slice(0, 4)) >= FIRST_YEAR;
  const rows = data.filter((row) => isKept(row['region']) && isKept(row['university']) && isRecent(row['year'] ?? row['term']));
  const isShared = columns.includes('region') && !columns.includes('variant') && rows.some((row) => row['unit'] === 'share');
  const sums = new Map<string, number>();
  for (const row of rows) sums.set(row['university'] ?? '', (sums.get(row['university'] ?? '') ?? 0) + Number(row['value']));
  const shared = rows.map((row) => ({ ...row, value: String(Number(row['value']) / sums.get(row['university'] ?? '')!), low: '', high: '' }));
  return new TextEncoder().encode(`${Papa.unparse(isShared ? shared : rows, { columns, newline: '\n' })}\n`);
}
