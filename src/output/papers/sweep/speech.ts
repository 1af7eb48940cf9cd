import type { SweepFindings } from '../../../analysis/index.js';
import { capital, interval, list, number, say, type Lang } from '../../words.js';
import { digitsOf, periodWords, targetWords, valueWords } from './said.js';

/** What a chart of a measure tells: from what to what it goes over the grid. */
export function messageOf(findings: SweepFindings, of: readonly number[], lang: Lang): string {
  const first = findings.responses[of[0]!]!;
  const about = { measure: first.title[lang], unit: first.unit[lang], period: periodWords(first, lang) };
  return say(lang, 'sweep.chart.message', { ...about, targets: list(lang, findings.dimensions.map((one) => targetWords(one, lang))), changes: list(lang, of.map((r) => changeWords(findings, r, lang))) });
}

/** Of many values the first, the last, and some between at equal distances. */
export function chosen(all: number, most: number): readonly number[] {
  if (all <= most) return Array.from({ length: all }, (_, i) => i);
  return [...new Set(Array.from({ length: most }, (_, i) => Math.round((i * (all - 1)) / (most - 1))))];
}

/** The least and the most of a response over the grid. */
function extremesOf({ points, base }: SweepFindings, r: number, lang: Lang): { readonly low: number; readonly high: number; readonly write: (value: number) => string } | null {
  const means = points.flatMap(({ levels }) => levels[r]?.mean ?? []);
  if (means.length === 0) return null;
  const decimals = digitsOf([...points.map(({ levels }) => levels[r]!), base[r]!]);
  return { low: Math.min(...means), high: Math.max(...means), write: (value) => number(lang, value, decimals) };
}

function changeWords(findings: SweepFindings, r: number, lang: Lang): string {
  const pathway = findings.responses[r]!.pathwayLabel[lang];
  const found = extremesOf(findings, r, lang);
  if (found === null) return `${pathway} –`;
  const [low, high] = [found.write(found.low), found.write(found.high)];
  return low === high ? say(lang, 'sweep.chart.flat', { pathway, low }) : say(lang, 'sweep.chart.title', { pathway, low, high });
}

/** What each panel shows, for who cannot see it: the first and the last point, with their intervals. */
export function altWords(findings: SweepFindings, r: number, lang: Lang): string {
  const known = findings.points.filter(({ levels }) => levels[r]);
  const ends = known.length < 2 ? known : [known[0]!, known.at(-1)!];
  const write = extremesOf(findings, r, lang)?.write ?? String;
  const values = ends.map(({ levels, place }) => {
    const { mean, low, high } = levels[r]!;
    const at = place.map((i, d) => valueWords(findings.dimensions[d]!.values[i]!.text, lang)).join(', ');
    return say(lang, 'sweep.chart.value', { value: write(mean), interval: interval(lang, write(low), write(high)), at });
  });
  return say(lang, 'sweep.chart.panel', { panel: capital(findings.responses[r]!.pathwayLabel[lang]), values: values.length === 0 ? say(lang, 'noData') : list(lang, values) });
}
