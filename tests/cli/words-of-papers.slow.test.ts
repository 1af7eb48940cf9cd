import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildProgram, flaskhals, makeProject } from './support.js';

const OPTION = `extends: s.yaml
about: { question: { sv: Vad ger en plats till?, en: What comes of one more slot? }, limits: { sv: Påhittade tal, en: Invented numbers } }
name: more
title: { sv: Fler, en: More }
changes:
  - { add: slots, by: 1, where: { block: hospital }, from: 2026-02, name: beds, source: trial }
  - { add: positions, by: 1, where: { region: Skåne }, from: 2027-01, name: posts, source: trial }
`;
const COMMANDS: readonly (readonly [string, ...string[]])[] = [
  ['run', 'more.yaml'],
  ['bottlenecks', 's.yaml'],
  ['worth', 's.yaml', '--all', '--region', 'Skåne', '--steps', '1', '--goal', 'AT inom 1 månader 0.95'],
  ['compare', 's.yaml', 'more.yaml'],
  ['contributions', 'more.yaml'],
  ['sweep', 's.yaml', '--over', 'slots/hospital=1,2', '--over', 'mode=itinerary,step'],
];
/** "1 körningar", "1 runs": words whose plural is another word. */
const MANY = /(?<![\d.,:\u00a0–−-])1[ \u00a0](körningar|upprepningar|läkarmånader|månader|platser|tjänster|starter|regioner|delar|enheter|celler|ändringar|planer|resurser|runs|replications|doctors|doctor-months|months|places|slots|positions|starts|regions|parts|units|cells|changes|plans|pools)(?![\p{L}-])/gu;

let folder = '';
beforeAll(() => {
  buildProgram();
  folder = makeProject({ 'more.yaml': OPTION });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** All that a command says and writes for people. */
async function wordsOf(command: readonly [string, ...string[]], lang: 'sv' | 'en'): Promise<string> {
  const out = `${command[0]}-${lang}`;
  const ended = await flaskhals([...command, '--replications', '1', '--out', out, '--lang', lang], { cwd: folder });
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  const files = readdirSync(join(folder, out), { recursive: true }).map(String).filter((file) => /\.(html|svg|csv)$/.test(file));
  return [ended.stdout, ...files.map((file) => readFileSync(join(folder, out, file), 'utf8'))].join('\n');
}

/** Words that are Swedish alone, of those that the program has in its own texts. */
const SWEDISH = /(?<!\p{L})(och|av|till|som|inte|med|ett|det|den|vid|efter|utan|bara|slump|antagen|antaget|platser|tjänster|läkare|handledare|kull|medel|riket|månad\p{L}*|[a-z]*[åäö]\p{L}*)(?!\p{L})/giu;

describe.each(COMMANDS.map((command) => ({ name: command[0], command })))('$name with one replication', ({ command }) => {
  test.each(['sv', 'en'] as const)('counts one of anything in the singular, and speaks one language: %s', async (lang) => {
    const words = await wordsOf(command, lang);
    expect(words).toContain(lang === 'sv' ? 'slump' : 'chance');
    expect([...words.matchAll(MANY)].map(([found]) => found)).toEqual([]);
    // The id of the whole in tables for programs is the same in every language.
    if (lang === 'en') expect([...words.replaceAll(/(?<=(^|[,"]))riket(?=[,"\n])/gm, '').replaceAll('Skåne', '').matchAll(SWEDISH)].map(([found]) => found)).toEqual([]);
  });
});
