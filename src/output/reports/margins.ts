import type { BreakEven, Findings } from '../../analysis/index.js';
import { spanWords } from '../drawing/index.js';
import { placesNeeded } from '../threshold.js';
import { interval, monthName, number, percent, say, type Lang } from '../words.js';
import type { SummarySection } from './section.js';

const MOST = 5;

/** The pools whose assumed headroom exceeds their break-even headroom least: how many places would do, and the command that tries one more. */
export function leastMargins(findings: Findings, lang: Lang, scenarioFile: string): SummarySection {
  const lines = leastRows(findings).flatMap((row) => [marginWords(findings, row, lang), `    ${say(lang, 'margin.rerun')} ${rerunCommand(findings, row, scenarioFile)}`]);
  return { id: 'margins', heading: say(lang, 'margin.heading'), lines: lines.length === 0 ? [say(lang, 'margin.none')] : lines };
}

/** The same pools, a sentence each, for a page whose reader has no terminal. */
export function marginSentences(findings: Findings, lang: Lang): readonly string[] {
  return leastRows(findings).map((row) => marginWords(findings, row, lang));
}

function leastRows(findings: Findings): readonly BreakEven[] {
  const margin = (row: BreakEven): number => row.assumedHeadroom - row.headroom.mean;
  return findings.breakEven.filter((row) => !isTwin(findings, row)).toSorted((a, b) => margin(a) - margin(b) || a.region - b.region || a.block - b.block).slice(0, MOST);
}

/** Supervisors of a block with the very places of its slots are one row with them: one more of either alone would do nothing. */
const isTwin = (findings: Findings, row: BreakEven): boolean => row.kind === 'supervisors' && twinOf(findings, row) !== undefined;

const twinOf = (findings: Findings, row: BreakEven): BreakEven | undefined =>
  findings.breakEven.find(
    (other) =>
      other.kind !== row.kind && other.region === row.region && other.block === row.block && other.assumed === row.assumed && other.needed.mean === row.needed.mean,
  );

function marginWords(findings: Findings, row: BreakEven, lang: Lang): string {
  return say(lang, 'margin.short', {
    block: findings.axes.blocks[row.block]![lang],
    region: findings.axes.regions[row.region]![lang],
    month: monthName(lang, row.from),
    needed: number(lang, placesNeeded(row)),
    kind: say(lang, twinOf(findings, row) === undefined ? `kind.${row.kind}` : 'margin.both'),
    neededInterval: interval(lang, number(lang, row.needed.low), number(lang, row.needed.high)),
    span: spanWords(findings, lang),
    comparison: comparisonWords(findings, row, lang),
    stated: statedWords(row, lang),
  });
}

function comparisonWords(findings: Findings, row: BreakEven, lang: Lang): string {
  const year = String(findings.baseYear);
  if (row.used.mean === 0) return say(lang, 'margin.unused', { year });
  const whole = Math.round(row.headroom.mean * 100);
  if (whole === 0) return say(lang, 'margin.same', { year });
  return say(lang, whole > 0 ? 'margin.more' : 'margin.less', { year, share: percent(lang, Math.abs(row.headroom.mean)) });
}

/** An assumption is called one; a region's own number is called by its quality. */
function statedWords(row: BreakEven, lang: Lang): string {
  const values = { assumed: number(lang, row.assumed), headroom: (row.assumedHeadroom > 0 ? '+' : '') + percent(lang, row.assumedHeadroom) };
  return row.quality === 'assumption' ? say(lang, 'margin.assumed', values) : say(lang, 'margin.stated', { ...values, quality: say(lang, `quality.${row.quality}`) });
}

/** What to type to run the same again with one place more, as a shell takes it. */
function rerunCommand(findings: Findings, row: BreakEven, scenarioFile: string): string {
  const twin = twinOf(findings, row);
  const additions = [row, ...(twin === undefined ? [] : [twin])].map(
    ({ kind }) => `--add ${quoted(`${kind}/${findings.axes.blocks[row.block]!.id}/${findings.axes.regions[row.region]!.id}=1`)}`,
  );
  return ['npx --no-install flaskhals run', quoted(scenarioFile), ...additions].join(' ');
}

const quoted = (text: string): string => (/^[\p{L}\p{N}_./=:-]+$/u.test(text) && !text.startsWith('-') ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`);
