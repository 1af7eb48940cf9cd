import type * as z from 'zod';
import { mapping, name, says } from './fields.js';
import { unknown, wholeSteps, type Reader } from './reader.js';
import { regionOfRow, type Regions } from './regions.js';
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
  const sheet = readRows(reader, file, ['initial', 'queues'], { keys: { region: 'name', pathway: 'name', stream: 'name', waited_months: MONTHS }, value: COUNT });
  const pathways = names.pathways.map((pathway) => pathway.id);
  return (sheet?.rows ?? []).flatMap((row) => {
    one(row, 'pathway', pathways);
    one(row, 'stream', names.streams);
    if (pathways.includes(row.name('pathway'))) refuseOtherPathway(row, 'pathway', row.name('pathway'), names);
    const waited = steps(row, 'waited_months', reader);
    if (!regionOfRow(names.regions, row.name('region'), (fault) => row.complain('region', fault))) return [];
    return [{ region: row.name('region'), pathway: row.name('pathway'), stream: row.name('stream'), waited, number: row.value }];
  });
}

function layTraining(file: string, names: Names, reader: Reader): Scenario['initial']['training'] {
  const sheet = readRows(reader, file, ['initial', 'in-training'], { keys: { region: 'name', variant: 'name', stream: 'name', left_months: MONTHS }, value: COUNT });
  const variants = names.pathways.flatMap((pathway) => pathway.variants);
  return (sheet?.rows ?? []).flatMap((row) => {
    one(row, 'variant', variants.map((variant) => variant.id));
    one(row, 'stream', names.streams);
    const owner = names.pathways.find((pathway) => pathway.variants.some((variant) => variant.id === row.name('variant')));
    if (owner) refuseOtherPathway(row, 'variant', owner.id, names);
    const left = steps(row, 'left_months', reader);
    const variant = variants.find((candidate) => candidate.id === row.name('variant'));
    const whole = variant?.stretches.reduce((sum, stretch) => sum + stretch.steps, 0) ?? Infinity;
    if (left < 1 || left > whole) row.complain('left_months', { code: 'left-outside', values: { max: (whole * reader.halvesPerStep) / 2, variant: row.name('variant') } });
    if (!regionOfRow(names.regions, row.name('region'), (fault) => row.complain('region', fault))) return [];
    return [{ region: row.name('region'), variant: row.name('variant'), stream: row.name('stream'), left, number: row.value }];
  });
}

function one(row: Row, kind: string, valid: readonly string[]): void {
  if (valid.length > 0 && !valid.includes(row.name(kind))) row.complain(kind, unknown(kind, row.name(kind), valid));
}

/** A doctor waits for, and trains in, what the stream seeks or what that leads to; anything else would never be counted with it. */
function refuseOtherPathway(row: Row, column: string, pathway: string, { seeking }: Names): void {
  const sought = seeking.get(row.name('stream'));
  if (sought !== undefined && !sought.includes(pathway)) row.complain(column, { code: 'not-sought', values: { stream: row.name('stream'), sought: sought.join(', ') } });
}

function steps(row: Row, column: string, reader: Reader): number {
  const months = row.number(column);
  const settled = wholeSteps({ halves: months * 2, written: `${months} months` }, reader.halvesPerStep);
  if ('value' in settled) return settled.value;
  row.complain(column, settled.fault);
  return 1;
}

/** The figures of a report that points can be set beside: those by area and pathway, over time. */
export const COMPARABLE = ['demand', 'happens', 'positions', 'queue', 'room', 'survey-wait', 'training', 'vacant', 'wait-calendar', 'wait-gap', 'wait-queue'] as const;

/** Settles the points to draw beside the figures; `Riket` is the nation. */
export function layCompare(file: string | undefined, names: Names, reader: Reader): Scenario['compare'] {
  if (file === undefined) return [];
  const sheet = readRows(reader, file, ['compare'], { keys: { figure: 'name', region: 'name', pathway: 'name', year: YEAR }, value: {} });
  const pathways = names.pathways.map((pathway) => pathway.id);
  return (sheet?.rows ?? []).flatMap((row) => {
    one(row, 'pathway', pathways);
    one(row, 'figure', COMPARABLE);
    const region = row.name('region');
    if (region !== NATION && !regionOfRow(names.regions, region, (fault) => row.complain('region', fault))) return [];
    return [{ figure: row.name('figure'), region, pathway: row.name('pathway'), year: row.number('year'), value: row.value }];
  });
}
