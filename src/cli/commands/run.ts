import { LIMIT } from '../limits.js';
import { ADD_EXAMPLE } from '../options.js';
import type { Command } from './command.js';

/** Runs a scenario, prints the summary and writes the report folder; or only looks, once or at every save. */
export const run: Command = {
  name: 'run',
  usage: 'run <scenario>',
  describe: { sv: 'kör ett scenario och skriv rapporten', en: 'run a scenario and write the report' },
  positionals: ['scenario'],
  options: {
    seed: { kind: 'value', sv: 'slumpfrö i stället för scenariots', en: "seed instead of the scenario's" },
    replications: { kind: 'value', sv: 'antal upprepningar i stället för scenariots', en: "replications instead of the scenario's" },
    add: { kind: 'values', sv: `fler platser i en resurs, t.ex. ${ADD_EXAMPLE}`, en: `more places in a pool, e.g. ${ADD_EXAMPLE}` },
    out: { kind: 'value', sv: 'mapp för rapporten; standard reports/<namn>', en: 'folder of the report; default reports/<name>' },
    overwrite: { kind: 'flag', sv: 'ersätt mappen, vad den än innehåller', en: 'replace the folder, whatever it holds' },
    look: { kind: 'flag', sv: 'en enda körning, ett kort svar, inget skrivs', en: 'a single run, a short answer, nothing is written' },
    watch: { kind: 'flag', sv: 'med --look: kör om varje gång filen sparas, och visa vad som ändrades', en: 'with --look: run again whenever the file is saved, and show what changed' },
    workers: { kind: 'value', sv: 'antal trådar; standard så många som lönar sig. Svaret blir detsamma', en: 'number of threads; default as many as pay. The answer is the same' },
    resume: { kind: 'flag', sv: 'fortsätt en avbruten körning; fel om det inte finns någon av just detta', en: 'go on with an interrupted run; an error where there is none of just this' },
    patience: { kind: 'value', sv: 'sekunder som en upprepning får ta innan dess tråd anses ha hängt sig; standard 600', en: 'seconds that a replication may take before its thread is held to hang; default 600' },
    strict: { kind: 'flag', sv: 'sluta med kod 6 om inte alla kontroller i scenariot håller', en: 'end with code 6 unless all checks of the scenario hold' },
    limit: LIMIT,
  },
  // A look loads no charts and no documents.
  run: async (args, lang) =>
    args['look'] === true || args['watch'] === true ? (await import('../look-scenario.js')).lookScenario(args, lang) : (await import('../run-scenario.js')).runScenario(args, lang),
};
