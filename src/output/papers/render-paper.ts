import { writeCsv } from '../formats/csv.js';
import { chartFiles, type Artifact } from '../render.js';
import { renderPicture, type Picture } from '../svg.js';
import type { Lang } from '../words.js';
import { dataTable } from './paper.js';
import type { Paper, PaperChart } from './paper.js';
import { writePaperPage } from './paper-page.js';

/** Everything that a paper hands out: the page, findings.json, tidy tables and charts. */
export async function renderPaper(paper: Paper, lang: Lang): Promise<readonly Artifact[]> {
  const charts = paper.sections.flatMap((section) => section.charts);
  const pictures = new Map<PaperChart, Picture>();
  // One at a time: a picture that is drawn takes tens of MB.
  for (const chart of charts) pictures.set(chart, await renderPicture({ ...chart.drawing, points: [] }, lang));
  const tables = [...paper.sections.flatMap((section) => section.tables), ...charts.map((chart) => chart.behind), ...paper.tables];
  const files = await Promise.all(charts.map((chart) => chartFiles({ id: chart.id, drawing: { ...chart.drawing, points: [] }, picture: pictures.get(chart)! }, lang)));
  return [
    { path: 'index.html', media: 'text/html', content: writePaperPage(paper, pictures, lang) },
    { path: 'findings.json', media: 'application/json', content: `${JSON.stringify(paper.record)}\n` },
    ...tables.map((table): Artifact => ({ path: `tables/${table.id}.csv`, media: 'text/csv', content: writeCsv(dataTable(table)) })),
    ...files.flat(),
  ];
}
