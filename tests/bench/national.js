// One process of the bench: the national base scenario, timed inside; prints JSON.
import { diskSource } from '../../dist/cli/files.js';
import { UNLIMITED, drawRoster, fingerprint, run } from '../../dist/engine/index.js';
import { readScenario } from '../../dist/input/index.js';
import { compile } from '../../dist/model/index.js';
import { countEvents } from '../../dist/study/index.js';

const FILE = 'scenarios/nationell-bas.yaml';
const WARM = 8;
const TURNS = 2_000_000;

const read = readScenario(diskSource(FILE), FILE);
if (!read.ok) throw new Error('the base scenario does not read');
const { scenario } = read.value;
const { plan } = compile(scenario);
const month = compile(inMonths(scenario)).plan;

/** The same scenario in months, BT's schemes rounded to whole months, so that the cost of the finer step can be seen. */
function inMonths(half) {
  const whole = (steps) => Math.max(1, Math.round(steps / 2));
  return {
    ...half,
    time: { ...half.time, step: 'month' },
    streams: half.streams.map((s) => ({ ...s, gap: s.gap.map((g) => ({ ...g, steps: whole(g.steps) })) })),
    pathways: half.pathways.map((p) => ({
      ...p,
      intakes: { ...p.intakes, closes: whole(p.intakes.closes) },
      variants: p.variants.map((v) => ({ ...v, stretches: v.stretches.map((s) => ({ ...s, steps: whole(s.steps) })) })),
    })),
    initial: {
      queues: half.initial.queues.map((q) => ({ ...q, waited: Math.floor(q.waited / 2) })),
      training: half.initial.training.map((t) => ({ ...t, left: whole(t.left) })),
    },
  };
}

const ALL = 2 ** 32;

/** The same plan step by step, with leaves, giving up and moves: every kind of doctor-event. */
function stepByStep(whole) {
  const live = (life) => ({
    ...life,
    mobile: ALL / 2,
    givesUp: Float64Array.from({ length: 400 }, (_, trial) => Math.round(ALL * (1 - 0.995 ** (trial + 1)))),
    leaves: [{ chance: 0.3 * ALL, lengthChance: Float64Array.of(ALL / 3, (2 * ALL) / 3, ALL), lengthSteps: Int32Array.of(6, 12, 20) }],
  });
  const lively = (sources) => sources.map((of) => ({ ...of, life: live(of.life) }));
  return { ...whole, mode: 'step', patienceSteps: 6, appliesTo: 0, inflow: lively(whole.inflow), initialQueue: lively(whole.initialQueue), initialTraining: lively(whole.initialTraining) };
}

/** The same plan with ten doctors, positions and places for each. */
function tenTimes(whole) {
  const times = (column) => Int32Array.from(column, (n) => (n < UNLIMITED ? 10 * n : n));
  const more = (sources) => sources.map((of) => ({ ...of, number: 10 * of.number }));
  const inflow = whole.inflow.map((of) => ({
    ...of,
    batchNumber: of.batchNumber.map((n) => (n < 0 ? n : 10 * n)),
    poisson: Array.from({ length: 10 }, () => of.poisson).flat(),
    dealt: Int32Array.from({ length: 10 * of.dealt.length }, (_, ordinal) => of.dealt[Math.floor(ordinal / 10)]),
  }));
  return { ...whole, capacity: times(whole.capacity), crowding: times(whole.crowding), inflow, initialQueue: more(whole.initialQueue), initialTraining: more(whole.initialTraining) };
}

const time = (work) => {
  const begun = process.hrtime.bigint();
  const result = work();
  return { ms: Number(process.hrtime.bigint() - begun) / 1e6, result };
};
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const rosters = Array.from({ length: WARM + 1 }, (_, replication) => time(() => drawRoster(plan, { seed: 1, replication })));
const runs = rosters.map(({ result }) => time(() => run(plan, result)));
const months = Array.from({ length: WARM }, (_, replication) => {
  const roster = drawRoster(month, { seed: 1, replication });
  return time(() => run(month, roster)).ms;
});
const prints = runs.map(({ result }, i) => time(() => fingerprint(rosters[i].result, result)));
const timeRuns = (of, number) =>
  Array.from({ length: number }, (_, replication) => {
    const roster = drawRoster(of, { seed: 1, replication });
    return time(() => run(of, roster));
  });
const stepPlan = stepByStep(plan);
const steps = timeRuns(stepPlan, WARM);
const stepEvents = countEvents({ plan: stepPlan, trace: steps[0].result }) + 2 * steps[0].result.leaves;
const tens = timeRuns(tenTimes(plan), 3);

/** The fixed loop that the goals are measured in: 20 dependent multiplications and additions a turn. Not to be edited. */
function loop(turns) {
  let x = 1;
  for (let i = 0; i < turns; i++) for (let k = 0; k < 20; k++) x = (Math.imul(x, 0x9e3779b1) + k) | 0;
  return x;
}
loop(TURNS);
const fixed = time(() => loop(TURNS));

const events = countEvents({ plan, trace: runs[0].result });
const warm = median(runs.slice(1).map((r) => r.ms));
process.stdout.write(
  JSON.stringify({
    doctors: rosters[0].result.rows,
    events,
    cold: runs[0].ms,
    warm,
    roster: median(rosters.slice(1).map((r) => r.ms)),
    print: median(prints.slice(1).map((r) => r.ms)),
    month: median(months),
    nsPerStepEvent: (median(steps.slice(1).map((r) => r.ms)) * 1e6) / stepEvents,
    ten: median(tens.map((r) => r.ms)),
    nsPerEvent: (warm * 1e6) / events,
    nsPerTurn: (fixed.ms * 1e6) / TURNS,
    memory: process.resourceUsage().maxRSS / 1024,
  }),
);
