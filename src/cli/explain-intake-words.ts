import type { Axes, Key } from '../engine/index.js';
import type { SummarySection } from '../output/index.js';
import { MOST_PLACES, MOST_POOLS } from '../study/index.js';
import type { ExplainedIntake, Fix, FixPart } from '../study/index.js';
import { blockName, fillingWords, fromTo, monthAt, monthsOf, reasonWords, regionName } from './explain-terms.js';
import type { Lang, Words } from './options.js';

const WORDS = {
  heading: { sv: 'Antagningen till {pathway} i {region} {month}, upprepning {replication}, frö {seed}', en: 'The intake to {pathway} in {region} {month}, replication {replication}, seed {seed}' },
  refused: { sv: 'Varför de andra väntar vidare', en: 'Why the others wait on' },
  first: { sv: 'Först i kön av dem som inte fick börja: {id}', en: 'First in line of those who did not start: {id}' },
  fixes: { sv: 'Minsta ändring som hade låtit den läkaren börja då', en: 'The smallest change that would have let that doctor start then' },
  tried: {
    sv: 'Varje ändring är prövad för sig i samma upprepning, med samma tur; fram till antagningen är allt som det var. En annan upprepning kan ge ett annat svar.',
    en: 'Each change was tried alone in the same replication, on the same luck; up to the intake everything is as it was. Another replication may give another answer.',
  },
  assumed: {
    sv: 'Platser och handledare är till stor del antagna: rapporten (flaskhals run) säger hur många som krävs.',
    en: 'Slots and supervisors are largely assumed: the report (flaskhals run) tells how many are needed.',
  },
  none: {
    sv: `Ingen ändring av högst ${MOST_POOLS} resurser, med högst ${MOST_PLACES} platser i var och en, räckte.`,
    en: `No change of at most ${MOST_POOLS} pools, with at most ${MOST_PLACES} places in each, was enough.`,
  },
} as const satisfies Readonly<Record<string, Words>>;

/** What happened at an intake, why the others wait on, and what would have let the first of them start; ready to print. */
export function intakeSections(told: ExplainedIntake, axes: Axes, { seed, replication }: Key, lang: Lang): readonly SummarySection[] {
  const { t, region, pathway, first } = told;
  const values = { pathway: axes.pathways[pathway]![lang], region: regionName(axes, region, lang), month: monthAt(axes, t), replication: String(replication), seed: String(seed) };
  const heading = Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, value), WORDS.heading[lang] as string);
  const sections: SummarySection[] = [{ id: 'intake', heading, lines: countLines(told, lang) }];
  if (first === null) return sections;
  const refused = told.refused.map(({ number, reason }) => `  ${String(number).padStart(3)}  ${reasonWords({ ...reason, lacks: reason.lacks.map((lack) => ({ ...lack, spells: [] })) }, told.names, axes, lang)}`);
  const waited = `${lang === 'sv' ? 'Hade väntat' : 'Had waited'} ${monthsOf(axes, first.waited, lang)}: ${reasonWords(first.reason, told.names, axes, lang)}.`;
  const fixes = first.fixes.map((fix) => `– ${fixWords(fix, axes, lang)}`);
  const isAssumed = first.fixes.some(({ parts }) => parts.some(({ kind }) => kind === 'slots' || kind === 'supervisors'));
  return [
    ...sections,
    { id: 'refused', heading: WORDS.refused[lang], lines: refused },
    { id: 'first', heading: WORDS.first[lang].replace('{id}', first.id), lines: [waited] },
    { id: 'fixes', heading: WORDS.fixes[lang], lines: fixes.length === 0 ? [WORDS.none[lang]] : [...fixes, WORDS.tried[lang], ...(isAssumed ? [WORDS.assumed[lang]] : [])] },
  ];
}

function countLines({ stood, early, filling, started, startedElsewhere, first, refused }: ExplainedIntake, lang: Lang): string[] {
  const sv = lang === 'sv';
  const before = early === 0 ? '' : sv ? `, och ${early} sökte innan de kunde börja` : `, and ${early} applied before they could start`;
  const elsewhere = startedElsewhere === 0 ? '' : sv ? `, ${startedElsewhere} i en annan region` : `, ${startedElsewhere} in another region`;
  const left = refused.reduce((sum, { number }) => sum + number, 0);
  const positions = fillingWords(filling, lang);
  return [
    sv ? `${stood} stod i kön${before}.` : `${stood} stood in the queue${before}.`,
    `${positions.charAt(0).toUpperCase()}${positions.slice(1)}.`,
    first === null
      ? sv ? `Av dem i kön började ${started} här${elsewhere}; ingen fick vänta vidare.` : `Of those in the queue ${started} started here${elsewhere}; nobody had to wait on.`
      : sv ? `Av dem i kön började ${started} här${elsewhere}; ${left} väntar vidare.` : `Of those in the queue ${started} started here${elsewhere}; ${left} wait on.`,
  ];
}

/** A change with its size, and what it does to others. */
function fixWords({ parts, earlier, later }: Fix, axes: Axes, lang: Lang): string {
  const sv = lang === 'sv';
  const what = parts.map((part) => partWords(part, axes, lang)).join(sv ? ' och ' : ' and ');
  const others =
    earlier + later === 0
      ? sv ? 'Ingen annan börjar tidigare eller senare.' : 'Nobody else starts earlier or later.'
      : sv ? `Av de andra börjar ${earlier} tidigare och ${later} senare.` : `Of the others ${earlier} start earlier and ${later} later.`;
  return `${what}. ${others}`;
}

const KINDS: Readonly<Record<Exclude<FixPart['kind'], 'positions'>, { readonly one: Words; readonly more: Words }>> = {
  slots: { one: { sv: 'plats till i', en: 'more slot in' }, more: { sv: 'platser till i', en: 'more slots in' } },
  supervisors: { one: { sv: 'handledarplats till i', en: 'more supervisor place in' }, more: { sv: 'handledarplatser till i', en: 'more supervisor places in' } },
  'main-supervisors': { one: { sv: 'huvudhandledarplats till', en: 'more main supervisor place' }, more: { sv: 'huvudhandledarplatser till', en: 'more main supervisor places' } },
  'st-posts': { one: { sv: 'ST-tjänst till', en: 'more ST post' }, more: { sv: 'ST-tjänster till', en: 'more ST posts' } },
};

function partWords({ kind, of, places, from, until }: FixPart, axes: Axes, lang: Lang): string {
  const sv = lang === 'sv';
  if (kind === 'positions') return sv ? `${places} ${places === 1 ? 'tjänst' : 'tjänster'} till vid antagningen` : `${places} more ${places === 1 ? 'position' : 'positions'} at the intake`;
  const block = of < 0 ? '' : ` ${blockName(axes, of, lang)}`;
  const size = monthsOf(axes, (until - from + 1) * places, lang).replace(/mån/, 'platsmån').replace(/month/, 'slot-month');
  return `${places} ${KINDS[kind][places === 1 ? 'one' : 'more'][lang]}${block} ${fromTo(axes, from, until)} (${size})`;
}
