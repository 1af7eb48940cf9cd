import type { BreakEven, Findings } from '../../analysis/index.js';
import { spanWords } from '../drawing/index.js';
import { interval, monthName, number, percent, say, type Lang } from '../words.js';
import type { SummarySection } from './section.js';

const MOST = 5;

/** The pools whose assumed headroom exceeds their break-even headroom least: how many places would do, and the command that tries one more. */
export function leastMargins(findings: Findings, lang: Lang, scenarioFile: string): SummarySection {
  const lines = leastRows(findings).flatMap((row) => [marginWords(findings, row, lang), `    ${say(lang, 'margin.rerun')} ${rerunCommand(findings, row, scenarioFile)}`]);
  return { id: 'margins', heading: say(lang, 'margin.heading'), lines: lines.length === 0 ? [say(lang, 'margin.none')] : [...countedAtHome(findings, lang), ...lines] };
}

/** With room for all nobody has to go to a host (MODEL 5.3): what is needed there is then told too low. */
export function countedAtHome(findings: Findings, lang: Lang): readonly string[] {
  return findings.exchange === undefined ? [] : [say(lang, 'margin.at-home')];
}

/** The same pools, a sentence each, for a page whose reader has no terminal. */
export function marginSentences(findings: Findings, lang: Lang): readonly string[] {
  return leastRows(findings).map((row) => marginWords(findings, row, lang));
}

/** Every limited pool, the least margin between what there is and what would do first. */
export function byMargin(findings: Findings): readonly BreakEven[] {
  const margin = (row: BreakEven): number => row.assumedHeadroom - row.breakEvenHeadroom;
  return findings.breakEven.toSorted((a, b) => margin(a) - margin(b) || a.region - b.region || a.block - b.block);
}

function leastRows(findings: Findings): readonly BreakEven[] {
  return byMargin(findings).filter((row) => !isTwin(findings, row)).slice(0, MOST);
}

/** Supervisors of a block with the very places of its slots are one row with them: one more of either alone would do nothing. */
const isTwin = (findings: Findings, row: BreakEven): boolean => row.kind === 'supervisors' && twinOf(findings, row) !== undefined;

const twinOf = (findings: Findings, row: BreakEven): BreakEven | undefined =>
  findings.breakEven.find(
    (other) =>
      other.kind !== row.kind && other.region === row.region && other.block === row.block && other.assumed === row.assumed && other.places === row.places,
  );

function marginWords(findings: Findings, row: BreakEven, lang: Lang): string {
  return say(lang, 'margin.short', {
    block: findings.axes.blocks[row.block]![lang],
    region: findings.axes.regions[row.region]![lang],
    month: monthName(lang, row.from),
    needed: number(lang, row.places),
    kind: say(lang, twinOf(findings, row) === undefined ? `kind.${row.kind}` : 'margin.both'),
    neededInterval: interval(lang, number(lang, row.needed.low), number(lang, row.needed.high)),
    span: spanWords(findings, lang),
    comparison: comparisonWords(findings, row, lang),
    stated: statedWords(row, lang),
  });
}

function comparisonWords(findings: Findings, row: BreakEven, lang: Lang): string {
  const values = { year: String(findings.baseYear), base: number(lang, row.base), share: percent(lang, Math.abs(row.breakEvenHeadroom)) };
  if (row.places === row.base) return say(lang, 'margin.same', values);
  return say(lang, row.places > row.base ? 'margin.more' : 'margin.less', values);
}

/** An assumption is called one; what the scenario states for the region is called that, and a figure with a source by its quality. */
function statedWords(row: BreakEven, lang: Lang): string {
  const values = { assumed: number(lang, row.assumed), headroom: (row.assumedHeadroom > 0 ? '+' : '') + percent(lang, row.assumedHeadroom) };
  if (row.own) return say(lang, 'margin.own', values);
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
