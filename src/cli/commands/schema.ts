import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scenarioSchema } from '../../model/index.js';
import { Failure } from '../failure.js';
import { show, textOf } from '../options.js';
import { HOME } from '../product.js';
import type { Command } from './command.js';

const SCHEMAS: Readonly<Record<string, () => string | Promise<string>>> = {
  scenario: () => `${JSON.stringify(scenarioSchema(), null, 2)}\n`,
  findings: async () => (await import('../../output/index.js')).findingsSchema(),
};

/** Prints the JSON Schema of scenario files or of findings.json, or writes both to `schemas/`. */
export const schema: Command = {
  name: 'schema',
  usage: 'schema [of]',
  describe: { sv: 'skriv ut JSON-schemat för scenario (standard) eller findings', en: 'print the JSON Schema of scenario (default) or findings' },
  positionals: ['of'],
  options: { write: { kind: 'flag', sv: 'skriv båda till schemas/', en: 'write both to schemas/' } },
  run: async (args) => {
    const of = textOf(args['of']) ?? 'scenario';
    const make = Object.hasOwn(SCHEMAS, of) ? SCHEMAS[of] : undefined;
    if (!make) throw new Failure(2, `schema: ${show(of)}; scenario | findings`);
    if (args['write'] !== true) {
      process.stdout.write(await make());
      return 0;
    }
    for (const [name, each] of Object.entries(SCHEMAS)) writeFileSync(join(HOME, 'schemas', `${name}.schema.json`), await each());
    return 0;
  },
};
