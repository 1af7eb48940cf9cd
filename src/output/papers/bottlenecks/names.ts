import { monthsOf } from '../../../analysis/index.js';
import type { Bottleneck, BottleneckFindings } from '../../../analysis/index.js';
import { capital, number, percent, say, small, type Lang, type WordKey } from '../../words.js';

/** What was lacking, without its region. A block's room goes by what of it anybody waited for there. */
export function whatName({ report, bottlenecks }: BottleneckFindings, { kind, of, region }: Pick<Bottleneck, 'kind' | 'of' | 'region'>, lang: Lang): string {
  const name = kind === 'positions' ? report.axes.pathways[of]![lang] : of >= 0 ? small(report.axes.blocks[of]![lang]) : '';
  const halves = (['slots', 'supervisors'] as const).filter((half) => bottlenecks.some((one) => one.kind === half && one.region === region && one.of === of));
  const only = kind === 'room' && halves.length === 1 ? `.${halves[0]!}` : '';
  return say(lang, `jam.what.${kind}${only}` as WordKey, { of: name });
}

/** What was lacking, and where. */
export function jamName(findings: BottleneckFindings, one: Pick<Bottleneck, 'kind' | 'of' | 'region'>, lang: Lang): string {
  return capital(say(lang, 'jam.at', { what: whatName(findings, one, lang), region: findings.report.axes.regions[one.region]![lang] }));
}

/** The number below which it is a bottleneck, and what there is: never an assumed one without (MODEL 9.2). Empty where nothing is known of it. */
export function capacityWords({ report }: BottleneckFindings, { kind, below, has, year, isAssumed }: Bottleneck, lang: Lang): string {
  if (has === null) return '';
  if (below === null) return say(lang, 'jam.has', { has: number(lang, has) });
  const values = { below: number(lang, below), has: number(lang, has), year: year === null ? '' : report.labels.year[year]![lang] };
  return say(lang, kind === 'positions' ? 'jam.positions' : isAssumed ? 'jam.assumed' : 'jam.stated', values);
}

/** The same, short, for the right edge of a chart. */
export function capacityShort(findings: BottleneckFindings, one: Bottleneck, lang: Lang): string {
  if (one.kind !== 'positions' || one.below === null || one.has === null) return capacityWords(findings, one, lang);
  return say(lang, 'jam.pareto.capacity.positions', { below: number(lang, one.below), has: number(lang, one.has), year: one.year === null ? '' : findings.report.labels.year[one.year]![lang] });
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
