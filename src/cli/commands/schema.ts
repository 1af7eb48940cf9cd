import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scenarioSchema } from '../../model/index.js';
import { findingsSchema } from '../../output/index.js';
import { Failure } from '../failure.js';
import { HOME } from '../product.js';
import type { Command } from './command.js';

const SCHEMAS: Readonly<Record<string, () => string>> = {
  scenario: () => `${JSON.stringify(scenarioSchema(), null, 2)}\n`,
  findings: findingsSchema,
};

/** Prints the JSON Schema of scenario files or of findings.json, or writes both to `schemas/`. */
export const schema: Command = {
  name: 'schema',
  usage: 'schema [of]',
  describe: 'skriv ut JSON-schemat för scenarier eller för findings.json (print a JSON Schema): scenario | findings',
  positionals: ['of'],
  options: { write: 'skriv båda till schemas/ (write both)' },
  flags: ['write'],
  repeatable: [],
  run: (args) => {
    const of = (args['of'] as string | undefined) ?? 'scenario';
    const make = SCHEMAS[of];
    if (!make) throw new Failure(2, `schema: ${JSON.stringify(of)}; scenario | findings`);
    if (args['write'] !== true) {
      process.stdout.write(make());
      return 0;
    }
    for (const [name, each] of Object.entries(SCHEMAS)) writeFileSync(join(HOME, 'schemas', `${name}.schema.json`), each());
    return 0;
  },
};
