import type * as z from 'zod';
import { mapping, name, says } from './fields.js';
import type { Reading } from './numbers.js';
import { strange, wholeSteps, type Reader } from './reader.js';
import { strangeRegion, type Regions } from './regions.js';
import { readRows, YEAR, type Row } from './rows.js';
import type { Pathway, Scenario } from './scenario.js';

const COUNT = { whole: true, min: 0, max: 1_000_000 } as const;
const MONTHS = { min: 0, max: 600 } as const;
const NATION = 'Riket';

/** Who waits and who is in training when the run begins (MODEL 9.1). */
export const initial = () =>
  mapping({
    queues: name(says('data file: region, pathway, stream, waited_months', 'datafil: region, pathway, stream, waited_months')).optional(),
    'in-training': name(says('data file: region, variant, stream, left_months', 'datafil: region, variant, stream, left_months')).optional(),
  });

/** What rows of data may speak of. */
export interface Names {
  readonly regions: Regions;
  readonly pathways: readonly Pathway[];
  readonly streams: readonly string[];
  /** The pathways that each sound stream comes to: what it seeks, then what that leads to. */
  readonly seeking: ReadonlyMap<string, readonly string[]>;
}

/** Settles the initial state. */
export function layInitial(raw: z.output<ReturnType<typeof initial>> | undefined, names: Names, reader: Reader): Scenario['initial'] {
  const queues = raw?.queues === undefined ? [] : layQueues(raw.queues, names, reader);
  const training = raw?.['in-training'] === undefined ? [] : layTraining(raw['in-training'], names, reader);
  return { queues, training };
}

function layQueues(file: string, names: Names, reader: Reader): Scenario['initial']['queues'] {
  const sheet = readRows(reader, file, ['initial', 'queues'], {
    keys: { region: 'name', pathway: 'name', stream: 'name', waited_months: MONTHS },
    value: COUNT,
    names: { region: strangeRegion(names.regions), pathway: strange('pathway', names.pathways.map(({ id }) => id)), stream: strange('stream', names.streams) },
    each: (row) => {
      refuseOtherPathway(row, 'pathway', row.name('pathway'), names);
      const waited = stepsOf(row, 'waited_months', reader);
      if ('fault' in waited) row.complain('waited_months', waited.fault);
    },
  });
  return insideOf(names, sheet?.rows).map((row) => ({ region: row.name('region'), pathway: row.name('pathway'), stream: row.name('stream'), waited: valueOf(stepsOf(row, 'waited_months', reader)), number: row.value }));
}

function layTraining(file: string, names: Names, reader: Reader): Scenario['initial']['training'] {
  const variants = names.pathways.flatMap((pathway) => pathway.variants);
  const sheet = readRows(reader, file, ['initial', 'in-training'], {
    keys: { region: 'name', variant: 'name', stream: 'name', left_months: MONTHS },
    value: COUNT,
    names: { region: strangeRegion(names.regions), variant: strange('variant', variants.map(({ id }) => id)), stream: strange('stream', names.streams) },
    each: (row) => {
      const variant = variants.find(({ id }) => id === row.name('variant'));
      const owner = names.pathways.find((pathway) => pathway.variants.some(({ id }) => id === row.name('variant')));
      if (owner) refuseOtherPathway(row, 'variant', owner.id, names);
      const left = stepsOf(row, 'left_months', reader);
      const whole = variant?.stretches.reduce((sum, stretch) => sum + stretch.steps, 0) ?? Infinity;
      if ('fault' in left) row.complain('left_months', left.fault);
      else if (left.value < 1 || left.value > whole) row.complain('left_months', { code: 'left-outside', values: { max: (whole * reader.halvesPerStep) / 2, variant: row.name('variant') } });
    },
  });
  return insideOf(names, sheet?.rows).map((row) => ({ region: row.name('region'), variant: row.name('variant'), stream: row.name('stream'), left: valueOf(stepsOf(row, 'left_months', reader)), number: row.value }));
}

const insideOf = ({ regions }: Names, rows: readonly Row[] | undefined): readonly Row[] => (rows ?? []).filter((row) => regions.ids.includes(row.name('region')));

/** A doctor waits for, and trains in, what the stream seeks or what that leads to; anything else would never be counted with it. */
function refuseOtherPathway(row: Row, column: string, pathway: string, { pathways, seeking }: Names): void {
  const sought = seeking.get(row.name('stream'));
  if (pathways.length > 0 && sought !== undefined && !sought.includes(pathway)) row.complain(column, { code: 'not-sought', values: { stream: row.name('stream'), sought: sought.join(', ') } });
}

/** A column of months in steps of the run. */
function stepsOf(row: Row, column: string, reader: Reader): Reading<number> {
  const months = row.number(column);
  return wholeSteps({ halves: months * 2, written: `${months} months` }, reader.halvesPerStep);
}

const valueOf = (steps: Reading<number>): number => ('value' in steps ? steps.value : 1);

/** The figures of a report that points can be set beside: those by area and pathway, over time. */
export const COMPARABLE = ['demand', 'happens', 'positions', 'queue', 'room', 'survey-wait', 'training', 'vacant', 'wait-calendar', 'wait-gap', 'wait-queue'] as const;

/** Settles the points to draw beside the figures; `Riket` is the nation. */
export function layCompare(file: string | undefined, names: Names, reader: Reader): Scenario['compare'] {
  if (file === undefined) return [];
  const isNamed = (region: string): boolean => region === NATION || names.regions.ids.includes(region);
  const sheet = readRows(reader, file, ['compare'], {
    keys: { figure: 'name', region: 'name', pathway: 'name', year: YEAR },
    value: {},
    names: {
      figure: strange('figure', COMPARABLE),
      region: (region) => (isNamed(region) ? undefined : strangeRegion(names.regions)(region)),
      pathway: strange('pathway', names.pathways.map(({ id }) => id)),
    },
  });
  const rows = (sheet?.rows ?? []).filter((row) => isNamed(row.name('region')));
  return rows.map((row) => ({ figure: row.name('figure'), region: row.name('region'), pathway: row.name('pathway'), year: row.number('year'), value: row.value }));
}
