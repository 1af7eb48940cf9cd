import { openSync, type Font } from 'fontkit';
import { Error as ERRORS_ONLY, loader, logger, parse, textMetrics, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { BugError } from '../base/index.js';
import type { Drawing } from './chart.js';
import { chartConfig, FONT, INK } from './drawing/index.js';
import { escape } from './escape.js';
import type { Lang } from './words.js';

declare module 'vega' {
  /** How vega measures words; absent from its own types. */
  export const textMetrics: { width: (item: { readonly fontSize?: number; readonly fontWeight?: unknown }, text: unknown) => number };
}

const TTF = { 400: '400Regular/Inter_400Regular.ttf', 600: '600SemiBold/Inter_600SemiBold.ttf' } as const;
type Weight = keyof typeof TTF;
const MARGIN = 32;
const WIDTH = 1000;

/** The font files that pictures are drawn with: the same on every machine, never the system's own. */
export function fontFiles(): readonly string[] {
  return [fontFile(400), fontFile(600)];
}

function fontFile(weight: Weight): string {
  const { pathname } = new URL(import.meta.resolve(`@expo-google-fonts/inter/${TTF[weight]}`));
  return decodeURIComponent(pathname).replace(/^\/(?=[A-Za-z]:)/, '');
}

const fonts = new Map<Weight, Font>();
const ems: Readonly<Record<Weight, Map<string, number>>> = { 400: new Map(), 600: new Map() };

/** How wide a text is, in pixels, in the shipped font. Laying out letters is slow, and charts say the same words again and again: each is laid out once. */
function widthOf(text: string, size: number, weight: Weight): number {
  const em = ems[weight].get(text) ?? layOut(text, weight);
  return em * size;
}

function layOut(text: string, weight: Weight): number {
  const font = fonts.get(weight) ?? openFont(weight);
  const em = font.layout(text).advanceWidth / font.unitsPerEm;
  ems[weight].set(text, em);
  return em;
}

function openFont(weight: Weight): Font {
  const font = openSync(fontFile(weight));
  if (!('layout' in font)) throw new BugError('one font was expected in the font file');
  fonts.set(weight, font);
  return font;
}

/** Vega would guess the widths of words: it is told them instead, so that nothing overlaps or is cut. */
function teachWidths(): void {
  textMetrics.width = (item, text) => widthOf(wordsOf(text), item.fontSize ?? 11, Number(item.fontWeight) >= 600 || item.fontWeight === 'bold' ? 600 : 400);
}

const wordsOf = (text: unknown): string => (typeof text === 'string' || typeof text === 'number' ? String(text) : '');

/** The picture of a drawing, without the words around it. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** A drawing as one self-contained SVG: title, subtitle, picture and foot, with alt text; reads nothing from disk or network. */
export async function renderSvg(drawing: Drawing, lang: Lang): Promise<string> {
  return framePicture(drawing, await renderPicture(drawing, lang), lang);
}

/** Draws the picture alone. */
export async function renderPicture(drawing: Drawing, lang: Lang): Promise<Picture> {
  teachWidths();
  const spec = { ...drawing.spec, config: chartConfig(lang) } as unknown as TopLevelSpec;
  const refusing = loader();
  refusing.sanitize = () => Promise.reject(new BugError('a chart asked for a file or an address'));
  const config = { locale: chartConfig(lang)['locale'] } as Parameters<typeof parse>[1];
  const runtime = parse(compile(spec, { logger: logger(ERRORS_ONLY) }).spec, config);
  const view = new View(runtime, { renderer: 'none', loader: refusing, logLevel: ERRORS_ONLY });
  try {
    const svg = await view.toSVG();
    const [, width = '0', height = '0'] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
    return { svg, width: Math.ceil(Number(width)), height: Math.ceil(Number(height)) };
  } finally {
    view.finalize();
  }
}

interface TextBlock {
  readonly lines: readonly string[];
  readonly size: number;
  readonly weight: Weight;
  readonly colour: string;
  readonly leading: number;
}

/** The words of a drawing around its picture, wrapped to its width, as one SVG. */
export function framePicture(drawing: Drawing, picture: Picture, lang: Lang): string {
  const width = Math.max(WIDTH, picture.width + 2 * MARGIN);
  const block = (texts: readonly string[], size: number, weight: Weight, colour: string): TextBlock => ({
    lines: texts.flatMap((text) => wrap(text, width - 2 * MARGIN, size, weight)),
    size,
    weight,
    colour,
    leading: Math.round(size * 1.4),
  });
  const head = [block([drawing.title], 21, 600, INK.strong), block(drawing.subtitle, 13, 400, INK.soft)];
  const foot = block(drawing.foot, 11, 400, INK.soft);
  let y = MARGIN;
  const out: string[] = [];
  for (const b of head) {
    out.push(textLines(b, y));
    y += b.lines.length * b.leading + 8;
  }
  y += 14;
  out.push(nested(picture, MARGIN, y));
  y += picture.height + 24;
  out.push(textLines(foot, y));
  const height = y + foot.lines.length * foot.leading + MARGIN - 8;
  return whole(drawing, lang, width, height, out.join('\n'));
}

/** Room around a picture on a page, for what is drawn a little beyond its edges. */
const EDGE = 8;

/** A picture for a page that says the words itself: title and alternative text only, under ids of its own. */
export function inlinePicture(drawing: Drawing, picture: Picture, id: string): string {
  const [width, height] = [picture.width + 2 * EDGE, picture.height + 2 * EDGE];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-desc">`,
    `<title id="${id}-title">${escape(drawing.title)}</title>`,
    `<desc id="${id}-desc">${escape(drawing.alt)}</desc>`,
    nested(picture, EDGE, EDGE),
    '</svg>',
  ].join('\n');
}

/** A picture inside another. Vega's own roles and classes go: the whole is one image with one alternative text. */
function nested(picture: Picture, x: number, y: number): string {
  const plain = picture.svg.replaceAll(/<[a-z][^>]*>/gi, (tag) => tag.replaceAll(/ (?:role|aria-[a-z]+|class|version)="[^"]*"/g, ''));
  return plain.replace('<svg ', `<svg x="${x}" y="${y}" overflow="visible" `);
}

function whole(drawing: Drawing, lang: Lang, width: number, height: number, body: string): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title desc" xml:lang="${lang}" lang="${lang}">`,
    `<title id="title">${escape(drawing.title)}</title>`,
    `<desc id="desc">${escape(drawing.alt)}</desc>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    body,
    '</svg>\n',
  ].join('\n');
}

const textLines = (b: TextBlock, y: number): string =>
  b.lines
    .map((line, i) => `<text x="${MARGIN}" y="${y + b.size + i * b.leading}" font-family="${FONT}" font-size="${b.size}" font-weight="${b.weight}" fill="${b.colour}">${escape(line)}</text>`)
    .join('\n');

/** Breaks a text at ordinary spaces; no-break spaces hold. A word wider than the line is broken anywhere. */
function wrap(text: string, width: number, size: number, weight: Weight): string[] {
  const space = widthOf(' ', size, weight);
  const lines = [''];
  let about = 0;
  for (const word of text.split(/[ \n\r\t]+/).flatMap((w) => pieces(w, width, size, weight))) {
    const current = lines.at(-1)!;
    const longer = current === '' ? word : `${current} ${word}`;
    const own = widthOf(word, size, weight);
    about = current === '' ? own : about + space + own;
    if (about <= width * (1 - DOUBT) || (about < width * (1 + DOUBT) && widthOf(longer, size, weight) <= width)) lines[lines.length - 1] = longer;
    else {
      lines.push(word);
      about = own;
    }
  }
  return lines;
}

/** How much, at most, a line differs from its words and spaces laid out one by one. */
const DOUBT = 0.02;

function pieces(word: string, width: number, size: number, weight: Weight): string[] {
  if (widthOf(word, size, weight) <= width) return [word];
  const out = [''];
  for (const letter of word) {
    if (widthOf(out.at(-1)! + letter, size, weight) > width) out.push('');
    out[out.length - 1] += letter;
  }
  return out;
}
