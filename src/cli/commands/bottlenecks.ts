import type { Command } from './command.js';
import { PAPER_OPTIONS } from './paper-options.js';

/** Why they wait: what limits in each region, what the waiting is booked on, and which of it is a bottleneck under every assumption. */
export const bottlenecks: Command = {
  name: 'bottlenecks',
  usage: 'bottlenecks <scenario>',
  describe: { sv: 'var det tar stopp: vad som begränsar i varje region, och vad väntan bokas på', en: 'where it jams: what limits in each region, and what the waiting is booked on' },
  positionals: ['scenario'],
  options: PAPER_OPTIONS,
  paper: async (args, lang) => (await import('../bottlenecks-run.js')).planBottlenecks(args, lang),
  run: async (args, lang) => (await import('../paper-run.js')).runPaper((await import('../bottlenecks-run.js')).planBottlenecks(args, lang), lang),
};
