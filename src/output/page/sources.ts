import type { Findings } from '../../analysis/index.js';
import { spanWords, testLines } from '../drawing/index.js';
import { assumedIn, cellsReadWords } from '../reports/index.js';
import { number, say, sayIfKnown, type Lang } from '../words.js';
import { bullets, html, type Html } from './html.js';
import { drawTable, type PageTable } from './page-table.js';

/** What everything rests on, at the end of the page: assumptions, published figures with their sources, the back-test, and what repeats the run. */
export function sourcesSection(findings: Findings, lang: Lang): Html {
  const { scenario } = findings;
  const tests = testLines(findings, lang, findings.labels.pathway.map((p) => p[lang]));
  const limits = scenario.limits[lang] === '' ? [] : [html`<p>${say(lang, 'page.limits', { limits: scenario.limits[lang] })}</p>`];
  const published = findings.published.length === 0 ? html`<p>${say(lang, 'page.published.none')}</p>` : html`${publishedTables(findings, lang).map(drawTable)}`;
  return html`<section id="sources" aria-labelledby="sources-heading">
<h2 id="sources-heading">${say(lang, 'page.sources')}</h2>
<h3>${say(lang, 'page.assumptions')}</h3>
${findings.assumptions.length === 0 ? html`<p>${say(lang, 'assumed.none')}</p>` : html`${bullets(findings.assumptions.map((a) => a[lang]))}${assumedIn(findings, lang).map((line) => html`<p>${line}</p>`)}`}
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

/** A table for each figure that has something published. */
function publishedTables(findings: Findings, lang: Lang): readonly PageTable[] {
  const area = (id: string): string => findings.labels.area.find((label) => label.id === id)?.[lang] ?? sayIfKnown(lang, `area.${id}`, {}) ?? id;
  const figures = [...new Set(findings.published.map((p) => p.figure))];
  return figures.map((id) => {
    const figure = findings.figures[id];
    const points = findings.published.filter((p) => p.figure === id);
    return {
      caption: figure === undefined ? id : say(lang, 'page.panel', { panel: figure.title[lang], unit: figure.unit[lang] }),
      head: (['column.area', 'headroom.pathway', 'first.year', 'column.value', 'column.quality', 'column.source'] as const).map((key) => say(lang, key)),
      align: ['left', 'left', 'left', 'right', 'left', 'left'],
      rows: points.map((p) => [area(p.area), p.pathway, String(p.year), number(lang, p.value, Number.isInteger(p.value) ? 0 : 1), say(lang, `quality.${p.quality}`), p.source]),
      names: 3,
    };
  });
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
