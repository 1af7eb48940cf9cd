import type { Command } from './command.js';
import { PAPER_OPTIONS } from './paper-options.js';

/** What would help: what one more unit of each pool is worth, alone and in bundles, and where the bottleneck moves next. */
export const worth: Command = {
  name: 'worth',
  usage: 'worth <scenario>',
  describe: { sv: 'vad som skulle hjälpa: vad en plats eller tjänst till är värd, ensam och tillsammans, och vart flaskhalsen flyttar', en: 'what would help: what one more slot or position is worth, alone and together, and where the bottleneck moves' },
  positionals: ['scenario'],
  options: {
    ...PAPER_OPTIONS,
    from: { kind: 'value', sv: 'månad då de nya platserna och tjänsterna börjar finnas, t.ex. 2028-01; standard rapportens första', en: "month from which the new units are there, e.g. 2028-01; default the report's first" },
    region: { kind: 'values', sv: 'bara den regionens resurser, och flaskhalsens väg där; kan upprepas', en: "only that region's pools, and the path of the bottleneck there; may be repeated" },
    steps: { kind: 'value', sv: 'så många steg följs flaskhalsens väg; standard 3 med --region, annars 0', en: 'so many steps of the path of the bottleneck; default 3 with --region, else 0' },
    goal: { kind: 'value', sv: 'vägen slutar när målet nås: "BT inom 6 månader 0.9"', en: 'the path ends where the goal holds: "BT within 6 months 0.9"' },
    by: { kind: 'value', sv: 'så många enheter till i taget; standard 1', en: 'so many units more at a time; default 1' },
    all: { kind: 'flag', sv: 'pröva varje begränsad resurs, inte bara dem som någons väntan är bokad på', en: "try every limited pool, not only those that somebody's wait is booked on" },
    plain: { kind: 'flag', sv: 'kör om allt, också det som bevisligen inte ändrar något; svaret blir detsamma', en: 'run everything again, also what provably changes nothing; the answer is the same' },
  },
  paper: async (args, lang) => (await import('../worth-run.js')).planWorth(args, lang),
  run: async (args, lang) => (await import('../paper-run.js')).runPaper((await import('../worth-run.js')).planWorth(args, lang), lang),
};
