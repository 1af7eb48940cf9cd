import { showMonth } from '../base/index.js';
import { WHOLE } from '../engine/index.js';
import type { Axes, Key } from '../engine/index.js';
import type { SummarySection } from '../output/index.js';
import type { LegRecord, Story, WaitKind } from '../study/index.js';
import { LOCALE } from './options.js';
import type { Lang, Words } from './options.js';

const WORDS = {
  heading: { sv: 'Modellerad läkare {id}, upprepning {replication}, frö {seed}', en: 'Modelled doctor {id}, replication {replication}, seed {seed}' },
  notJoined: { sv: 'Kommer inte in i någon kö inom körningen.', en: 'Joins no queue within the run.' },
  training: { sv: 'I tjänstgöring när körningen börjar', en: 'In training when the run begins' },
  joined: { sv: 'Söker från', en: 'Seeks from' },
  start: { sv: 'Börjar', en: 'Starts' },
  gaveUp: { sv: 'Lämnar kön', en: 'Leaves the queue' },
  leave: { sv: 'ledig', en: 'on leave' },
  completed: { sv: 'Klar', en: 'Completed' },
  passed: { sv: 'Godkänt prov', en: 'Exam passed' },
  licence: { sv: 'Legitimation', en: 'Licence' },
  waits: { queue: { sv: 'Väntar på att börja', en: 'Waits to start' }, between: { sv: 'Väntar mellan placeringar', en: 'Waits between blocks' } },
  month: { sv: 'månad', en: 'month' },
  months: { sv: 'månader', en: 'months' },
  for: { sv: 'på', en: 'for' },
  states: {
    queue: { sv: 'Väntar ännu när körningen slutar', en: 'Still waiting when the run ends' },
    training: { sv: 'I tjänstgöring när körningen slutar', en: 'In training when the run ends' },
    waiting: { sv: 'Mellan placeringar när körningen slutar', en: 'Between blocks when the run ends' },
    leave: { sv: 'Ledig när körningen slutar', en: 'On leave when the run ends' },
    completed: { sv: '', en: '' },
    left: { sv: '', en: '' },
  },
} as const;

/** What became of a doctor, ready to print: when, where, and what every wait was for. */
export function storySections({ id, legs }: Story, axes: Axes, { seed, replication }: Key, lang: Lang): readonly SummarySection[] {
  const heading = WORDS.heading[lang].replace('{id}', id).replace('{replication}', String(replication)).replace('{seed}', String(seed));
  if (legs.length === 0) return [{ id: 'story', heading, lines: [WORDS.notJoined[lang]] }];
  return [{ id: 'story', heading, lines: [] }, ...legs.map((leg, i): SummarySection => ({ id: `leg-${i}`, heading: titleOf(leg, axes, lang), lines: linesOf(leg, axes, lang) }))];
}

/** The label of what has an id. */
export const nameOf = (rows: readonly ({ readonly id: string } & Words)[], id: string, lang: Lang): string => rows.find((row) => row.id === id)?.[lang] ?? id;

/** A pathway and the variant of it that a doctor serves. */
export const titleOf = (leg: LegRecord, axes: Axes, lang: Lang): string => `${nameOf(axes.pathways, leg.pathway, lang)}, ${nameOf(axes.variants, leg.variant, lang)}`;

function linesOf(leg: LegRecord, axes: Axes, lang: Lang): string[] {
  const at = (step: number): string => showMonth(axes.from + Math.floor(step / axes.stepsPerMonth));
  const region = (id: string): string => nameOf(axes.regions, id, lang);
  const when = (words: Words, step: number | null, where = ''): string[] => (step === null ? [] : [`${words[lang]} ${at(step)}${where}`]);
  const stays = [...leg.blocks.map(({ block, from, until, region: place }) => ({ from, text: `  ${at(from)} – ${at(until)}  ${nameOf(axes.blocks, block, lang)}${place === leg.region ? '' : `, ${region(place)}`}` })), ...leg.leaves.map(({ from, until }) => ({ from, text: `  ${at(from)} – ${at(until)}  ${WORDS.leave[lang]}` }))];
  return [
    ...(leg.joined === null ? [WORDS.training[lang]] : when(WORDS.joined, leg.joined, `, ${region(leg.queue_region)}`)),
    ...waitLines(leg, 'queue', axes, lang),
    ...when(WORDS.gaveUp, leg.gave_up),
    ...when(WORDS.start, leg.start, leg.region === null ? '' : `, ${region(leg.region)}`),
    ...stays.sort((a, b) => a.from - b.from).map(({ text }) => text),
    ...waitLines(leg, 'between', axes, lang),
    ...when(WORDS.completed, leg.completed),
    ...when(WORDS.passed, leg.passed),
    ...when(WORDS.licence, leg.licence),
    ...[WORDS.states[leg.state][lang]].filter((line) => line !== ''),
  ];
}

/** How long, and for what: shares of the wait by cause (MODEL 4.1). */
function waitLines(leg: LegRecord, kind: WaitKind, axes: Axes, lang: Lang): string[] {
  if (leg.waited[kind] === 0) return [];
  const months = (steps: number): string => (steps / axes.stepsPerMonth).toLocaleString(LOCALE[lang], { maximumFractionDigits: 1 });
  const causes = Object.entries(leg.causes[kind]).sort(([, a], [, b]) => b - a);
  return [`${WORDS.waits[kind][lang]} ${months(leg.waited[kind])} ${WORDS[leg.waited[kind] === axes.stepsPerMonth ? 'month' : 'months'][lang]}:`, ...causes.map(([cause, units]) => `  ${months(units / WHOLE)} ${WORDS.for[lang]} ${causeName(cause, axes, lang)}`)];
}

const CAUSES: Readonly<Record<string, Words>> = {
  'awaiting-intake': { sv: 'första antagningen', en: 'the first intake' },
  positions: { sv: 'en tjänst', en: 'a position' },
  'main-supervisors': { sv: 'en huvudhandledare', en: 'a main supervisor' },
  'st-posts': { sv: 'en ST-tjänst', en: 'an ST post' },
  slots: { sv: 'en plats i', en: 'a slot in' },
  supervisors: { sv: 'en handledare i', en: 'a supervisor in' },
};

function causeName(cause: string, axes: Axes, lang: Lang): string {
  const [kind = '', block] = cause.split('/');
  const name = CAUSES[kind]?.[lang] ?? cause;
  return block === undefined ? name : `${name} ${nameOf(axes.blocks, block, lang).toLowerCase()}`;
}
