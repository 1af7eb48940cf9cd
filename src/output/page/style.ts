import { FONT, INK } from '../drawing/index.js';

/** How the page looks: calm, one column, the same on screen and on A4; nothing is fetched. */
export const STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
html { font: 100%/1.5 ${FONT}; color: ${INK.strong}; background: #ffffff; -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 68rem; padding: 1.5rem 1rem 3rem; overflow-wrap: anywhere; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: .2rem 0 .6rem; }
h2 { font-size: 1.4rem; line-height: 1.25; margin: 2.6rem 0 .7rem; border-top: 2px solid #16324f; padding-top: .7rem; }
h3 { font-size: 1.1rem; line-height: 1.35; margin: 1.6rem 0 .5rem; }
p, ul, ol, dl { max-width: 46rem; margin: .5rem 0; }
ul, ol { padding-left: 1.3rem; }
li { margin: .3rem 0; }
a { color: #16324f; text-underline-offset: .15em; }
a:focus-visible, summary:focus-visible, [tabindex]:focus-visible { outline: 3px solid #b8560b; outline-offset: 2px; }
.skip { position: absolute; left: 1rem; top: -4rem; background: #ffffff; padding: .5rem .8rem; }
.skip:focus { top: .5rem; }
.quiet, figcaption, small { color: ${INK.soft}; }
.quiet, figcaption { font-size: .875rem; }
small { font-size: .8125rem; white-space: nowrap; }
nav ul { columns: 2; column-gap: 2rem; }
nav li { break-inside: avoid; margin: 0; padding: .15rem 0; }
.assumed { border-left: 6px solid #6d6d6d; padding: .1rem 0 .1rem 1rem; }
.assumed h2 { border: 0; padding: 0; margin-top: 1.2rem; }
.chart { margin: 0 0 2.5rem; }
figure { margin: .8rem 0; }
figcaption p { margin: .15rem 0; max-width: none; }
.scroll { overflow-x: auto; margin: .8rem 0; }
.scroll svg { display: block; width: 100%; height: auto; min-width: 38rem; max-width: 62rem; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: .9375rem; }
caption { text-align: left; font-weight: 600; padding: .3rem 0; max-width: 46rem; }
th, td { text-align: left; vertical-align: top; padding: .3rem .9rem .3rem 0; border-bottom: 1px solid ${INK.line}; overflow-wrap: normal; }
thead th { border-bottom: 2px solid ${INK.soft}; vertical-align: bottom; }
tbody th { font-weight: 400; }
th.number, td.number { text-align: right; white-space: nowrap; }
td.text, th.text { white-space: nowrap; }
td.long { min-width: 16rem; overflow-wrap: break-word; }
thead th { white-space: normal; }
details { margin: .8rem 0; }
summary { cursor: pointer; padding: .3rem 0; min-height: 1.5rem; color: #16324f; font-weight: 600; }
dt { font-weight: 600; }
dd { margin: 0 0 .5rem; }
code { font-family: ui-monospace, Consolas, Menlo, monospace; font-size: .875em; }
@media (max-width: 40rem) {
  h1 { font-size: 1.5rem; }
  h2 { font-size: 1.25rem; }
  nav ul { columns: 1; }
}
@page { size: A4; margin: 16mm 14mm; }
@media print {
  html { font-size: 9.5pt; }
  body { max-width: none; padding: 0; }
  nav, details, .skip { display: none; }
  a { color: inherit; text-decoration: none; }
  h1, h2, h3, caption, thead { break-after: avoid; }
  thead { display: table-header-group; }
  tr, li, figure, .chart { break-inside: avoid; }
  p, li { orphans: 3; widows: 3; }
  .scroll { overflow: visible; }
  #starts .scroll, #headroom .scroll { break-inside: avoid; }
  td.long { min-width: 0; overflow-wrap: anywhere; }
  .scroll svg { min-width: 0; width: auto; max-width: 100%; max-height: 190mm; }
  th, td { padding: .15rem .6rem .15rem 0; }
  .chart { margin-bottom: 6mm; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
