import type * as z from 'zod';
import { showMonth, type Path } from '../../base/index.js';
import { duration, month, type Duration } from '../dates.js';
import { mapping, says } from '../fields.js';
import { object, type Reader } from '../reader.js';
import { naming, type QuantityName, type RawChange } from './change.js';

const lead = (en: string, sv: string) => duration(says(en, sv)).optional();

/** How long before it takes effect a change must be decided (MODEL 1), by what it changes. */
export const leadTimes = () =>
  mapping({
    decided: month(says('the month in which the changes are decided, those that say no other', 'månaden då ändringarna beslutas, de som inte säger någon annan')).optional(),
    slots: lead('from the decision to the first slot', 'från beslutet till första placeringsplatsen'),
    supervisors: lead('from the decision to the first supervisor', 'från beslutet till första handledaren'),
    'main-supervisors': lead('from the decision to the first main supervisor', 'från beslutet till första huvudhandledaren'),
    'st-posts': lead('from the decision to the first ST post', 'från beslutet till första ST-tjänsten'),
    positions: lead('from the decision to the first position', 'från beslutet till första tjänsten'),
  }).meta(says('how long before it takes effect a change must be decided', 'hur långt före en ändring måste beslutas'));

/** The lead times as written; none where nothing is said of them. */
export type LeadTimes = z.output<ReturnType<typeof leadTimes>> | undefined;

/** A lead time as written, and with the Swedish name of its unit; months where it names none. */
function spoken({ written }: Duration): Readonly<Record<'leadSv' | 'leadEn', string>> {
  const leadEn = /month/.test(written) ? written : `${written} months`;
  return { leadSv: leadEn.replace(/half-months?$/, 'halvmånader').replace(/months?$/, 'månader'), leadEn };
}

/** Refuses a change that would be in force before it can be, and names the earliest month. */
export function refuseHaste(raw: RawChange, quantity: QuantityName, path: Path, { leads, begins, reader }: { readonly leads: LeadTimes; readonly begins: number; readonly reader: Reader }): void {
  const time = isLed(quantity) ? leads?.[quantity] : undefined;
  if (time === undefined) {
    if (raw.decided !== undefined) object(reader, [...path, 'decided'], { code: 'decided-in-vain', found: showMonth(raw.decided), values: naming(quantity) }, 'key', 'warning');
    return;
  }
  const decided = raw.decided ?? leads?.decided;
  if (decided === undefined) {
    object(reader, path, { code: 'change-not-decided', values: naming(quantity) }, 'key');
    return;
  }
  const earliest = decided + Math.ceil(time.halves / 2);
  const from = raw.from ?? begins;
  const values = { ...naming(quantity), decided: showMonth(decided), ...spoken(time), earliest: showMonth(earliest) };
  if (from < earliest) object(reader, raw.from === undefined ? path : [...path, 'from'], { code: 'sooner-than-lead', found: showMonth(from), values }, raw.from === undefined ? 'key' : 'value');
}

const LED = ['slots', 'supervisors', 'main-supervisors', 'st-posts', 'positions'] as const;
const isLed = (quantity: QuantityName): quantity is (typeof LED)[number] => LED.some((one) => one === quantity);
