import type * as z from 'zod';
import { showPath, type Path } from '../base/index.js';
import { byForm, either, keyed, name, says } from './fields.js';
import { figure, STATED } from './figures.js';
import { chance, isFile, known, object, showSum, someOf, sumsToOne, unknown, withForms, type Reader } from './reader.js';
import { strangeRegion, type Regions } from './regions.js';
import { readRows } from './rows.js';
import { scenarioNames } from './titles.js';
import type { HomeShare, Sourced } from './scenario.js';

/** Where doctors seek first: a data file, one region, or shares by region. */
export const home = () =>
  either(byForm, { text: name(), map: keyed(figure({ min: 0, max: 1, share: true })) }, { sv: 'en fil, en region eller en karta region → andel', en: 'a file, a region or a map region → share' }).meta(
    says('where they seek first: a data file (university, region), a region, or a map region → share', 'var de söker först: en datafil (university, region), en region eller en karta region → andel'),
  );

/**
 * Settles where doctors seek first; without a word, a scenario of one region takes all of them. Shares of regions outside the scenario are kept: those doctors seek
 * there, and a doctor's home is the same in every part of the country.
 */
export function layHome(raw: z.output<ReturnType<typeof home>> | undefined, universities: readonly string[], path: Path, regions: Regions, reader: Reader): readonly HomeShare[] {
  if (raw === undefined) {
    if (regions.ids.length > 1) object(reader, path, { code: 'missing-key' });
    return allTo(regions.ids[0]!, '');
  }
  if (typeof raw === 'string' && isFile(raw)) return homeFromFile(raw, universities, path, regions, reader);
  const cell = `${reader.file}:${showPath(path)}`;
  if (typeof raw === 'string') {
    if (regions.everywhere.length > 0 && !regions.everywhere.includes(raw)) object(reader, path, withForms(unknown('region', raw, regions.everywhere), 'region: andel', 'region: share'));
    return allTo(raw, cell);
  }
  return homeFromMap(raw, path, regions, reader);
}

const allTo = (region: string, cell: string): readonly HomeShare[] => [{ university: '', region, share: { value: 1, ...STATED, cell } }];

function homeFromMap(raw: Readonly<Record<string, Sourced>>, path: Path, regions: Regions, reader: Reader): readonly HomeShare[] {
  const names = scenarioNames(reader, raw, path);
  const sum = names.reduce((total, [, share]) => total + share.value, 0);
  if (!sumsToOne(sum)) object(reader, path, { code: 'shares-sum', values: { sum: showSum(sum), of: 'home' } }, 'key');
  return names.flatMap(([region, share]) => {
    known(reader, 'region', region, regions.everywhere, [...path, region], 'key');
    return [{ university: '', region, share: chance(reader, share, [...path, region]) }];
  });
}

function homeFromFile(file: string, universities: readonly string[], path: Path, regions: Regions, reader: Reader): readonly HomeShare[] {
  const sheet = readRows(reader, file, path, { keys: { 'university?': 'name', region: 'name' }, value: { min: 0, max: 1, share: true }, names: { region: strangeRegion(regions) } });
  if (!sheet) return [];
  const given = [...new Set(sheet.rows.map((row) => row.name('university')))];
  for (const university of given) {
    const rows = sheet.rows.filter((row) => row.name('university') === university);
    const sum = rows.reduce((total, row) => total + row.value.value, 0);
    if (!sumsToOne(sum)) rows[0]!.complain('value', { code: 'shares-sum', values: { sum: showSum(sum), of: university || 'home' } });
  }
  checkUniversities(sheet.has('university') ? given : undefined, universities, file, path, reader);
  return sheet.rows.map((row) => ({ university: row.name('university'), region: row.name('region'), share: chance(reader, row.value, path) }));
}

function checkUniversities(given: readonly string[] | undefined, universities: readonly string[], file: string, path: Path, reader: Reader): void {
  if (given === undefined) return;
  if (universities.length === 0) return object(reader, path, { code: 'home-by-university', found: file, values: { allowed: someOf(given) } });
  for (const university of universities.filter((one) => !given.includes(one))) object(reader, path, { ...unknown('university', university, given), values: { allowed: someOf(given), file } });
}
