import type { Comparison, OutcomeFound } from '../../../analysis/index.js';
import { list, number, percent, say, type Lang } from '../../words.js';
import { cellFor, differenceWords, forcedLines, isTold, meanInterval, nameOf, othersIn, pathwaysOf } from './speech.js';
import { regionsOf, verdictOf } from './tables.js';
import { twinTotals } from './twins.js';

/** The computed summary: what each option does against the base, who gains and who loses, who is best. Never why. */
export function shortLines(found: Comparison, lang: Lang): readonly string[] {
  return [...forcedLines(found, lang), ...othersIn(found).flatMap((option) => optionLines(found, option, lang)), ...bestLines(found, lang), ...(found.assumesPlaces ? [say(lang, 'compare.assumed', { robust: say(lang, 'compare.robust') })] : [])];
}

function optionLines(found: Comparison, option: number, lang: Lang): readonly string[] {
  const names = { option: nameOf(found, option), base: nameOf(found, 0) };
  const parts = found.outcomes.flatMap((outcome) => outcomeParts(found, outcome, option, lang));
  if (parts.length === 0) return [say(lang, 'compare.short.none', names)];
  return [say(lang, 'compare.short.row', { ...names, parts: list(lang, parts) }), ...regionLines(found, option, lang), ...twinLines(found, option, lang)];
}

const SAID: readonly string[] = ['wait-queue', 'lost', 'vacant', 'service-weeks'];

/** Waits by pathway; what is summed over doctors, positions and weeks all together. */
function outcomeParts(found: Comparison, outcome: OutcomeFound, option: number, lang: Lang): readonly string[] {
  if (!SAID.includes(outcome.id)) return [];
  const names = pathwaysOf(found, lang);
  const isWait = outcome.id === 'wait-queue';
  return names.flatMap((pathway, p) => {
    const cell = outcome.differences[option]![cellFor(found, 0, p)];
    if (!cell || isTold(cell) === null || isWait === (p === names.length - 1)) return [];
    const values = { difference: differenceWords(outcome, cell.mean, lang), interval: meanInterval(outcome, cell, lang) };
    return [isWait ? say(lang, 'compare.short.wait', { pathway, ...values }) : say(lang, 'compare.short.count', { what: outcome.title[lang].toLowerCase(), ...values })];
  });
}

function regionLines(found: Comparison, option: number, lang: Lang): readonly string[] {
  const wait = found.outcomes.find(({ id }) => id === 'wait-queue');
  const regions = regionsOf(found);
  if (wait === undefined || regions.length < 2) return [];
  return found.labels.pathway.flatMap((pathway, p) => {
    const cells = regions.flatMap(({ area, label }) => {
      const cell = wait.differences[option]![cellFor(found, area, p)];
      return cell ? [{ label, cell, verdict: verdictOf(cell) }] : [];
    });
    const many = (verdict: 'shorter' | 'longer'): string => {
      const own = cells.filter((one) => one.verdict === verdict).toSorted((a, b) => Math.abs(b.cell.mean) - Math.abs(a.cell.mean));
      return own.length === 0 ? say(lang, 'compare.short.noRegion') : say(lang, 'compare.short.most', { n: own.length, region: own[0]!.label[lang], value: differenceWords(wait, own[0]!.cell.mean, lang) });
    };
    const rest = cells.filter(({ verdict }) => verdict === 'open' || verdict === 'same').length;
    return rest === cells.length && cells.every(({ verdict }) => verdict === 'same') ? [] : [say(lang, 'compare.short.regions', { option: nameOf(found, option), pathway: pathway[lang], shorter: many('shorter'), longer: many('longer'), rest, all: cells.length })];
  });
}

function twinLines(found: Comparison, option: number, lang: Lang): readonly string[] {
  if (found.twins.length === 0) return [];
  const totals = twinTotals(found, option);
  const count = (value: number): string => number(lang, value);
  return [say(lang, 'compare.short.twins', { option: nameOf(found, option), base: nameOf(found, 0), earlier: count(totals.earlier), later: count(totals.later), unchanged: count(totals.unchanged), onlyOption: count(totals.startsOnlyOption), onlyBase: count(totals.startsOnlyBase) })];
}

function bestLines(found: Comparison, lang: Lang): readonly string[] {
  const outcome = found.outcomes.find(({ id }) => id === found.ranking.measure)!;
  const measure = outcome.title[lang].toLowerCase();
  const names = pathwaysOf(found, lang);
  return found.ranking.pathways.flatMap(({ ranked }, p) => {
    const [best] = ranked;
    if (best === undefined || Number.isNaN(best.mean)) return [];
    const values = { measure, pathway: names[p]!, option: nameOf(found, best.option) };
    if (ranked.every(({ share }) => share === ranked[0]!.share) && ranked.every(({ mean }) => mean === best.mean)) return [say(lang, 'compare.short.best.tie', values)];
    if (best.atLeast === null) return [say(lang, 'compare.short.best.unknown', values)];
    return [say(lang, 'compare.short.best', { ...values, atLeast: chanceWords(best.atLeast, found.options.length, lang), share: percent(lang, best.share) })];
  });
}

/** A chance that is never said to be one of certainty. */
function chanceWords(chance: number, options: number, lang: Lang): string {
  const share = chance > 0.999 ? say(lang, 'compare.sure') : percent(lang, chance, 1);
  return say(lang, options === 2 ? 'compare.atLeast.exact' : 'compare.atLeast', { share });
}
