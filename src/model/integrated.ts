import type * as z from 'zod';
import { showMonth, type Path } from '../base/index.js';
import { duration } from './dates.js';
import { firstArrivals } from './doctors.js';
import { keyed, mapping, says } from './fields.js';
import { known, object, someOf, stepsAt, type Reader } from './reader.js';
import type { Regions } from './regions.js';
import type { Pathway, Scenario, Variant } from './scenario.js';
import { scenarioNames } from './titles.js';

/** Which variants are done inside ST (integrated BT, MODEL 3.9), and within how long. */
export const integrated = () =>
  keyed(mapping({ within: duration(says('the longest time from the first block to the end of the last', 'längsta tid från första blocket till det sista blockets slut')) }), { sv: 'variant: { within: 24 months }', en: 'variant: { within: 24 months }' }).meta(
    says('variants inside an ST post: no position, begun at any time, with gaps between the blocks', 'varianter inom en ST-tjänst: ingen egen tjänst, börjar när som helst, med luckor mellan blocken'),
  );

/** Settles which of the variants are integrated. */
export function layIntegrated(raw: z.output<ReturnType<typeof integrated>> | undefined, variants: readonly Variant[], path: Path, reader: Reader): readonly Variant[] {
  const names = scenarioNames(reader, raw ?? {}, path);
  if (raw && names.length === 0) object(reader, path, { code: 'empty-map' });
  const ids = variants.map(({ id }) => id);
  const within = new Map(names.map(([id, one]) => {
    known(reader, 'variant', id, ids, [...path, id], 'key');
    return [id, stepsAt(reader, one.within, [...path, id, 'within'])] as const;
  }));
  return variants.map((variant) => ({ ...variant, within: within.get(variant.id) ?? null }));
}

/** The blocks of an integrated variant must have room within its time. */
export function refuseTooShort({ id, variants }: Pathway, reader: Reader): void {
  for (const { id: variant, stretches, within } of variants) {
    const least = stretches.reduce((sum, stretch) => sum + stretch.steps, 0);
    if (within !== null && within < least) object(reader, ['pathways', id, 'integrated', variant, 'within'], { code: 'within-too-short', values: { least: (least * reader.halvesPerStep) / 2, variant } });
  }
}

/** Whether some doctors of a region need a position for a pathway: not where all are in forms inside ST. */
export function needsPositions({ variants, variantOf }: Pathway, region: string): boolean {
  const own = variantOf.filter((row) => row.region === region && row.share.value > 0);
  return variants.some(({ id, within }) => within === null && (own.length === 0 || own.some((row) => row.variant === id)));
}

/** Regions that send doctors into an integrated variant but have no ST posts, in all of the run or some of it: closed, not free (MODEL 3.9). */
export function warnOfNoPosts({ pathways, stPosts, streams, time }: Pick<Scenario, 'pathways' | 'stPosts' | 'streams' | 'time'>, regions: Regions, reader: Reader): void {
  const closed = new Map(regions.ids.map((region) => [region, closedTimes(stPosts.filter((row) => row.region === region), time)]));
  const comes = firstArrivals(streams);
  for (const { id, variants, variantOf } of pathways)
    for (const { id: variant } of variants.filter(({ within }) => within !== null)) {
      const isSent = (region: string): boolean => variants.length === 1 || variantOf.some((row) => row.region === region && row.variant === variant && row.share.value > 0);
      const sent = [...closed].filter(([region]) => isSent(region));
      const tell = (code: string, where: readonly string[]): void => {
        if (where.length > 0) object(reader, ['pathways', id, 'integrated', variant], { code, values: { variant, regions: someOf(where) } }, 'key', 'warning');
      };
      const isAll = ({ from, to }: Closed): boolean => from === time.from && to === time.to;
      // Before anybody comes nothing is missed.
      const isMissed = ({ from, to }: Closed): boolean => from > time.from || to >= (comes.get(id) ?? Infinity);
      tell('integrated-closed', sent.filter(([, times]) => times.some(isAll)).map(([region]) => region));
      tell('integrated-closed-then', sent.flatMap(([region, times]) => times.filter((one) => !isAll(one) && isMissed(one)).map(({ from, to }) => `${region} ${showMonth(from)}–${showMonth(to)}`)));
    }
}

/** The first and last month of a time without ST posts. */
interface Closed {
  readonly from: number;
  readonly to: number;
}

/** The times of the run in which a region has no ST posts. */
function closedTimes(rows: Scenario['stPosts'], { from, to }: Scenario['time']): readonly Closed[] {
  const dated = [...rows].sort((a, b) => a.from - b.from);
  const times: Closed[] = [];
  for (let month = from; month <= to; month++) {
    const row = dated.findLast((one) => one.from <= month);
    const own = row?.months?.find((one) => one.month === (month % 12) + 1)?.places.value ?? 0;
    // A month of the year without posts, beside others that have some, is meant so.
    if (row !== undefined && (row.places?.value !== 0 || own > 0)) continue;
    const last = times.at(-1);
    if (last?.to === month - 1) times.splice(-1, 1, { from: last.from, to: month });
    else times.push({ from: month, to: month });
  }
  return times;
}
