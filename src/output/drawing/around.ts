import type { Findings, Summary } from '../../analysis/index.js';
import { list, number, say, type Lang } from '../words.js';

/** What every interval of these findings is, in words that stand in the same line: luck only, not ignorance (MODEL 8.3). */
export function spanWords(findings: Findings, lang: Lang): string {
  return say(lang, `span.${spanOf(findings)}`, { n: number(lang, findings.provenance.replications) });
}

function spanOf(findings: Findings): Summary['span'] {
  for (const figure of Object.values(findings.figures)) {
    const cell = figure.cells.find((c) => c !== null);
    if (cell) return cell.span;
  }
  return findings.provenance.replications < 20 ? 'range' : 'p05–p95';
}

/** The sentence that names the light bands of a chart. */
export function bandWords(findings: Findings, lang: Lang): string {
  return say(lang, 'band', { span: spanWords(findings, lang) });
}

/** The foot under every chart: which run, under which limits, tested against what. */
export function footLines(findings: Findings, lang: Lang, figures: readonly string[], pathways: readonly string[]): readonly string[] {
  const { scenario, provenance } = findings;
  const source = say(lang, 'foot.source', {
    version: provenance.version,
    title: scenario.title[lang],
    name: scenario.name,
    seed: String(provenance.seed),
    n: number(lang, provenance.replications),
    fingerprint: provenance.fingerprint.slice(0, 16),
  });
  const limits = scenario.limits[lang] === '' ? [] : [say(lang, 'foot.limits', { limits: scenario.limits[lang] })];
  return [source, ...limits, ...publishedLines(findings, lang, figures), ...testLines(findings, lang, pathways), ...noteLines(findings, lang, figures, pathways)];
}

/** What must stand in the figure too: that needs are counted at home (MODEL 5.3), a queue that nobody would let grow on (MODEL 6.2), and what a part of the country knows of the rest (MODEL 5.4). */
function noteLines(findings: Findings, lang: Lang, figures: readonly string[], pathways: readonly string[]): readonly string[] {
  const atHome = findings.exchange !== undefined && figures.includes('needed') ? [say(lang, 'margin.at-home')] : [];
  return [...atHome, ...findings.notes.flatMap((note) => {
    if (note.code === 'part-of-country') return [say(lang, 'note.part-of-country')];
    if ((note.code === 'boundary-from' || note.code === 'boundary-stated') && pathways.includes(String(note.values['pathway']))) return [say(lang, `note.${note.code}`, note.values)];
    return note.code === 'queue-grows' && figures.includes('queue') ? [say(lang, 'note.queue-grows', note.values)] : [];
  })];
}

function publishedLines(findings: Findings, lang: Lang, figures: readonly string[]): readonly string[] {
  const drawn = findings.published.filter((p) => figures.includes(p.figure) && p.area === findings.labels.area[0]?.id);
  const sources = [...new Set(drawn.flatMap((p) => sitesOf(p.source)))];
  return sources.length === 0 ? [] : [say(lang, 'foot.published', { sources: list(lang, sources) })];
}

/** Addresses are shortened to their sites: the whole stands in the data. */
function sitesOf(source: string): readonly string[] {
  const sites = [...source.matchAll(/https?:\/\/(?:www\.)?([^/\s)]+)/g)].map((match) => match[1]!);
  return sites.length === 0 ? [source] : sites;
}

/** A pathway with a back-test shows its error; one with no published series at all says so (PRODUCT, honest). */
export function testLines(findings: Findings, lang: Lang, pathways: readonly string[]): readonly string[] {
  const tested = findings.backTests.filter((t) => pathways.includes(t.pathway));
  const lines = tested.map((t) =>
    say(lang, 'foot.backtest', {
      pathway: t.pathway,
      from: String(t.from),
      to: String(t.to),
      error: number(lang, t.meanError, 1),
      unit: findings.figures[t.figure]?.unit[lang] ?? '',
    }),
  );
  const without = pathways.filter((p) => tested.every((t) => t.pathway !== p));
  const series = without.filter((p) => findings.published.some((point) => point.pathway === p));
  const none = without.filter((p) => !series.includes(p));
  if (series.length > 0) lines.push(say(lang, 'foot.unbacktested', { pathways: list(lang, series) }));
  if (none.length > 0) lines.push(say(lang, 'foot.untested', { pathways: list(lang, none) }));
  return lines.length === 0 ? [] : [lines.join(' ')];
}
