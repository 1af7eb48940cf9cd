import { compile } from '../../model/index.js';
import { featuresIn } from '../features.js';
import { printNext } from '../print.js';
import { LIMIT, readLimits } from '../limits.js';
import { readFromDisk } from '../read.js';
import type { Command } from './command.js';

/** One and several of what is counted. */
const COUNTED = {
  warnings: { sv: ['varning', 'varningar'], en: ['warning', 'warnings'] },
  regions: { sv: ['region', 'regioner'], en: ['region', 'regions'] },
  streams: { sv: ['inflöde', 'inflöden'], en: ['stream', 'streams'] },
  pathways: { sv: ['tjänstgöringsform', 'tjänstgöringsformer'], en: ['pathway', 'pathways'] },
  pools: { sv: ['resurs', 'resurser'], en: ['pool', 'pools'] },
  steps: { sv: ['tidssteg', 'tidssteg'], en: ['step', 'steps'] },
  files: { sv: ['fil läst', 'filer lästa'], en: ['file read', 'files read'] },
} as const;

/** Reads a scenario and all its data, and says what is wrong with them; runs nothing. */
export const check: Command = {
  name: 'check',
  usage: 'check <scenario>',
  describe: { sv: 'läs ett scenario och säg vad som är fel; kör inget', en: 'read a scenario and say what is wrong; run nothing' },
  positionals: ['scenario'],
  options: {
    resolved: { kind: 'flag', sv: 'visa varje värde som körningen använder: raden som ger det, källan och vad det var förut', en: 'show every value that the run uses: the line that sets it, its source and what it was before' },
    json: { kind: 'flag', sv: 'med --resolved: som JSON, för andra program', en: 'with --resolved: as JSON, for other programs' },
    limit: LIMIT,
  },
  run: async (args, lang) => {
    if (args['resolved'] === true || args['json'] === true) return (await import('../print-resolved.js')).printResolved(args, lang);
    const file = args['scenario'] as string;
    const { scenario, inputs, warnings } = readFromDisk(file, readLimits(args['limit'], lang), lang);
    const { plan, axes } = compile(scenario);
    const counts = { regions: axes.regions.length, streams: axes.streams.length, pathways: axes.pathways.length, pools: plan.pools, steps: plan.steps };
    const of = (what: keyof typeof COUNTED, number: number): string => `${number} ${COUNTED[what][lang][number === 1 ? 0 : 1]}`;
    const warned = warnings.length > 0 ? `, ${of('warnings', warnings.length)}` : '';
    const held = Object.entries(counts).map(([what, number]) => of(what as keyof typeof counts, number)).join(', ');
    process.stdout.write(`${file}: ${lang === 'sv' ? 'inga fel' : 'no errors'}${warned}. ${held}; ${of('files', inputs.length)}.\n`);
    const features = featuresIn(scenario, plan, lang);
    if (features.length > 0) process.stdout.write(lang === 'sv' ? `I bruk: ${features.join(', ')}.\n` : `In use: ${features.join(', ')}.\n`);
    printNext([`${lang === 'sv' ? 'Nästa steg' : 'Next'}: npx --no-install flaskhals run ${file}`]);
    return 0;
  },
};
