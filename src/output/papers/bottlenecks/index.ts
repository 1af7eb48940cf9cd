import { FIRST, WHOLE_PARTS, isCandidate, isNamed } from '../../../analysis/index.js';
import type { Bottleneck, BottleneckFindings } from '../../../analysis/index.js';
import { footLines } from '../../drawing/index.js';
import { list, number, roughly, say, small, type Lang } from '../../words.js';
import type { Paper, PaperSection } from '../paper.js';
import { calendarChart, paretoChart } from './charts.js';
import { capacityWords, headroomWords, jamName, monthsFrom, rankedOf, yearsOf } from './names.js';
import { firstTableOf, jamTable, lossTable, sixTable } from './tables.js';

/** Where it jams: what limits first, then what the waiting is booked on, what of it holds under every assumption, when, and every doctor-month lost. */
export function bottleneckPaper(findings: BottleneckFindings, lang: Lang): Paper {
  const { report } = findings;
  return {
    kind: say(lang, 'jam.kind'),
    title: say(lang, 'jam.title', { title: report.scenario.title[lang] }),
    lead: leadOf(findings, lang),
    sections: sectionsOf(findings, lang),
    tables: [],
    foot: [...footLines(report, lang, ['lost'], report.labels.pathway.map((pathway) => pathway[lang]))],
    record: { format: 1, ...findings },
  };
}

function leadOf(findings: BottleneckFindings, lang: Lang): readonly string[] {
  const values = { first: number(lang, FIRST), headrooms: headroomWords(findings, lang) };
  const named = findings.bottlenecks.filter(isNamed).toSorted((a, b) => b.months.mean - a.months.mean);
  const some = findings.bottlenecks.filter((one) => isCandidate(one) && !isNamed(one)).toSorted((a, b) => b.months.mean - a.months.mean);
  if (rankedOf(findings).length === 0 && named.length + some.length === 0) return [say(lang, 'jam.lead.nobody'), sumWords(findings, lang)];
  return [
    named.length > 0 ? say(lang, 'jam.lead.named', { ...values, named: list(lang, named.map((one) => oneWords(findings, one, lang))) }) : say(lang, 'jam.lead.none', values),
    ...(some.length === 0 ? [] : [say(lang, 'jam.lead.some', { ...values, names: list(lang, some.map((one) => withCapacity(findings, one, lang))) })]),
    ...restWords(findings, lang),
    sumWords(findings, lang),
    say(lang, 'jam.lead.why'),
  ];
}

function oneWords(findings: BottleneckFindings, one: Bottleneck, lang: Lang): string {
  return say(lang, 'jam.lead.one', { what: small(jamName(findings, one, lang)), months: roughly(lang, one.months.mean), ...yearsOf(findings), capacity: capacityWords(findings, one, lang) });
}

function withCapacity(findings: BottleneckFindings, one: Bottleneck, lang: Lang): string {
  const capacity = capacityWords(findings, one, lang);
  return capacity === '' || one.kind === 'positions' ? small(jamName(findings, one, lang)) : `${small(jamName(findings, one, lang))} (${capacity})`;
}

/** How much is waiting for the next intake alone: no pool lacks, and none would help. */
function restWords(findings: BottleneckFindings, lang: Lang): readonly string[] {
  const queued = findings.losses.filter(({ wait }) => wait === 'queue');
  const months = (of: readonly { readonly units: number }[]): string => number(lang, monthsFrom(findings, of.reduce((sum, { units }) => sum + units, 0)));
  const rest = queued.filter(({ cause }) => findings.report.labels.cause[cause]!.id === 'awaiting-intake');
  return rest.length === 0 ? [] : [say(lang, 'jam.lead.rest', { rest: months(rest), months: months(queued) })];
}

/** That the losses sum to the waiting: whole numbers on both sides. */
function sumWords(findings: BottleneckFindings, lang: Lang): string {
  const units = findings.losses.reduce((sum, loss) => sum + (loss.wait === 'queue' ? loss.units : 0), 0);
  const months = number(lang, monthsFrom(findings, units));
  return say(lang, 'jam.lead.sum', { months, ...yearsOf(findings), units: number(lang, units), waited: number(lang, findings.waited * WHOLE_PARTS) });
}

function sectionsOf(findings: BottleneckFindings, lang: Lang): readonly PaperSection[] {
  const values = { first: number(lang, FIRST), headrooms: headroomWords(findings, lang) };
  return [
    { id: 'first', heading: say(lang, 'jam.first.heading'), lines: [say(lang, 'first.explain')], tables: [firstTableOf(findings, 'worst', lang)], charts: [] },
    { id: 'pareto', heading: say(lang, 'jam.pareto.heading'), lines: [say(lang, 'jam.pareto.lines', yearsOf(findings)), say(lang, 'jam.capacity.explain')], tables: [jamTable(findings, 'ranked', lang)], charts: [paretoChart(findings, lang)] },
    { id: 'six', heading: say(lang, 'jam.six.heading'), lines: [say(lang, 'jam.six.lines', values)], tables: [sixTable(findings, lang)], charts: [] },
    { id: 'calendar', heading: say(lang, 'jam.calendar.heading'), lines: [], tables: [], charts: [calendarChart(findings, lang)], isOnPageOnly: true },
    {
      id: 'losses',
      heading: say(lang, 'jam.losses.heading'),
      lines: [say(lang, 'jam.losses.lines', { n: number(lang, findings.report.provenance.replications) })],
      tables: [jamTable(findings, 'apart', lang), firstTableOf(findings, 'all', lang), lossTable(findings, lang)],
      charts: [],
      isOnPageOnly: true,
    },
  ];
}
