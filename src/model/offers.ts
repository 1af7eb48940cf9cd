import type { Path } from '../base/index.js';
import { byQueue, settleByQueue, type ByQueue, type Queues, type Said } from './by-queue.js';
import { flag, number, says } from './fields.js';
import { figure, STATED } from './figures.js';
import { chance, object, type Reader } from './reader.js';
import type { Offers, Scenario, Sourced } from './scenario.js';

/** Offers beyond the positions are kept in thousandths of them, so that they are rounded up in exact arithmetic. */
const FINEST = 1000;
const MOST_RESERVES = 1_000_000;

/** What becomes of positions between the offer and the start (MODEL 2.6): who does not come, whom else one asked, and what is kept for the next intake. */
export const offers = () => ({
  'no-shows': byQueue(() => figure({ min: 0, max: 1, share: true }), 'en andel', 'a share')
    .meta(says('chance that an offer does not lead to a start; default 0', 'risken att ett erbjudande inte leder till start; utan angivelse 0'))
    .optional(),
  'over-offer': byQueue(() => number({ min: 0, max: 10, growth: true }), 'en andel', 'a share')
    .meta(says('offers beyond the positions, as a share of them, rounded up; default 0', 'erbjudanden utöver tjänsterna, som andel av dem, avrundat uppåt; utan angivelse 0'))
    .optional(),
  reserve: byQueue(() => number({ whole: true, min: 0, max: MOST_RESERVES }), 'ett antal', 'a number')
    .meta(says('offers to a reserve list at each intake; default 0', 'erbjudanden till en reservlista vid varje antagning; utan angivelse 0'))
    .optional(),
  carry: byQueue(() => flag(), 'true eller false', 'true or false')
    .meta(says('whether what nobody took is kept for the next intake; default false', 'om det som ingen tog sparas till nästa antagning; utan angivelse false'))
    .optional(),
});

interface Raw {
  readonly 'no-shows'?: ByQueue<Sourced> | undefined;
  readonly 'over-offer'?: ByQueue<number> | undefined;
  readonly reserve?: ByQueue<number> | undefined;
  readonly carry?: ByQueue<boolean> | undefined;
}

/** Settles the offers of every queue of which something is said; those of unlimited positions are never missed. */
export function layOffers(raw: Raw, isLimited: (region: string, pathway: string) => boolean, ground: Queues): readonly Offers[] {
  const { reader } = ground;
  const settle = <V>(key: keyof Raw, isNamed: (one: unknown) => boolean): readonly Said<V>[] =>
    raw[key] === undefined ? [] : settleByQueue(raw[key] as ByQueue<V>, isNamed, ['positions', key], ground).map((said) => limited(said, isLimited, reader));
  const isMap = (one: unknown): boolean => typeof one === 'object' && one !== null;
  const noShows = settle<Sourced>('no-shows', (one) => isMap(one) && !('value' in (one as object)));
  const overOffer = settle<number>('over-offer', isMap);
  const reserve = settle<number>('reserve', isMap);
  const carry = settle<boolean>('carry', isMap);
  for (const { value, path } of noShows) judgeNoShows(value, path, reader);
  for (const { value, path } of overOffer) judgeFineness(value, path, reader);
  const at = <V>(said: readonly Said<V>[], region: string, pathway: string): V | undefined => said.find(({ of }) => of.some((one) => one.region === region && one.pathway === pathway))?.value;
  const queues = ground.regions.ids.flatMap((region) => ground.pathways.map(({ id }) => ({ region, pathway: id })));
  const rows = queues.map(({ region, pathway }): Offers => ({
    region,
    pathway,
    noShows: at(noShows, region, pathway) ?? { value: 0, ...STATED, cell: '' },
    overOffer: at(overOffer, region, pathway) ?? 0,
    reserve: at(reserve, region, pathway) ?? 0,
    carry: at(carry, region, pathway) ?? false,
  }));
  for (const said of [...overOffer, ...reserve]) warnOfVain(said, rows, reader);
  return rows.filter((row) => row.noShows.cell !== '' || row.overOffer > 0 || row.reserve > 0 || row.carry);
}

function limited<V>(said: Said<V>, isLimited: (region: string, pathway: string) => boolean, reader: Reader): Said<V> {
  const of = said.of.filter(({ region, pathway }) => isLimited(region, pathway));
  if (of.length === 0 && said.of.length > 0) object(reader, said.path, { code: 'offers-of-unlimited' }, 'key');
  return { ...said, of };
}

function judgeNoShows(share: Sourced, path: Path, reader: Reader): void {
  if (share.value === 1) object(reader, path, { code: 'nobody-shows', found: '1' });
  else chance(reader, share, path);
}

function judgeFineness(share: number, path: Path, reader: Reader): void {
  const write = Math.round(share * FINEST) / FINEST;
  if (write !== share) object(reader, path, { code: 'offer-too-fine', found: String(share), values: { write: String(write) } });
}

/** When every offer holds, those beyond the positions are never taken up. */
function warnOfVain({ value, path, of }: Said<number>, rows: readonly Offers[], reader: Reader): void {
  const own = rows.filter((row) => of.some((one) => one.region === row.region && one.pathway === row.pathway));
  if (value > 0 && own.length > 0 && own.every((row) => row.noShows.value === 0)) object(reader, path, { code: 'over-offer-in-vain', found: String(value) }, 'key', 'warning');
}

/** Offers beyond the positions, in thousandths of them. */
export const overOfferUnits = ({ overOffer }: Offers): number => Math.round(overOffer * FINEST);

/** Whether a scenario has a limited number of positions for a queue. */
export const isLimitedIn = (positions: Scenario['positions']) => (region: string, pathway: string): boolean =>
  positions !== null && !positions.some((row) => row.number === null && row.region === region && row.pathway === pathway);

