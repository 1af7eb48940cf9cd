import { describe, expect, test } from 'vitest';
import { checkPackages, checkReasons, checkTracked } from './repository.js';
import { findViolations } from './rules.js';
import { findUnlisted } from './shelves.js';
import { readFacts } from './source-facts.js';

const broken = (path: string, text: string): string[] => findViolations([readFacts(path, text)]).map(({ where, rule }) => `${where} ${rule}`);

describe('who may import whom', () => {
  const waysToImport = [
    "import { x } from '../output/index.js';",
    'import { x } from "../output/index.js";',
    "import type { X } from '../output/index.js';",
    "import { type X } from '../output/index.js';",
    "import '../output/index.js';",
    "import * as all from '../output/index.js';",
    "export { x } from '../output/index.js';",
    "export * from '../output/index.js';",
    "export type { X } from '../output/index.js';",
    "const x = () => import('../output/index.js');",
    'const x = () => import(`../output/index.js`);',
    "type X = import('../output/index.js').X;",
    "import x = require('../output/index.js');",
    "const x = require('../output/index.js');",
    "import {\n  x,\n} from\n  '../output/index.js';",
    "import /* why */ { x } from /* here */ '../output/index.js';",
  ];
  test.each(waysToImport)('sees %j', (text) => {
    expect(broken('src/engine/made-up.ts', text)[0]).toMatch(/^src\/engine\/made-up\.ts:1 folders$/);
  });

  test('does not take a comment or a text for an import', () => {
    const text = "// import { x } from '../output/index.js';\nconst said = \"import { x } from '../output/index.js'\";\n/* import '../web/index.js' */";
    expect(broken('src/engine/made-up.ts', text)).toEqual([]);
  });

  const rows: readonly (readonly [string, string, string | undefined])[] = [
    ['src/base/x.ts', '../engine/index.js', 'folders'],
    ['src/engine/x.ts', '../base/index.js', undefined],
    ['src/engine/phases/x.ts', '../../base/index.js', undefined],
    ['src/engine/phases/x.ts', '../ledger.js', undefined],
    ['src/engine/x.ts', '../base/column.js', 'index only'],
    ['src/engine/x.ts', '../base', 'index only'],
    ['src/engine/x.ts', '../model/index.js', 'folders'],
    ['src/model/x.ts', '../output/index.js', 'folders'],
    ['src/output/x.ts', '../model/index.js', 'folders'],
    ['src/input/x.ts', '../engine/index.js', 'folders'],
    ['src/analysis/x.ts', '../model/index.js', 'folders'],
    ['src/study/x.ts', '../output/index.js', 'folders'],
    ['src/cli/commands/x.ts', '../../study/index.js', undefined],
    ['src/cli/x.ts', '../study/derive/index.js', 'index only'],
    ['src/cli/x.ts', '../../data/x.json', 'imports'],
    ['src/cli/x.ts', '../../tests/support/x.js', 'imports'],
    ['src/model/x.ts', 'zod', undefined],
    ['src/model/x.ts', 'zod/v4', undefined],
    ['src/engine/x.ts', 'zod', 'packages'],
    ['src/model/x.ts', 'mathjs/number', 'packages'],
    ['src/input/x.ts', 'yaml', undefined],
    ['src/input/x.ts', 'papaparse', 'packages'],
    ['src/input/x.ts', 'zod', 'packages'],
    ['src/analysis/x.ts', 'simple-statistics', 'packages'],
    ['src/analysis/interval.ts', 'simple-statistics', undefined],
    ['src/output/charts/x.ts', 'vega', 'packages'],
    ['src/output/svg.ts', 'vega', undefined],
    ['src/output/formats/png.ts', '@resvg/resvg-js', undefined],
    ['src/output/formats/html.ts', '@resvg/resvg-js', 'packages'],
    ['src/output/words.ts', 'intl-messageformat', undefined],
    ['src/output/formats/findings-json.ts', 'zod', undefined],
    ['src/output/x.ts', 'zod', 'packages'],
    ['src/cli/arguments.ts', 'yargs', undefined],
    ['src/cli/main.ts', 'piscina', 'packages'],
    ['src/cli/files.ts', 'node:fs', undefined],
    ['src/input/x.ts', 'node:fs', 'Node'],
    ['src/study/x.ts', 'fs/promises', 'Node'],
    ['src/web/server.ts', 'node:http', undefined],
    ['src/web/page/x.ts', 'node:http', 'Node'],
    ['src/model/x.ts', 'constructor', 'packages'],
  ];
  test.each(rows)('%s importing %s breaks: %s', (path, specifier, rule) => {
    const found = broken(path, `import { x } from '${specifier}';`);
    expect(found).toEqual(rule === undefined ? [] : [`${path}:1 ${rule}`]);
  });

  test('output sees the axes of the engine and nothing else of it', () => {
    expect(broken('src/output/x.ts', "import type { Axes } from '../engine/index.js';")).toEqual([]);
    expect(broken('src/output/x.ts', "import type { Axes, Trace } from '../engine/index.js';")).toEqual(['src/output/x.ts:1 output and engine']);
    expect(broken('src/output/x.ts', "import type { Trace as Axes } from '../engine/index.js';")).toEqual(['src/output/x.ts:1 output and engine']);
    expect(broken('src/output/x.ts', "export * from '../engine/index.js';")).toEqual(['src/output/x.ts:1 output and engine']);
  });

  test('an import whose file is computed cannot be told by reading', () => {
    expect(broken('src/cli/x.ts', 'export const load = (file: string) => import(file);')).toEqual(['src/cli/x.ts:1 imports']);
  });

  test('src has no other folder, and no file beside the folders', () => {
    expect(broken('src/helpers/x.ts', '')).toEqual(['src/helpers/x.ts:1 tree']);
    expect(broken('src/main.ts', '')).toEqual(['src/main.ts:1 tree']);
    expect(broken('src/constructor/x.ts', '')).toEqual(['src/constructor/x.ts:1 tree']);
  });
});

describe('the pure folders', () => {
  const impure = [
    'const now = Date.now();',
    'const now = new Date();',
    'const at = performance.now();',
    'const x = Math.random();',
    "const x = Math['random']();",
    'const { random } = Math;',
    'const x = globalThis.Math;',
    "console.log('x');",
    'const key = process.env;',
    'export async function read(): Promise<void> {}',
    'const later = (): unknown => Promise.resolve(1);',
    'setTimeout(() => undefined, 1);',
    'const here = import.meta.url;',
    'const id = crypto.randomUUID();',
  ];
  test.each(impure)('may not say %j', (text) => {
    expect(broken('src/analysis/x.ts', text)[0]).toBe('src/analysis/x.ts:1 pure');
    expect(broken('src/cli/x.ts', text)).toEqual([]);
    expect(broken('src/output/formats/x.ts', text)).toEqual([]);
  });

  test('may use a word that only shares its name with the clock', () => {
    const text = 'export const of = { Date: 1 };\nexport const y = of.Date + Math.floor(1);\ninterface X { readonly process: number }\nconst wait = "async await";';
    expect(broken('src/analysis/x.ts', text)).toEqual([]);
  });
});

describe('the shape of a file', () => {
  test('250 lines are the ceiling', () => {
    expect(broken('src/base/x.ts', 'const x = 1;\n'.repeat(250))).toEqual([]);
    expect(broken('src/base/x.ts', 'const x = 1;\n'.repeat(251))).toEqual(['src/base/x.ts:250 length']);
  });

  test.each(['export default 1;', 'const x = 1; export { x as default };', 'export default function x() {}', "export { default } from './y.js';"])(
    '%j is a default export',
    (text) => {
      expect(broken('src/base/x.ts', text)).toEqual(['src/base/x.ts:1 default export']);
    },
  );

  test('the default of a switch is none', () => {
    expect(broken('src/base/x.ts', 'switch (1 as number) { default: }')).toEqual([]);
  });
});

describe('a shelf', () => {
  const shelf = { 'src/output/charts': 'src/output/charts/index.ts' };
  const unlisted = (...files: readonly (readonly [string, string])[]): string[] =>
    findUnlisted(files.map(([path, text]) => readFacts(`src/output/charts/${path}`, text)), shelf).map(({ where }) => where);

  test('lists what stands on it, and the parts of that', () => {
    const index = ['index.ts', "export { queues } from './queues.js';"] as const;
    const queues = ['queues.ts', "import { band } from './band.js';"] as const;
    expect(unlisted(index, queues, ['band.ts', ''])).toEqual([]);
    expect(unlisted(index, queues, ['band.ts', ''], ['overlap.ts', ''])).toEqual(['src/output/charts/overlap.ts:1']);
  });

  test('has a list', () => {
    expect(unlisted(['queues.ts', ''])).toEqual(['src/output/charts:1']);
  });
});

describe('what every clone must find', () => {
  const sound = ['bin/flaskhals.js', '.ci/run'].map((path) => ({ path, mode: '100755', text: '' }));
  const found = (path: string, text: string): string[] =>
    checkTracked([...sound, { path, mode: '100644', text }]).map(({ where, rule }) => `${where} ${rule}`);

  test('no name of a machine', () => {
    const parts = ['../', 'shared/x', '/wo', 'rk/x', '/ho', 'me/anna', 'https://registry.npm', 'js.org/x'];
    for (let i = 0; i < parts.length; i += 2) expect(found('docs/x.md', `one\nsee ${parts[i]!}${parts[i + 1]!}`)).toEqual(['docs/x.md:2 machine']);
    expect(found('docs/x.md', 'a/work/b, ../src/shared, framework/x, https://example.org/home/x')).toEqual([]);
  });

  test('nothing generated', () => {
    expect(found('dist/cli/main.js', '')).toEqual(['dist/cli/main.js:1 generated']);
    expect(found('reports/x/findings.json', '')).toEqual(['reports/x/findings.json:1 generated']);
    expect(found('reports/filed/x.json', '')).toEqual([]);
  });

  test('a launcher that may be run', () => {
    expect(checkTracked(sound.map((file) => ({ ...file, mode: '100644' }))).map(({ rule }) => rule)).toEqual(['mode', 'mode']);
    expect(checkTracked([]).map(({ rule }) => rule)).toEqual(['mode', 'mode']);
  });
});

describe('every install', () => {
  const manifest = { engines: { node: '>=20.19' }, dependencies: { yaml: '2.9.1' } };
  const locked = { version: '2.9.1', integrity: 'sha512-x' };
  const found = (wanted: object, lock: object): string[] => checkPackages({ ...manifest, ...wanted }, { packages: { 'node_modules/yaml': { ...locked, ...lock } } }).map(({ rule }) => rule);

  test('is exact, hashed and without addresses', () => {
    expect(found({}, {})).toEqual([]);
    expect(found({ dependencies: { yaml: '^2.9.1' } }, {})).toEqual(['exact versions', 'lock']);
    expect(found({}, { version: '2.9.0' })).toEqual(['lock']);
    expect(found({}, { resolved: 'https://example.org/yaml.tgz' })).toEqual(['lock']);
    expect(found({}, { integrity: undefined })).toEqual(['lock']);
    expect(found({}, { optionalDependencies: { 'yaml-for-windows': '1.0.0' } })).toEqual(['lock']);
    expect(found({ engines: {} }, {})).toEqual(['engines']);
  });

  test('has a reason for each package, and no reason for what is gone', () => {
    expect(checkReasons(manifest, '| `yaml` | 2.9.1 | reads |')).toEqual([]);
    expect(checkReasons(manifest, '').length).toBe(1);
    expect(checkReasons(manifest, '| `yaml` | x |\n| `left-pad` | x |').length).toBe(1);
  });
});
