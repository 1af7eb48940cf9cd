import { suggest } from '../base/index.js';
import { compile } from '../model/index.js';
import { applyAdditions, listStories, readOne } from '../study/index.js';
import type { Story } from '../study/index.js';
import { toHex } from '../engine/index.js';
import { additionFlags } from './additions.js';
import { Failure } from './failure.js';
import { lookSections } from './look-words.js';
import { MOST_REPLICATIONS, readWhole, show, textOf } from './options.js';
import type { Lang } from './options.js';
import { printNext, printSections } from './print.js';
import { storySections } from './story-words.js';
import { typed } from './typed.js';
import { openWanted, readWanted } from './wanted-run.js';

/** Runs one replication of a scenario by itself and shows it, or what became of one doctor in it; nothing is written. */
export function oneReplication(args: Readonly<Record<string, unknown>>, lang: Lang): number {
  const number = readWhole('number', textOf(args['number']) ?? '', 0, MOST_REPLICATIONS - 1, lang);
  const wanted = readWanted(args, lang);
  const { setup } = openWanted(wanted, lang);
  const key = { seed: setup.seed, replication: number };
  const asked = textOf(args['doctor']);
  if (asked !== undefined) {
    const { plan: written, axes } = compile(setup.scenario);
    const plan = applyAdditions(written, axes, setup.additions);
    printSections(storySections(findStory(listStories(plan, axes, key), asked, lang), axes, key, lang));
    return 0;
  }
  const { look, fingerprint, stories } = readOne(setup, number);
  printSections(lookSections(look, setup.seed, lang, number));
  process.stdout.write(lang === 'sv' ? `\nUpprepning ${number}: fingeravtryck ${toHex(fingerprint)}\n` : `\nReplication ${number}: fingerprint ${toHex(fingerprint)}\n`);
  const longest = longestWait(stories);
  if (longest.id === '') return 0;
  const otherwise = [...(wanted.seed === undefined ? [] : ['--seed', String(wanted.seed)]), ...additionFlags(wanted.additions)];
  const command = typed(['replication', wanted.file, String(number), '--doctor', longest.id, ...otherwise]);
  printNext([lang === 'sv' ? 'Nästa steg: den som väntade längst' : 'Next: who waited longest', `  ${command}`]);
  return 0;
}

const waitOf = ({ legs }: Story): number => legs.reduce((sum, { waited }) => sum + waited.queue + waited.between, 0);

function longestWait(stories: readonly Story[]): Story {
  return stories.reduce((longest, story) => (waitOf(story) > waitOf(longest) ? story : longest), stories[0] ?? { id: '', legs: [] });
}

/** The story of the doctor that was asked for; nobody of that name is wrong use, with the nearest there is. */
export function findStory(stories: readonly Story[], id: string, lang: Lang): Story {
  const found = stories.find((story) => story.id === id.normalize('NFC'));
  if (found) return found;
  const near = suggest(id, stories.map((story) => story.id)) ?? stories[0]?.id;
  throw new Failure(2, lang === 'sv' ? `--doctor: ingen läkare heter ${show(id)} i upprepningen; skrivs inflöde/kull/nummer, t.ex. ${near ?? '–'}` : `--doctor: no doctor of the replication is called ${show(id)}; written stream/cohort/ordinal, e.g. ${near ?? '–'}`);
}

