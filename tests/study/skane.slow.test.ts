import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Summary } from '../../src/analysis/index.js';
import { UNIT, drawRoster, run } from '../../src/engine/index.js';
import type { Plan } from '../../src/engine/index.js';
import { compile } from '../../src/model/index.js';
import type { Scenario } from '../../src/model/index.js';
import { percentChange, playAll } from '../support/pairs.js';
import type { Outcome } from '../support/pairs.js';
import { PROVING } from '../support/random.js';
import { readProjectScenario, studyProjectScenario } from '../support/scenarios.js';
import { HEADROOM_OF_THE_OTHERS, SETTINGS, TURNS, inMode, withHospitalHeadroom } from './skane-settings.js';
import type { Mode } from './skane-settings.js';

const REPLICATIONS = 20;
const STORY = 'docs/stories/skane.md';
const MODES: readonly Mode[] = ['itinerary', 'step'];

/** The base, the green light and the same number of slots in psychiatry and primary care. */
type Trio<T> = readonly [base: T, green: T, scarce: T];
const trio: Trio<Scenario> = [readProjectScenario('skane').scenario, readProjectScenario('skane-gront-ljus').scenario, readProjectScenario('skane-psykiatri-primarvard').scenario];
const map = <T, U>([a, b, c]: Trio<T>, to: (one: T) => U): Trio<U> => [to(a), to(b), to(c)];
const play = (change: (scenario: Scenario) => Scenario): Trio<Outcome[]> => map(trio, (scenario) => playAll(change(scenario), REPLICATIONS));

/** What the options change, in percent of the base, over pairs with the same luck. */
interface Effects {
  readonly greenStarts: Summary;
  readonly greenWait: Summary;
  readonly scarceStarts: Summary;
  readonly scarceWait: Summary;
}

function effectsOf([base, green, scarce]: Trio<readonly Outcome[]>): Effects {
  const starts = (outcome: Outcome): number => outcome.starts;
  const wait = (outcome: Outcome): number => outcome.wait;
  return {
    greenStarts: percentChange(base, green, starts),
    greenWait: percentChange(base, green, wait),
    scarceStarts: percentChange(base, scarce, starts),
    scarceWait: percentChange(base, scarce, wait),
  };
}

const changesLittle = ({ greenStarts, greenWait }: Effects): boolean => Math.abs(greenStarts.mean) < 1 && Math.abs(greenWait.mean) < 1;
const helpsMuch = ({ scarceWait }: Effects): boolean => scarceWait.mean <= -10 && scarceWait.mean + scarceWait.halfWidth < 0;
const holds = (effects: Effects): boolean => changesLittle(effects) && helpsMuch(effects);

describe('the options of Skåne', () => {
  const plans = map(trio, (scenario) => compile(scenario).plan);
  const { axes } = compile(trio[0]);
  const reportStep = (axes.reportFrom - axes.from) * axes.stepsPerMonth;
  const room = (plan: Plan, p: number, t: number): number => {
    let units = plan.capacity[p * plan.horizon + t]!;
    for (let i = 0; i < plan.revisionKnown.length; i++) if (plan.revisionPool[i] === p && plan.revisionFrom[i]! <= t && plan.revisionUntil[i]! >= t) units += plan.revisionChange[i]!;
    return units / UNIT;
  };
  const added = (plan: Plan, t: number): Record<string, number> => {
    const sums: Record<string, number> = {};
    for (let p = 0; p < plan.pools; p++) {
      const more = room(plan, p, t) - room(plans[0], p, t);
      const block = axes.blocks[plan.poolBlock[p]!]!.id;
      if (more !== 0) sums[block] = (sums[block] ?? 0) + more;
    }
    return sums;
  };

  it('are as many slots, hospital ones or not, from the report’s first step and in no step before', () => {
    for (const t of [reportStep, plans[0].horizon - 1]) {
      expect(added(plans[1], t)).toEqual({ hospital: 18 });
      expect(added(plans[2], t)).toEqual({ psychiatry: 6, 'primary-care': 12 });
    }
    expect([added(plans[1], reportStep - 1), added(plans[2], reportStep - 1)]).toEqual([{}, {}]);
  });

  it('rest on the same headroom in every block', () => {
    expect(trio[0].headroom.value).toBe(HEADROOM_OF_THE_OTHERS);
    for (const { slots } of trio) expect(slots.every((row) => row.headroom && !row.own)).toBe(true);
  });

  it('meet the same doctors with the same luck, and share the years before', () => {
    const runs = plans.map((plan) => {
      const roster = drawRoster(plan, { seed: trio[0].seed, replication: 0 });
      const { starts } = run(plan, roster);
      return { roster, before: starts.map((t) => (t < reportStep ? t : reportStep)) };
    });
    for (const { roster, before } of runs.slice(1)) {
      expect(roster).toEqual(runs[0]!.roster);
      expect(before).toEqual(runs[0]!.before);
    }
  });
});

describe.each(MODES)('the Skåne finding, placement %s', (mode) => {
  let outcomes: Trio<Outcome[]>;
  let effects: Effects;
  beforeAll(() => {
    outcomes = play((scenario) => inMode(scenario, mode));
    effects = effectsOf(outcomes);
  });

  it('more hospital slots change starts and mean wait by under 1 %, the whole interval of it', () => {
    for (const { mean, halfWidth } of [effects.greenStarts, effects.greenWait]) expect(Math.abs(mean) + halfWidth).toBeLessThan(1);
  });

  it('the same number of slots in psychiatry and primary care lowers the mean wait by at least a tenth, interval away from 0', () => {
    expect(effects.scarceWait.mean + effects.scarceWait.halfWidth).toBeLessThanOrEqual(-10);
  });

  it('turns where the hospitals have less headroom than the story says: it holds at that headroom and fails a thousandth below', () => {
    const at = (thousandths: number): Effects => effectsOf(play((scenario) => withHospitalHeadroom(inMode(scenario, mode), thousandths / 1000)));
    const [above, below] = [at(TURNS[mode]), at(TURNS[mode] - 1)];
    expect(holds(above), JSON.stringify(above)).toBe(true);
    expect(holds(below), JSON.stringify(below)).toBe(false);
    expect(readFileSync(STORY, 'utf8')).toContain(`**${percent(TURNS[mode] / 10)}**`);
    if (mode === 'itinerary') expect(below.greenWait.mean + below.greenWait.halfWidth, 'the green light helps').toBeLessThan(-0.9);
    else expect(changesLittle(below), 'not even then does the green light help').toBe(true);
  });

  it.runIf(PROVING)('a search over the headroom of the hospitals finds that number', () => {
    let [fails, stands] = [-200, 1000 * HEADROOM_OF_THE_OTHERS];
    while (stands - fails > 1) {
      const middle = Math.floor((fails + stands) / 2);
      if (holds(effectsOf(play((scenario) => withHospitalHeadroom(inMode(scenario, mode), middle / 1000))))) stands = middle;
      else fails = middle;
    }
    expect(stands).toBe(TURNS[mode]);
  });

  it(`is told with these figures in ${STORY}`, () => {
    compareTable(mode === 'itinerary' ? 'hela tjänstgöringen bokas' : 'nästa block bokas', mainRows(outcomes));
  });
});

describe.runIf(PROVING)(`the tables in ${STORY}`, () => {
  it('say below how many slots each pool runs short, and how many are assumed', () => {
    const findings = studyProjectScenario('skane', REPLICATIONS);
    const rows = findings.breakEven
      .filter(({ kind }) => kind === 'slots')
      .map(({ region, block, places, base, assumed }) => `| ${findings.axes.blocks[block]!.sv} i ${findings.axes.regions[region]!.sv} | ${base} | ${assumed} | ${places} |`);
    expect(rows).toHaveLength(9);
    compareTable('resurs', rows.sort());
  });

  it('say under which other assumptions the finding holds, and with which figures', () => {
    const rows = SETTINGS.map(({ sv, change }) => {
      const cells = MODES.map((mode) => effectsOf(play((scenario) => change(inMode(scenario, mode)))));
      return `| ${sv} | ${cells.map((one) => `${percent(one.greenWait.mean)} | ${percent(one.scarceWait.mean)} | ${holds(one) ? 'ja' : 'nej'}`).join(' | ')} |`;
    });
    compareTable('inställning', rows);
  });
});

const decimal = (x: number, digits: number): string => x.toFixed(digits).replace(/^-(0(\.0+)?)$/, '$1').replace('.', ',').replace('-', '−');
const percent = (x: number): string => `${decimal(x, 1)} %`;

/** Starts and waits: the base's level, and what each option changes with its interval. */
function mainRows([base, green, scarce]: Trio<readonly Outcome[]>): string[] {
  const rows: readonly (readonly [string, (outcome: Outcome) => number, number])[] = [
    ['starter 2022–2026', ({ starts }) => starts, 0],
    ['väntan per läkare, månader', ({ wait }) => wait, 1],
    ['– till och i AT', ({ waits }) => waits[0]!, 1],
    ['– till och i BT', ({ waits }) => waits[1]!, 1],
  ];
  const change = (option: readonly Outcome[], of: (outcome: Outcome) => number): string => {
    const { mean, halfWidth } = percentChange(base, option, of);
    return `${percent(mean)} (${decimal(mean - halfWidth, 1)} till ${decimal(mean + halfWidth, 1)})`;
  };
  return rows.map(([sv, of, digits]) => `| ${sv} | ${decimal(base.reduce((sum, one) => sum + of(one), 0) / base.length, digits)} | ${change(green, of)} | ${change(scarce, of)} |`);
}

/** The table under a heading row of the story; `UPDATE_DOCS=1` writes it anew. */
function compareTable(heading: string, rows: readonly string[]): void {
  const page = readFileSync(STORY, 'utf8');
  const expected = rows.map((row) => `${row}\n`).join('');
  const shown = new RegExp(`^\\| ${heading}.*\\n\\|[ :|-]+\\n((?:\\|.*\\n)*)`, 'mu').exec(page)?.[1] ?? '';
  expect(shown, `no table under ${heading}`).not.toBe('');
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(STORY, page.replace(shown, expected));
  else expect(shown).toBe(expected);
}
