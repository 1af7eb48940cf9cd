import type { Command } from './command.js';

/** Vouches for a report: its files are as they were written, and its numbers come out again. */
export const verify: Command = {
  name: 'verify',
  usage: 'verify <folder>',
  describe: { sv: 'pröva att en rapport är som den skrevs', en: 'check that a report is as it was written' },
  positionals: ['folder'],
  options: { recompute: { kind: 'flag', sv: 'kör om den också, och jämför varje tal', en: 'run it again, too, and compare every number' } },
  run: async (args, lang) => (await import('../verify-folder.js')).verifyFolder(args, lang),
};
