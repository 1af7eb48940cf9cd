import { monthsOf } from '../../../analysis/index.js';
import type { Bottleneck, BottleneckFindings } from '../../../analysis/index.js';
import { capital, number, percent, say, type Lang, type WordKey } from '../../words.js';

/** What was lacking, without its region. */
export function whatName({ report }: BottleneckFindings, { kind, of }: Pick<Bottleneck, 'kind' | 'of'>, lang: Lang): string {
  const name = kind === 'positions' ? report.axes.pathways[of]![lang] : of >= 0 ? lower(report.axes.blocks[of]![lang]) : '';
  return say(lang, `jam.what.${kind}` as WordKey, { of: name });
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** What was lacking, and where. */
export function jamName(findings: BottleneckFindings, one: Pick<Bottleneck, 'kind' | 'of' | 'region'>, lang: Lang): string {
  return capital(say(lang, 'jam.at', { what: whatName(findings, one, lang), region: findings.report.axes.regions[one.region]![lang] }));
}

/** The number below which it is a bottleneck, and what there is: never an assumed one without (MODEL 9.2). Empty where nothing is known of it. */
export function capacityWords({ kind, below, has, isAssumed }: Bottleneck, lang: Lang): string {
  if (has === null) return '';
  if (below === null) return say(lang, 'jam.has', { has: number(lang, has) });
  const values = { below: number(lang, below), has: number(lang, has) };
  return say(lang, kind === 'positions' ? 'jam.positions' : isAssumed ? 'jam.assumed' : 'jam.stated', values);
}

/** The same, short, for the right edge of a chart. */
export function capacityShort(one: Bottleneck, lang: Lang): string {
  if (one.kind !== 'positions' || one.below === null || one.has === null) return capacityWords(one, lang);
  return say(lang, 'jam.pareto.capacity.positions', { below: number(lang, one.below), has: number(lang, one.has) });
}

/** The headrooms of the six runs in words: "0, 15 och 50 %". */
export function headroomWords({ settings }: BottleneckFindings, lang: Lang): string {
  return [...new Set(settings.map(({ headroom }) => headroom))].map((share) => percent(lang, share)).join(', ');
}

/** First and last year of the report. */
export function yearsOf({ report: { axes } }: BottleneckFindings): { readonly from: string; readonly to: string } {
  return { from: String(Math.floor(axes.reportFrom / 12)), to: String(Math.floor(axes.to / 12)) };
}

/** What is ranked, the most doctor-months first. */
export function rankedOf({ bottlenecks }: BottleneckFindings): readonly Bottleneck[] {
  return bottlenecks.filter(({ isRanked, months }) => isRanked && months.mean > 0).toSorted((a, b) => b.months.mean - a.months.mean || a.region - b.region);
}

/** Doctor-months of the mean run from whole parts. */
export function monthsFrom({ report }: BottleneckFindings, units: number): number {
  return monthsOf(units, report.provenance.replications, report.axes.stepsPerMonth);
}
