import type { Command } from './command.js';

/** Does a run again and compares every byte of it. */
export const rerun: Command = {
  name: 'rerun',
  usage: 'rerun <folder>',
  describe: { sv: 'gör om en körning och jämför varje fil, byte för byte', en: 'do a run again and compare every file, byte for byte' },
  positionals: ['folder'],
  options: {},
  run: async (args, lang) => (await import('../rerun-folder.js')).rerunFolder(args, lang),
};
