import { renderAsync } from '@resvg/resvg-js';
import { fontFiles } from '../svg.js';

/** A chart as a picture, twice the size of its SVG, drawn with the shipped font whatever the machine has; several are drawn side by side. */
export async function writePng(svg: string): Promise<Uint8Array> {
  const picture = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: 2 },
    font: { fontFiles: [...fontFiles()], loadSystemFonts: false, defaultFontFamily: 'Inter', sansSerifFamily: 'Inter' },
    background: '#ffffff',
  });
  return new Uint8Array(picture.asPng());
}
