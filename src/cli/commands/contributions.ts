import { LIMIT } from '../limits.js';
import type { Command } from './command.js';

/** Shares out what the changes of a scenario make together among them. */
export const contributions: Command = {
  name: 'contributions',
  usage: 'contributions <scenario>',
  describe: { sv: 'vad var och en av ett scenarios ändringar bidrar med, och vad de gör tillsammans', en: 'what each of the changes of a scenario contributes, and what they make together' },
  positionals: ['scenario'],
  options: {
    measure: { kind: 'value', sv: 'det som delas upp i diagrammet: lost (läkarmånader i kö, standard), happens (starter), wait-queue, started-within, vacant, service-weeks', en: 'what the chart shares out: lost (doctor-months in queue, default), happens (starts), wait-queue, started-within, vacant, service-weeks' },
    orders: { kind: 'value', sv: 'par av ordningar som dras, när grupperna är fler än 8; standard 10', en: 'pairs of orders drawn, where there are more than 8 groups; default 10' },
    seed: { kind: 'value', sv: 'slumpfrö i stället för scenariots', en: "seed instead of the scenario's" },
    replications: { kind: 'value', sv: 'antal upprepningar i stället för scenariots', en: "replications instead of the scenario's" },
    out: { kind: 'value', sv: 'mapp för svaret; standard reports/contributions-<namn>', en: 'folder of the answer; default reports/contributions-<name>' },
    overwrite: { kind: 'flag', sv: 'ersätt mappen, vad den än innehåller', en: 'replace the folder, whatever it holds' },
    workers: { kind: 'value', sv: 'antal trådar; standard så många som lönar sig. Svaret blir detsamma', en: 'number of threads; default as many as pay. The answer is the same' },
    resume: { kind: 'flag', sv: 'fortsätt en avbruten körning; fel om det inte finns någon av just detta', en: 'go on with an interrupted run; an error where there is none of just this' },
    patience: { kind: 'value', sv: 'sekunder som en upprepning får ta innan dess tråd anses ha hängt sig; standard 600', en: 'seconds that a replication may take before its thread is held to hang; default 600' },
    limit: LIMIT,
  },
  paper: async (args, lang) => (await import('../contributions-run.js')).planContributions(args, lang),
  run: async (args, lang) => (await import('../paper-run.js')).runPaper((await import('../contributions-run.js')).planContributions(args, lang), lang),
};
