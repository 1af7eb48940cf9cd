import { showMonth } from '../base/index.js';
import type { BreakEven, Look } from '../analysis/index.js';
import type { SummarySection } from '../output/index.js';
import { LOCALE } from './options.js';
import type { Lang, Words } from './options.js';

const MOST = 5;

const WORDS = {
  heading: { sv: 'En enda körning, inget intervall', en: 'A single run, no interval' },
  seed: { sv: 'frö', en: 'seed' },
  replication: { sv: 'upprepning', en: 'replication' },
  luck: { sv: 'små skillnader kan vara slump; inget är skrivet', en: 'small differences may be chance; nothing is written' },
  years: { sv: 'Starter under året och kö vid årets slut', en: 'Starts in the year and queue at its end' },
  year: { sv: 'År', en: 'Year' },
  starts: { sv: 'starter', en: 'starts' },
  queue: { sv: 'kö', en: 'queue' },
  margins: { sv: 'Minst marginal', en: 'Least margin' },
  none: { sv: 'Inga placeringsplatser eller handledare begränsas i scenariot.', en: 'No slots or supervisors are limited in the scenario.' },
  atHome: {
    sv: 'Räknat med alla block hemma: där sidotjänstgöring används behöver en värd fler platser, och hemregionen färre.',
    en: 'Counted with every block at home: where exchange is in use a host needs more places, and the home region fewer.',
  },
  pool: { sv: 'Resurs', en: 'Pool' },
  needed: { sv: 'räcker inte med färre än', en: 'short with fewer than' },
  there: { sv: 'finns', en: 'there are' },
  from: { sv: 'från', en: 'from' },
  own: { sv: 'eget tal', en: 'own number' },
  assumption: { sv: 'antaget', en: 'assumed' },
  derived: { sv: 'härlett', en: 'derived' },
  published: { sv: 'publicerat', en: 'published' },
  slots: { sv: 'platser', en: 'slots' },
  supervisors: { sv: 'handledare', en: 'supervisors' },
  same: { sv: 'Ingen siffra i svaret ändrades.', en: 'No figure of the answer changed.' },
} as const satisfies Readonly<Record<string, Words>>;

/** The short answer, ready to print: what is started and who waits, year by year, and the pools with the least margin. */
export function lookSections(look: Look, seed: number, lang: Lang, replication?: number): readonly SummarySection[] {
  const { axes, years, margins } = look;
  const at = (column: Float64Array, p: number, y: number): string => write(column[p * years.length + y]!, lang);
  const least = margins.filter((row) => !isTwin(row, margins)).slice(0, MOST);
  const table = {
    head: [WORDS.pool[lang], WORDS.needed[lang], WORDS.there[lang], '', WORDS.from[lang]],
    align: ['left', 'right', 'right', 'left', 'left'] as const,
    rows: least.map((row) => [nameOf(row, look, lang), write(row.places, lang), write(row.assumed, lang), WORDS[row.own ? 'own' : row.quality][lang], showMonth(row.from)]),
  };
  return [
    { id: 'look', heading: `${WORDS.heading[lang]}: ${axes.title[lang]}`, lines: [`${WORDS.seed[lang]} ${seed}${replication === undefined ? '' : `, ${WORDS.replication[lang]} ${replication}`}: ${WORDS.luck[lang]}`] },
    {
      id: 'years',
      heading: WORDS.years[lang],
      lines: [],
      table: {
        head: [WORDS.year[lang], ...axes.pathways.flatMap((one) => [`${one[lang]} ${WORDS.starts[lang]}`, `${one[lang]} ${WORDS.queue[lang]}`])],
        align: ['left', ...axes.pathways.flatMap(() => ['right', 'right'] as const)],
        rows: years.map((year, y) => [year, ...axes.pathways.flatMap((_, p) => [at(look.starts, p, y), at(look.queue, p, y)])]),
      },
    },
    { id: 'margins', heading: WORDS.margins[lang], ...(least.length === 0 ? { lines: [WORDS.none[lang]] } : { lines: look.hasExchange ? [WORDS.atHome[lang]] : [], table }) },
  ];
}

/** What differs between two looks, a line each, old → new; one line that says so when nothing does. */
export function lookChanges(before: Look, after: Look, lang: Lang): readonly string[] {
  const [old, fresh] = [figuresOf(before, lang), figuresOf(after, lang)];
  const names = [...new Set([...fresh.keys(), ...old.keys()])].filter((name) => old.get(name) !== fresh.get(name));
  return names.length === 0 ? [WORDS.same[lang]] : names.map((name) => `${name}: ${old.get(name) ?? '–'} → ${fresh.get(name) ?? '–'}`);
}

function figuresOf(look: Look, lang: Lang): ReadonlyMap<string, string> {
  const { axes, years, margins } = look;
  const yearly = axes.pathways.flatMap((pathway, p) =>
    years.flatMap((year, y) =>
      (['starts', 'queue'] as const).map((what): [string, string] => [`${pathway[lang]} ${year}, ${WORDS[what][lang]}`, write(look[what][p * years.length + y]!, lang)]),
    ),
  );
  const pools = margins.flatMap((row): [string, string][] => {
    const name = nameOf(row, look, lang);
    return [[`${name}, ${WORDS.needed[lang]}`, write(row.places, lang)], [`${name}, ${WORDS.there[lang]}`, write(row.assumed, lang)]];
  });
  return new Map([...yearly, ...pools]);
}

/** Supervisors with the very places of the slots of their block are one row with them. */
const isTwin = (row: BreakEven, all: readonly BreakEven[]): boolean =>
  row.kind === 'supervisors' && all.some((other) => other.kind === 'slots' && other.region === row.region && other.block === row.block && other.assumed === row.assumed && other.places === row.places);

const nameOf = (row: BreakEven, { axes }: Look, lang: Lang): string => `${axes.blocks[row.block]![lang]}, ${axes.regions[row.region]![lang]}, ${WORDS[row.kind][lang]}`;

const write = (value: number, lang: Lang): string => value.toLocaleString(LOCALE[lang], { maximumFractionDigits: 1 });
