import { showMonth } from '../base/index.js';
import type { Axes } from '../engine/index.js';
import type { Filling, Lack, Reason } from '../study/index.js';
import { LOCALE } from './options.js';
import type { Lang, Words } from './options.js';
import { nameOf } from './story-words.js';

const POOLS: Readonly<Record<Lack['kind'], Words>> = {
  slots: { sv: 'plats i', en: 'a slot in' },
  supervisors: { sv: 'handledare i', en: 'a supervisor in' },
  'main-supervisors': { sv: 'huvudhandledare', en: 'a main supervisor' },
  'st-posts': { sv: 'ST-tjänst', en: 'an ST post' },
};

/** The month of a step. */
export const monthAt = (axes: Axes, t: number): string => showMonth(axes.from + Math.floor(t / axes.stepsPerMonth));

/** From one step to another, by their months. */
export function fromTo(axes: Axes, from: number, until: number): string {
  const [first, last] = [monthAt(axes, from), monthAt(axes, until)];
  return first === last ? first : `${first} – ${last}`;
}

/** So many steps in months. */
export function monthsOf(axes: Axes, steps: number, lang: Lang): string {
  const months = steps / axes.stepsPerMonth;
  const number = months.toLocaleString(LOCALE[lang], { maximumFractionDigits: 1 });
  return lang === 'sv' ? `${number} ${months === 1 ? 'månad' : 'månader'}` : `${number} ${months === 1 ? 'month' : 'months'}`;
}

/** A block as it stands inside a sentence. */
export const blockName = (axes: Axes, block: number, lang: Lang): string => axes.blocks[block]![lang].toLowerCase();

/** What lacked, and when it was full. */
function lackWords({ kind, block, spells }: Lack, axes: Axes, lang: Lang): string {
  const what = block < 0 ? POOLS[kind][lang] : `${POOLS[kind][lang]} ${blockName(axes, block, lang)}`;
  if (spells.length === 0) return what;
  const when = spells.map(({ from, until }) => fromTo(axes, from, until)).join(', ');
  return `${what} (${lang === 'sv' ? 'fullt' : 'full'} ${when})`;
}

/** What became of the positions of an intake. */
export function fillingWords({ positions, fillable, own, guests, recruited, lost }: Filling, lang: Lang): string {
  const sv = lang === 'sv';
  const taken = own + guests + recruited + lost;
  const of = [
    ...(guests > 0 ? [sv ? `${guests} av läkare från andra regioner` : `${guests} by doctors from other regions`] : []),
    ...(recruited > 0 ? [sv ? `${recruited} av läkare som rekryterats i förväg` : `${recruited} by doctors recruited beforehand`] : []),
    ...(lost > 0 ? [sv ? `${lost} förlorade genom sen legitimation` : `${lost} lost to a late licence`] : []),
  ];
  const how = of.length === 0 ? '' : `, ${sv ? 'varav' : 'of them'} ${of.join(sv ? ' och ' : ' and ')}`;
  if (positions === null) return sv ? `tjänster utan gräns, ${taken} ${taken === 1 ? 'tillsatt' : 'tillsatta'}${how}` : `positions without limit, ${taken} filled${how}`;
  const vacant = fillable !== null && fillable < positions ? (sv ? ` (återbud på ${positions - fillable})` : ` (${positions - fillable} ${positions - fillable === 1 ? 'no-show' : 'no-shows'})`) : '';
  if (positions === 0) return sv ? 'inga tjänster' : 'no positions';
  const number = sv ? `${positions} ${positions === 1 ? 'tjänst' : 'tjänster'}` : `${positions} ${positions === 1 ? 'position' : 'positions'}`;
  return `${number}${vacant}, ${taken === positions ? (sv ? (positions === 1 ? 'tillsatt' : 'alla tillsatta') : positions === 1 ? 'filled' : 'all filled') : sv ? `${taken} ${taken === 1 ? 'tillsatt' : 'tillsatta'}` : `${taken} filled`}${how}`;
}

/** Why a doctor waits on, in a few words. */
export function reasonWords({ cause, lacks, stopper, isMissed, place }: Reason, names: ReadonlyMap<number, string>, axes: Axes, lang: Lang): string {
  const sv = lang === 'sv';
  if (isMissed) return sv ? 'sökte efter sista ansökningsdag' : 'applied after the closing date';
  if (cause === 'awaiting-intake') return sv ? 'väntar på första antagningen' : 'awaits the first intake';
  if (cause === 'positions') return sv ? 'ingen tjänst ledig vid läkarens tur' : 'no position open at the doctor’s turn';
  const lacking = lacks.map((lack) => lackWords(lack, axes, lang)).join(', ');
  if (stopper !== null) {
    const who = names.get(stopper) ?? '';
    return sv ? `kön stod stilla bakom ${who}, som inte får gås förbi fler gånger och saknade ${lacking}` : `the queue stood still behind ${who}, who may not be passed over again and lacked ${lacking}`;
  }
  const open = place === null ? '' : sv ? 'tjänst fanns, men ' : 'a position was open, but ';
  return sv ? `${open}det saknades ${lacking}` : `${open}there lacked ${lacking}`;
}

/** Regions by name. */
export const regionName = (axes: Axes, region: number, lang: Lang): string => nameOf(axes.regions, axes.regions[region]!.id, lang);
