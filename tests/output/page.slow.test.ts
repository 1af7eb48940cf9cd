import { beforeAll, describe, expect, it } from 'vitest';
import { CHARTS, render } from '../../src/output/index.js';
import { findBrowser, lookAt } from '../support/browser.js';
import { smallFindings } from '../support/findings.js';

const EVIL = '</script><img src=x onerror=alert(1)>';
const NAMES = ['S:t "Göran"', EVIL, "a[0] x'y", 'Stockholm'];

const pageOf = async (lang: 'sv' | 'en', names?: readonly string[]): Promise<string> => {
  const found = smallFindings(names);
  const files = await render(names === undefined ? found : { ...found, scenario: { ...found.scenario, title: { sv: EVIL, en: EVIL }, question: { sv: EVIL, en: EVIL }, limits: { sv: EVIL, en: EVIL } } }, lang);
  return String(files.find(({ path }) => path === 'index.html')!.content);
};
const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1]!);

let swedish = '';
let english = '';
let odd = '';
beforeAll(async () => {
  [swedish, english, odd] = [await pageOf('sv'), await pageOf('en'), await pageOf('sv', NAMES)];
});

describe('the report page', () => {
  it('is in the language asked for', () => {
    expect(swedish).toContain('<html lang="sv">');
    expect(english).toContain('<html lang="en">');
    expect(swedish).toContain('Källor och antaganden');
    expect(english).toContain('Sources and assumptions');
    expect(english).not.toMatch(/bara slump|Källa|Tabellen/);
  });

  it('runs nothing, fetches nothing and says so to the browser', () => {
    expect(swedish).toContain(`http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline';`);
    for (const page of [swedish, odd]) {
      expect(page).not.toMatch(/<(?:script|img|iframe|object|embed|link|base|form)\b/i);
      expect(page).not.toMatch(/<[^>]*\s(?:on\w+|src|srcset|xlink:href)\s*=/i);
      expect(page).not.toMatch(/@import|url\(/);
      expect(all(page, /\shref="([^"]*)"/g).filter((to) => !to.startsWith('#'))).toEqual([]);
    }
  });

  it('shows a name as text, whatever it holds', () => {
    expect(odd).toContain('<h1>&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;</h1>');
    expect(odd).toContain('S:t &quot;Göran&quot;');
    expect(odd.split('<details').length).toBe(swedish.split('<details').length);
  });

  it('has headings in order, one first, and no id twice; every reference leads to one', () => {
    for (const page of [swedish, odd]) {
      const levels = all(page, /<h([1-6])[ >]/g).map(Number);
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      levels.forEach((level, i) => expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1));
      const ids = all(page, /\sid="([^"]*)"/g);
      expect(ids.length).toBe(new Set(ids).size);
      const wanted = [...all(page, /\shref="#([^"]*)"/g), ...all(page, /aria-labelledby="([^"]*)"/g).flatMap((list) => list.split(' '))];
      expect(wanted.filter((id) => !ids.includes(id))).toEqual([]);
    }
  });

  it('has every chart as a picture with a name and a description, and a table of every value behind it', () => {
    const articles = swedish.split('<article ').slice(1);
    expect(articles).toHaveLength(CHARTS.length);
    articles.forEach((article, i) => {
      const { points, title } = CHARTS[i]!.draw(smallFindings(), 'sv');
      expect(article).toContain(`>${title}</h3>`);
      expect(article).toMatch(/<svg [^>]*role="img" aria-labelledby="\S+ \S+">\s*<title id=[^]*?<desc id=/);
      const cells = all(article.slice(article.indexOf('<details')), /<td class="(number)">/g);
      expect(cells.length).toBeGreaterThanOrEqual(new Set(points.map((p) => `${p.panel}\n${p.series}\n${p.period}`)).size);
    });
  });

  it('gives every table a caption, and every column and row a head', () => {
    const tables = swedish.split('<table>').slice(1).map((rest) => rest.slice(0, rest.indexOf('</table>')));
    expect(tables.length).toBeGreaterThan(12);
    for (const table of tables) {
      expect(table).toMatch(/<caption>[^<]+<\/caption>/);
      for (const row of table.slice(table.indexOf('<tbody>')).split('<tr>').slice(1)) expect(row).toMatch(/^<th scope="row"/);
      expect(all(table, /<thead><tr>(<th scope="col"[^]*?)<\/tr>/g)).toHaveLength(1);
    }
  });

  it.each(['sv', 'en'] as const)('says in the same line as every interval that it is chance only, in %s', (lang) => {
    const page = (lang === 'sv' ? swedish : english).replace(/<svg [^]*?<\/svg>\s*<\/div>/g, '');
    const lines = all(page, /<(?:li|tr|p)>([^]*?)<\/(?:li|tr|p)>/g).filter((line) => /\(\d[\d\u00a0,.]*[\u00a0%]*–\d|<small>\d[\d\u00a0,.]*–\d/.test(line));
    expect(lines.length).toBeGreaterThan(100);
    expect(lines.filter((line) => !line.includes(lang === 'sv' ? 'bara slump' : 'chance only'))).toEqual([]);
  });

  it('names what is assumed before any result, and again with the sources at the end', () => {
    const [assumption] = smallFindings().assumptions;
    const first = swedish.indexOf(assumption!.sv);
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(swedish.indexOf('<table>'));
    expect(swedish.lastIndexOf(assumption!.sv)).toBeGreaterThan(swedish.indexOf('id="sources"'));
  });

  it('stands without assumptions, published figures, questions or limited pools', async () => {
    const found = smallFindings();
    const bare = { ...found, assumptions: [], published: [], breakEven: [], notes: [], backTests: [], scenario: { ...found.scenario, question: { sv: '', en: '' }, limits: { sv: '', en: '' } } };
    const page = String((await render(bare, 'sv')).find(({ path }) => path === 'index.html')!.content);
    expect(page).toContain('Inga publicerade tal finns att hålla svaren mot.');
    expect(page).toContain('Inga placeringsplatser eller handledare begränsas i scenariot.');
    expect(page).not.toMatch(/undefined|NaN|\[object/);
  });
});

describe('in a browser', () => {
  const browser = findBrowser();
  it.for([320, 1280])('breaks no rule of WCAG 2.2 AA and does not reach outside its width of %i pixels', (width, { skip }) => {
    if (browser === null) return skip('no Chromium on this machine');
    // A window is never narrower than 500 pixels by itself: the page is narrowed instead.
    const narrow = swedish.replace('</style>', `html { width: ${width}px; }</style>`);
    const look = lookAt(browser, width < 500 ? narrow : swedish, width);
    expect(look.violations).toEqual([]);
    expect(look.passes).toBeGreaterThan(15);
    expect(look.charts).toBe(CHARTS.length);
    expect(look.overflow).toBeLessThanOrEqual(0.5);
  });
});
