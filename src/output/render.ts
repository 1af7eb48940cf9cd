import type { Findings } from '../analysis/index.js';
import type { Chart } from './chart.js';
import { CHARTS } from './charts/index.js';
import { writeCsv, writeSwedishCsv } from './formats/csv.js';
import { writeFindings } from './formats/findings-json.js';
import { writePng } from './formats/png.js';
import { writePage, type Drawn } from './page/index.js';
import { framePicture, renderPicture } from './svg.js';
import { chartTable, spreadsheetsOf, tablesOf } from './tables/index.js';
import type { Lang } from './words.js';

/** A file to hand out, by its path inside the report folder. */
export interface Artifact {
  readonly path: string;
  readonly media: string;
  readonly content: string | Uint8Array;
}

/** Everything that a run hands out but its manifest: the page, findings.json, the tables and the charts. */
export async function render(findings: Findings, lang: Lang): Promise<readonly Artifact[]> {
  const whole: Artifact = { path: 'findings.json', media: 'application/json', content: writeFindings(findings) };
  const drawings = CHARTS.filter((chart) => drawable(findings, chart)).map((chart) => ({ id: chart.id, drawing: chart.draw(findings, lang) }));
  const tables = [...tablesOf(findings, lang), ...drawings.map(({ id, drawing }) => chartTable(id, drawing))].map(
    (table): Artifact => ({ path: `tables/${table.id}.csv`, media: 'text/csv', content: writeCsv(table) }),
  );
  const swedish = spreadsheetsOf(findings, lang).map((table): Artifact => ({ path: `tabeller/${table.id}.csv`, media: 'text/csv', content: writeSwedishCsv(table) }));
  const drawn: Drawn[] = [];
  // One at a time: a picture that is drawn takes tens of MB.
  for (const one of drawings) drawn.push({ ...one, picture: await renderPicture(one.drawing, lang) });
  const page: Artifact = { path: 'index.html', media: 'text/html', content: writePage(findings, drawn, lang) };
  return [page, whole, ...swedish, ...tables, ...(await Promise.all(drawn.map((one) => chartFiles(one, lang)))).flat()];
}

/** A chart is left out when a figure it needs is missing or has no value anywhere: never an empty picture. */
const drawable = (findings: Findings, chart: Chart): boolean =>
  chart.needs.every((id) => findings.figures[id]?.cells.some((cell) => cell !== null) === true);

/** A chart with its title, subtitle and foot, as SVG and PNG. */
export async function chartFiles({ id, drawing, picture }: Drawn, lang: Lang): Promise<readonly Artifact[]> {
  const svg = framePicture(drawing, picture, lang);
  return [
    { path: `charts/${id}.svg`, media: 'image/svg+xml', content: svg },
    { path: `charts/${id}.png`, media: 'image/png', content: await writePng(svg) },
  ];
}
