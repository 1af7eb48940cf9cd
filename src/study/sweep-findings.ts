import { RESPONSES, noteGrowthIn } from '../analysis/index.js';
import type { Asked, Dimension, Grid, Note, SweepFindings, SweepResponse } from '../analysis/index.js';
import { layDigest, mix, toHex } from '../engine/index.js';
import type { Axes } from '../engine/index.js';
import { listNotes } from './report-run.js';
import type { Signature } from './report-run.js';
import { summariseSweep } from './sweep.js';
import type { SweepGathered, SweepSetup } from './sweep.js';

/** The grid of a sweep: what is varied, and which run each of its points is. */
export interface SweepGrid {
  readonly dimensions: readonly Dimension[];
  readonly places: readonly (readonly number[])[]; // [point][dimension]
  readonly runOf: readonly number[]; // [point]
}

/** What was found at every point of a sweep, and for the scenario as its file says. */
export function summariseGrid(setup: SweepSetup, gathered: SweepGathered, { dimensions, places, runOf }: SweepGrid, named: { readonly axes: Axes; readonly grid: Grid }, signature: Signature): SweepFindings {
  const { scenario, seed, replications, additions } = setup;
  const runs = summariseSweep(gathered);
  const whole = layDigest();
  for (const digest of gathered.digests) digest.forEach((word) => mix(whole, word));
  return {
    format: 1,
    kind: 'sweep',
    scenario: { name: scenario.name, title: scenario.title, question: scenario.about.question, limits: scenario.about.limits },
    provenance: { ...signature, seed, replications, fingerprint: toHex(whole) },
    additions,
    dimensions,
    responses: setup.asked.map((asked) => nameResponse(asked, named)),
    base: runs[0]!.levels,
    points: places.map((place, i) => ({ place, isBase: runOf[i] === 0, isSame: runs[runOf[i]!]!.fingerprint === runs[0]!.fingerprint, ...runs[runOf[i]!]! })),
    notes: [...listNotes(scenario, replications), ...noteGrowing(gathered.ends, runOf, named.axes)],
  };
}

/** Where queues grow three years running: for the scenario as its file says, and at how many of the points. */
function noteGrowing(ends: readonly Float64Array[], runOf: readonly number[], axes: Axes): readonly Note[] {
  const runs = ends.map((own) => noteGrowthIn(own, axes));
  const points = axes.pathways.flatMap(({ id }): Note[] => {
    const number = runOf.filter((run) => runs[run]!.some(({ values }) => values['pathway'] === id)).length;
    return number === 0 ? [] : [{ code: 'queue-grows-points', values: { pathway: id, number, of: runOf.length } }];
  });
  return [...runs[0]!, ...points];
}

function nameResponse(asked: Asked, { axes, grid }: { readonly axes: Axes; readonly grid: Grid }): SweepResponse {
  const { title, unit, better, isAtEnd } = RESPONSES.find(({ id }) => id === asked.response)!;
  return {
    ...asked,
    title,
    unit,
    better,
    pathwayLabel: grid.labels.pathway[asked.pathway]!,
    areaLabel: grid.labels.area[asked.area]!,
    isAtEnd: isAtEnd === true,
    from: asked.year ?? Math.floor(axes.reportFrom / 12),
    to: asked.year ?? Math.floor(axes.to / 12),
  };
}
