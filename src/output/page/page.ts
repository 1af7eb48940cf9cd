import type { Findings } from '../../analysis/index.js';
import type { Drawing } from '../chart.js';
import { spanWords } from '../drawing/index.js';
import { assumedIn, bothModes, cellsReadWords, changed, countedAtHome, firstTables, marginSentences, noteWords, queueByHeadroom, regionsThatDiffer, ruleSections, type SummarySection } from '../reports/index.js';
import { inlinePicture, type Picture } from '../svg.js';
import { number, say, type Lang, type WordKey } from '../words.js';
import { breakEvenPageTable } from './break-evens.js';
import { chartTables } from './chart-tables.js';
import { anchor, bullets, html, ready, type Html } from './html.js';
import { wholePage } from './frame.js';
import { drawTable } from './page-table.js';
import { sourcesSection } from './sources.js';

/** A chart with its picture drawn. */
export interface Drawn {
  readonly id: string;
  readonly drawing: Drawing;
  readonly picture: Picture;
}

/** The report as one page: what people open first. Works offline, without scripts, and on paper. */
export function writePage(findings: Findings, drawn: readonly Drawn[], lang: Lang): string {
  const { scenario, provenance } = findings;
  const question = scenario.question[lang] === '' ? [] : [html`<p>${scenario.question[lang]}</p>`];
  return wholePage(lang, `${scenario.title[lang]} – ${say(lang, 'page.kind')}`, html`<header>
<p class="quiet">${say(lang, 'page.kind')}</p>
<h1>${scenario.title[lang]}</h1>
${question}
<p class="quiet">${say(lang, 'page.about', { n: number(lang, provenance.replications) })}</p>
</header>
${contents(findings, drawn, lang)}
<main id="main">
${shortSection(findings, drawn, lang)}
${assumedSection(findings, lang)}
${changed(findings, lang).map((s) => html`<section id="changed" aria-labelledby="changed-heading"><h2 id="changed-heading">${s.heading}</h2>${s.lines.map((line) => html`<p>${line}</p>`)}</section>`)}
${startsSection(findings, lang)}
${marginsSection(findings, lang)}
${queueByHeadroom(findings, lang).map((s) => html`<section id="headroom" aria-labelledby="headroom-heading"><h2 id="headroom-heading">${s.heading}</h2>${sectionTable(s, 2)}</section>`)}
${modesSection(findings, lang)}
${ruleSections(findings, lang).map(ruleSection)}
<section id="charts" aria-labelledby="charts-heading">
<h2 id="charts-heading">${say(lang, 'page.charts')}</h2>
${drawn.map((one) => chartArticle(findings, one, lang))}
</section>
${sourcesSection(findings, lang)}
</main>`);
}

const chartName = (id: string, lang: Lang): string => say(lang, `${id}.name` as WordKey);

function contents(findings: Findings, drawn: readonly Drawn[], lang: Lang): Html {
  const headroom = queueByHeadroom(findings, lang).map((s) => ['headroom', s.heading] as const);
  const links = [
    ['short', say(lang, 'page.short')],
    ['assumed', say(lang, 'assumed.heading')],
    ...changed(findings, lang).map((s) => ['changed', s.heading] as const),
    ['starts', say(lang, 'page.starts')],
    ['margins', say(lang, 'margin.heading')],
    ...headroom,
    ['modes', bothModes(findings, lang).heading],
    ...ruleSections(findings, lang).map(({ id, heading }) => [id, heading] as const),
    ...drawn.map(({ id }) => [anchor('chart', id), chartName(id, lang)] as const),
    ['sources', say(lang, 'page.sources')],
  ] as const;
  return html`<nav aria-label="${say(lang, 'page.contents')}"><ul>${links.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></nav>`;
}

/** The message of every chart, and what a reader must know of the run. */
function shortSection(findings: Findings, drawn: readonly Drawn[], lang: Lang): Html {
  const messages = drawn.map(({ id, drawing }) => html`<li><a href="#${anchor('chart', id)}">${drawing.title}</a></li>`);
  return html`<section id="short" aria-labelledby="short-heading">
<h2 id="short-heading">${say(lang, 'page.short')}</h2>
<ul>${messages}</ul>
<h3>${say(lang, 'notes.heading')}</h3>
${findings.notes.length === 0 ? html`<p>${say(lang, 'notes.none')}</p>` : bullets(findings.notes.map((note) => noteWords(note, lang)))}
<p>${say(lang, 'page.short.read', { cells: cellsReadWords(findings, lang) })}</p>
</section>`;
}

const assumedSection = (findings: Findings, lang: Lang): Html => html`<section id="assumed" class="assumed" aria-labelledby="assumed-heading">
<h2 id="assumed-heading">${say(lang, 'assumed.heading')}</h2>
${findings.assumptions.length === 0 ? html`<p>${say(lang, 'assumed.none')}</p>` : html`${bullets(findings.assumptions.map((a) => a[lang]))}${assumedIn(findings, lang).map((line) => html`<p>${line}</p>`)}`}
</section>`;

function startsSection(findings: Findings, lang: Lang): Html {
  const differ = regionsThatDiffer(findings, lang);
  const tables = firstTables(findings, lang).map((s) => html`${s.lines.map((line) => html`<p>${line}</p>`)}${sectionTable(s, 1)}`);
  return html`<section id="starts" aria-labelledby="starts-heading">
<h2 id="starts-heading">${say(lang, 'page.starts')}</h2>
${tables}
<h3>${differ.heading}</h3>
${bullets(differ.lines)}
</section>`;
}

function marginsSection(findings: Findings, lang: Lang): Html {
  const sentences = marginSentences(findings, lang);
  const all = findings.breakEven.length === 0 ? [] : [html`<details><summary>${say(lang, 'page.all-margins')}</summary>${drawTable(breakEvenPageTable(findings, lang))}</details>`];
  return html`<section id="margins" aria-labelledby="margins-heading">
<h2 id="margins-heading">${say(lang, 'margin.heading')}</h2>
${sentences.length === 0 ? [] : countedAtHome(findings, lang).map((line) => html`<p>${line}</p>`)}
${sentences.length === 0 ? html`<p>${say(lang, 'margin.none')}</p>` : html`<ol>${sentences.map((line) => html`<li>${line}</li>`)}</ol>`}
${all}
</section>`;
}

function modesSection(findings: Findings, lang: Lang): Html {
  const section = bothModes(findings, lang);
  return html`<section id="modes" aria-labelledby="modes-heading"><h2 id="modes-heading">${section.heading}</h2>${section.lines.map((line) => html`<p>${line}</p>`)}${sectionTable(section, 2)}</section>`;
}

const ruleSection = (section: SummarySection): Html =>
  html`<section id="${section.id}" aria-labelledby="${section.id}-heading"><h2 id="${section.id}-heading">${section.heading}</h2>${section.lines.map((line) => html`<p>${line}</p>`)}${sectionTable(section, 2)}</section>`;

function chartArticle(findings: Findings, { id, drawing, picture }: Drawn, lang: Lang): Html {
  const own = anchor('chart', id);
  const tables = chartTables(drawing, spanWords(findings, lang), lang);
  return html`<article class="chart" aria-labelledby="${own}">
<h3 id="${own}">${drawing.title}</h3>
${drawing.subtitle.map((line) => html`<p class="quiet">${line}</p>`)}
<figure>
<div class="scroll" role="group" aria-label="${chartName(id, lang)}" tabindex="0">
${ready(inlinePicture(drawing, picture, own))}
</div>
<figcaption>${drawing.foot.map((line) => html`<p>${line}</p>`)}<p>${say(lang, 'page.file', { file: `tables/chart-${id}.csv` })}</p></figcaption>
</figure>
<details><summary>${say(lang, 'page.table', { name: chartName(id, lang) })}</summary>${tables.map(drawTable)}</details>
</article>`;
}

/** A section's table; its heading is the caption. */
function sectionTable(section: SummarySection, names: number): readonly Html[] {
  return section.table === undefined ? [] : [drawTable({ ...section.table, caption: section.heading, names })];
}
