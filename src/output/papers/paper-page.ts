import { anchor, drawTable, framePage, html, ready, type Html } from '../page/index.js';
import { inlinePicture, type Picture } from '../svg.js';
import { say, type Lang } from '../words.js';
import type { Paper, PaperChart, PaperSection, PaperTable } from './paper.js';
import { pageTable } from './paper-tables.js';

/** A table longer than this is folded away until it is asked for. */
const LONGEST = 30;

/** A paper as one page: the short answer first, charts with a table behind each; offline, without scripts, and on paper. */
export function writePaperPage(paper: Paper, pictures: ReadonlyMap<PaperChart, Picture>, lang: Lang): string {
  const sections = paper.sections.map((section) => ({ id: anchor('part', section.id), name: section.heading, body: sectionBody(section, pictures, lang) }));
  const foot = { id: 'sources', name: say(lang, 'paper.sources'), body: html`${paper.foot.map((line) => html`<p>${line}</p>`)}` };
  return framePage({ lang, kind: paper.kind, title: paper.title, lead: paper.lead, sections: [...sections, foot] });
}

function sectionBody({ lines, tables, charts }: PaperSection, pictures: ReadonlyMap<PaperChart, Picture>, lang: Lang): Html {
  return html`${lines.map((line) => html`<p>${line}</p>`)}
${charts.map((chart) => chartArticle(chart, pictures.get(chart)!, lang))}
${tables.map((table) => foldTable(table, lang))}`;
}

function foldTable(table: PaperTable, lang: Lang): Html {
  const drawn = drawTable(pageTable(table, lang));
  return table.rows.length <= LONGEST ? drawn : html`<details><summary>${table.caption}</summary>${drawn}</details>`;
}

function chartArticle({ id, name, drawing, behind }: PaperChart, picture: Picture, lang: Lang): Html {
  const own = anchor('chart', id);
  return html`<article class="chart" aria-labelledby="${own}">
<h3 id="${own}">${drawing.title}</h3>
${drawing.subtitle.map((line) => html`<p class="quiet">${line}</p>`)}
<figure>
<div class="scroll" role="group" aria-label="${name}" tabindex="0">
${ready(inlinePicture({ ...drawing, points: [] }, picture, own))}
</div>
<figcaption>${drawing.foot.map((line) => html`<p>${line}</p>`)}<p>${say(lang, 'page.file', { file: `tables/${behind.id}.csv` })}</p></figcaption>
</figure>
<details><summary>${say(lang, 'page.table', { name })}</summary>${drawTable(pageTable(behind, lang))}</details>
</article>`;
}
