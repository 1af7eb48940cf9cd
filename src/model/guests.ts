import { STATED } from './figures.js';
import { object, type Reader } from './reader.js';
import type { Guests, Label, Stream } from './scenario.js';

/** The stream of those who come to a pathway from outside: a name that no other stream may have. */
const nameOf = (pathway: string): string => `outside-${pathway}`;

/**
 * A stream for each pathway that somebody comes to from outside. They have applied in time, for the flow says when they start; they would not leave the part, as
 * they are counted where they start; part time and leave are those of the stream that is listed first of those who seek the pathway.
 */
export function guestStreams(rows: readonly (Guests['perYear'][number] & { readonly pathway: string })[], law: Guests['law'], streams: readonly Stream[], pathways: readonly (Label & { readonly id: string })[]): readonly Stream[] {
  const [never, always] = [0, 1].map((value) => ({ value, ...STATED, cell: '' })) as [Stream['seeks'], Stream['seeks']];
  return pathways.flatMap(({ id, sv, en }) => {
    const perYear = rows.filter(({ pathway }) => pathway === id).map(({ pathway: _, ...row }) => row);
    const like = streams.find(({ pathway }) => pathway === id);
    if (perYear.every((row) => row.perYear === 0)) return [];
    return [
      {
        id: nameOf(id),
        sv: `Utifrån, ${sv}`,
        en: `From outside, ${en}`,
        pathway: id,
        guests: { law, perYear: perYear.toSorted((a, b) => a.from - b.from) },
        home: [],
        seeks: always,
        eligible: always,
        appliedBefore: always,
        gap: [],
        late: [],
        givesUp: never,
        partTime: like?.partTime ?? [],
        leaves: like?.leaves ?? [],
      },
    ];
  });
}

/** Complains of a stream that has the name of one of those from outside. */
export function refuseGuestNames(guests: readonly Stream[], streams: readonly Stream[], reader: Reader): void {
  for (const { id } of streams) if (guests.some((one) => one.id === id)) object(reader, ['streams', id], { code: 'name-of-guests', found: id }, 'key');
}
