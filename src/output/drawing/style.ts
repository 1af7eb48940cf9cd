/** How a series is drawn: told apart by lightness and dash as well as hue, so that it survives a grey printer. */
export interface SeriesStyle {
  readonly colour: string;
  readonly dash: readonly number[];
  readonly width: number;
  /** Whether the interval is drawn behind the line. */
  readonly band: boolean;
}

/** Ink of words and axes. */
export const INK = { strong: '#1c1c1c', soft: '#4a4a4a', line: '#d9d9d9' } as const;

/** The family of all text; only the first is shipped, the rest are for readers of the SVG without it. */
export const FONT = "Inter, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";

const HUES = ['#16324f', '#cf6a17', '#3d85b8', '#6d6d6d', '#7b3f8c', '#2f7d5b'];
const DASHES = [[], [], [7, 3], [2, 3], [9, 3, 2, 3], [1, 2]];

/** The look of the i-th of several series of equal rank. */
export function seriesStyle(i: number): SeriesStyle {
  return { colour: HUES[i % HUES.length]!, dash: DASHES[i % DASHES.length]!, width: 2.2, band: true };
}

/** The look of a pathway: its hue is the same in every chart; `dashed` for those who wait. */
export function pathwayStyle(i: number, dashed: boolean): SeriesStyle {
  return { colour: HUES[i % HUES.length]!, dash: dashed ? [6, 4] : [], width: dashed ? 2 : 2.6, band: true };
}

/** What nobody has published: grey and dashed, without a band, wherever it is drawn. */
export const ASSUMED: SeriesStyle = { colour: '#6d6d6d', dash: [5, 3], width: 2, band: false };

/** What is there for comparison only. */
export const QUIET: SeriesStyle = { colour: '#9a9a9a', dash: [1.5, 2.5], width: 1.6, band: false };
