import { FIRST, isCandidate, isNamed } from '../../../analysis/index.js';
import type { Bottleneck, BottleneckFindings } from '../../../analysis/index.js';
import { cellOf } from '../../cells.js';
import { spanWords } from '../../drawing/index.js';
import { leastWords } from '../../reports/index.js';
import type { TableCell } from '../../tables/index.js';
import { capital, number, percent, say, small, type Lang, type WordKey } from '../../words.js';
import type { PaperColumn, PaperTable } from '../paper.js';
import { capacityShort, monthsFrom, rankedOf, whatName } from './names.js';

const MOST_IN_TERMINAL = 12;
const LIMITS = ['demand', 'positions', 'room', 'happens'] as const;

const column = (lang: Lang, id: string, key: WordKey, decimals?: number): PaperColumn => ({ id, label: say(lang, key), ...(decimals === undefined ? {} : { decimals }) });

interface Place {
  readonly region: number;
  readonly area: number;
  readonly pathway: number;
  readonly year: number;
}

/** Demand, positions, room and what happens (MODEL 10), of each region and pathway in every year, or in the year when most are missing. */
export function firstTableOf(findings: BottleneckFindings, which: 'worst' | 'all', lang: Lang): PaperTable {
  const { report } = findings;
  const places = report.axes.regions.flatMap((_, region) => report.axes.pathways.flatMap((_pathway, pathway) => placesOf(findings, region, pathway, which)));
  return {
    id: which === 'worst' ? 'first-worst' : 'first-all',
    caption: say(lang, which === 'worst' ? 'jam.first.worst' : 'jam.first.all'),
    columns: [
      column(lang, 'region', 'jam.col.region'), column(lang, 'pathway', 'jam.col.pathway'), column(lang, 'year', 'jam.col.year'),
      ...LIMITS.map((id) => column(lang, id, `first.${id}`, 1)), column(lang, 'happens_low', 'jam.col.low', 0), column(lang, 'happens_high', 'jam.col.high', 0), column(lang, 'least', 'jam.col.least'), column(lang, 'interval', 'jam.col.interval'),
    ],
    rows: places.map((at) => firstCells(findings, at, lang)),
    names: 3,
    mostInTerminal: MOST_IN_TERMINAL,
  };
}

function placesOf({ report }: BottleneckFindings, region: number, pathway: number, which: 'worst' | 'all'): readonly Place[] {
  const area = report.labels.area.length - report.axes.regions.length + region;
  const all = report.labels.year.map((_, year): Place => ({ region, area, pathway, year }));
  if (which === 'all') return all;
  const lack = (at: Place): number => (cellOf(report, 'demand', { ...at })?.mean ?? 0) - (cellOf(report, 'happens', { ...at })?.mean ?? 0);
  return all.toSorted((a, b) => lack(b) - lack(a) || a.year - b.year).slice(0, 1);
}

function firstCells({ report }: BottleneckFindings, { region, area, pathway, year }: Place, lang: Lang): readonly TableCell[] {
  const at = { area, pathway, year };
  const happens = cellOf(report, 'happens', at);
  return [
    report.axes.regions[region]![lang], report.axes.pathways[pathway]![lang], report.labels.year[year]![lang], ...LIMITS.map((id) => cellOf(report, id, at)?.mean ?? null), happens?.low ?? null, happens?.high ?? null,
    leastWords(report, at, lang), spanWords(report, lang),
  ];
}

/** Everything that waiting was booked on, the most first; a block's slots and supervisors as one, or apart. */
export function jamTable(findings: BottleneckFindings, which: 'ranked' | 'apart', lang: Lang): PaperTable {
  const { report } = findings;
  const rows = which === 'ranked' ? rankedOf(findings) : findings.bottlenecks.filter(({ kind, months }) => (kind === 'slots' || kind === 'supervisors') && months.mean > 0).toSorted((a, b) => b.months.mean - a.months.mean);
  const total = rows.reduce((sum, { months }) => sum + months.mean, 0);
  let so = 0;
  return {
    id: which === 'ranked' ? 'bottlenecks' : 'slots-and-supervisors',
    caption: say(lang, which === 'ranked' ? 'jam.table' : 'jam.apart'),
    columns: [
      column(lang, 'region', 'jam.col.region'), column(lang, 'what', 'jam.col.what'), column(lang, 'months', 'jam.col.months', 0), column(lang, 'months_low', 'jam.col.low', 0), column(lang, 'months_high', 'jam.col.high', 0),
      { id: 'share', label: say(lang, 'jam.col.share'), isShare: true }, { id: 'together', label: say(lang, 'jam.col.together'), isShare: true }, { id: 'binding', label: say(lang, 'jam.col.binding'), isShare: true },
      column(lang, 'first', 'jam.col.first'), column(lang, 'refused_alone', 'jam.col.sole', 1), column(lang, 'alone', 'jam.col.joint'), column(lang, 'threshold', 'jam.col.capacity'), column(lang, 'in_all_six', 'jam.col.named'), column(lang, 'interval', 'jam.col.interval'),
    ],
    rows: rows.map((one): readonly TableCell[] => {
      so += one.months.mean;
      const { months, binding, sole } = one;
      return [
        report.axes.regions[one.region]![lang], capital(whatName(findings, one, lang)), months.mean, months.low, months.high, months.mean / total, so / total, binding, firstWords(findings, one, lang), one.kind === 'positions' ? null : sole, soleWords(one, lang),
        capacityShort(findings, one, lang), which === 'ranked' ? say(lang, isNamed(one) ? 'jam.yes' : 'jam.no') : '', spanWords(report, lang),
      ];
    }),
    names: 2,
    mostInTerminal: MOST_IN_TERMINAL,
  };
}

function firstWords({ report, own }: BottleneckFindings, { firstIn }: Bottleneck, lang: Lang): string {
  const first = firstIn[own] ?? null;
  return first === null ? '–' : report.labels['half-year'][first]![lang];
}

/** Whether it alone ever stood in a doctor's way; of positions nothing else is looked at (MODEL 4.2). */
function soleWords({ kind, sole }: Bottleneck, lang: Lang): string {
  return kind === 'positions' ? '' : say(lang, sole > 0 ? 'jam.joint.also' : 'jam.joint.never');
}

/** What is among the first in any of the six runs, with what it costs and its rank in each. */
export function sixTable(findings: BottleneckFindings, lang: Lang): PaperTable {
  const { report, settings } = findings;
  const rows = findings.bottlenecks.filter(isCandidate).toSorted((a, b) => Number(isNamed(b)) - Number(isNamed(a)) || b.months.mean - a.months.mean);
  const write = ({ monthsIn, rankIn }: Bottleneck, i: number): string => (rankIn[i] === 0 ? '0' : say(lang, 'jam.rank', { months: number(lang, monthsIn[i]!), rank: number(lang, rankIn[i]!) }));
  // Where the scenario assumes nothing, a run is the same at every headroom: told once.
  const told = settings.flatMap(({ headroom, mode }, i) => (settings.findIndex((one) => one.headroom === headroom && one.mode === mode) === i ? [i] : []));
  return {
    id: 'six-runs',
    caption: say(lang, 'jam.six.table', { first: FIRST }),
    columns: [
      column(lang, 'region', 'jam.col.region'), column(lang, 'what', 'jam.col.what'), column(lang, 'in_all_six', 'jam.col.named'),
      ...told.map((i) => settings[i]!).map(({ headroom, mode }) => ({ id: `headroom_${headroom}_${mode}`, label: say(lang, 'jam.setting', { headroom: percent(lang, headroom), mode: say(lang, `jam.mode.${mode}`) }) })), column(lang, 'threshold', 'jam.col.capacity'),
    ],
    rows: rows.map((one): readonly TableCell[] => [report.axes.regions[one.region]![lang], capital(whatName(findings, one, lang)), say(lang, isNamed(one) ? 'jam.yes' : 'jam.no'), ...told.map((i) => write(one, i)), capacityShort(findings, one, lang)]),
    names: 2,
  };
}

/** Every doctor-month lost: whole parts beside the months that people read. */
export function lossTable(findings: BottleneckFindings, lang: Lang): PaperTable {
  const { report } = findings;
  const rows = findings.losses.map(({ region, pathway, wait, cause, year, units }): readonly TableCell[] => {
    const { id } = report.labels.cause[cause]!;
    const [kind = '', block = ''] = id.split('/');
    return [
      report.axes.regions[region]!.id, report.axes.pathways[pathway]!.id, say(lang, `jam.wait.${wait}`), report.axes.blocks.find((one) => one.id === block)?.[lang] ?? '–', say(lang, `jam.what.${kind}` as WordKey, { of: block === '' ? report.axes.pathways[pathway]![lang] : small(report.axes.blocks.find((one) => one.id === block)![lang]) }),
      report.labels.year[year]!.id, monthsFrom(findings, units), units,
    ];
  });
  return {
    id: 'losses',
    caption: say(lang, 'jam.losses.table'),
    columns: [
      column(lang, 'region', 'jam.col.region'), column(lang, 'pathway', 'jam.col.pathway'), column(lang, 'wait', 'jam.col.wait'), column(lang, 'block', 'jam.col.block'), column(lang, 'cause', 'jam.col.cause'), column(lang, 'year', 'jam.col.year'),
      column(lang, 'months', 'jam.col.months', 1), column(lang, 'units', 'jam.col.units', 0),
    ],
    rows,
    names: 6,
    mostInTerminal: 0,
  };
}

