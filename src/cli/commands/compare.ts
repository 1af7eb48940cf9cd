import { LIMIT } from '../limits.js';
import { ADD_EXAMPLE } from '../options.js';
import type { Command } from './command.js';

/** Compares scenarios on the same luck, the first one as base. */
export const compare: Command = {
  name: 'compare',
  usage: 'compare <scenarios..>',
  describe: { sv: 'jämför 2–8 scenarier på samma slump; det första är grunden', en: 'compare 2–8 scenarios on the same luck; the first is the base' },
  positionals: ['scenarios..'],
  options: {
    measure: { kind: 'value', sv: 'mått att rangordna efter: lost (standard), wait-queue, started-within, happens, vacant, service-weeks', en: 'measure to rank by: lost (default), wait-queue, started-within, happens, vacant, service-weeks' },
    force: { kind: 'flag', sv: 'jämför också scenarier med olika data, tid eller frö; sägs överallt', en: 'compare scenarios with other data, time or seed too; said everywhere' },
    seed: { kind: 'value', sv: 'slumpfrö i stället för scenariernas', en: "seed instead of the scenarios'" },
    replications: { kind: 'value', sv: 'antal upprepningar i stället för det första scenariots', en: "replications instead of the first scenario's" },
    add: { kind: 'values', sv: `fler platser i en resurs i alla, t.ex. ${ADD_EXAMPLE}`, en: `more places in a pool in all of them, e.g. ${ADD_EXAMPLE}` },
    out: { kind: 'value', sv: 'mapp för jämförelsen; standard reports/compare-<namn>', en: 'folder of the comparison; default reports/compare-<names>' },
    overwrite: { kind: 'flag', sv: 'ersätt mappen, vad den än innehåller', en: 'replace the folder, whatever it holds' },
    workers: { kind: 'value', sv: 'antal trådar; standard så många som lönar sig. Svaret blir detsamma', en: 'number of threads; default as many as pay. The answer is the same' },
    resume: { kind: 'flag', sv: 'fortsätt en avbruten jämförelse; fel om det inte finns någon av just detta', en: 'go on with an interrupted comparison; an error where there is none of just this' },
    patience: { kind: 'value', sv: 'sekunder som en upprepning får ta innan dess tråd anses ha hängt sig; standard 600', en: 'seconds that a replication may take before its thread is held to hang; default 600' },
    limit: LIMIT,
  },
  paper: async (args, lang) => (await import('../compare-run.js')).planCompare(args, lang),
  run: async (args, lang) => (await import('../paper-run.js')).runPaper((await import('../compare-run.js')).planCompare(args, lang), lang),
};
