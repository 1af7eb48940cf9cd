import { LIMIT } from '../limits.js';
import type { Command } from './command.js';

/** Runs a scenario and writes who starts where, for scenarios of a part of its regions. */
export const flows: Command = {
  name: 'flows',
  usage: 'flows <scenario>',
  describe: { sv: 'kör ett scenario och skriv vilka som börjar var, för scenarier över en del av dess regioner', en: 'run a scenario and write who starts where, for scenarios of a part of its regions' },
  positionals: ['scenario'],
  options: {
    out: { kind: 'value', sv: 'fil för flödena (CSV)', en: 'file of the flows (CSV)' },
    seed: { kind: 'value', sv: 'slumpfrö i stället för scenariots', en: "seed instead of the scenario's" },
    replications: { kind: 'value', sv: 'antal upprepningar i stället för scenariots', en: "replications instead of the scenario's" },
    limit: LIMIT,
  },
  run: async (args, lang) => (await import('../flows-run.js')).flowsRun(args, lang),
};
