import { suggest } from '../../base/index.js';
import { CHANGEABLE } from '../../model/index.js';
import type { Scenario } from '../../model/index.js';
import type { Lang } from '../options.js';
import { show } from '../options.js';
import type { Written } from './values.js';
import { wrong } from './values.js';

/** Cells that a change of the scenario may concern: `slots/psychiatry/Skåne@2027-01..2028-12`. */
export interface CellTarget {
  readonly kind: 'cells';
  readonly quantity: string;
  readonly where: Readonly<Record<string, readonly string[]>>;
  readonly from?: string;
  readonly until?: string;
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
/** In this order a name without its key is looked for; an area is always written with it, for it may be called as one of its regions. */
const BARE = ['block', 'pathway', 'region', 'variant', 'stream'] as const;

/** Reads cells: a quantity of `changes:`, names of where, and from when. */
export function readCells(target: string, scenario: Scenario, flag: string, lang: Lang): CellTarget {
  const at = target.indexOf('@');
  const [quantity = '', ...names] = (at < 0 ? target : target.slice(0, at)).split('/').map((part) => part.trim().normalize('NFC'));
  const where: Record<string, readonly string[]> = {};
  for (const name of names) {
    const [key, list] = readNames(name, CHANGEABLE[quantity]!, scenario, flag, lang);
    if (where[key] !== undefined) throw wrong(flag, { sv: `${key} står två gånger; flera namn skrivs med + emellan: ${where[key].join('+')}+${list.join('+')}`, en: `${key} is given twice; several names are written with + between: ${where[key].join('+')}+${list.join('+')}` }, lang);
    where[key] = list;
  }
  return { kind: 'cells', quantity, where, ...(at < 0 ? {} : readMonths(target.slice(at + 1), flag, lang)) };
}

/** One part between slashes: a name, several with + between, or `key:` and them. */
function readNames(text: string, keys: readonly string[], scenario: Scenario, flag: string, lang: Lang): readonly [string, readonly string[]] {
  const named = namesIn(scenario);
  const colon = text.indexOf(':');
  const given = colon < 0 ? undefined : text.slice(0, colon);
  if (given !== undefined && !keys.includes(given)) {
    const near = suggest(given, keys);
    throw wrong(flag, { sv: `${show(given)}: här kan stå ${keys.join(', ')}${near === undefined ? '' : `; menade du ${near}?`}`, en: `${show(given)}: allowed here are ${keys.join(', ')}${near === undefined ? '' : `; did you mean ${near}?`}` }, lang);
  }
  const rest = text.slice(colon + 1);
  const looked = given === undefined ? BARE.filter((key) => keys.includes(key)) : [given as keyof typeof named];
  // A name may itself hold a +: then it is that one.
  const list = looked.some((key) => named[key].includes(rest)) ? [rest] : rest.split('+');
  const found = list.map((name) => looked.filter((key) => named[key].includes(name)));
  const lost = found.findIndex((hits) => hits.length === 0);
  if (lost >= 0) {
    const valid = looked.flatMap((key) => named[key]);
    const near = suggest(list[lost]!, valid);
    const area = keys.includes('area') && named.area.includes(list[lost]!) ? `area:${list[lost]!}` : near;
    const of = looked.join(', ');
    throw wrong(flag, { sv: `inget (${of}) heter ${show(list[lost]!)}${area === undefined ? `; det finns ${some(valid)}` : `; menade du ${area}?`}`, en: `nothing (${of}) is called ${show(list[lost]!)}${area === undefined ? `; there are ${some(valid)}` : `; did you mean ${area}?`}` }, lang);
  }
  const common = looked.filter((key) => found.every((hits) => hits.includes(key)));
  if (common.length !== 1) throw wrong(flag, { sv: `${show(text)} kan läsas som ${looked.filter((key) => found.some((hits) => hits.includes(key))).join(' eller ')}; skriv t.ex. ${looked[0]!}:${rest}`, en: `${show(text)} may be read as ${looked.filter((key) => found.some((hits) => hits.includes(key))).join(' or ')}; write e.g. ${looked[0]!}:${rest}` }, lang);
  return [common[0]!, list];
}

const some = (names: readonly string[]): string => (names.length <= 8 ? names.join(', ') : `${names.slice(0, 8).join(', ')} … (${names.length})`);

function namesIn({ regions, blocks, pathways, streams }: Scenario): Readonly<Record<'area' | (typeof BARE)[number], readonly string[]>> {
  const ids = (list: readonly { readonly id: string }[]): readonly string[] => list.map(({ id }) => id);
  return { region: ids(regions), area: [...new Set(regions.map(({ area }) => area))], block: ids(blocks), pathway: ids(pathways), variant: ids(pathways.flatMap(({ variants }) => variants)), stream: ids(streams) };
}

function readMonths(text: string, flag: string, lang: Lang): Pick<CellTarget, 'from' | 'until'> {
  const [from = '', until, ...more] = text.split('..');
  if (more.length > 0 || !MONTH.test(from) || (until !== undefined && !MONTH.test(until))) {
    throw wrong(flag, { sv: `${show(text)} efter @ är ingen tid; skrivs @2027-01 (från och med) eller @2027-01..2028-12 (till och med)`, en: `${show(text)} after @ is no time; written @2027-01 (from then on) or @2027-01..2028-12 (until and with)` }, lang);
  }
  return { from, ...(until === undefined ? {} : { until }) };
}

/** The change that gives cells a value; undefined where that leaves them as they are. */
export function changeOf({ quantity, where, from, until }: CellTarget, { verb, amount, number }: Written, flag: string): object | undefined {
  if ((verb === 'add' && number === 0) || (verb === 'scale' && number === 1)) return undefined;
  return {
    [verb]: quantity,
    ...(verb === 'set' ? { to: amount } : { by: amount }),
    ...(Object.keys(where).length === 0 ? {} : { where }),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    source: `--over ${flag}`,
  };
}
