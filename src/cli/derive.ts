import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Source } from '../input/index.js';
import { readScenario, readTable } from '../input/index.js';
import { deriveEverything, writeCsv } from '../study/index.js';
import type { BaseScenario, DerivedFile, Tables } from '../study/index.js';
import { exitOf, formatIssues } from '../base/index.js';
import { Failure } from './failure.js';
import { diskSource } from './files.js';
import type { Lang } from './options.js';
import { printNext, startBar } from './print.js';
import { HOME } from './product.js';

const pathOf = (name: BaseScenario): string => `scenarios/${name}.yaml`;

/** Writes `data/derived/` anew from the published figures by the named rules; slots and supervisors by the engine itself. */
export function derive(lang: Lang): number {
  const files = makeDerived(lang);
  for (const file of files) writeFileSync(join(HOME, 'data', 'derived', file.file), writeCsv(file));
  process.stdout.write(lang === 'sv' ? `${files.length} filer i data/derived/\n` : `${files.length} files in data/derived/\n`);
  printNext([`${lang === 'sv' ? 'Nästa steg' : 'Next'}: npx --no-install flaskhals run ${pathOf('nationell-bas')}`]);
  return 0;
}

/** Every derived file: as the rules give it now. */
export function makeDerived(lang: Lang): DerivedFile[] {
  const bar = startBar(lang === 'sv' ? 'Räknar' : 'Computing', lang);
  const files = deriveEverything(readTables(lang), (name, fresh) => readWith(name, fresh, lang), bar.update);
  bar.stop();
  return files;
}

function readTables(lang: Lang): Tables {
  const folder = join(HOME, 'data', 'published');
  const files = readdirSync(folder).filter((name) => name.endsWith('.csv')).map((name) => [name, join(folder, name)] as const);
  const all = [...files, ['assumptions.csv', join(HOME, 'data', 'assumptions.csv')] as const];
  return Object.fromEntries(
    all.map(([name, path]) => {
      const table = readTable(readFileSync(path), name);
      if (!table.ok) throw new Failure(exitOf(table.issues) || 3, formatIssues(table.issues, lang));
      return [name, table.value];
    }),
  );
}

/** Reads a scenario with derived files that are not on disk yet. */
function readWith(name: BaseScenario, files: readonly DerivedFile[], lang: Lang) {
  const path = join(HOME, pathOf(name));
  const disk = diskSource(path);
  const fresh = new Map(files.map((file) => [`data/derived/${file.file}`, Buffer.from(writeCsv(file), 'utf8')]));
  const source: Source = {
    read: (name, kind, most) => {
      const bytes = fresh.get(name);
      return bytes ? { bytes, sha256: '' } : disk.read(name, kind, most);
    },
    parser: disk.parser,
  };
  const result = readScenario(source, path);
  if (!result.ok) throw new Failure(exitOf(result.issues) || 3, formatIssues(result.issues, lang));
  return result.value.scenario;
}
