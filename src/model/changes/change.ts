import type * as z from 'zod';
import { formOf, type RawMap, type Written } from '../../base/index.js';
import { duration, month, type Duration } from '../dates.js';
import { anyOf, byForm, either, listed, mapping, name, number, prose, QUALITIES, refused, says, word } from '../fields.js';
import { figure } from '../figures.js';
import type { Sourced } from '../scenario.js';

/** What a change may concern, by the names that scenarios call it. */
export const QUANTITIES = ['slots', 'supervisors', 'main-supervisors', 'st-posts', 'crowding-slots', 'crowding-supervisors', 'positions', 'length', 'rate'] as const;
export type QuantityName = (typeof QUANTITIES)[number];

const SWEDISH: Readonly<Record<QuantityName, string>> = {
  slots: 'placeringsplatserna',
  supervisors: 'handledarna',
  'main-supervisors': 'huvudhandledarna',
  'st-posts': 'ST-tjänsterna',
  'crowding-slots': 'platserna som andra använder',
  'crowding-supervisors': 'handledarna som andra använder',
  positions: 'tjänsterna',
  length: 'längden',
  rate: 'inflödet',
};

/** A quantity as messages name it: in Swedish with the name that one types. */
export const naming = (quantity: QuantityName): Readonly<Record<'quantitySv' | 'quantityEn', string>> => ({ quantitySv: `${SWEDISH[quantity]} (${quantity})`, quantityEn: quantity });

/** The keys by which a change says where it holds. */
export const PLACES = ['region', 'area', 'block', 'pathway', 'variant', 'stream'] as const;
export type PlaceKey = (typeof PLACES)[number];

/** The largest number that a change may set or add. */
export const MOST = 1_000_000;
const LARGEST_FACTOR = 1000;

const names = () => either(byForm, { text: name(), list: listed(name(), { sv: 'namn, namn', en: 'name, name' }) }, { sv: 'ett namn eller en lista', en: 'a name or a list' });
const where = () =>
  mapping({
    region: names().optional(),
    area: names().optional(),
    block: names().optional(),
    pathway: names().optional(),
    variant: names().optional(),
    stream: names().optional(),
  }).meta(says('where it holds; what is not named is not limited', 'var den gäller; det som inte nämns begränsas inte'));

const quantity = (en: string, sv: string) => word(QUANTITIES, says(en, sv));
const common = () => ({
  where: where().optional(),
  from: month(says('first month; default the first of the run', 'första månad; utan angivelse körningens första')).optional(),
  until: month(says('last month; default the last of the run and beyond', 'sista månad; utan angivelse körningens sista och därefter')).optional(),
  announced: month(says('the month in which it becomes known; default from the beginning', 'månaden då den blir känd; utan angivelse från början')).optional(),
  decided: month(says('the month in which it is decided; default that of lead-times', 'månaden då den beslutas; utan angivelse den i lead-times')).optional(),
  source: prose(says('who says so', 'vem som säger det')).optional(),
  quality: word(QUALITIES, says('default assumption', 'utan angivelse assumption')).optional(),
  name: name(says('what the change is part of', 'vad ändringen är en del av')).optional(),
});

const AMOUNT = { sv: 'ett tal, en längd eller unlimited', en: 'a number, a duration or unlimited' };
const isText = (raw: unknown, like: RegExp): boolean => formOf(raw) === 'text' && like.test((raw as Written).text);
const amount = () =>
  either(
    (raw) => (isText(raw, /^u/) ? 'word' : isText(raw, /months?$/) ? 'duration' : formOf(raw) === 'nothing' || formOf(raw) === 'list' ? undefined : 'figure'),
    { figure: figure({ min: 0, max: MOST }), word: word(['unlimited']), duration: duration() },
    AMOUNT,
  );

const setting = () => mapping({ set: quantity('what is set to another number', 'det som får ett annat tal'), to: amount().meta(says('the number', 'talet')), ...common() });
const adding = () => mapping({ add: quantity('what is added to', 'det som läggs till eller dras ifrån'), by: number({ min: -MOST, max: MOST }, says('how much more, or less when below 0', 'hur mycket mer, eller mindre när det är under 0')), ...common() });
const scaling = () => mapping({ scale: quantity('what is multiplied', 'det som multipliceras'), by: number({ min: 0, max: LARGEST_FACTOR }, says('the factor', 'faktorn')), ...common() });

const ALLOWED = { sv: '{ set, to }, { add, by } eller { scale, by }', en: '{ set, to }, { add, by } or { scale, by }' };

/** The verb that a change has, or, where that is misspelt, the one that its number belongs to. */
function verbOf(raw: unknown): 'set' | 'add' | 'scale' | 'none' | undefined {
  if (formOf(raw) !== 'map') return undefined;
  const map = raw as RawMap;
  const verb = (['set', 'add', 'scale'] as const).find((one) => map[one] !== undefined);
  return verb ?? (map['to'] !== undefined ? 'set' : map['by'] !== undefined ? 'add' : 'none');
}

/** One change: a quantity set to a number, raised or lowered by one, or multiplied; where, and from when until when. */
export const change = () => {
  const verbs = { set: setting(), add: adding(), scale: scaling() };
  return either(verbOf, { ...verbs, none: refused({ code: 'change-without-verb' }) }, ALLOWED).meta(anyOf(() => Object.values(verbs)));
};

/** Changes of what the rest of the scenario says, in the order written. */
export const changes = () => listed(change(), ALLOWED).meta(says('changes of what the rest says, after all of it', 'ändringar av det övriga, efter allt annat'));

type Where = z.output<ReturnType<typeof where>>;
interface Common {
  readonly where?: Where | undefined;
  readonly from?: number | undefined;
  readonly until?: number | undefined;
  readonly announced?: number | undefined;
  readonly decided?: number | undefined;
  readonly source?: string | undefined;
  readonly quality?: Sourced['quality'] | undefined;
  readonly name?: string | undefined;
}

/** A change as written, every field judged by itself. */
export type RawChange = Common & (
  | { readonly set: QuantityName; readonly to: Sourced | Duration | 'unlimited' }
  | { readonly add: QuantityName; readonly by: number }
  | { readonly scale: QuantityName; readonly by: number }
);
