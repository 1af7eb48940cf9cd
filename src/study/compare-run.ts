import {
  TWIN_COLUMNS, TWIN_COUNTS, TWIN_STEPS, headroomSize, meanOf, noteGrowthOf, outcomeSize, rankOptions, summariseCell,
} from '../analysis/index.js';
import type { Comparison, InputDifference, MeasureDifference, Note, Option, Levels, Outcome, OutcomeFound, Ranking, Sample, Summary, TwinGrid, TwinRow, Unlikeness } from '../analysis/index.js';
import { toHex } from '../engine/index.js';
import type { Axes, Plan } from '../engine/index.js';
import { countPlans } from './compare.js';
import type { Together, TogetherGathered } from './compare.js';
import { positionMonths } from './position-months.js';

/** What a comparison says of itself beside its numbers. */
export interface CompareCard {
  readonly version: string;
  readonly files: readonly string[];
  readonly scenarioHashes: readonly string[];
  readonly names: readonly string[];
  readonly forced: readonly Unlikeness[];
  readonly inputs: readonly InputDifference[];
  /** The outcome that options are ranked by. */
  readonly measure: string;
}

/** What was found of scenarios together, over all the replications. */
export function summariseTogether(together: Together, gathered: TogetherGathered, card: CompareCard): Comparison {
  const { reports, outcomes, otherOutcomes, head } = together;
  const { scenario, grid, seed, plan, axes } = reports[0]!;
  const cells = outcomeSize(grid);
  const others = head + outcomes.length * cells;
  return {
    format: 1,
    kind: 'comparison',
    provenance: { version: card.version, seed, seeds: reports.map((report) => report.seed), replications: gathered.replications },
    options: reports.map((_, i) => optionOf(together, gathered, card, i)),
    forced: card.forced,
    window: { from: axes.reportFrom, to: axes.to, step: scenario.time.step },
    labels: grid.labels,
    mode: plan.mode,
    assumesPlaces: [...scenario.slots, ...scenario.supervisors].some((row) => row.headroom),
    inputs: card.inputs,
    outcomes: outcomes.map((outcome, o) => foundOf(gathered, outcome, head, o * cells, cells)),
    otherMode: otherOutcomes.map((outcome, o) => foundOf(gathered, outcome, head, others - head + o * cells, cells)),
    headrooms: levelsOf(gathered, head, others - head + otherOutcomes.length * cells, headroomSize(grid)),
    utilisation: useOf(together, gathered),
    ranking: rankingOf(together, gathered, card.measure),
    twins: together.twins.map((twins, i) => twinRows(twins, gathered.twins[i]!, axes.stepsPerMonth)),
    measures: measuresFound(together, gathered),
    saving: countPlans(together),
  };
}

function optionOf({ reports }: Together, { digests }: TogetherGathered, { files, scenarioHashes, names }: CompareCard, i: number): Option {
  const { scenario, plan, axes } = reports[i]!;
  return { name: names[i]!, title: { sv: scenario.title.sv, en: scenario.title.en }, file: files[i]!, scenarioHash: scenarioHashes[i]!, fingerprint: toHex(digests[i]!), ...monthsOf(plan, axes) };
}

function monthsOf(plan: Plan, axes: Axes): Pick<Option, 'positionMonths' | 'monthsByPathway'> {
  const months = positionMonths(plan, axes);
  const limited = months.filter((one) => one !== null);
  return { positionMonths: limited.length === 0 ? null : limited.reduce((a, b) => a + b, 0), monthsByPathway: Object.fromEntries(months.map((one, p) => [axes.pathways[p]!.id, one])) };
}

/** Where an option's queues grow three years running: what a cell of a measure is in the option is the base's and the difference. */
export function growthIn({ measures, labels }: Comparison, option: number): readonly Note[] {
  const queue = measures.find(({ id }) => id === 'queue');
  return noteGrowthOf((pathway, month) => {
    const cell = pathway * labels.month.length + month;
    const more = option === 0 ? 0 : queue?.differences[option - 1]?.[cell];
    return (queue?.base[cell] ?? NaN) + (typeof more === 'number' ? more : (more?.mean ?? NaN));
  }, labels);
}

/** Levels and differences of cells that lie in the tail from `from` on. */
function levelsOf({ levels, differences }: TogetherGathered, head: number, from: number, cells: number): Levels {
  const range = (sample: Sample, first: number): (Summary | null)[] => Array.from({ length: cells }, (_, i) => summariseCell(sample, first + i));
  const own = levels.map((sample) => range(sample, from));
  const none = own[0]!.map((cell): Summary | null => (cell === null ? null : { ...cell, mean: 0, halfWidth: 0, low: 0, high: 0 }));
  return { levels: own, differences: [none, ...differences.map((sample) => range(sample, head + from))] };
}

const foundOf = (gathered: TogetherGathered, outcome: Outcome, head: number, from: number, cells: number): OutcomeFound => ({ ...outcome, ...levelsOf(gathered, head, from, cells) });

function useOf({ reports, head, tail }: Together, gathered: TogetherGathered): Levels {
  const { grid } = reports[0]!;
  const cells = grid.sizes.area * grid.sizes.block;
  return levelsOf(gathered, head, tail - cells, cells);
}

function rankingOf({ reports, outcomes }: Together, { national }: TogetherGathered, measure: string): Ranking {
  const { grid } = reports[0]!;
  const o = outcomes.findIndex(({ id }) => id === measure);
  const all = grid.sizes.pathway + 1;
  const better = outcomes[o]!.better === 'high' ? 'high' : 'low';
  const ids = [...grid.labels.pathway.map(({ id }) => id), 'all'];
  return {
    measure,
    pathways: ids.map((id, p) => ({ id, ranked: rankOptions(national.map((cells) => reports.map((_, option) => cells[(option * outcomes.length + o) * all + p]!)), better) })),
  };
}

function measuresFound({ reports }: Together, gathered: TogetherGathered): MeasureDifference[] {
  const { measures, grid } = reports[0]!;
  let at = 0;
  return measures.map(({ id, title, unit, over, better }) => {
    const size = over.reduce((product, axis) => product * grid.sizes[axis], 1);
    const first = at;
    at += size;
    const cells = Array.from({ length: size }, (_, i) => first + i);
    return {
      ...{ id, title, unit, over, better },
      base: cells.map((cell) => finite(meanOf(gathered.base, cell))),
      differences: gathered.differences.map((sample) => cells.map((cell) => orZero(summariseCell(sample, cell)))),
    };
  });
}

const finite = (value: number): number | null => (Number.isNaN(value) ? null : value);

/** A difference that is 0 in every replication is written as such. */
const orZero = (cell: Summary | null): Summary | 0 | null => (cell !== null && cell.low === 0 && cell.high === 0 && cell.mean === 0 && cell.halfWidth === 0 ? 0 : cell);

function twinRows({ area, stream, cohort, pathway }: TwinGrid, sample: Sample, stepsPerMonth: number): TwinRow[] {
  const groups = [...area.map((group) => ({ along: 'area' as const, group })), ...stream.map((group) => ({ along: 'stream' as const, group })), ...cohort.map((group) => ({ along: 'cohort' as const, group }))];
  return groups.flatMap(({ along, group }, g) =>
    pathway.flatMap((own, p): TwinRow[] => {
      const first = (g * pathway.length + p) * TWIN_COLUMNS;
      const [earlier, later, unchanged, startsOnlyOption, startsOnlyBase, waitsOnlyOption, waitsOnlyBase] = TWIN_COUNTS.map((_, i) => summariseCell(sample, first + i)!) as [Summary, Summary, Summary, Summary, Summary, Summary, Summary];
      const [earlierMonths, laterMonths, waitedMonths] = TWIN_STEPS.map((_, i) => times(summariseCell(sample, first + TWIN_COUNTS.length + i)!, 1 / stepsPerMonth)) as [Summary, Summary, Summary];
      const isEmpty = TWIN_COUNTS.every((_, i) => meanOf(sample, first + i) === 0) && waitedMonths.mean === 0 && waitedMonths.halfWidth === 0;
      return isEmpty ? [] : [{ along, group, pathway: own, earlier, later, unchanged, startsOnlyOption, startsOnlyBase, waitsOnlyOption, waitsOnlyBase, earlierMonths, laterMonths, waitedMonths }];
    }),
  );
}

const times = ({ mean, halfWidth, low, high, ...rest }: Summary, factor: number): Summary => ({ ...rest, mean: mean * factor, halfWidth: halfWidth * factor, low: low * factor, high: high * factor });
