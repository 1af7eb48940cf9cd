import type { Command } from './command.js';

/** Makes `data/derived/` anew from the published figures. */
export const data: Command = {
  name: 'data',
  usage: 'data',
  describe: { sv: 'gör om data/derived/ ur de publicerade siffrorna', en: 'make data/derived/ anew from the published figures' },
  positionals: [],
  options: {},
  run: async (_args, lang) => (await import('../derive.js')).derive(lang),
};
