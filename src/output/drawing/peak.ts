import type { ChartPoint } from '../chart.js';
import { interval, list, say, type Lang } from '../words.js';

/** For each series of a panel, where it is highest (or lowest) and how sure that is: the alt text of a line chart. */
export function peakWords(
  points: readonly ChartPoint[],
  which: 'highest' | 'lowest',
  format: (value: number) => string,
  span: string,
  lang: Lang,
): string {
  const series = [...new Set(points.map((p) => p.series))];
  const sentences = series.flatMap((name) => {
    const values = points.filter((p) => p.series === name && p.kind === 'simulated' && p.mean !== null);
    const [first, ...rest] = values;
    if (first === undefined) return [];
    const peak = rest.reduce((best, p) => (which === 'highest' ? p.mean! > best.mean! : p.mean! < best.mean!) ? p : best, first);
    const range = interval(lang, format(peak.low ?? peak.mean!), format(peak.high ?? peak.mean!));
    const key = which === 'highest' ? 'alt.peak' : 'alt.lowest';
    return [say(lang, key, { series: name, period: peak.period, value: format(peak.mean!), interval: range, span })];
  });
  return sentences.length === 0 ? say(lang, 'noData') : list(lang, sentences);
}
