#!/usr/bin/env node
// Takes the parser alone out of mathjs and writes it to bin/vendor/, with the licence it comes under; with `--check` only says whether that is what stands there.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { version } = JSON.parse(readFileSync(join(root, 'node_modules', 'mathjs', 'package.json'), 'utf8'));
const licence = ['NOTICE', 'LICENSE'].map((file) => readFileSync(join(root, 'node_modules', 'mathjs', file), 'utf8').trim()).join('\n\n');

// One export of the package is asked for, by a file that exists only here; what it does not reach is left out.
const ENTRY = 'mathjs-parser';
const asked = {
  name: 'ask for the parser alone',
  resolveId: (id) => (id === ENTRY ? id : null),
  load: (id) => (id === ENTRY ? "export { createParse } from 'mathjs/number';" : null),
};

async function bundle() {
  const bundler = await rolldown({ cwd: root, input: ENTRY, plugins: [asked], treeshake: { moduleSideEffects: false } });
  const banner = `/*! The parser of mathjs ${version}, Apache-2.0 (see mathjs-parser.LICENSE.txt). Made by \`npm run vendor\`: not to be edited. */`;
  const { output } = await bundler.generate({ format: 'cjs', banner });
  await bundler.close();
  return { 'mathjs-parser.cjs': output[0].code, 'mathjs-parser.LICENSE.txt': `${licence}\n` };
}

for (const [name, text] of Object.entries(await bundle())) {
  const file = join(root, 'bin', 'vendor', name);
  if (!process.argv.includes('--check')) writeFileSync(file, text);
  else if (readFileSync(file, 'utf8') !== text) {
    process.stderr.write(`bin/vendor/${name} är inte vad paketet ger: npm run vendor. (bin/vendor/${name} is not what the package gives: npm run vendor.)\n`);
    process.exitCode = 1;
  }
}
