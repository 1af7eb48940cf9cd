import type * as z from 'zod';
import type { Path } from '../base/index.js';
import { duration } from './dates.js';
import { byForm, either, keyed, listed, mapping, name, says } from './fields.js';
import { figure } from './figures.js';
import { known, object, shareOfLine, showSum, stepsAt, sumsToOne, type Reader } from './reader.js';
import type { Regions } from './regions.js';
import type { Credit, Pathway, Stretch } from './scenario.js';
import { scenarioNames } from './titles.js';

const regionNames = () => either(byForm, { text: name(), list: listed(name(), { sv: 'region, region', en: 'region, region' }) }, { sv: 'en region eller en lista', en: 'a region or a list' });

/** Earlier service that counts (tillgodoräknande): regions differ in whether it does, and for how many. */
export const credit = () =>
  listed(
    mapping({
      region: regionNames().meta(says('the regions that credit it', 'regionerna som tillgodoräknar')),
      share: figure({ min: 0, max: 1, share: true }, says('the share of their doctors who have it', 'andelen av deras läkare som har det')),
      less: keyed(duration(), { sv: 'block: 2 months', en: 'block: 2 months' }).meta(says('block → how much of it need not be done', 'block → hur mycket av det som inte behöver göras')),
    }),
    { sv: '{ region, share, less: { block: 2 months } }, …', en: '{ region, share, less: { block: 2 months } }, …' },
  ).meta(says('earlier service that counts, by region; none where nothing is said', 'tillgodoräknad tidigare tjänstgöring, per region; ingen där inget sägs'));

type Raw = z.output<ReturnType<typeof credit>>;

/** Settles what is credited. */
export function layCredit(raw: Raw | undefined, blocks: readonly string[], path: Path, regions: Regions, reader: Reader): readonly Credit[] {
  if (raw?.length === 0) object(reader, path, { code: 'empty-list' });
  const settled = (raw ?? []).map((row, i) => {
    const given = [row.region].flat();
    const atRegion = (k: number): Path => [...path, i, 'region', ...(Array.isArray(row.region) ? [k] : [])];
    if (given.length === 0) object(reader, [...path, i, 'region'], { code: 'empty-list' });
    given.forEach((region, k) => {
      known(reader, 'region', region, regions.everywhere, atRegion(k));
      if (given.indexOf(region) < k) object(reader, atRegion(k), { code: 'said-twice', found: region });
    });
    const names = scenarioNames(reader, row.less, [...path, i, 'less']);
    if (names.length === 0) object(reader, [...path, i, 'less'], { code: 'empty-map' });
    const less = names.map(([block, length]) => {
      known(reader, 'block', block, blocks, [...path, i, 'less', block], 'key');
      if (length.halves === 0) object(reader, [...path, i, 'less', block], { code: 'credit-of-nothing', found: length.written });
      return { block, steps: stepsAt(reader, length, [...path, i, 'less', block]) };
    });
    return { regions: given.filter((region) => regions.ids.includes(region)), share: shareOfLine(reader, row.share, [...path, i, 'share']), less };
  });
  for (const region of regions.ids) {
    const sum = settled.filter((row) => row.regions.includes(region)).reduce((total, { share }) => total + share.value, 0);
    if (sum > 1 && !sumsToOne(sum)) object(reader, path, { code: 'credit-over-one', values: { sum: showSum(sum), region } }, 'key');
  }
  return settled;
}

/** What is left of a variant's blocks when some of it is credited, from the last stay in a block backwards; stays of which nothing is left fall away. */
export function lessen(stretches: readonly Stretch[], less: Credit['less']): readonly Stretch[] {
  const left = new Map(less.map(({ block, steps }) => [block, steps]));
  return stretches.toReversed().flatMap((stretch) => {
    const taken = Math.min(stretch.steps, left.get(stretch.block) ?? 0);
    left.set(stretch.block, (left.get(stretch.block) ?? 0) - taken);
    return taken === stretch.steps ? [] : [{ ...stretch, steps: stretch.steps - taken }];
  }).reverse();
}

/** Credit shortens a block; one that nothing is left of would be no part of the training. */
export function refuseWhole({ id, credit: rows, variants }: Pathway, reader: Reader): void {
  rows.forEach(({ less }, i) => {
    for (const { block, steps } of less) {
      const none = variants.find(({ stretches }) => {
        const whole = stretches.filter((stretch) => stretch.block === block).reduce((sum, stretch) => sum + stretch.steps, 0);
        return whole > 0 && steps >= whole;
      });
      if (none) object(reader, ['pathways', id, 'credit', i, 'less', block], { code: 'credit-leaves-nothing', found: block, values: { variant: none.id } });
    }
  });
}
