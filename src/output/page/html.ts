import { escape } from '../escape.js';

/** A piece of HTML whose every name and text has been escaped. */
export interface Html {
  readonly html: string;
}

/** Markup with values between: a text is escaped, a piece of HTML stands as it is, a list one after another. */
export function html(strings: TemplateStringsArray, ...values: readonly (string | number | Html | readonly Html[])[]): Html {
  const written = values.map((value) => {
    if (typeof value === 'string' || typeof value === 'number') return escape(String(value));
    return 'html' in value ? value.html : value.map((piece) => piece.html).join('\n');
  });
  return { html: strings.map((text, i) => text + (written[i] ?? '')).join('') };
}

/** Markup that is ours and escaped already: a picture, the style sheet. */
export const ready = (markup: string): Html => ({ html: markup });

/** An id for a heading, from an id of a chart or section; never from a name. */
export const anchor = (kind: string, id: string): string => `${kind}-${id.replaceAll(/[^A-Za-z0-9-]/g, '_')}`;

/** Texts as a list. */
export const bullets = (lines: readonly string[]): Html => html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
