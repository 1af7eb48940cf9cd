import { LIMIT } from '../limits.js';
import { ADD_EXAMPLE } from '../options.js';
import type { Command } from './command.js';

/** Explains why one modelled doctor waited, or why an intake of a region took no more. */
export const explain: Command = {
  name: 'explain',
  usage: 'explain <scenario>',
  describe: { sv: 'förklara varje väntan för en läkare, eller vad som stoppade en antagning', en: 'explain every wait of a doctor, or what stopped an intake' },
  positionals: ['scenario'],
  options: {
    doctor: { kind: 'value', sv: 'en modellerad läkare, t.ex. old/2026-06/12', en: 'a modelled doctor, e.g. old/2026-06/12' },
    region: { kind: 'value', sv: 'en region, med --pathway och --at', en: 'a region, with --pathway and --at' },
    pathway: { kind: 'value', sv: 'en tjänstgöringsform, t.ex. BT', en: 'a pathway, e.g. BT' },
    at: { kind: 'value', sv: 'antagningens månad, t.ex. 2028-09', en: 'the month of the intake, e.g. 2028-09' },
    replication: { kind: 'value', sv: 'vilken upprepning, från 0; standard 0', en: 'which replication, from 0; default 0' },
    seed: { kind: 'value', sv: 'slumpfrö i stället för scenariots', en: "seed instead of the scenario's" },
    add: { kind: 'values', sv: `fler platser i en resurs, t.ex. ${ADD_EXAMPLE}`, en: `more places in a pool, e.g. ${ADD_EXAMPLE}` },
    limit: LIMIT,
  },
  run: async (args, lang) => (await import('../explain-run.js')).explainRun(args, lang),
};
