import type { Findings } from '../../analysis/index.js';
import { cellOf, labelOf, wholeName } from '../cells.js';
import { number, say, type Lang } from '../words.js';
import type { SummarySection } from './section.js';

/** The run in both placement modes: starts, queue and wait by year, and what jams in one of them only (MODEL 3.4). */
export function bothModes(findings: Findings, lang: Lang): SummarySection {
  const { mode, other } = findings.otherMode;
  const columns = (['modes.happens', 'modes.queue', 'modes.wait'] as const).flatMap((key) => [mode, other].map((one) => say(lang, key, { mode: say(lang, `modes.${one}`) })));
  return {
    id: 'modes',
    heading: say(lang, 'modes.heading', { area: wholeName(findings, lang) }),
    lines: [say(lang, 'modes.explain', { n: findings.provenance.replications }), ...jamWords(findings, lang)],
    table: {
      head: [say(lang, 'headroom.pathway'), say(lang, 'first.year'), ...columns],
      align: ['left', 'left', ...columns.map(() => 'right' as const)],
      rows: findings.labels.pathway.flatMap((label, pathway) => findings.labels.year.map((year, i) => [label[lang], year[lang], ...yearCells(findings, pathway, i, lang)])),
    },
  };
}

function yearCells(findings: Findings, pathway: number, year: number, lang: Lang): readonly string[] {
  const month = findings.labels.month.findLastIndex(({ id }) => id.startsWith(`${findings.labels.year[year]!.id}-`));
  const inOther: Findings = { ...findings, figures: findings.otherMode.figures };
  const both = (id: string, at: Readonly<Record<string, number>>, decimals: number): readonly string[] =>
    [findings, inOther].map((one) => {
      const cell = cellOf(one, id, { area: 0, pathway, ...at });
      return cell === null ? '–' : number(lang, cell.mean, decimals);
    });
  return [...both('happens', { year }, 0), ...both('queue', { month }, 0), ...both('wait-queue', { year }, 1)];
}

/** What jams in one mode only is an attribution of waits (MODEL 4.5); what would do of slots and supervisors stands among the margins. */
function jamWords(findings: Findings, lang: Lang): readonly string[] {
  const { jams } = findings.otherMode;
  if (jams.length === 0) return [say(lang, 'modes.no-jam')];
  return jams.map((jam) => {
    const hasMargin = findings.labels.cause[jam.cause]!.id.includes('/');
    return say(lang, `modes.jam.${jam.mode}`, { cause: labelOf(findings, 'cause', jam.cause, lang), months: number(lang, jam.months), margin: hasMargin ? say(lang, 'modes.jam.margin') : '' });
  });
}
