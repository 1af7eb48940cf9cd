import type { Findings } from '../../analysis/index.js';
import { cellOf, wholeName } from '../cells.js';
import { spanWords } from '../drawing/index.js';
import { interval, number, percent, say, type Lang } from '../words.js';
import { withInterval } from './interval-cell.js';
import type { SummarySection } from './section.js';

const COLUMNS = ['opened', 'kept', 'recruited', 'no-shows', 'lost-promises', 'untaken'] as const;

/** What became of the positions, where no-shows, rules, kept positions or recruitment before the licence make it more than planned and taken. */
export function openingsSection(findings: Findings, lang: Lang): readonly SummarySection[] {
  if (findings.figures['opened'] === undefined) return [];
  const head = [say(lang, 'headroom.pathway'), say(lang, 'first.year'), ...COLUMNS.map((id) => say(lang, `openings.${id}`)), say(lang, 'openings.fill-rate'), say(lang, 'interval')];
  return [
    {
      id: 'openings',
      heading: say(lang, 'openings.heading', { area: wholeName(findings, lang) }),
      lines: [say(lang, 'openings.explain'), ...sums(findings, lang)],
      table: {
        head,
        align: ['left', 'left', ...COLUMNS.map(() => 'right' as const), 'right', 'left'],
        rows: findings.labels.pathway.flatMap((label, pathway) =>
          findings.labels.year.flatMap((year, i) => (cellOf(findings, 'opened', { area: 0, pathway, year: i }) === null ? [] : [[label[lang], year[lang], ...yearCells(findings, pathway, i, lang)]])),
        ),
      },
    },
  ];
}

function yearCells(findings: Findings, pathway: number, year: number, lang: Lang): readonly string[] {
  const at = { area: 0, pathway, year };
  const rate = cellOf(findings, 'fill-rate', at);
  const share = rate === null ? '–' : `${percent(lang, rate.mean)}\n${interval(lang, number(lang, rate.low * 100), percent(lang, rate.high))}`;
  return [...COLUMNS.map((id) => withInterval(cellOf(findings, id, at), lang)), share, `\n${spanWords(findings, lang)}`];
}

/** Why positions stood vacant over the report, and how many were filled before the licence; a pathway with nothing to say is left out. */
function sums(findings: Findings, lang: Lang): readonly string[] {
  return findings.labels.pathway.flatMap((label, pathway) => {
    const sum = (id: string): number => findings.labels.year.reduce((all, _, year) => all + (cellOf(findings, id, { area: 0, pathway, year })?.mean ?? 0), 0);
    const [shows, late, untaken, early] = [sum('no-shows'), sum('lost-promises'), sum('untaken'), sum('recruited')];
    if (shows + late + untaken + early === 0) return [];
    return [say(lang, 'openings.sum', { pathway: label[lang], shows: number(lang, shows), late: number(lang, late), untaken: number(lang, untaken), early: number(lang, early) })];
  });
}
