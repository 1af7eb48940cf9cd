import { MOST_EXACT, noteGrowthIn } from '../analysis/index.js';
import type { ChangeGroup, Contributions } from '../analysis/index.js';
import { exitOf, formOf, formatIssues } from '../base/index.js';
import type { Raw, RawMap, Written } from '../base/index.js';
import { keepChanges } from '../input/index.js';
import { compile } from '../model/index.js';
import type { Scenario } from '../model/index.js';
import { contributionsPaper } from '../output/index.js';
import { addContributions, drawOrders, layContributions, outcomesIn, patchOf, prepareContributions, samePlan, subsetsOf, summariseContributions, weeksOf } from '../study/index.js';
import type { ContributionGathered, ContributionSetup } from '../study/index.js';
import { Failure } from './failure.js';
import { diskSource } from './files.js';
import { gather } from './gather.js';
import type { GatherOptions, Work } from './gather.js';
import { readWhole, textOf } from './options.js';
import { readOutcome } from './outcome.js';
import type { Lang } from './options.js';
import type { MadePaper, PaperPlan } from './paper-run.js';
import { readVersion } from './product.js';
import { openWanted, readWanted } from './wanted-run.js';
import type { Opened, Wanted } from './wanted-run.js';

/** Subsets are told by bits. */
const MOST_GROUPS = 30;
const DEFAULT_PAIRS = 10;
const MOST_PAIRS = 500;
/** What is shared out whatever is asked for, the first unless something is. */
const ALWAYS = ['lost', 'happens'] as const;

/** A group of changes with their places among all the changes. */
interface Grouped extends ChangeGroup {
  readonly members: readonly number[];
}

/** Reads the changes of a scenario, and the plan of every subset of their groups that is to be run. */
export function planContributions(args: Readonly<Record<string, unknown>>, lang: Lang): PaperPlan {
  const measure = readOutcome(args['measure'], ALWAYS[0], lang);
  const pairsText = textOf(args['orders']);
  const pairs = pairsText === undefined ? DEFAULT_PAIRS : readWhole('orders', pairsText, 2, MOST_PAIRS, lang);
  const wanted = readWanted(args, lang);
  const opened = openWanted(wanted, lang);
  const groups = groupChanges(opened);
  const sv = lang === 'sv';
  if (groups.length === 0) throw new Failure(2, sv ? `${wanted.file}: scenariot har inga ändringar (changes) att dela upp` : `${wanted.file}: the scenario has no changes to share out`);
  if (groups.length > MOST_GROUPS) throw new Failure(2, sv ? `${wanted.file}: ${groups.length} grupper av ändringar, högst ${MOST_GROUPS}; samma name för dem samman` : `${wanted.file}: ${groups.length} groups of changes, ${MOST_GROUPS} at most; the same name puts them together`);
  const orders = groups.length <= MOST_EXACT ? [] : drawOrders(groups.length, pairs, opened.setup.seed);
  return {
    name: `contributions-${opened.setup.scenario.name}`,
    wanted,
    opened: [opened],
    card: { measure, orders: orders.length },
    make: (options) => makeContributions({ opened, wanted, groups, orders, measure }, options, lang),
    next: (folder) => [sv ? 'Nästa steg: pröva att svaret håller' : 'Next: check that the answer holds', `  npx --no-install flaskhals verify ${folder}${sv ? '' : ' --lang en'}`],
  };
}

/** The changes of the scenario and of all that it extends, grouped by the name that they give; one without a name is a group of its own. */
function groupChanges({ read: { tree, scenario } }: Opened): readonly Grouped[] {
  const raw = (tree.raw as Readonly<Record<string, Raw>>)['changes'];
  const list = formOf(raw) === 'list' ? (raw as readonly Raw[]) : [];
  const named = list.map((change, i) => {
    const { file, line } = tree.locate(['changes', i]);
    const name = textIn((change as RawMap)['name'])?.normalize('NFC');
    return { name, at: `${file}:${line}`, i };
  });
  const own = list.map((change) => nameOf(change as RawMap));
  const isTaken = (name: string, i: number): boolean => own.some((other, k) => k !== i && other === name) || named.some((other) => other.name === name);
  const told = named.map((one) => ({ ...one, name: one.name ?? (isTaken(own[one.i]!, one.i) ? `${own[one.i]!} (${one.at})` : own[one.i]!) }));
  return [...new Set(told.map(({ name }) => name))].map((name) => {
    const members = told.filter((one) => one.name === name);
    const lines = new Set(members.map(({ i }) => lineOf(tree, i, list[i]!)));
    return { name, at: members.map(({ at }) => at), members: members.map(({ i }) => i), cells: scenario.changes.filter(({ at }) => lines.has(at)).length };
  });
}

const SIGNS = [['set', 'to', '='], ['add', 'by', '+'], ['scale', 'by', '×']] as const;

/** What a change without a name is called: what it is of, and what it does. */
function nameOf(change: RawMap): string {
  const [verb, amount, sign] = SIGNS.find(([key]) => change[key] !== undefined) ?? SIGNS[0];
  const where = Object.values((change['where'] ?? {}) as RawMap).flatMap((part) => [part].flat() as readonly Raw[]).flatMap((part) => textIn(part) ?? []);
  const number = textIn(change[amount]) ?? '';
  return `${[textIn(change[verb]) ?? '', ...where].join(' ')} ${sign === '+' && number.startsWith('-') ? '' : sign}${number}`.trim();
}

/** The line that the effects of a change are told of by: that of its number. */
function lineOf(tree: Opened['read']['tree'], i: number, change: Raw): string {
  const { file, line } = tree.locate(['changes', i, (change as RawMap)['set'] === undefined ? 'by' : 'to']);
  return `${file}:${line}`;
}

const textIn = (raw: Raw | undefined): string | undefined => (formOf(raw) === 'text' ? (raw as Written).text : undefined);

interface Asked {
  readonly opened: Opened;
  readonly wanted: Wanted;
  readonly groups: readonly Grouped[];
  readonly orders: readonly (readonly number[])[];
  readonly measure: string;
}

async function makeContributions(asked: Asked, options: GatherOptions, lang: Lang): Promise<MadePaper> {
  const { opened, groups, measure } = asked;
  const { scenario, seed } = opened.setup;
  const setup = laySetup(asked, lang);
  const gathered = await gather(workOf(setup, opened), options);
  const assumesPlaces = [...scenario.slots, ...scenario.supervisors].some((row) => row.headroom);
  const found: Contributions = summariseContributions(setup, gathered, {
    provenance: { version: readVersion(), seed, replications: opened.replications, fingerprint: '', scenarioHash: opened.scenarioHash },
    scenario: { name: scenario.name, title: { sv: scenario.title.sv, en: scenario.title.en }, file: opened.file, assumesPlaces },
    groups: groups.map(({ name, at, cells }) => ({ name, at, cells })),
    measure,
  });
  return { paper: contributionsPaper(found, lang), fingerprints: [found.provenance.fingerprint], notes: [noteGrowthIn(gathered.ends, setup.axes)] };
}

/** The plan of every subset, as what it has otherwise than the plan without any of the changes; equal plans once. */
function laySetup({ opened, wanted, groups, orders, measure }: Asked, lang: Lang): ContributionSetup {
  const { seed, scenario } = opened.setup;
  const subsets = orders.length > 0 ? subsetsOf(orders, groups.length) : Array.from({ length: 2 ** groups.length }, (_, subset) => subset);
  const read = (subset: number): Scenario => readSubset(subset, opened, wanted, groups, lang);
  const { plan: base, axes } = compile(read(0));
  const weeks = weeksOf(scenario, axes);
  if (!outcomesIn(base, weeks).includes(measure)) throw new Failure(2, lang === 'sv' ? `--measure: ${measure} finns inte i ${scenario.name}` : `--measure: ${scenario.name} has no ${measure}`);
  const outcomes = [...new Set([...ALWAYS, measure])];
  const distinct = [base];
  const planOf = subsets.map((subset) => {
    const plan = subset === 0 ? base : compile(read(subset)).plan;
    const known = distinct.findIndex((one) => samePlan(one, plan));
    if (known >= 0) return known - 1;
    distinct.push(plan);
    return distinct.length - 2;
  });
  return { name: scenario.name, seed, axes, outcomes, weeks, base, patches: distinct.slice(1).map((plan) => patchOf(base, plan)), subsets, planOf, groups: groups.length, orders };
}

/** The scenario with the changes of some groups only. One that cannot be read so leans on those that are left out: which order was meant is not guessed. */
function readSubset(subset: number, { read }: Opened, { file, limits }: Wanted, groups: readonly Grouped[], lang: Lang): Scenario {
  const has = (_: unknown, group: number): boolean => (subset & (1 << group)) !== 0;
  const kept = groups.filter(has).flatMap(({ members }) => members).sort((a, b) => a - b);
  const result = keepChanges(read, kept, diskSource(file), limits);
  if (result.ok) return result.value;
  const [own, left] = [groups.filter(has), groups.filter((one, i) => !has(one, i))].map((some) => some.map(({ name }) => name).join(', ')) as [string, string];
  throw new Failure(exitOf(result.issues) || 3, [...formatIssues(result.issues, lang), lang === 'sv' ? `${file}: ”${own}” går inte att göra utan ”${left}”; ge dem samma name, så räknas de som en` : `${file}: “${own}” cannot be made without “${left}”; give them the same name, and they count as one`]);
}

/** The replications as work to be dealt out. */
function workOf(setup: ContributionSetup, { replications, file }: Opened): Work<'contributions', ContributionGathered> {
  const read = prepareContributions(setup);
  return {
    job: { kind: 'contributions', setup },
    unit: read,
    units: replications,
    begin: () => layContributions(setup, replications),
    add: (gathered, part) => addContributions(setup, gathered, part),
    place: (replication) => ({ name: `${setup.name}: seed ${setup.seed}, replication ${replication}`, again: ['replication', file, String(replication), '--seed', String(setup.seed)] }),
  };
}
