import type * as z from 'zod';
import type { Path } from '../base/index.js';
import { duration } from './dates.js';
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

/** Regions that send doctors into an integrated variant but have no ST posts: closed, not free (MODEL 3.9). */
export function warnOfNoPosts({ pathways, stPosts }: Pick<Scenario, 'pathways' | 'stPosts'>, regions: Regions, reader: Reader): void {
  const closed = regions.ids.filter((region) => stPosts.every((row) => row.region !== region || row.places?.value === 0));
  for (const { id, variants, variantOf } of pathways)
    for (const { id: variant } of variants.filter(({ within }) => within !== null)) {
      const isSent = (region: string): boolean => variants.length === 1 || variantOf.some((row) => row.region === region && row.variant === variant && row.share.value > 0);
      const sent = closed.filter(isSent);
      if (sent.length > 0) object(reader, ['pathways', id, 'integrated', variant], { code: 'integrated-closed', values: { variant, regions: someOf(sent) } }, 'key', 'warning');
    }
}
