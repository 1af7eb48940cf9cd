import { lessen } from '../credit.js';
import type { Credit, Pathway, Scenario, Variant } from '../scenario.js';
import { compareText } from '../cohorts.js';
import { stepsPerMonth } from '../calendar.js';

/** A scenario in which those whose earlier service counts have variants of their own: the share of each variant is split between the whole and what is left of it. */
export function withCredit(scenario: Scenario): Scenario {
  return { ...scenario, pathways: scenario.pathways.map((pathway) => splitVariants(pathway, scenario)) };
}

function splitVariants(pathway: Pathway, scenario: Scenario): Pathway {
  const credit = pathway.credit.filter((row) => row.share.value > 0 && row.regions.length > 0);
  if (credit.length === 0) return pathway;
  const shorter = pathway.variants.flatMap((variant) => credit.map((row) => ({ row, whole: variant, left: shorten(variant, row, scenario) })).filter(({ left }) => left.id !== variant.id));
  const added = shorter.map(({ left }) => left).filter((left, i, all) => all.findIndex(({ id }) => id === left.id) === i);
  const only = pathway.variants.map(({ id }) => id).sort(compareText)[0]!;
  const unsaid = credit.flatMap(({ regions }) => regions).filter((region, i, all) => all.indexOf(region) === i && pathway.variantOf.every((row) => row.region !== region));
  const all = [...pathway.variantOf, ...unsaid.map((region) => ({ region, from: 0, variant: only, share: { value: 1, quality: 'assumption' as const, source: '', cell: '' } }))];
  const variantOf = all.flatMap((row) => {
    const own = shorter.filter(({ row: { regions }, whole }) => whole.id === row.variant && regions.includes(row.region));
    const rest = 1 - own.reduce((sum, { row: { share } }) => sum + share.value, 0);
    return [{ ...row, share: { ...row.share, value: row.share.value * Math.max(0, rest) } }, ...own.map(({ row: { share }, left }) => ({ ...row, variant: left.id, share: { ...share, value: row.share.value * share.value } }))];
  });
  return { ...pathway, variants: [...pathway.variants, ...added], variantOf };
}

/** The variant of those who are credited: it stands next to the whole one on the axis, because a space is before all that names go on with. */
function shorten(variant: Variant, { less }: Credit, scenario: Scenario): Variant {
  const own = less.filter(({ block }) => variant.stretches.some((stretch) => stretch.block === block));
  if (own.length === 0) return variant;
  const perMonth = stepsPerMonth(scenario);
  const titles = own.map(({ block, steps }) => ({ id: block, months: steps / perMonth, ...scenario.blocks.find(({ id }) => id === block) }));
  return {
    ...variant,
    id: `${variant.id} less ${titles.map(({ id, months }) => `${id} ${months}`).join(', ')}`,
    sv: `${variant.sv}, tillgodoräknat ${titles.map(({ sv, id, months }) => `${sv ?? id} ${String(months).replace('.', ',')} mån`).join(' och ')}`,
    en: `${variant.en}, credited ${titles.map(({ en, id, months }) => `${en ?? id} ${months} ${months === 1 ? 'month' : 'months'}`).join(' and ')}`,
    stretches: lessen(variant.stretches, own),
  };
}
