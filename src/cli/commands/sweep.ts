import { LIMIT } from '../limits.js';
import { ADD_EXAMPLE } from '../options.js';
import type { PaperPlan } from '../paper-run.js';
import type { Lang } from '../options.js';
import type { Command } from './command.js';

const paper = async (args: Readonly<Record<string, unknown>>, lang: Lang): Promise<PaperPlan> => (await import('../sweep/plan.js')).planSweep(args, lang);

/** Runs a scenario at every point of a grid over its cells and settings, on the same luck. */
export const sweep: Command = {
  name: 'sweep',
  usage: 'sweep <scenario>',
  describe: { sv: 'kör ett scenario för varje kombination av några värden, och visa hur svaret ändras', en: 'run a scenario for every combination of some values, and show how the answer changes' },
  positionals: ['scenario'],
  options: {
    over: { kind: 'values', sv: "vad som varieras och dess värden, högst tre gånger: 'slots/psychiatry/Skåne@2027-01=+0,+2,+4', positions/BT=x0.8:x1.2:0.1, headroom=0:0.5:0.1, mode=itinerary,step", en: "what is varied and its values, at most three times: 'slots/psychiatry/Skåne@2027-01=+0,+2,+4', positions/BT=x0.8:x1.2:0.1, headroom=0:0.5:0.1, mode=itinerary,step" },
    measure: { kind: 'values', sv: 'vad som läses av: starts, queue, wait, vacant, waited, between, completed, t.ex. queue/AT/Skåne@2030; standard de fyra första', en: 'what is read: starts, queue, wait, vacant, waited, between, completed, e.g. queue/AT/Skåne@2030; default the first four' },
    seed: { kind: 'value', sv: 'slumpfrö i stället för scenariots', en: "seed instead of the scenario's" },
    replications: { kind: 'value', sv: 'antal upprepningar i varje punkt i stället för scenariots', en: "replications at each point instead of the scenario's" },
    add: { kind: 'values', sv: `fler platser i en resurs, t.ex. ${ADD_EXAMPLE}`, en: `more places in a pool, e.g. ${ADD_EXAMPLE}` },
    out: { kind: 'value', sv: 'mapp för rapporten; standard reports/<namn>-sweep', en: 'folder of the report; default reports/<name>-sweep' },
    overwrite: { kind: 'flag', sv: 'ersätt mappen, vad den än innehåller', en: 'replace the folder, whatever it holds' },
    workers: { kind: 'value', sv: 'antal trådar; standard så många som lönar sig. Svaret blir detsamma', en: 'number of threads; default as many as pay. The answer is the same' },
    resume: { kind: 'flag', sv: 'fortsätt en avbruten körning; fel om det inte finns någon av just detta', en: 'go on with an interrupted run; an error where there is none of just this' },
    patience: { kind: 'value', sv: 'sekunder som en upprepning får ta innan dess tråd anses ha hängt sig; standard 600', en: 'seconds that a replication may take before its thread is held to hang; default 600' },
    limit: LIMIT,
  },
  paper,
  run: async (args, lang) => (await import('../paper-run.js')).runPaper(await paper(args, lang), lang),
};
