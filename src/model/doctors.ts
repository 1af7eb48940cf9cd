import { layClasses } from './cohorts.js';
import { object, type Reader } from './reader.js';
import type { Scenario, Stream } from './scenario.js';

/** The most doctors of one run: more than any country has, and what a machine can hold. */
const MOST_DOCTORS = 20_000_000;

/** The month in which the first doctor of each pathway comes, as its streams say; a pathway that nobody seeks is absent. */
export function firstArrivals(streams: readonly Stream[]): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  for (const stream of streams) first.set(stream.pathway, Math.min(first.get(stream.pathway) ?? Infinity, ...monthsOf(stream)));
  return first;
}

function monthsOf({ listed, programme, rate }: Stream): readonly number[] {
  if (listed) return listed.filter((row) => row.number.value > 0).map((row) => row.month);
  if (programme) return layClasses(programme).filter((row) => row.number.some((n) => n > 0)).map((row) => row.month);
  return (rate?.perYear ?? []).filter((row) => row.value.value > 0).map((row) => row.from);
}

/** A run of more doctors than a machine can hold is refused before it begins. */
export function refuseCrowds({ streams, initial, time }: Pick<Scenario, 'streams' | 'initial' | 'time'>, reader: Reader): void {
  const coming = streams.map((stream) => ({ id: stream.id, number: comingIn(stream, time) }));
  const present = [...initial.queues, ...initial.training].reduce((sum, row) => sum + row.number.value, 0);
  const total = coming.reduce((sum, { number }) => sum + number, present);
  const largest = coming.toSorted((a, b) => b.number - a.number)[0];
  if (total <= MOST_DOCTORS) return;
  const path = !largest || largest.number <= present ? ['initial'] : streams.some(({ id, guests }) => id === largest.id && guests) ? ['boundary'] : ['streams', largest.id];
  object(reader, path, { code: 'too-many-doctors', values: { number: Math.round(total), max: MOST_DOCTORS } }, 'key');
}

function comingIn({ listed, programme, rate, guests }: Stream, time: Scenario['time']): number {
  const isIn = ({ month }: { readonly month: number }): boolean => month >= time.from && month <= time.to;
  if (listed) return listed.filter(isIn).reduce((sum, row) => sum + row.number.value, 0);
  if (programme) return layClasses(programme).filter(isIn).reduce((sum, row) => row.number.reduce((a, b) => a + b, sum), 0);
  if (guests) return [...new Set(guests.perYear.map(({ region }) => region))].reduce((sum, region) => sum + atRate(guests.perYear.filter((row) => row.region === region), time), 0);
  return rate ? atRate(rate.perYear.map(({ from, value }) => ({ from, perYear: value.value })), time) : 0;
}

/** Doctors of a rate over the run, the season left out: each row holds until the next. */
function atRate(rows: readonly { readonly from: number; readonly perYear: number }[], { from, to }: Scenario['time']): number {
  return rows.reduce((sum, row, i) => {
    const until = Math.min(to + 1, rows[i + 1]?.from ?? Infinity);
    return sum + (row.perYear * Math.max(0, until - Math.max(from, row.from))) / 12;
  }, 0);
}
