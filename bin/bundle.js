// Lays modules that are built and the packages that they use together in a few files: opening hundreds of small ones is most of what a short command costs.
// What is not plain JavaScript stays where it is. A constant of another module is looked up each time it is used; here it stands where it is used, and loops over
// thousands of doctors take a tenth less time, some of them a third.
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

export async function bundle(input, dir) {
  const { build } = await import('rolldown');
  await build({
    input,
    cwd: root,
    platform: 'node',
    external: ['@resvg/resvg-js', 'piscina', 'rolldown'],
    resolve: { alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' } },
    logLevel: 'warn',
    optimization: { inlineConst: { mode: 'all', pass: 3 } },
    output: { dir, format: 'esm' },
  });
}
