import { LIMIT } from '../limits.js';
import { ADD_EXAMPLE } from '../options.js';
import type { Option } from '../options.js';

/** What can be said of the runs behind a paper. */
export const PAPER_OPTIONS: Readonly<Record<string, Option>> = {
  seed: { kind: 'value', sv: 'slumpfrö i stället för scenariots', en: "seed instead of the scenario's" },
  replications: { kind: 'value', sv: 'antal upprepningar i stället för scenariots', en: "replications instead of the scenario's" },
  add: { kind: 'values', sv: `fler platser i en resurs, t.ex. ${ADD_EXAMPLE}`, en: `more places in a pool, e.g. ${ADD_EXAMPLE}` },
  out: { kind: 'value', sv: 'mapp för rapporten; standard reports/<namn>-<kommando>', en: 'folder of the report; default reports/<name>-<command>' },
  overwrite: { kind: 'flag', sv: 'ersätt mappen, vad den än innehåller', en: 'replace the folder, whatever it holds' },
  workers: { kind: 'value', sv: 'antal trådar; standard så många som lönar sig. Svaret blir detsamma', en: 'number of threads; default as many as pay. The answer is the same' },
  resume: { kind: 'flag', sv: 'fortsätt en avbruten körning; fel om det inte finns någon av just detta', en: 'go on with an interrupted run; an error where there is none of just this' },
  patience: { kind: 'value', sv: 'sekunder som en del av arbetet får ta innan dess tråd anses ha hängt sig; standard 600', en: 'seconds that a part of the work may take before its thread is held to hang; default 600' },
  limit: LIMIT,
};
