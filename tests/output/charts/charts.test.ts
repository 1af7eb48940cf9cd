import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { CHARTS, render, type ChartPoint, type Drawing } from '../../../src/output/index.js';
import { renderSvg } from '../../../src/output/svg.js';
import { smallFindings } from '../../support/findings.js';

const ODD_NAMES = ['S:t Göran', 'St. Erik "q"', "a[0] x'y", '</script><b>&\u0007'];
const ZONE = process.env['TZ'];
afterEach(() => {
  if (ZONE === undefined) delete process.env['TZ'];
  else process.env['TZ'] = ZONE;
});

/** Every record that a specification draws as a value (labels and words apart). */
function drawn(spec: unknown): ChartPoint[] {
  if (Array.isArray(spec)) return spec.flatMap(drawn);
  if (typeof spec !== 'object' || spec === null) return [];
  const { data, ...rest } = spec as { data?: { values: ChartPoint[] } };
  return [...(data?.values ?? []).filter((v) => 'panel' in v), ...Object.values(rest).flatMap(drawn)];
}

const key = (p: ChartPoint): string => JSON.stringify([p.panel, p.series, p.period, p.kind, p.x, p.mean, p.low, p.high]);
const keys = (points: readonly ChartPoint[]): string[] => [...new Set(points.map(key))].sort();

describe.each(CHARTS.map((c) => [c.id, c] as const))('the chart %s', (_, chart) => {
  const draw = (names?: readonly string[], lang: 'sv' | 'en' = 'sv'): Drawing => chart.draw(smallFindings(names), lang);

  it('draws the very values of its table, all of them', () => {
    expect(keys(drawn(draw().spec))).toEqual(keys(draw().points));
    expect(draw().points.length).toBeGreaterThan(20);
  });

  it('has every value whatever the regions are called, and shows the names', async () => {
    const odd = draw(ODD_NAMES);
    const numbers = (d: Drawing): unknown[] => d.points.map((p) => [p.x, p.mean, p.low, p.high]);
    expect(numbers(odd)).toEqual(numbers(draw()));
    expect(keys(drawn(odd.spec))).toEqual(keys(odd.points));
    await expect(renderSvg(odd, 'sv')).resolves.toContain('</svg>');
  });

  it('says a message, what the bands are, the run, and an alternative text, in both languages', () => {
    for (const lang of ['sv', 'en'] as const) {
      const { title, subtitle, foot, alt } = draw(undefined, lang);
      expect(title).toMatch(/\d/);
      expect(subtitle.filter((line) => line.includes(lang === 'sv' ? 'bara slump' : 'chance only'))).toHaveLength(1);
      expect(foot.join(' ')).toContain('0123456789abcdef');
      expect(alt.length).toBeGreaterThan(80);
    }
    expect(draw(undefined, 'sv').title).not.toBe(draw(undefined, 'en').title);
  });

  it('gives the same bytes twice and in every time zone', async () => {
    const first = await renderSvg(draw(), 'sv');
    for (const zone of ['UTC', 'Europe/Stockholm', 'America/New_York']) {
      process.env['TZ'] = zone;
      expect(await renderSvg(draw(), 'sv')).toBe(first);
    }
  });

  it('refers to nothing outside itself, and keeps its words as text', async () => {
    const svg = await renderSvg(draw(), 'sv');
    expect(svg.replaceAll(/xmlns(:xlink)?="[^"]*"/g, '')).not.toMatch(/https?:|href|url\(|<script|<image|NaN|undefined/);
    expect(svg).toContain('<desc id="desc">');
    expect(svg.match(/<text/g)!.length).toBeGreaterThan(10);
  });
});

it('draws nothing that asks for a file', async () => {
  const drawing = CHARTS[0]!.draw(smallFindings(), 'sv');
  const url = fileURLToPath(new URL('../../../data/published/regions.csv', import.meta.url));
  const spec = { data: { url, format: { type: 'csv' } }, mark: 'text', encoding: { text: { field: 'region_name', type: 'nominal' } } };
  const svg = await renderSvg({ ...drawing, title: '', alt: '', foot: [], spec }, 'sv').catch((error: unknown) => String(error));
  expect(svg).not.toContain('Uppsala');
});

it('says that there is no data where a panel has none', async () => {
  const found = smallFindings();
  const wait = found.figures['started-within']!;
  const half = wait.cells.length / found.labels.area.length;
  const cells = wait.cells.map((cell, i) => (i < half / 2 ? null : cell));
  const chart = CHARTS.find((c) => c.id === 'started-within')!;
  const svg = await renderSvg(chart.draw({ ...found, figures: { ...found.figures, 'started-within': { ...wait, cells } } }, 'sv'), 'sv');
  expect(svg).toContain('Uppgift saknas');
});

it('hands out every chart as SVG and PNG, every table, and findings.json, the same twice', async () => {
  const [first, second] = [await render(smallFindings(), 'sv'), await render(smallFindings(), 'sv')];
  const paths = first.map((a) => a.path);
  expect(new Set(paths).size).toBe(paths.length);
  for (const chart of CHARTS) for (const path of [`charts/${chart.id}.svg`, `charts/${chart.id}.png`, `tables/chart-${chart.id}.csv`]) expect(paths).toContain(path);
  for (const id of ['queue', 'break-even', 'assumptions', 'published']) expect(paths).toContain(`tables/${id}.csv`);
  expect(second).toEqual(first);
});

it('leaves out a chart whose figure has no value at all', async () => {
  const found = smallFindings();
  const wait = found.figures['started-within']!;
  const figures = { ...found.figures, 'started-within': { ...wait, cells: wait.cells.map(() => null) } };
  const paths = (await render({ ...found, figures }, 'sv')).map((a) => a.path);
  expect(paths).not.toContain('charts/started-within.svg');
  expect(paths).toContain('charts/queues.svg');
});

it('labels an axis with the very values of its ticks, decimals included', async () => {
  const findings = smallFindings();
  const wait = findings.figures['survey-wait']!;
  const cells = wait.cells.map((cell) => cell && { ...cell, mean: 12, median: 12, low: 11.9, high: 12.1 });
  const high = { ...findings, published: [], figures: { ...findings.figures, 'survey-wait': { ...wait, cells } } };
  const svg = await renderSvg(CHARTS.find((chart) => chart.id === 'queues')!.draw(high, 'sv'), 'sv');
  for (const tick of ['2,5', '5', '7,5', '10', '12,5']) expect(svg).toContain(`>${tick}<`);
  expect(svg).not.toContain('>13<');
});

describe('where the waiting comes from', () => {
  const chart = CHARTS.find(({ id }) => id === 'waiting-causes')!;
  const findings = smallFindings();
  const between = { ...findings.figures['lost']!, id: 'lost-between' };
  const panelsOf = (figures: typeof findings.figures): readonly string[] => [...new Set(chart.draw({ ...findings, figures }, 'sv').points.map((p) => p.panel))];

  it('shows waits between blocks in panels of their own, and none when there are none', () => {
    const queues = panelsOf(findings.figures);
    expect(panelsOf({ ...findings.figures, 'lost-between': between })).toEqual([...queues, ...findings.labels.pathway.map(({ sv }) => `${sv}, mellan block och efter ledighet, läkarmånader per år`)]);
    expect(panelsOf({ ...findings.figures, 'lost-between': { ...between, cells: between.cells.map(() => null) } })).toEqual(queues);
  });
});
