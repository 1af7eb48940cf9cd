import { LIMIT } from '../limits.js';
import type { Command } from './command.js';

/** Writes one replication as plan, roster and records, for another engine to repeat. */
export const dump: Command = {
  name: 'dump',
  usage: 'dump <scenario>',
  describe: { sv: 'skriv en upprepning som plan, läkare och utfall, för en annan motor', en: 'write one replication as plan, roster and records, for another engine' },
  positionals: ['scenario'],
  options: {
    plan: { kind: 'value', sv: 'fil för planen (JSON)', en: 'file of the plan (JSON)' },
    roster: { kind: 'value', sv: 'fil för läkarna med all deras tur (JSON)', en: 'file of the doctors with all their luck (JSON)' },
    records: { kind: 'value', sv: 'fil för vad som hände (JSON)', en: 'file of what happened (JSON)' },
    replication: { kind: 'value', sv: 'vilken upprepning, från 0; standard 0', en: 'which replication, from 0; default 0' },
    seed: { kind: 'value', sv: 'slumpfrö i stället för scenariots', en: "seed instead of the scenario's" },
    limit: LIMIT,
  },
  run: async (args, lang) => (await import('../dump-run.js')).dumpRun(args, lang),
};
