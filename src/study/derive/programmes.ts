import type { Quality } from '../../base/index.js';
import { assumed, assumedList } from './assumed.js';
import { layFile, type DerivedFile } from './card.js';
import { publishedRegions } from './regions.js';
import { NATION, numberIn, onlyRow, qualityIn, rowsOf, sumOf, textIn, type Row, type Tables } from './rows.js';

/** Which years of graduates the intakes must fill: the first and last calendar year of the base scenario. */
const FIRST_YEAR = 2018;
export const LAST_YEAR = 2033;

/** A term as one number: twice the year, plus one in autumn. */
type Term = number;

/** The old programme leads to AT, the new one to BT. */
export type Programme = 'old' | 'new';
const PUBLISHED_NAME: Readonly<Record<Programme, string>> = { old: 'old_5_5y', new: 'new_6y' };

/** Where a student studies in the last years: a university, or a site of it elsewhere. */
export interface StudyPlace {
  readonly name: string;
  readonly university: string;
  readonly region: string;
  readonly share: number;
  readonly quality: Quality;
  /** A site of its own, away from the university. */
  readonly site: boolean;
}

/** Places of one study place at one intake, and how many of them the rule expects to graduate in the end. */
export interface ProgrammeIntake {
  readonly programme: Programme;
  readonly place: string;
  readonly term: Term;
  readonly places: number;
  readonly graduates: number;
  readonly graduation: Term;
  readonly quality: Quality;
}

const year = (term: Term): number => Math.floor(term / 2);
const writeTerm = (term: Term): string => `${year(term)}-${term % 2 === 0 ? 'VT' : 'HT'}`;
const readTerm = (text: string): Term => 2 * Number(text.slice(2)) + (text.startsWith('HT') ? 1 : 0);

/** The share of places that graduate in the end, with the shares of men and of women as its bounds. */
function completionRate(tables: Tables): { readonly value: number; readonly low: number; readonly high: number } {
  const rate = (metric: string): number => numberIn(programmeRow(tables, NATION, metric), 'value');
  return { value: rate('completion_rate'), low: rate('completion_rate_men'), high: rate('completion_rate_women') };
}

function programmeRow(tables: Tables, university: string, metric: string): Row {
  const rows = rowsOf(tables, 'programmes.csv');
  return onlyRow(rows, `${metric} ${university}`, (row) => row['university'] === university && row['metric'] === metric);
}

/** The universities with their shares of the nation's graduates, in the order of the file. */
export function universitiesOf(tables: Tables): readonly StudyPlace[] {
  const region = new Map(publishedRegions(tables).map((r) => [r.code, r.name]));
  return rowsOf(tables, 'programmes.csv')
    .filter((row) => row['metric'] === 'share_of_national_graduates')
    .map((row) => ({
      name: textIn(row, 'university'),
      university: textIn(row, 'university'),
      region: region.get(textIn(row, 'region_code')) ?? '',
      share: numberIn(row, 'value'),
      quality: qualityIn(row),
      site: false,
    }));
}

/** Sites away from their university, with the region that they lie in. */
export function sitesOf(tables: Tables): readonly StudyPlace[] {
  const region = new Map(publishedRegions(tables).map((r) => [r.code, r.name]));
  return assumedList(tables, 'site-region').map((row) => ({
    name: row.key,
    university: row.key.slice(0, row.key.indexOf(' (')),
    region: region.get(row.text) ?? '',
    share: 0,
    quality: 'derived',
    site: true,
  }));
}

/** The first and last terms of intake of a programme that the base scenario needs, and how many terms until regular graduation. */
function span(tables: Tables, programme: Programme, terms: number): { readonly first: Term; readonly last: Term } {
  const late = assumedList(tables, 'completion-profile').length - 1;
  const intake = (metric: string): Term => {
    const row = rowsOf(tables, 'programmes.csv').find((r) => r['metric'] === metric && r['programme'] === PUBLISHED_NAME[programme]);
    return readTerm(row?.['value'] ?? '');
  };
  // Autumn's class graduates in January, so the autumn before the first year is the first that counts.
  const earliest = 2 * FIRST_YEAR - 1 - late - (terms - 1);
  if (programme === 'old') return { first: earliest, last: intake('last_intake') };
  return { first: intake('first_intake'), last: 2 * LAST_YEAR - (terms - 1) };
}

/** How many terms a programme takes, from its published intake and graduation. */
function termsOf(tables: Tables, programme: Programme): number {
  const value = (metric: string): Term => {
    const row = rowsOf(tables, 'programmes.csv').find((r) => r['metric'] === metric && r['programme'] === PUBLISHED_NAME[programme]);
    return readTerm(row?.['value'] ?? '');
  };
  if (programme === 'old') return value('last_regular_graduation') - value('last_intake') + 1;
  return value('first_graduation') - value('first_intake') + 1;
}

/** The nation's graduates in a year: the interpolated history, then the forecast of UKÄ. */
export function graduatesOf(tables: Tables, ofYear: number): { readonly value: number; readonly quality: Quality } {
  const rows = rowsOf(tables, 'graduates.csv');
  const history = rows.filter((row) => row['metric'] === 'graduates_interpolated' && row['year'] === String(ofYear));
  if (history.length === 1) return { value: numberIn(history[0]!, 'value'), quality: qualityIn(history[0]!) };
  const forecast = onlyRow(rows, 'forecast_graduates_per_year', (row) => row['metric'] === 'forecast_graduates_per_year');
  return { value: numberIn(forecast, 'value'), quality: 'derived' };
}

/** All intakes that the base scenario needs: places and eventual graduates per study place, programme and term. */
function programmeIntakes(tables: Tables): readonly ProgrammeIntake[] {
  const rate = completionRate(tables).value;
  return (['old', 'new'] as const).flatMap((programme) => {
    const terms = termsOf(tables, programme);
    const { first, last } = span(tables, programme, terms);
    return Array.from({ length: last - first + 1 }, (_, i) => first + i).flatMap((term) => {
      const graduation = term + terms - 1;
      const nation = graduatesOf(tables, year(graduation));
      return universitiesOf(tables).flatMap((university) => {
        const quality = nation.quality === 'assumption' ? 'assumption' : university.quality;
        const places = ((nation.value / 2) * university.share) / rate;
        return splitOnSites(tables, university, places, year(graduation)).map((part) => {
          return { programme, place: part.name, term, places: part.places, graduates: part.places * rate, graduation, quality };
        });
      });
    });
  });
}

/** Takes the sites' places out of the university's own. */
function splitOnSites(tables: Tables, university: StudyPlace, places: number, graduationYear: number): readonly { readonly name: string; readonly places: number }[] {
  const sites = sitesOf(tables).filter((site) => site.university === university.name);
  const parts = sites.flatMap((site) => {
    const from = assumedList(tables, 'site-from').find((row) => row.key === site.name);
    if (from !== undefined && graduationYear < from.value) return [];
    const share = assumedList(tables, 'site-share').find((row) => row.key === site.name);
    const number = share === undefined ? assumed(tables, 'site-places', site.name).value : places * share.value;
    return [{ name: site.name, places: number }];
  });
  return [{ name: university.name, places: places - sumOf(parts.map((part) => part.places)) }, ...parts];
}

/** Rule `programme-intakes`: half of the nation's graduates in the year of regular graduation, split by share and divided by completion. */
export function deriveProgrammeIntakes(tables: Tables): DerivedFile {
  const rate = completionRate(tables);
  const entries = programmeIntakes(tables).map((intake) => ({
    key: [intake.programme, intake.place, writeTerm(intake.term)],
    card: {
      value: intake.places,
      unit: 'places per intake',
      source: `rule programme-intakes: half of graduates ${year(intake.graduation)} (published/graduates.csv) x share (published/programmes.csv) / ${rate.value}`,
      quality: intake.quality,
      asOf: String(year(intake.graduation)),
    },
  }));
  return layFile('programme_intakes.csv', ['programme', 'university', 'term'], entries);
}

/** Rule `completion`: how many terms late those who graduate do so, as shares of the places. */
export function deriveCompletion(tables: Tables): DerivedFile {
  const rate = completionRate(tables);
  const entries = (['old', 'new'] as const).flatMap((programme) =>
    assumedList(tables, 'completion-profile').map((late) => ({
      key: [programme, late.key],
      card: {
        value: late.value * rate.value,
        unit: 'share of places',
        source: `rule completion: profile (assumptions.csv) x completion rate ${rate.value} (published/programmes.csv)`,
        quality: 'assumption' as const,
        asOf: '2018',
        low: late.value * rate.low,
        high: late.value * rate.high,
      },
    })),
  );
  return layFile('completion.csv', ['programme', 'terms_late'], entries);
}

/** Graduates a year of each study place over some years, laid from its intakes through completion, in January and June. */
export function yearlyGraduates(tables: Tables, fromYear: number, toYear: number): ReadonlyMap<string, number> {
  const profile = assumedList(tables, 'completion-profile');
  const totals = new Map<string, number>();
  for (const intake of programmeIntakes(tables)) {
    for (const late of profile) {
      const month = intake.graduation + Number(late.key);
      const available = month % 2 === 0 ? year(month) : year(month) + 1;
      if (intake.programme !== 'old' || available < fromYear || available > toYear) continue;
      totals.set(intake.place, (totals.get(intake.place) ?? 0) + intake.graduates * late.value / (toYear - fromYear + 1));
    }
  }
  return totals;
}
