import { say, type Lang } from '../words.js';
import { html, ready, type Html } from './html.js';
import { STYLE } from './style.js';

/** Nothing is run and nothing fetched, whatever a name in the findings holds. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** What is on a page: its title, what stands under it, and its sections in order. */
export interface PageParts {
  readonly lang: Lang;
  readonly kind: string;
  readonly title: string;
  readonly lead: readonly string[];
  readonly sections: readonly { readonly id: string; readonly name: string; readonly body: Html }[];
}

/** A page that works offline, without scripts, and on paper. */
export function framePage({ lang, kind, title, lead, sections }: PageParts): string {
  return wholePage(lang, `${title} – ${kind}`, html`<header>
<p class="quiet">${kind}</p>
<h1>${title}</h1>
${lead.map((line) => html`<p>${line}</p>`)}
</header>
<nav aria-label="${say(lang, 'page.contents')}"><ul>${sections.map(({ id, name }) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></nav>
<main id="main">
${sections.map(({ id, name, body }) => html`<section id="${id}" aria-labelledby="${id}-heading">
<h2 id="${id}-heading">${name}</h2>
${body}
</section>`)}
</main>`);
}

/** The frame around the body of a page. */
export function wholePage(lang: Lang, title: string, body: Html): string {
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${ready(STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">${say(lang, 'page.skip')}</a>
${body}
</body>
</html>
`.html;
}
