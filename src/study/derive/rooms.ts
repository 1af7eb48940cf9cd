import type { Quality } from '../../base/index.js';
import { compile, monthNumber } from '../../model/index.js';
import type { Scenario } from '../../model/index.js';
import { fitSlots } from '../fit-slots.js';
import type { FittedSlots } from '../fit-slots.js';
import { hospitalAreas } from './areas.js';
import { assumed } from './assumed.js';
import { primaryCareBounds, psychiatryBounds } from './bounds.js';
import type { Bound } from './bounds.js';
import { layFile } from './card.js';
import type { DerivedFile, Entry } from './card.js';
import { publishedRegions } from './regions.js';
import type { Tables } from './rows.js';

const BLOCKS = ['hospital', 'psychiatry', 'primary-care'] as const;

/** Slots and supervisors with one place everywhere: a stand-in for reading the scenarios before the real ones have been found. */
export function placeholderRooms(published: Tables): DerivedFile[] {
  const card = { value: 1, unit: 'slots', source: 'stand-in', quality: 'assumption' as Quality, asOf: '2026' };
  const entriesOf = (regions: readonly string[]): Entry[] => regions.flatMap((region) => BLOCKS.map((block): Entry => ({ key: [region, block], card })));
  const entries = entriesOf(publishedRegions(published).map((region) => region.name));
  const areas = entriesOf(hospitalAreas(published).map((area) => area.key));
  const lay = (file: string, rows: readonly Entry[]): DerivedFile => layFile(file, ['region', 'block'], rows);
  return [lay('slots.csv', entries), lay('supervisors.csv', entries.slice(0, 1)), lay('skane_slots.csv', areas)];
}

/** Slots by the engine (MODEL 9.3) and supervisors by psychiatrists and health centres, never fewer than the base years' intake needed. */
export function deriveRooms(published: Tables, scenario: Scenario, onProgress?: (done: number, total: number) => void): DerivedFile[] {
  const { fitted, slots } = findSlots(published, scenario, { first: 'first', last: 'last', file: 'slots.csv' }, onProgress);
  const supervisors = [...psychiatryBounds(published), ...primaryCareBounds(published)].flatMap((bound) => toSupervisors(bound, fitted));
  return [slots, layFile('supervisors.csv', ['region', 'block'], supervisors)];
}

/** Slots of Skåne's hospital areas by the same search, for the years before the question of 2021. */
export function deriveSkaneSlots(published: Tables, scenario: Scenario, onProgress?: (done: number, total: number) => void): DerivedFile {
  return findSlots(published, scenario, { first: 'skane-first', last: 'skane-last', file: 'skane_slots.csv' }, onProgress).slots;
}

type Named = FittedSlots & { readonly regionName: string; readonly blockName: string };

/** The fewest slots that hold the intake of the base years that assumptions.csv has under two keys. */
function findSlots(published: Tables, scenario: Scenario, years: { first: string; last: string; file: string }, onProgress?: (done: number, total: number) => void): { fitted: Named[]; slots: DerivedFile } {
  const [first, last] = [assumed(published, 'base-years', years.first).value, assumed(published, 'base-years', years.last).value];
  const replications = assumed(published, 'slots-search', 'replications').value;
  const base: Scenario = { ...scenario, supervisors: [], time: { ...scenario.time, reportFrom: scenario.time.from, to: monthNumber(last, 12) } };
  const { plan, axes } = compile(base, 0);
  const from = (monthNumber(first, 1) - scenario.time.from) * plan.stepsPerMonth;
  const settings = { from, until: plan.steps, seed: scenario.seed, replications, mostRounds: 1000 };
  const fits = fitSlots(plan, settings, (replication) => onProgress?.(replication, replications));
  const fitted = fits.map((fit) => ({ ...fit, regionName: axes.regions[fit.region]!.id, blockName: axes.blocks[fit.block]!.id }));
  const source = `rule slots: fewest places that hold the intake of ${first}-${last} without waiting for slots, found by the engine on ${scenario.name} (middle of ${replications} replications)`;
  const entries = fitted.map((fit): Entry => ({
    key: [fit.regionName, fit.blockName],
    card: { value: fit.places, unit: 'slots', source, quality: 'assumption', asOf: `${first}-${last}`, low: fit.low, high: fit.high, note: `mean use ${fit.mean.toFixed(1)}` },
  }));
  return { fitted, slots: layFile(years.file, ['region', 'block'], entries) };
}

/** A bound below what the base years used says nothing of the region, and is left out: there nobody knows of a limit of supervisors. */
function toSupervisors(bound: Bound, fitted: readonly Named[]): Entry[] {
  const used = fitted.find((fit) => fit.regionName === bound.region && fit.blockName === bound.block)?.places ?? 0;
  if (bound.places < used) return [];
  const { places: value, source, quality, asOf, low, high } = bound;
  return [{ key: [bound.region, bound.block], card: { value, unit: 'trainees at once', source, quality, asOf, low: Math.max(low, used), high: Math.max(high, used) } }];
}
