import type { Quality } from '../../base/index.js';
import { personalSteps } from '../../engine/index.js';
import { compareText } from '../cohorts.js';
import { countSteps, stepsPerMonth } from '../calendar.js';
import type { Scenario, Sourced, Stream, Variant } from '../scenario.js';
import { pathwaysOf } from '../chaining.js';

/**
 * What every part of compilation shares: the ids of each axis in order of id, so that the order of keys in a file cannot matter, sizes, and the data
 * cells read so far.
 */
export interface Frame {
  readonly scenario: Scenario;
  readonly regions: readonly string[];
  readonly pathways: readonly string[];
  readonly streams: readonly string[];
  readonly blocks: readonly string[]; // as listed, by pathway and variant in order of id: attribution's ties go by it
  readonly steps: number;
  readonly horizon: number;
  readonly perMonth: 1 | 2;
  readonly read: Map<string, Quality>;
}

/** Lays the axes and sizes of a scenario. */
export function layFrame(scenario: Scenario): Frame {
  const steps = countSteps(scenario);
  let longest = 1;
  for (const pathway of scenario.pathways) {
    const factors = factorsIn(scenario, pathway.id);
    for (const variant of pathway.variants) longest = Math.max(longest, ...factors.map((factor) => longestOf(variant, factor)));
  }
  for (const initial of scenario.initial.training) longest = Math.max(longest, initial.left - steps);
  const ids = (list: readonly { readonly id: string }[]): string[] => list.map((x) => x.id).sort(compareText);
  return {
    scenario,
    regions: ids(scenario.regions),
    pathways: ids(scenario.pathways),
    streams: ids(scenario.streams),
    blocks: listBlocks(scenario),
    steps,
    horizon: steps + Math.max(0, ...scenario.streams.map((stream) => stepsAfter(scenario, stream))) + longest,
    perMonth: stepsPerMonth(scenario),
    read: new Map(),
  };
}

/** How long after the run a doctor of a stream may begin who is recruited in it: the window of the intakes sought, where some apply before their degree (MODEL 2.6). */
export function stepsAfter({ pathways }: Scenario, { pathway, appliedBefore }: Stream): number {
  return appliedBefore.value > 0 ? pathways.find(({ id }) => id === pathway)!.intakes.window : 0;
}

/** The longest time that a variant may take with a factor, gaps included (MODEL 3.9). */
function longestOf({ stretches, within }: Variant, { numerator, denominator }: Factor): number {
  const steps = (of: number): number => personalSteps(of, numerator, denominator);
  return Math.max(within === null ? 0 : steps(within), stretches.reduce((sum, s) => sum + steps(s.steps), 0));
}

type Factor = Pick<Stream['partTime'][number], 'numerator' | 'denominator'>;

/** The factors that the doctors of a pathway may have: full time, and those that some share of a stream has. */
function factorsIn({ streams, pathways }: Scenario, pathway: string): readonly Factor[] {
  const slower = streams.filter((stream) => pathwaysOf(stream, pathways).includes(pathway)).flatMap((stream) => stream.partTime.filter((row) => row.share.value > 0));
  return [{ numerator: 1, denominator: 1 }, ...slower];
}

/** Blocks in order of first mention, going through pathways and variants in order of id. */
function listBlocks(scenario: Scenario): string[] {
  const byId = <T extends { readonly id: string }>(list: readonly T[]): T[] => [...list].sort((a, b) => compareText(a.id, b.id));
  const mentioned = byId(scenario.pathways).flatMap((pathway) => byId(pathway.variants).flatMap((variant) => variant.stretches.map((s) => s.block)));
  return [...new Set(mentioned)];
}

/** The value of a figure, noted as read; a default stands in no cell. */
export function take(frame: Frame, figure: Sourced): number {
  if (figure.cell !== '') frame.read.set(figure.cell, figure.quality);
  return figure.value;
}
