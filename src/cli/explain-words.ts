import type { Axes } from '../engine/index.js';
import type { SummarySection } from '../output/index.js';
import type { ExplainedDoctor, ExplainedLeg, Story, WaitPart } from '../study/index.js';
import { fillingWords, fromTo, monthsOf, reasonWords, regionName } from './explain-terms.js';
import type { Lang } from './options.js';
import { titleOf } from './story-words.js';

/** The reason for every wait of a doctor, leg after leg, ready to print. */
export function waitSections(story: Story, { legs, names }: ExplainedDoctor, axes: Axes, lang: Lang): readonly SummarySection[] {
  const sv = lang === 'sv';
  return story.legs.flatMap((leg, i): SummarySection[] => {
    const told = legs[i];
    if (told === undefined) return [];
    const lines = linesOf(told, names, axes, lang);
    return [{ id: `waits-${i}`, heading: `${sv ? 'Skälet till varje väntan' : 'The reason for every wait'}: ${titleOf(leg, axes, lang)}`, lines: lines.length === 0 ? [sv ? 'Väntade inte alls i körningen.' : 'Did not wait at all in the run.'] : lines }];
  });
}

function linesOf({ gap, waitedBefore, parts }: ExplainedLeg, names: ExplainedDoctor['names'], axes: Axes, lang: Lang): string[] {
  const sv = lang === 'sv';
  const first = gap === 0 ? [] : [sv ? `Sökte ${monthsOf(axes, gap, lang)} efter examen eller legitimation; det räknas inte som väntan i kö.` : `Sought ${monthsOf(axes, gap, lang)} after the degree or licence; that is not counted as waiting in a queue.`];
  const before = waitedBefore === 0 ? [] : [sv ? `Hade väntat ${monthsOf(axes, waitedBefore, lang)} när körningen började; skälet till det är inte känt.` : `Had waited ${monthsOf(axes, waitedBefore, lang)} when the run began; the reason for that is not known.`];
  const steps = parts.reduce((sum, { from, until }) => sum + until - from + 1, 0);
  const sum = parts.length < 2 ? [] : [sv ? `Tillsammans ${monthsOf(axes, steps, lang)} väntan.` : `${monthsOf(axes, steps, lang)} of waiting in all.`];
  return [...first, ...before, ...parts.flatMap((part) => partLines(part, names, axes, lang)), ...sum];
}

function partLines(part: WaitPart, names: ExplainedDoctor['names'], axes: Axes, lang: Lang): string[] {
  const { kind, from, until, reason } = part;
  const sv = lang === 'sv';
  const head = `${fromTo(axes, from, until)}  (${monthsOf(axes, until - from + 1, lang)})`;
  const where = kind === 'between' ? (sv ? 'mellan placeringar: ' : 'between blocks: ') : '';
  const elsewhere = reason.elsewhere.map(({ region, filling }) => `${regionName(axes, region, lang)} (${fillingWords(filling, lang)})`);
  return [
    `${head}  ${where}${reasonWords(reason, names, axes, lang)}`,
    ...placeLine(part, lang),
    ...(elsewhere.length === 0 ? [] : [`    ${sv ? 'sökte också utan att få börja' : 'sought, too, without a start'}: ${elsewhere.join('; ')}`]),
  ];
}

/** Where in the list the doctor stood, and what became of the positions. */
function placeLine({ reason: { place }, last, turns }: WaitPart, lang: Lang): string[] {
  if (place === null) return [];
  const sv = lang === 'sv';
  const nth = sv ? `nummer ${place.nth} av ${place.of} i listan` : `number ${place.nth} of ${place.of} in the list`;
  if (turns > 1 && last !== null) {
    return [`    ${nth} ${sv ? `först, ${last.nth} av ${last.of} sist` : `first, ${last.nth} of ${last.of} last`}; ${sv ? `prövades vid ${turns} antagningar` : `tried at ${turns} intakes`}`];
  }
  return [`    ${nth}; ${fillingWords(place.filling, lang)}`];
}
