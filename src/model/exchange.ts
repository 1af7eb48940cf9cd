import type * as z from 'zod';
import { showMonth, type Path } from '../base/index.js';
import { month } from './dates.js';
import { flag, listed, mapping, name, says } from './fields.js';
import { figure } from './figures.js';
import { known, object, warnOfNothing, type Reader } from './reader.js';
import type { Regions } from './regions.js';
import type { Agreement, Scenario } from './scenario.js';

/** One agreement. */
export const agreement = () =>
  mapping({
    home: name(says('the region that sends', 'regionen som skickar')),
    host: name(says('the region that takes', 'regionen som tar emot')),
    block: name(says('the block done there', 'blocket som görs där')),
    places: figure({ whole: true, min: 0, max: 1_000_000 }, says('how many at a time', 'hur många samtidigt')),
    from: month(says('first month; default the first of the run', 'första månad; utan angivelse körningens första')).optional(),
    until: month(says('last month; default without end', 'sista månad; utan angivelse utan slut')).optional(),
    equal: flag(says('whether the same holds the other way; default false', 'om detsamma gäller åt andra hållet; utan angivelse false')).optional(),
  });

/** Agreements by which doctors do a block in another region (sidotjänstgöring, MODEL 5.3). */
export const exchange = () =>
  listed(
    agreement(),
    { sv: '{ home, host, block, places }, …', en: '{ home, host, block, places }, …' },
  ).meta(says('agreements on blocks done in another region; hosts are tried in the order written', 'avtal om block i en annan region (sidotjänstgöring); värdar prövas i den ordning som står'));

type Raw = z.output<ReturnType<typeof exchange>>;
interface Ground {
  readonly regions: Regions;
  readonly used: readonly string[];
  readonly time: Scenario['time'];
  readonly reader: Reader;
}

/** An agreement with where it was written. */
type Written = Agreement & { readonly at: Path };

/** Settles the agreements; an equal one is two. Those with a region of the data that the scenario leaves out are no part of it. */
export function layExchange(raw: Raw | undefined, ground: Ground): readonly Agreement[] {
  const { regions, used, reader } = ground;
  if (raw?.length === 0) object(reader, ['exchange'], { code: 'empty-list' });
  const all = (raw ?? []).flatMap((row, i): readonly Written[] => {
    const at = ['exchange', i];
    for (const key of ['home', 'host'] as const) known(reader, 'region', row[key], regions.everywhere, [...at, key]);
    known(reader, 'block', row.block, used, [...at, 'block']);
    if (row.home === row.host) object(reader, [...at, 'host'], { code: 'own-host', found: row.host });
    refuseDates(row, at, ground);
    warnOfNothing(reader, row.places, [...at, 'places']);
    const one = { home: row.home, host: row.host, block: row.block, places: row.places, from: row.from ?? 0, until: row.until ?? null, at };
    return row.equal ? [one, { ...one, home: row.host, host: row.home }] : [one];
  });
  refuseTwice(all, reader);
  return all.filter(({ home, host }) => [home, host].every((region) => regions.ids.includes(region))).map(({ at: _, ...agreement }) => agreement);
}

function refuseDates({ from, until }: Raw[number], path: Path, { time, reader }: Ground): void {
  const values = { from: showMonth(time.from), to: showMonth(time.to) };
  if (from !== undefined && until !== undefined && until < from) object(reader, [...path, 'until'], { code: 'until-before-from', found: showMonth(until), values: { from: showMonth(from) } });
  // Without a sound time of the run nothing is outside it.
  else if (time.to <= time.from) return;
  else if (from !== undefined && from > time.to) object(reader, [...path, 'from'], { code: 'outside-run', found: showMonth(from), values });
  else if (until !== undefined && until < time.from) object(reader, [...path, 'until'], { code: 'outside-run', found: showMonth(until), values });
}

/** Two agreements on one thing at one time: which number holds is not guessed. */
function refuseTwice(all: readonly Written[], reader: Reader): void {
  const told = new Set<Path>();
  all.forEach((one, i) => {
    const other = all.slice(0, i).find((earlier) => isSame(earlier, one) && earlier.at !== one.at && earlier.from <= (one.until ?? Infinity) && one.from <= (earlier.until ?? Infinity));
    if (!other || told.has(one.at) || one.home === one.host) return;
    told.add(one.at);
    object(reader, one.at, { code: 'agreed-twice', values: { home: one.home, host: one.host, block: one.block, line: reader.at(other.at).line } });
  });
}

const isSame = (a: Agreement, b: Agreement): boolean => a.home === b.home && a.host === b.host && a.block === b.block;

/** A host without slots of the block takes nobody: the agreement would change nothing. An equal one asks for slots in both. */
export function refuseNoRoom({ slots, unlimitedSlots, exchange: all }: Pick<Scenario, 'slots' | 'unlimitedSlots' | 'exchange'>, raw: Raw | undefined, reader: Reader): void {
  (raw ?? []).forEach((row, i) => {
    for (const host of row.equal ? [row.host, row.home] : [row.host]) {
      const isHere = all.some((one) => one.host === host && one.block === row.block);
      const hasRoom = unlimitedSlots.includes(row.block) || slots.some((slot) => slot.region === host && slot.block === row.block && slot.places?.value !== 0);
      if (isHere && !hasRoom) object(reader, ['exchange', i, 'block'], { code: 'host-without-slots', found: row.block, values: { host } });
    }
  });
}
