import type { Command } from './command.js';

/** Writes a commented scenario to begin with. */
export const init: Command = {
  name: 'init',
  usage: 'init <name>',
  describe: { sv: 'skriv ett kommenterat scenario att börja med', en: 'write a commented scenario to begin with' },
  positionals: ['name'],
  options: {},
  run: async (args, lang) => (await import('../start-scenario.js')).startScenario(args['name'] as string, lang),
};
