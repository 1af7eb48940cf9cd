import { LIMIT } from '../limits.js';
import { ADD_EXAMPLE } from '../options.js';
import type { Command } from './command.js';

/** Shows one replication of a run, or one modelled doctor of it. */
export const replication: Command = {
  name: 'replication',
  usage: 'replication <scenario> <number>',
  describe: { sv: 'en upprepning för sig, eller en läkare i den', en: 'one replication by itself, or one doctor of it' },
  positionals: ['scenario', 'number'],
  options: {
    doctor: { kind: 'value', sv: 'vad som hände en modellerad läkare, t.ex. old/2026-06/12', en: 'what became of a modelled doctor, e.g. old/2026-06/12' },
    seed: { kind: 'value', sv: 'slumpfrö i stället för scenariots', en: "seed instead of the scenario's" },
    add: { kind: 'values', sv: `fler platser i en resurs, t.ex. ${ADD_EXAMPLE}`, en: `more places in a pool, e.g. ${ADD_EXAMPLE}` },
    limit: LIMIT,
  },
  run: async (args, lang) => (await import('../one-replication.js')).oneReplication(args, lang),
};
