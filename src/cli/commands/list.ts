import { LIMIT } from '../limits.js';
import type { Command } from './command.js';

/** Prints what a scenario file, `--add` and the findings may name. */
export const list: Command = {
  name: 'list',
  usage: 'list <what> [scenario]',
  describe: {
    sv: 'visa vad som finns: regions, blocks, pools, streams (i ett scenario), measures, charts',
    en: 'show what there is: regions, blocks, pools, streams (of a scenario), measures, charts',
  },
  positionals: ['what', 'scenario'],
  options: { json: { kind: 'flag', sv: 'som JSON, för andra program', en: 'as JSON, for other programs' }, limit: LIMIT },
  run: async (args, lang) => (await import('../list-things.js')).listThings(args, lang),
};
