import { LIMIT } from '../limits.js';
import type { Command } from './command.js';

/** Runs the engine on a plan and a roster made elsewhere. */
export const replay: Command = {
  name: 'replay',
  usage: 'replay <plan> <roster>',
  describe: { sv: 'kör motorn på en plan och läkare från annat håll (JSON), utan slump', en: 'run the engine on a plan and a roster from elsewhere (JSON), without chance' },
  positionals: ['plan', 'roster'],
  options: { records: { kind: 'value', sv: 'fil för vad som hände (JSON)', en: 'file of what happened (JSON)' }, limit: LIMIT },
  run: async (args, lang) => (await import('../replay-run.js')).replayRun(args, lang),
};
