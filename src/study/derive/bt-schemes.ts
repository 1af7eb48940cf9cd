import { apportion } from '../../base/index.js';
import { layFile, type DerivedFile, type Entry } from './card.js';
import { publishedRegions } from './regions.js';
import { numberIn, onlyRow, qualityIn, rowsOf, sumOf, textIn, type Row, type Tables } from './rows.js';

/** A scheme's blocks in listed order, and the published columns that each is made of. */
const BLOCKS: readonly (readonly [string, readonly string[]])[] = [
  ['hospital', ['acute_care_months']],
  ['psychiatry', ['psychiatry_months']],
  ['primary-care', ['primary_care_months']],
  ['other', ['other_months', 'introduction_months', 'vacation_months']],
];
const DEFAULT_VARIANT = 'bt-default';

/** Swedish letters as they stand in a variant's id. */
const PLAIN: Readonly<Record<string, string>> = { å: 'a', ä: 'a', ö: 'o', ' ': '-' };

const variantOf = (region: string): string => `bt-${region.toLowerCase().replaceAll(/[åäö ]/g, (letter) => PLAIN[letter] ?? letter)}`;

/** Months of a block in a published scheme; a cell left empty is none. */
function monthsOf(row: Row, columns: readonly string[]): number {
  return sumOf(columns.map((column) => (textIn(row, column) === '' ? 0 : numberIn(row, column))));
}

/** Free-standing schemes that give the months of their blocks, with the region that has each. */
function publishedSchemes(tables: Tables): readonly Row[] {
  return rowsOf(tables, 'bt_schemes.csv').filter((row) => row['scheme'] === 'regional_free_standing' && row['acute_care_months'] !== '');
}

function defaultScheme(tables: Tables): Row {
  return onlyRow(rowsOf(tables, 'bt_schemes.csv'), 'default_for_missing_regions', (row) => row['scheme'] === 'default_for_missing_regions');
}

/** Half-months of each block: the total of the scheme shared by largest remainder, so that no half-month is lost. */
export function halfMonths(total: number, months: readonly number[]): number[] {
  return apportion(Math.round(total * 2), months);
}

function schemeEntries(row: Row, variant: string): Entry[] {
  const parts = halfMonths(
    numberIn(row, 'total_months'),
    BLOCKS.map(([, columns]) => monthsOf(row, columns)),
  );
  const held = BLOCKS.map(([block], b) => ({ block, half: parts[b]! })).filter(({ half }) => half > 0);
  return held.map(({ block, half }, position) => ({
    key: [variant, block, position + 1],
    card: {
      value: half / 2,
      unit: 'months',
      source: `rule bt-schemes: published/bt_schemes.csv ${textIn(row, 'scheme')} (${textIn(row, 'source')})`,
      quality: qualityIn(row),
      asOf: textIn(row, 'as_of'),
    },
  }));
}

/** Rule `bt-schemes`: each published free-standing scheme as a variant, and the default for the other regions. */
export function deriveBtSchemes(tables: Tables): DerivedFile {
  const own = publishedSchemes(tables).flatMap((row) => schemeEntries(row, variantOf(textIn(row, 'region_name'))));
  return layFile('bt_schemes.csv', ['variant', 'block', 'position'], [...schemeEntries(defaultScheme(tables), DEFAULT_VARIANT), ...own]);
}

/** Rule `bt-scheme-of`: which variant of BT a region has. */
export function deriveBtSchemeOf(tables: Tables): DerivedFile {
  const schemes = publishedSchemes(tables);
  const entries = publishedRegions(tables).map((region) => {
    const row = schemes.find((scheme) => scheme['region_name'] === region.name);
    const scheme = row ?? defaultScheme(tables);
    return {
      key: [region.name, '2018-01', row === undefined ? DEFAULT_VARIANT : variantOf(region.name)],
      card: {
        value: 1,
        unit: 'share',
        source: `rule bt-scheme-of: published/bt_schemes.csv ${textIn(scheme, 'scheme')}`,
        quality: qualityIn(scheme),
        asOf: textIn(scheme, 'as_of'),
      },
    };
  });
  return layFile('bt_scheme_of.csv', ['region', 'from', 'variant'], entries);
}
