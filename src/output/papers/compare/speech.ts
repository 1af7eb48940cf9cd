import type { Comparison, Outcome, Summary } from '../../../analysis/index.js';
import { interval, list, monthName, number, percent, say, signed, small, type Lang } from '../../words.js';

/** How an option is drawn: told apart by shape and lightness as well as hue. */
export const OPTION_STYLES = [
  { colour: '#6d6d6d', shape: 'circle', isFilled: false },
  { colour: '#16324f', shape: 'circle', isFilled: true },
  { colour: '#cf6a17', shape: 'diamond', isFilled: true },
  { colour: '#3d85b8', shape: 'square', isFilled: true },
  { colour: '#7b3f8c', shape: 'triangle-up', isFilled: true },
  { colour: '#2f7d5b', shape: 'triangle-down', isFilled: true },
  { colour: '#16324f', shape: 'square', isFilled: false },
  { colour: '#cf6a17', shape: 'diamond', isFilled: false },
] as const;

/** The options but the base. */
export const othersIn = (found: Comparison): readonly number[] => found.options.slice(1).map((_, i) => i + 1);
export const nameOf = (found: Comparison, option: number): string => found.options[option]!.name;

/** Pathways by name, the last all of them together: along the cells of outcomes. */
export function pathwaysOf({ labels }: Comparison, lang: Lang): readonly string[] {
  return [...labels.pathway.map((label) => label[lang]), say(lang, 'compare.all')];
}

/** The cell of an outcome in an area for a pathway. */
export const cellFor = ({ labels }: Comparison, area: number, pathway: number): number => area * (labels.pathway.length + 1) + pathway;

export const isShare = (outcome: Pick<Outcome, 'id'>): boolean => outcome.id === 'started-within';
export const decimalsOf = (outcome: Pick<Outcome, 'id'>): number => (outcome.id === 'wait-queue' ? 2 : isShare(outcome) ? 1 : 0);

/** An outcome with its unit, where the title does not say it already. */
export const titleWithUnit = ({ title, unit }: Pick<Outcome, 'title' | 'unit'>, lang: Lang): string => (title[lang].toLowerCase().includes(lastWord(unit[lang])) ? title[lang] : `${title[lang]}, ${unit[lang]}`);
const lastWord = (text: string): string => text.toLowerCase().split(' ').at(-1)!;

/** A level of an outcome in words. */
export const levelWords = (outcome: Pick<Outcome, 'id'>, value: number, lang: Lang): string => (isShare(outcome) ? percent(lang, value, 1) : number(lang, value, decimalsOf(outcome)));

/** A difference of an outcome with its sign; of shares in points. */
export const differenceWords = (outcome: Pick<Outcome, 'id'>, value: number, lang: Lang): string => signed(isShare(outcome) ? number(lang, 100 * value, decimalsOf(outcome)) : levelWords(outcome, value, lang));

/** The mean difference's 95 % interval in words. */
export function meanInterval(outcome: Pick<Outcome, 'id'>, { mean, halfWidth }: Summary, lang: Lang): string {
  const [low, high] = [mean - halfWidth, mean + halfWidth].map((value) => differenceWords(outcome, value, lang)) as [string, string];
  return low.startsWith('+') || high.startsWith('+') ? `${low} ${lang === 'sv' ? 'till' : 'to'} ${high}` : interval(lang, low, high);
}

/** What the thin intervals are: luck only. */
export function spanIn(found: Comparison, lang: Lang): string {
  const { replications } = found.provenance;
  return say(lang, replications < 20 ? 'span.range' : 'span.p05–p95', { n: number(lang, replications) });
}

/** The span in a column of a table: the words stand in the line of the numbers. */
export const spanCell = (found: Comparison, lang: Lang): string => say(lang, found.provenance.replications < 20 ? 'compare.span.range' : 'compare.span.p05–p95');

export const isPaired = ({ provenance: { seeds }, twins }: Comparison): boolean => seeds.every((seed) => seed === seeds[0]) && (twins.length > 0);

/** Position-months of an option in the pathways that are limited in every option: only those are held against each other; null where there is none. */
export function monthsIn({ options }: Comparison, option: number): number | null {
  const limited = Object.keys(options[option]!.monthsByPathway).filter((id) => options.every(({ monthsByPathway }) => typeof monthsByPathway[id] === 'number'));
  return limited.length === 0 ? null : limited.reduce((sum, id) => sum + options[option]!.monthsByPathway[id]!, 0);
}

/** The pathways in which an option has positions without limit, by name. */
export function unlimitedIn({ options, labels }: Comparison, option: number, lang: Lang): readonly string[] {
  const { monthsByPathway } = options[option]!;
  return Object.keys(monthsByPathway).filter((id) => monthsByPathway[id] === null).map((id) => labels.pathway.find((label) => label.id === id)?.[lang] ?? id);
}

/** How an option's position-months stand to the base's, in the pathways that both limit; empty where they are the same. */
function monthsShare(found: Comparison, option: number, lang: Lang): string {
  const [there, here] = [monthsIn(found, 0), monthsIn(found, option)];
  if (here === null || there === null || Math.abs(here - there) < 0.5) return '';
  return there === 0 ? signed(number(lang, here)) : signed(percent(lang, here / there - 1, 1));
}

/** Options whose position-months are not the base's, or that have other pathways without limit: said in every title. */
export function monthsTail(found: Comparison, lang: Lang): string {
  const base = unlimitedIn(found, 0, lang);
  const words = othersIn(found).flatMap((option) => {
    const name = nameOf(found, option);
    const share = monthsShare(found, option, lang);
    const own = unlimitedIn(found, option, lang);
    const [more, fewer] = [own.filter((one) => !base.includes(one)), base.filter((one) => !own.includes(one))];
    return [
      ...(share === '' ? [] : [say(lang, 'compare.months.share', { name, share })]),
      ...(more.length === 0 ? [] : [say(lang, 'compare.months.unlimited', { name, pathways: list(lang, more) })]),
      ...(fewer.length === 0 ? [] : [say(lang, 'compare.months.limited', { name, pathways: list(lang, fewer) })]),
    ];
  });
  return words.length === 0 ? '' : say(lang, 'compare.months', { base: nameOf(found, 0), options: list(lang, words) });
}

export function monthsWords(found: Comparison, lang: Lang): string {
  const words = found.options.map(({ name, positionMonths }, i) => {
    const unlimited = unlimitedIn(found, i, lang);
    const without = unlimited.length === 0 ? '' : say(lang, 'compare.months.unlimited', { name: '', pathways: list(lang, unlimited) }).trimStart();
    if (positionMonths === null) return `${name} ${without}`;
    const share = i > 0 ? monthsShare(found, i, lang) : '';
    const brackets = [share, without].filter((one) => one !== '').join('; ');
    return say(lang, 'compare.months.one', { name, months: `${number(lang, positionMonths)}${brackets === '' ? '' : ` (${brackets})`}` });
  });
  return list(lang, words);
}

/** That the comparison was forced, and why; none where it was not. */
export function forcedLines(found: Comparison, lang: Lang): readonly string[] {
  if (found.forced.length === 0) return [];
  const reasons = found.forced.map(({ code, option, values }) => say(lang, `compare.forced.${code}`, { name: nameOf(found, option), ...values }));
  return [say(lang, 'compare.forced', { reasons: reasons.join('; ') })];
}

/** The foot under every chart: which runs, and what they rest on. */
export function footOf(found: Comparison, lang: Lang): readonly string[] {
  const { provenance, options } = found;
  const seed = [...new Set(provenance.seeds)].join(', ');
  return [
    ...forcedLines(found, lang),
    ...options.map(({ name, file, fingerprint }) => say(lang, 'compare.foot.option', { version: provenance.version, name, file, fingerprint: fingerprint.slice(0, 16) })),
    say(lang, isPaired(found) ? 'compare.foot.run' : 'compare.foot.run.unpaired', { seed, n: number(lang, provenance.replications) }),
    ...(found.assumesPlaces ? [say(lang, 'compare.foot.assumed')] : []),
  ];
}

export const wholeArea = ({ labels }: Comparison, lang: Lang): string => (lang === 'sv' ? small(labels.area[0]!.sv) : labels.area[0]!.en);
export const windowWords = ({ window }: Comparison, lang: Lang): { readonly from: string; readonly to: string } => ({ from: monthName(lang, window.from), to: monthName(lang, window.to) });

/** Whether a mean difference can be told from 0 by its interval; null where nothing differs in any run. */
export function isTold({ mean, halfWidth, low, high, n }: Summary): boolean | null {
  if (mean === 0 && halfWidth === 0 && low === 0 && high === 0) return null;
  return n > 1 && Math.abs(mean) > halfWidth;
}
