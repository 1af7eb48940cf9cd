import { compile } from '../../model/index.js';
import { featuresIn } from '../features.js';
import { printNext } from '../print.js';
import { LIMIT, readLimits } from '../limits.js';
import { readFromDisk } from '../read.js';
import type { Command } from './command.js';

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
    const counts = { regions: axes.regions.length, streams: axes.streams.length, pathways: axes.pathways.length, pools: plan.pools, steps: plan.steps, files: inputs.length };
    process.stdout.write(
      lang === 'sv'
        ? `${file}: inga fel${warnings.length > 0 ? `, ${warnings.length} varningar` : ''}. ${counts.regions} regioner, ${counts.streams} inflöden, ${counts.pathways} tjänstgöringsformer, ${counts.pools} resurser, ${counts.steps} tidssteg; ${counts.files} filer lästa.\n`
        : `${file}: no errors${warnings.length > 0 ? `, ${warnings.length} warnings` : ''}. ${counts.regions} regions, ${counts.streams} streams, ${counts.pathways} pathways, ${counts.pools} pools, ${counts.steps} steps; ${counts.files} files read.\n`,
    );
    const features = featuresIn(scenario, plan, lang);
    if (features.length > 0) process.stdout.write(lang === 'sv' ? `I bruk: ${features.join(', ')}.\n` : `In use: ${features.join(', ')}.\n`);
    printNext([`${lang === 'sv' ? 'Nästa steg' : 'Next'}: npx --no-install flaskhals run ${file}`]);
    return 0;
  },
};
