import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { Failure } from './failure.js';
import { projectRoot } from './files.js';
import type { Lang } from './options.js';
import { show } from './options.js';
import { printNext } from './print.js';
import { HOME } from './product.js';

const LONGEST = 80;

/** Writes the starter under a name of its own in the project's `scenarios/`, tied to the schema that the editor completes from; never over a file. */
export function startScenario(name: string, lang: Lang): number {
  const sv = lang === 'sv';
  if (!/^[\p{L}0-9]+(-[\p{L}0-9]+)*$/u.test(name) || name.length > LONGEST) {
    throw new Failure(2, `init: ${show(name)}: ${sv ? `ett namn har bokstäver, siffror och bindestreck, högst ${LONGEST}` : `a name has letters, digits and hyphens, ${LONGEST} at most`}`);
  }
  const root = projectRoot(join(process.cwd(), 'scenario'));
  if (!existsSync(join(root, 'data', 'derived', 'regions.csv'))) {
    throw new Failure(2, sv ? 'init: här finns inga data att räkna på; kör i projektets mapp' : 'init: there is no data here to compute with; run in the folder of the project');
  }
  const path = join(root, 'scenarios', `${name.normalize('NFC')}.yaml`);
  const shown = relative(process.cwd(), path);
  writeNew(path, layStarter(name.normalize('NFC'), path), shown, lang);
  process.stdout.write(sv ? `${shown}: ett scenario att börja med\n` : `${shown}: a scenario to begin with\n`);
  printNext([
    sv ? 'Nästa steg: ändra i filen, och se svaret' : 'Next: change the file, and see the answer',
    `  npx --no-install flaskhals check ${shown}`,
    `  npx --no-install flaskhals run ${shown}`,
  ]);
  return 0;
}

/** The starter as it stands in the product, but for its name and its way to the schema. A name is quoted: `no` and `2027` are names too. */
function layStarter(name: string, path: string): string {
  const schema = relative(dirname(path), join(HOME, 'schemas', 'scenario.schema.json')).split(sep).join('/');
  return readFileSync(join(HOME, 'scenarios', 'templates', 'start.yaml'), 'utf8')
    .replace(/\$schema=\S+/, () => `$schema=${schema}`)
    .replace(/^name: start\b/m, () => `name: '${name}'`)
    .replaceAll(/\bFIL\b/g, () => `scenarios/${name}.yaml`);
}

function writeNew(path: string, text: string, shown: string, lang: Lang): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { flag: 'wx' });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      throw new Failure(2, `${shown}: ${lang === 'sv' ? 'finns redan och skrivs inte över; välj ett annat namn' : 'is there already and is not overwritten; choose another name'}`);
    }
    const detail = error instanceof Error ? error.message : String(error);
    throw new Failure(4, `${shown}: ${lang === 'sv' ? `det går inte att skriva här: ${detail}` : `cannot be written: ${detail}`}`);
  }
}
