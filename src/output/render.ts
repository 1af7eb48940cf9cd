import type { Findings } from '../analysis/index.js';
import type { Chart, Drawing } from './chart.js';
import { CHARTS } from './charts/index.js';
import { writeCsv } from './formats/csv.js';
import { writeFindings } from './formats/findings-json.js';
import { writePng } from './formats/png.js';
import { renderSvg } from './svg.js';
import { chartTable, tablesOf } from './tables/index.js';
import type { Lang } from './words.js';

/** A file to hand out, by its path inside the report folder. */
export interface Artifact {
  readonly path: string;
  readonly media: string;
  readonly content: string | Uint8Array;
}

/** Everything that a run hands out but its manifest: findings.json, the tables and the charts. */
export function render(findings: Findings, lang: Lang): Promise<readonly Artifact[]> {
  const whole: Artifact = { path: 'findings.json', media: 'application/json', content: writeFindings(findings) };
  const drawings = CHARTS.filter((chart) => drawable(findings, chart)).map((chart) => ({ id: chart.id, drawing: chart.draw(findings, lang) }));
  const tables = [...tablesOf(findings, lang), ...drawings.map(({ id, drawing }) => chartTable(id, drawing))].map(
    (table): Artifact => ({ path: `tables/${table.id}.csv`, media: 'text/csv', content: writeCsv(table) }),
  );
  return Promise.all(drawings.map(({ id, drawing }) => pictures(id, drawing, lang))).then((drawn) => [whole, ...tables, ...drawn.flat()]);
}

/** A chart is left out when a figure it needs is missing or has no value anywhere: never an empty picture. */
const drawable = (findings: Findings, chart: Chart): boolean =>
  chart.needs.every((id) => findings.figures[id]?.cells.some((cell) => cell !== null) === true);

function pictures(id: string, drawing: Drawing, lang: Lang): Promise<readonly Artifact[]> {
  return renderSvg(drawing, lang).then((svg) => [
    { path: `charts/${id}.svg`, media: 'image/svg+xml', content: svg },
    { path: `charts/${id}.png`, media: 'image/png', content: writePng(svg) },
  ]);
}
