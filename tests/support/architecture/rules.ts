import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import { UNREADABLE, type Import, type SourceFacts } from './source-facts.js';

/** A rule broken: where, and a sentence for whoever broke it. */
export interface Violation {
  readonly where: string; // file:line
  readonly rule: string;
  readonly sentence: string;
}

/** A folder of src: which folders it may import, which packages, and whether it may reach Node itself. */
interface Folder {
  readonly folders: readonly string[];
  readonly packages?: Readonly<Record<string, readonly string[]>>; // package → files (or folders ending in '/') where it may stand; [] = the whole folder
  readonly node?: true;
  readonly impure?: true | readonly string[]; // files (or folders ending in '/') that may wait, time, print
}

const MOST = ['base', 'input', 'engine', 'model', 'analysis', 'output', 'study'];
const SVG = ['src/output/svg.ts'];
const PNG = ['src/output/formats/png.ts'];
const PRINT = ['src/cli/print.ts'];

// Who may import whom: the whole table, one row a folder of src.
const FOLDERS: Readonly<Record<string, Folder>> = {
  base: { folders: [] },
  engine: { folders: ['base'] },
  model: { folders: ['base', 'engine'], packages: { zod: [] } },
  input: { folders: ['base', 'model'], packages: { yaml: [], 'jsonc-parser': ['src/input/json.ts'], papaparse: ['src/input/table.ts'] } },
  analysis: { folders: ['base', 'engine'], packages: { 'simple-statistics': ['src/analysis/interval.ts'] } },
  output: {
    folders: ['base', 'engine', 'analysis'],
    packages: {
      papaparse: ['src/output/formats/csv.ts'],
      vega: SVG,
      'vega-lite': SVG,
      fontkit: SVG,
      '@resvg/resvg-js': PNG,
      'intl-messageformat': ['src/output/words.ts'],
      zod: ['src/output/formats/findings-json.ts'],
    },
    impure: ['src/output/svg.ts', 'src/output/render.ts', 'src/output/papers/render-paper.ts', 'src/output/formats/'], // a drawing is waited for
  },
  study: { folders: ['base', 'engine', 'model', 'analysis'], impure: true },
  cli: {
    folders: MOST,
    packages: {
      yargs: ['src/cli/arguments.ts'],
      piscina: ['src/cli/workers.ts'],
      picocolors: PRINT,
      'cli-progress': PRINT,
      'cli-table3': PRINT,
    },
    node: true,
    impure: true,
  },
  web: { folders: MOST, impure: true },
};

const NODE_IN = ['src/web/server.ts'];
const ENGINE_FOR_OUTPUT = ['Axes', 'Named'];

/** Every rule of the tree that the source files break. */
export function findViolations(files: readonly SourceFacts[]): readonly Violation[] {
  return files.flatMap((file) => {
    const name = file.path.split('/')[1] ?? '';
    const folder = Object.hasOwn(FOLDERS, name) ? FOLDERS[name] : undefined;
    if (folder === undefined || file.path.split('/').length < 3) {
      return [violation(file, 1, 'tree', `src has the folders ${Object.keys(FOLDERS).join(', ')}, and nothing beside them: move the file into one.`)];
    }
    return [...checkImports(file, name, folder), ...checkPurity(file, name, folder), ...checkShape(file)];
  });
}

function checkImports(file: SourceFacts, name: string, folder: Folder): readonly Violation[] {
  return file.imports.flatMap((each) => {
    if (each.specifier === UNREADABLE) {
      return [violation(file, each.line, 'imports', 'An import names its file in plain quotes, so that it can be told by reading what reaches what.')];
    }
    return each.specifier.startsWith('.') ? checkFolder(file, each, name, folder) : checkPackage(file, each, name, folder);
  });
}

function checkFolder(file: SourceFacts, each: Import, name: string, folder: Folder): readonly Violation[] {
  const target = posix.join(posix.dirname(file.path), each.specifier);
  const [top, other = ''] = target.split('/');
  if (top !== 'src' || target.startsWith('..')) {
    return [violation(file, each.line, 'imports', `src imports nothing from outside src (${each.specifier}): read it as data through cli.`)];
  }
  if (other === name) return [];
  if (!folder.folders.includes(other)) {
    const may = folder.folders.length === 0 ? 'no other folder' : folder.folders.join(', ');
    return [violation(file, each.line, 'folders', `${name} may import ${may}, not ${other}: let cli or study hand over what is needed, as plain data.`)];
  }
  if (target !== `src/${other}/index.js`) {
    return [violation(file, each.line, 'index only', `Between folders import the index: '${indexFrom(file.path, other)}', not '${each.specifier}'; export there what is missing.`)];
  }
  const beyond = name === 'output' && other === 'engine' ? each.names.filter((word) => !ENGINE_FOR_OUTPUT.includes(word)) : [];
  return beyond.length === 0
    ? []
    : [violation(file, each.line, 'output and engine', `output knows the engine's Axes only, not ${beyond.join(', ')}: analysis puts what is drawn into Findings.`)];
}

const indexFrom = (path: string, other: string): string => posix.relative(posix.dirname(path), `src/${other}/index.js`);

function checkPackage(file: SourceFacts, each: Import, name: string, folder: Folder): readonly Violation[] {
  if (each.specifier.startsWith('node:') || builtinModules.includes(each.specifier)) {
    if (folder.node === true || NODE_IN.includes(file.path)) return [];
    return [violation(file, each.line, 'Node', `${name} does not reach Node itself (${each.specifier}): only cli touches disk, terminal and process.`)];
  }
  const [scope = '', rest = ''] = each.specifier.split('/');
  const wanted = scope.startsWith('@') ? `${scope}/${rest}` : scope;
  const homes = folder.packages !== undefined && Object.hasOwn(folder.packages, wanted) ? folder.packages[wanted] : undefined;
  if (homes === undefined) {
    return [violation(file, each.line, 'packages', `${name} does not use ${wanted}: a package has one home (docs/decisions/dependencies.md); call the folder that has it.`)];
  }
  if (homes.length === 0 || isIn(file.path, homes)) return [];
  return [violation(file, each.line, 'packages', `${wanted} is used in ${homes.join(', ')} only: call what stands there.`)];
}

function checkPurity(file: SourceFacts, name: string, folder: Folder): readonly Violation[] {
  if (folder.impure === true || (folder.impure !== undefined && isIn(file.path, folder.impure))) return [];
  return file.impure.map(({ word, line }) =>
    violation(file, line, 'pure', `${name} has no clock, chance, console, process or waiting (${word}): what it needs comes as an argument.`),
  );
}

function checkShape(file: SourceFacts): readonly Violation[] {
  const long = file.lines <= 250 ? [] : [violation(file, 250, 'length', `${String(file.lines)} lines, 250 is the ceiling: look for the second idea and give it a file.`)];
  const fallen = file.defaultExports.map((line) => violation(file, line, 'default export', 'No default exports: a thing has one name, everywhere.'));
  return [...long, ...fallen];
}

const isIn = (path: string, homes: readonly string[]): boolean => homes.some((home) => (home.endsWith('/') ? path.startsWith(home) : path === home));

function violation(file: SourceFacts, line: number, rule: string, sentence: string): Violation {
  return { where: `${file.path}:${String(line)}`, rule, sentence };
}
