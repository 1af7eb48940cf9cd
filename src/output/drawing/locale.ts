import type { Spec } from '../chart.js';
import { FONT, INK } from './style.js';
import type { Lang } from '../words.js';

/** Thousands, decimal mark, minus and per cent inside the picture; dates are never given to it. */
const NUMBERS = {
  sv: { decimal: ',', thousands: '\u00a0', grouping: [3], currency: ['', '\u00a0kr'], percent: '\u00a0%', minus: '\u2212' },
  en: { decimal: '.', thousands: ',', grouping: [3], currency: ['SEK\u00a0', ''], percent: '%', minus: '\u2212' },
} as const;

/** The common look of every chart, calm and print-safe, and the language of its numbers. */
export function chartConfig(lang: Lang): Spec {
  return {
    locale: { number: NUMBERS[lang] },
    // The whole picture has one alternative text; vega's own, part by part, is English.
    aria: false,
    font: FONT,
    background: '#ffffff',
    padding: 0,
    view: { stroke: null },
    axis: { labelColor: INK.soft, labelFontSize: 12, gridColor: INK.line, domainColor: INK.soft, tickColor: INK.soft, labelOverlap: true },
    title: { anchor: 'start', frame: 'group', color: INK.strong, fontSize: 13.5, fontWeight: 600, offset: 12, subtitleColor: INK.soft, subtitleFontSize: 11.5, subtitlePadding: 4 },
  };
}
