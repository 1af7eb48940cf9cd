import type * as z from 'zod';
import type { Path } from '../base/index.js';
import { mapping, says } from './fields.js';
import { figure, worst } from './figures.js';
import { object, type Reader } from './reader.js';
import type { Sourced } from './scenario.js';

const MOST = 1_000_000;
const share = (en: string, sv: string) => figure({ min: 0, max: 1, share: true }, says(en, sv));
const trainees = () => figure({ min: 0, max: 1000 }, says('trainees that each can carry at once', 'läkare som var och en kan ta emot samtidigt'));

/** Supervisors counted: people, the share of them who are available, and how many each can carry, less vacancies and leave (MODEL 1, 3.13). */
export const people = () =>
  mapping({
    people: figure({ min: 0, max: MOST }),
    share: share('share who supervise', 'andel som handleder'),
    trainees: trainees(),
    vacant: share('share of the posts that are vacant; default 0', 'andel av tjänsterna som är vakanta; utan angivelse 0').optional(),
    'on-leave': share('share who are on leave; default 0', 'andel som är lediga; utan angivelse 0').optional(),
  });

/** Slots at health centres: how many centres there are, the share that takes part, and how many trainees each takes, how often (MODEL 3.13). */
export const centres = () =>
  mapping({
    centres: figure({ whole: true, min: 0, max: MOST }, says('health centres', 'vårdcentraler')),
    active: share('share of the centres that take part; default 1', 'andel av vårdcentralerna som tar emot; utan angivelse 1').optional(),
    trainees: trainees().optional(),
    often: share('how often: 0.5 is every second year; default 1', 'hur ofta: 0.5 är vartannat år; utan angivelse 1').optional(),
  });

/** The keys that tell what is counted from a number with its bounds. */
export const PEOPLE = ['people', 'share', 'vacant', 'on-leave'];
export const CENTRES = ['centres', 'active', 'often'];

type People = z.output<ReturnType<typeof people>>;
type Centres = z.output<ReturnType<typeof centres>>;

/** Places that supervisors have; people who give none are warned of: all of their posts are vacant, say. */
export function placesOfPeople(of: People, path: Path, reader: Reader): Sourced {
  const there = [of.vacant, of['on-leave']].flatMap((one) => (one === undefined ? [] : [{ ...one, value: 1 - one.value }]));
  const places = product([of.people, of.share, of.trainees, ...there]);
  if (places.value === 0) object(reader, path, { code: 'people-give-none' }, 'key', 'warning');
  return places;
}

/** Slots at health centres: whole ones, for a centre that takes half a trainee takes none; a region whose centres give none is warned of. */
export function slotsOfCentres(of: Centres, path: Path, reader: Reader): Sourced {
  const exact = product([of.centres, of.active ?? [], of.trainees ?? [], of.often ?? []].flat());
  const slots = { ...exact, value: Math.floor(exact.value) };
  if (slots.value === 0) object(reader, path, { code: 'centres-give-none', found: String(exact.value) }, 'key', 'warning');
  return slots;
}

/** The product of figures, as the decimals that they are written with: 41 × 25/41 is 25. */
function product(figures: readonly Sourced[]): Sourced {
  const value = Number(figures.reduce((all, { value: one }) => all * one, 1).toPrecision(12));
  const quality = figures.map((one) => one.quality).reduce(worst);
  return { value, quality, source: [...new Set(figures.map(({ source }) => source))].join('; '), cell: figures[0]!.cell };
}
