import type { Findings } from '../../analysis/index.js';
import { cellOf, wholeName } from '../cells.js';
import { spanWords } from '../drawing/index.js';
import { interval, number, say, type Lang } from '../words.js';
import type { SummarySection } from './section.js';

/** How long the queue is at each year's end if the assumed headroom were another: the answer's dependence on the assumption. */
export function queueByHeadroom(findings: Findings, lang: Lang): readonly SummarySection[] {
  if (findings.figures['queue-by-headroom'] === undefined) return [];
  const headrooms = findings.labels.headroom;
  return [
    {
      id: 'queue-by-headroom',
      heading: say(lang, 'headroom.heading', { area: wholeName(findings, lang) }),
      lines: [],
      table: {
        head: [
          say(lang, 'headroom.pathway'),
          say(lang, 'first.year'),
          ...headrooms.map((h) => say(lang, 'headroom.column', { headroom: h[lang] })),
          say(lang, 'interval'),
        ],
        align: ['left', 'left', ...headrooms.map(() => 'right' as const), 'left'],
        rows: findings.labels.pathway.flatMap((label, pathway) =>
          findings.labels.year.map((year, i) => [
            label[lang],
            year[lang],
            ...headrooms.map((_, headroom) => cellWords(findings, { headroom, pathway, year: i }, lang)),
            spanWords(findings, lang),
          ]),
        ),
      },
      },
  ];
}

function cellWords(findings: Findings, at: { readonly headroom: number; readonly pathway: number; readonly year: number }, lang: Lang): string {
  const cell = cellOf(findings, 'queue-by-headroom', at);
  return cell === null ? '–' : `${number(lang, cell.mean)} (${interval(lang, number(lang, cell.low), number(lang, cell.high))})`;
}
