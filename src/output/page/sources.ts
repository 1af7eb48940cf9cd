import type { Findings } from '../../analysis/index.js';
import { spanWords, testLines } from '../drawing/index.js';
import { cellsReadWords } from '../reports/index.js';
import { number, say, type Lang } from '../words.js';
import { bullets, html, type Html } from './html.js';
import { drawTable, type PageTable } from './page-table.js';

/** What everything rests on, at the end of the page: assumptions, published figures with their sources, the back-test, and what repeats the run. */
export function sourcesSection(findings: Findings, lang: Lang): Html {
  const { scenario } = findings;
  const tests = testLines(findings, lang, findings.labels.pathway.map((p) => p[lang]));
  const limits = scenario.limits === '' ? [] : [html`<p>${say(lang, 'page.limits', { limits: scenario.limits })}</p>`];
  const published = findings.published.length === 0 ? html`<p>${say(lang, 'page.published.none')}</p>` : drawTable(publishedTable(findings, lang));
  return html`<section id="sources" aria-labelledby="sources-heading">
<h2 id="sources-heading">${say(lang, 'page.sources')}</h2>
<h3>${say(lang, 'page.assumptions')}</h3>
${findings.assumptions.length === 0 ? html`<p>${say(lang, 'assumed.none')}</p>` : bullets(findings.assumptions.map((a) => a[lang]))}
${limits}
<p>${cellsReadWords(findings, lang)}</p>
<h3>${say(lang, 'page.published')}</h3>
${published}
${tests.length === 0 ? [] : [html`<h3>${say(lang, 'page.tested')}</h3>`, ...tests.map((line) => html`<p>${line}</p>`)]}
<h3>${say(lang, 'page.reading')}</h3>
${bullets([say(lang, 'page.reading.interval', { span: spanWords(findings, lang) }), say(lang, 'page.reading.short'), say(lang, 'page.reading.blank')])}
<h3>${say(lang, 'page.run')}</h3>
${runList(findings, lang)}
</section>`;
}

function publishedTable(findings: Findings, lang: Lang): PageTable {
  const area = (id: string): string => findings.labels.area.find((label) => label.id === id)?.[lang] ?? id;
  const decimals = (value: number): number => (Number.isInteger(value) ? 0 : 1);
  return {
    caption: say(lang, 'page.published'),
    head: (['column.figure', 'column.area', 'headroom.pathway', 'first.year', 'column.value', 'column.quality', 'column.source'] as const).map((key) => say(lang, key)),
    align: ['left', 'left', 'left', 'left', 'right', 'left', 'left'],
    rows: findings.published.map((p) => {
      const figure = findings.figures[p.figure];
      const value = `${number(lang, p.value, decimals(p.value))} ${figure?.unit[lang] ?? ''}`.trim();
      return [figure?.title[lang] ?? p.figure, area(p.area), p.pathway, String(p.year), value, say(lang, `quality.${p.quality}`), p.source];
    }),
    names: 4,
  };
}

function runList(findings: Findings, lang: Lang): Html {
  const { scenario, provenance } = findings;
  const rows = [
    ['page.run.version', `flaskhals ${provenance.version}`],
    ['page.run.scenario', scenario.name],
    ['page.run.seed', String(provenance.seed)],
    ['page.run.replications', number(lang, provenance.replications)],
    ['page.run.fingerprint', provenance.fingerprint],
    ['page.run.hash', provenance.scenarioHash],
  ] as const;
  return html`<dl>${rows.map(([key, value]) => html`<dt>${say(lang, key)}</dt><dd><code>${value}</code></dd>`)}</dl>`;
}
