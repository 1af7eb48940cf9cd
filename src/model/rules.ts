import type * as z from 'zod';
import { suggest } from '../base/index.js';
import { duration } from './dates.js';
import { byForm, either, flag, keyed, listed, mapping, name, number, says, word } from './fields.js';
import { figure } from './figures.js';
import { mobile } from './mobility.js';
import { known, lineAt, object, someOf, stepsAt, type Reader } from './reader.js';
import type { Regions } from './regions.js';
import type { Scenario } from './scenario.js';
import { scenarioNames } from './titles.js';

/** How much a month's wait counts against the lot. */
const weight = () => number({ min: 0, max: 1000, unit: 'per month' });

/** How doctors in a queue are ranked (MODEL 2.6). */
export const discipline = () =>
  either(
    byForm,
    {
      text: word(['longest-wait', 'lottery']),
      map: mapping({ weighted: weight() }),
    },
    { sv: 'longest-wait, lottery eller { weighted: 0.04 per month }', en: 'longest-wait, lottery or { weighted: 0.04 per month }' },
  ).meta(says('how doctors in a queue are ranked; default longest-wait', 'hur läkarna i en kö rangordnas; utan angivelse longest-wait'));

/** Settles the discipline: a lottery is a weight of nothing. */
export function layDiscipline(raw: z.output<ReturnType<typeof discipline>> | undefined): Pick<Scenario, 'discipline' | 'weightPerMonth'> {
  if (raw === undefined || raw === 'longest-wait') return { discipline: 'longest-wait', weightPerMonth: 0 };
  return { discipline: 'weighted', weightPerMonth: raw === 'lottery' ? 0 : raw.weighted };
}

/** How doctors are placed (MODEL 3.1, 3.3, 3.4). */
export const placement = () =>
  mapping({
    mode: word(['itinerary', 'step'], says('whether the whole pathway is reserved at the start, or only the next block; default itinerary', 'om hela tjänstgöringen bokas vid start eller bara nästa block; utan angivelse itinerary')).optional(),
    choice: word(['spread', 'first-fit'], says('which of the orders that fit; default spread', 'vilken av de ordningar som går; utan angivelse spread')).optional(),
  });

/** Which pathways or streams go before which. */
export const slotPriority = () => listed(name(), { sv: 'AT, BT', en: 'AT, BT' }).meta(says('pathways or streams, first goes first', 'tjänstgöringsformer eller inflöden, först går först'));

/** Settles the slot priority: pathways or streams, not mixed; two pathways without any is a warning (MODEL 2.6). */
export function layPriority(raw: readonly string[] | undefined, pathways: readonly string[], streams: readonly string[], reader: Reader): readonly string[] {
  const path = ['slot-priority'];
  if (raw === undefined) {
    if (pathways.length > 1) object(reader, [], { code: 'no-slot-priority', values: { pathways: pathways.join(', ') } }, 'value', 'warning');
    return [];
  }
  if (raw.length === 0) object(reader, path, { code: 'empty-list' });
  raw.forEach((name, i) => {
    if (!pathways.includes(name) && !streams.includes(name)) object(reader, [...path, i], unknownEither(name, pathways, streams));
    if (raw.indexOf(name) < i) object(reader, [...path, i], { code: 'said-twice', found: name });
  });
  const only = (ids: readonly string[]): boolean => raw.every((name) => ids.includes(name));
  const mixed = !only(pathways) && !only(streams) && raw.every((name) => pathways.includes(name) || streams.includes(name));
  if (mixed) object(reader, path, { code: 'mixed-priority', values: { pathways: pathways.join(', '), streams: streams.join(', ') } }, 'key');
  return raw;
}

function unknownEither(name: string, pathways: readonly string[], streams: readonly string[]): Parameters<typeof object>[2] {
  const valid = [...pathways, ...streams];
  const nearest = suggest(name, valid);
  return { code: 'unknown-priority', found: name, values: { allowed: someOf(valid) }, ...(nearest === undefined ? {} : { nearest }) };
}

/** Settles how often a doctor may be passed over; under `strict` nobody ever is. */
export function layPassLimit(raw: number | undefined, strict: boolean | undefined, reader: Reader): number | null {
  if (raw !== undefined && strict) object(reader, ['pass-limit'], { code: 'pass-limit-with-strict', found: String(raw), values: { line: lineAt(reader, ['strict'], ['pass-limit']) } }, 'key');
  return raw ?? null;
}

/** Applications outside the home region (MODEL 5.1). */
export const applications = () =>
  mapping({
    'applies-to': number({ whole: true, min: 0, max: 100 }, says('further regions applied to; default 0', 'ytterligare regioner som söks; utan angivelse 0')).optional(),
    mobile: mobile().optional(),
    deter: duration(says('the known wait that halves the attraction', 'den kända väntetid som halverar dragningen')).optional(),
    'own-first': flag(says('own doctors before guests', 'egna läkare före gäster')).optional(),
    attraction: keyed(figure({ min: 0, max: 1000 })).meta(says('region → factor; 1 where none is given', 'region → faktor; 1 där ingen anges')).optional(),
  });

/** Settles the applications; where doctors may move (`isMobile`), who is mobile matters though nobody applies elsewhere. */
export function layApplications(raw: z.output<ReturnType<typeof applications>> | undefined, isMobile: boolean, regions: Regions, reader: Reader): Scenario['applications'] {
  const path = ['applications'];
  if (raw?.deter?.halves === 0) object(reader, [...path, 'deter'], { code: 'deter-of-nothing', found: raw.deter.written });
  const idle = (['mobile', 'deter', 'own-first', 'attraction'] as const).filter((key) => raw?.[key] !== undefined && !(key === 'mobile' && isMobile));
  const isSound = reader.issues.every((issue) => issue.severity === 'warning');
  if (isSound && (raw?.['applies-to'] ?? 0) === 0 && idle.length > 0) object(reader, path, { code: 'applies-nowhere', values: { keys: idle.join(', ') } }, 'key', 'warning');
  const attraction = scenarioNames(reader, raw?.attraction ?? {}, [...path, 'attraction']).filter(([region]) => {
    known(reader, 'region', region, regions.everywhere, [...path, 'attraction', region], 'key');
    return regions.ids.includes(region);
  });
  return {
    appliesTo: raw?.['applies-to'] ?? 0,
    deter: stepsAt(reader, raw?.deter, [...path, 'deter']),
    ownFirst: raw?.['own-first'] ?? false,
    attraction: attraction.map(([region, factor]) => ({ region, factor })),
  };
}
