import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'chrome'];

/** A browser on this machine by its command, of the Chromium family unless other names are given; null where there is none. */
export function findBrowser(names: readonly string[] = NAMES): string | null {
  return names.find((name) => spawnSync(name, ['--version'], { timeout: 30_000 }).status === 0) ?? null;
}

/** What a browser finds on a page of a given width, every table unfolded. */
export interface Look {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly string[] }[];
  readonly passes: number;
  /** How far anything but what scrolls by itself reaches beyond the page's own width, in pixels. */
  readonly overflow: number;
  readonly charts: number;
}

const RUNNER = `
document.querySelectorAll('details').forEach((one) => { one.open = true; });
const say = (found) => { document.body.innerHTML = ''; const out = document.createElement('pre'); out.id = 'found'; out.textContent = JSON.stringify(found); document.body.append(out); };
axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] }).then((result) => say({
  violations: result.violations.map((v) => ({ id: v.id, nodes: v.nodes.slice(0, 5).map((n) => n.html.slice(0, 200)) })),
  passes: result.passes.length,
  overflow: Math.max(...[...document.querySelectorAll('body *:not(.scroll *)')].map((one) => one.getBoundingClientRect().right)) - document.documentElement.getBoundingClientRect().right,
  charts: document.querySelectorAll('figure svg[role=img]').length,
}), (error) => say({ error: String(error) }));
`;

/** Opens a page in a frame of the given width and lets axe judge it. The page's own policy would stop axe, so it alone is taken out. */
export function lookAt(browser: string, page: string, width: number): Look {
  const folder = mkdtempSync(join(tmpdir(), 'flaskhals-page-'));
  try {
    const scripts = `<script>${axe.source.replaceAll('</script', '<\\/script')}</script><script>${RUNNER}</script></body>`;
    const open = page.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
    const file = join(folder, 'index.html');
    writeFileSync(file, open.slice(0, open.lastIndexOf('</body>')) + scripts + open.slice(open.lastIndexOf('</body>') + '</body>'.length));
    const flags = ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${join(folder, 'profile')}`, `--window-size=${width},900`, '--virtual-time-budget=60000', '--dump-dom'];
    const { stdout } = spawnSync(browser, [...flags, pathToFileURL(file).href], { encoding: 'utf8', timeout: 150_000, maxBuffer: 1 << 28 });
    const [, found] = /<pre id="found">([^]*?)<\/pre>/.exec(stdout) ?? [];
    if (found === undefined) throw new Error('the browser gave no answer');
    return JSON.parse(found.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')) as Look;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
