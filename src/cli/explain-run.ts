import { showMonth, suggest } from '../base/index.js';
import { compile, readMonth } from '../model/index.js';
import { applyAdditions, explainDoctor, explainIntake, intakesOf, listStories } from '../study/index.js';
import type { Axes, Plan } from '../engine/index.js';
import { intakeSections } from './explain-intake-words.js';
import { waitSections } from './explain-words.js';
import { Failure } from './failure.js';
import { findStory } from './one-replication.js';
import { MOST_REPLICATIONS, readWhole, show, textOf } from './options.js';
import type { Lang } from './options.js';
import { printNext, printSections } from './print.js';
import { storySections } from './story-words.js';
import { openWanted, readWanted } from './wanted-run.js';

type Args = Readonly<Record<string, unknown>>;

const OF_AN_INTAKE = ['region', 'pathway', 'at'] as const;

/** Explains the waits of a doctor, or an intake, in one replication; nothing is written. */
export function explainRun(args: Args, lang: Lang): number {
  const doctor = textOf(args['doctor']);
  refuseMixed(args, lang);
  const replication = readWhole('replication', textOf(args['replication']) ?? '0', 0, MOST_REPLICATIONS - 1, lang);
  const { setup, file } = openWanted(readWanted(args, lang), lang);
  const { plan: written, axes } = compile(setup.scenario);
  const plan = applyAdditions(written, axes, setup.additions);
  const key = { seed: setup.seed, replication };
  if (doctor !== undefined) {
    const story = findStory(listStories(plan, axes, key), doctor, lang);
    const told = explainDoctor(plan, axes, key, story.id)!;
    printSections([...storySections(story, axes, key, lang), ...waitSections(story, told, axes, lang)]);
    return 0;
  }
  const explained = explainIntake(plan, axes, key, setup.scenario.name, readIntake(args, plan, axes, lang));
  printSections(intakeSections(explained, axes, key, lang));
  if (explained.first !== null) printNext([lang === 'sv' ? 'Nästa steg: hela berättelsen om den första i kön' : 'Next: the whole story of the first in line', `  npx --no-install flaskhals explain ${file} --doctor ${explained.first.id}${replication === 0 ? '' : ` --replication ${replication}`}`]);
  return 0;
}

/** Either a doctor, or an intake by all that tells which. */
function refuseMixed(args: Args, lang: Lang): void {
  const sv = lang === 'sv';
  const given = OF_AN_INTAKE.filter((name) => args[name] !== undefined);
  if (args['doctor'] !== undefined && given.length > 0) throw new Failure(2, sv ? `--doctor går inte ihop med --${given[0]!}: förklara en läkare eller en antagning` : `--doctor does not go with --${given[0]!}: explain a doctor or an intake`);
  if (args['doctor'] !== undefined || given.length === OF_AN_INTAKE.length) return;
  const missing = OF_AN_INTAKE.filter((name) => !given.includes(name)).map((name) => `--${name}`).join(', ');
  const example = '--region Gotland --pathway BT --at 2028-09';
  if (given.length === 0) throw new Failure(2, sv ? `explain: skriv --doctor ID, eller ${example}` : `explain: write --doctor ID, or ${example}`);
  throw new Failure(2, sv ? `explain: ${missing} saknas; en antagning skrivs ${example}` : `explain: ${missing} is missing; an intake is written ${example}`);
}

function readIntake(args: Args, plan: Plan, axes: Axes, lang: Lang): { readonly t: number; readonly region: number; readonly pathway: number } {
  const faults: string[] = [];
  const find = (flag: 'region' | 'pathway', rows: readonly { readonly id: string }[]): number => {
    const name = (textOf(args[flag]) ?? '').normalize('NFC');
    const at = rows.findIndex(({ id }) => id === name);
    if (at < 0) faults.push(unknownName(flag, name, rows.map(({ id }) => id), lang));
    return at;
  };
  const [region, pathway] = [find('region', axes.regions), find('pathway', axes.pathways)];
  const month = readMonth(textOf(args['at']) ?? '');
  if (!('value' in month)) faults.push(lang === 'sv' ? `--at: ${show(textOf(args['at']) ?? '')} är ingen månad; skrivs som 2028-09` : `--at: ${show(textOf(args['at']) ?? '')} is not a month; written as 2028-09`);
  if (faults.length > 0 || !('value' in month)) throw new Failure(2, faults);
  return { region, pathway, t: findIntake(plan, axes, region, pathway, month.value, lang) };
}

function unknownName(flag: string, name: string, valid: readonly string[], lang: Lang): string {
  const near = suggest(name, valid);
  const there = near === undefined ? valid.slice(0, 8).join(', ') : '';
  if (lang === 'sv') return `--${flag}: ${show(name)} finns inte i scenariot; ${near === undefined ? `det finns ${there}` : `menade du ${near}?`}`;
  return `--${flag}: ${show(name)} is not in the scenario; ${near === undefined ? `there are ${there}` : `did you mean ${near}?`}`;
}

/** The first intake of a month; where there is none the nearest before and after are named. */
function findIntake(plan: Plan, axes: Axes, region: number, pathway: number, month: number, lang: Lang): number {
  const monthOf = (t: number): number => axes.from + Math.floor(t / axes.stepsPerMonth);
  const all = intakesOf(plan, region, pathway);
  const t = all.find((step) => monthOf(step) === month);
  if (t !== undefined) return t;
  const near = [all.findLast((step) => monthOf(step) < month), all.find((step) => monthOf(step) > month)].flatMap((step) => (step === undefined ? [] : [showMonth(monthOf(step))]));
  const where = `${axes.pathways[pathway]!.id}, ${axes.regions[region]!.id}`;
  if (lang === 'sv') throw new Failure(2, `--at: ingen antagning ${showMonth(month)} (${where}); ${near.length === 0 ? 'det finns ingen i körningen' : `de närmaste är ${near.join(' och ')}`}`);
  throw new Failure(2, `--at: no intake in ${showMonth(month)} (${where}); ${near.length === 0 ? 'there is none in the run' : `the nearest are ${near.join(' and ')}`}`);
}
