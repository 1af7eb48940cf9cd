import type { SweepFindings } from '../../../analysis/index.js';
import { list, number, say, type Lang } from '../../words.js';
import type { Paper, PaperSection } from '../paper.js';
import { sweepCharts } from './charts.js';
import { foundLines, targetWords } from './said.js';
import { groupsOf } from './groups.js';
import { headingOf, measureTable, tidyTable } from './table.js';

/** A sweep as a paper: what was found in words, a chart for each measure, and a tidy table with a row for each point and measure. */
export function sweepPaper(findings: SweepFindings, lang: Lang): Paper {
  const { scenario, provenance, dimensions, points, additions } = findings;
  const foot = footOf(findings, lang);
  return {
    kind: say(lang, 'sweep.kind'),
    title: say(lang, 'sweep.title', { title: scenario.title[lang], targets: list(lang, dimensions.map((one) => targetWords(one, lang))) }),
    lead: [say(lang, 'sweep.lead', { points: points.length, n: provenance.replications }), say(lang, 'sweep.assumed')],
    sections: [
      { id: 'answers', heading: say(lang, 'sweep.answers'), lines: foundLines(findings, lang), tables: [], charts: sweepCharts(findings, foot, lang) },
      ...groupsOf(findings).map((group): PaperSection => ({ id: group.id, heading: headingOf(findings, group, lang), lines: [], tables: [measureTable(findings, group, lang)], charts: [] })),
    ],
    tables: [tidyTable(findings, lang)],
    foot: [...foot, ...(additions.length === 0 ? [] : [say(lang, 'sweep.added', { added: additions.map(({ pool, places }) => `${pool} +${number(lang, places)}`).join(', ') })])],
    record: findings,
  };
}

function footOf({ scenario, provenance, dimensions }: SweepFindings, lang: Lang): readonly string[] {
  const source = say(lang, 'sweep.source', { version: provenance.version, title: scenario.title[lang], name: scenario.name, seed: String(provenance.seed), n: number(lang, provenance.replications), fingerprint: provenance.fingerprint.slice(0, 16) });
  const overs = dimensions.map(({ target, values }) => `${target} = ${values.map(({ text }) => text).join(', ')}`).join('; ');
  return [source, say(lang, 'sweep.varied', { overs }), ...(scenario.limits[lang] === '' ? [] : [say(lang, 'foot.limits', { limits: scenario.limits[lang] })])];
}
