import type { Dimension, Summary, SweepFindings, SweepPoint, SweepResponse } from '../../../analysis/index.js';
import { capital, interval, monthName, number, say, small, sayIfKnown, type Lang } from '../../words.js';

/** Large numbers whole, small ones with a decimal. */
export function digitsOf(values: readonly (Summary | null)[]): number {
  const largest = Math.max(0, ...values.map((value) => Math.abs(value?.mean ?? 0)));
  return largest < 20 ? 2 : largest < 200 ? 1 : 0;
}

/** A value of a dimension as people write it: decimal comma, true minus and times. */
export function valueWords(text: string, lang: Lang): string {
  if (!/^[+\-x]?\d+(\.\d+)?$/.test(text)) return sayIfKnown(lang, `sweep.value.${text}`, {}) ?? text.replaceAll('>', lang === 'sv' ? ' före ' : ' before ');
  const plain = text.replace(/^-/, '\u2212').replace(/^x/, '×');
  return lang === 'sv' ? plain.replace('.', ',') : plain;
}

/** What is varied, as it stands inside a sentence: `placeringsplatser, psykiatri, Skåne, från januari 2027`; a setting without a name of its own by its path. */
export function targetWords({ subject }: Dimension, lang: Lang): string {
  if (subject.kind === 'setting') return small(sayIfKnown(lang, `sweep.setting.${subject.path}`, {}) ?? subject.path);
  const { quantity, of, from, until } = subject;
  const when = from === null ? [] : [until === null ? say(lang, 'changed.on', { from: monthName(lang, from) }) : say(lang, 'changed.between', { from: monthName(lang, from), to: monthName(lang, until) })];
  return [small(sayIfKnown(lang, `changed.${quantity}`, {}) ?? quantity), ...of.map((label) => (/^[A-ZÅÄÖ]{2}/.test(label[lang]) || isPlace(label) ? label[lang] : small(label[lang]))), ...when].join(', ');
}

/** A name that is its own id is one of a place, or as good as one. */
const isPlace = ({ id, sv }: { readonly id: string; readonly sv: string }): boolean => id === sv;

/** Where a point lies: `+2`, or `+2, block för block` where there are several directions, in their order. */
function placeWords({ dimensions }: SweepFindings, { place }: SweepPoint, lang: Lang): string {
  return place.map((at, d) => valueWords(dimensions[d]!.values[at]!.text, lang)).join(', ');
}

/** When a response is of. */
export function periodWords({ from, to, isAtEnd }: SweepResponse, lang: Lang): string {
  if (isAtEnd) return say(lang, 'sweep.end', { to: String(to) });
  return from === to ? String(to) : say(lang, 'sweep.period', { from: String(from), to: String(to) });
}

/** What the low and high of every level are. */
export function spanOf({ points, base, provenance }: SweepFindings, lang: Lang): string {
  const known = [...base, ...points.flatMap(({ levels }) => levels)].find((level) => level !== null);
  return say(lang, `span.${known?.span ?? (provenance.replications < 20 ? 'range' : 'p05–p95')}`, { n: number(lang, provenance.replications) });
}

/** The name of the country, or of all regions, inside a sentence. */
export const areaWords = ({ areaLabel }: SweepResponse, lang: Lang): string => (lang === 'sv' && /^(riket|alla)$/.test(areaLabel.id) ? small(areaLabel.sv) : areaLabel[lang]);

/** What was found of each response: from the least to the most, and the largest difference from the file, on the same luck. */
export function foundLines(findings: SweepFindings, lang: Lang): readonly string[] {
  const span = spanOf(findings, lang);
  return findings.responses.map((response, r) => {
    const { title, unit, pathwayLabel } = response;
    const name = say(lang, 'sweep.response', { title: title[lang], pathway: pathwayLabel[lang], area: areaWords(response, lang), period: periodWords(response, lang) });
    const known = findings.points.flatMap((point) => (point.levels[r] && point.differences[r] ? [{ point, level: point.levels[r], difference: point.differences[r] }] : []));
    const base = findings.base[r];
    const [first] = known;
    if (!base || !first) return say(lang, 'sweep.none', { response: name });
    const decimals = digitsOf([base, ...known.map(({ level }) => level)]);
    const write = (value: number): string => number(lang, value, decimals);
    const low = known.reduce((least, one) => (one.level.mean < least.level.mean ? one : least), first);
    const high = known.reduce((most, one) => (one.level.mean > most.level.mean ? one : most), first);
    const far = known.reduce((most, one) => (Math.abs(one.difference.mean) > Math.abs(most.difference.mean) ? one : most), first);
    const about = { response: name, unit: unit[lang], base: write(base.mean), interval: interval(lang, write(base.low), write(base.high)), span };
    if (known.every(({ difference: d }) => d.mean === 0 && d.halfWidth === 0)) return say(lang, 'sweep.same', about);
    const { mean, halfWidth } = far.difference;
    const at = (one: { readonly point: SweepPoint }): string => placeWords(findings, one.point, lang);
    const difference = { difference: signed(mean, decimals, lang), differenceInterval: interval(lang, write(mean - halfWidth), write(mean + halfWidth)) };
    return say(lang, 'sweep.found', { ...about, ...difference, low: write(low.level.mean), lowAt: at(low), high: write(high.level.mean), highAt: at(high), at: at(far) });
  }).map(capital);
}

/** A difference with its sign. */
function signed(value: number, decimals: number, lang: Lang): string {
  const text = number(lang, value, decimals);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}
