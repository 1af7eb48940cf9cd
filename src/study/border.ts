import type { Note } from '../analysis/index.js';
import { coversPart } from '../model/index.js';
import type { Scenario } from '../model/index.js';

/** What a part of the country takes as given of the rest, pathway by pathway; or that it takes nothing. */
export function noteBorder(scenario: Scenario): readonly Note[] {
  const { boundary, pathways } = scenario;
  if (!coversPart(scenario)) return [];
  if (boundary === null) return [{ code: 'part-of-country', values: {} }];
  const crossed = pathways.filter(({ id }) => scenario.streams.some((stream) => stream.guests && stream.pathway === id) || boundary.leavers.some((row) => row.pathway === id && row.share > 0));
  return crossed.map(({ id }) => {
    const values = { pathway: id, guests: Math.round(guestsAYear(scenario, id)) };
    return boundary.from === null ? { code: 'boundary-stated', values } : { code: 'boundary-from', values: { ...values, file: boundary.from } };
  });
}

/** How many come from outside to a pathway in a year of the report, in the mean. */
function guestsAYear({ streams, regions, time }: Scenario, pathway: string): number {
  const rows = streams.flatMap((stream) => (stream.pathway === pathway ? (stream.guests?.perYear ?? []) : []));
  let sum = 0;
  for (let month = time.reportFrom; month <= time.to; month++) for (const { id } of regions) sum += rows.findLast((row) => row.region === id && row.from <= month)?.perYear ?? 0;
  return sum / (time.to - time.reportFrom + 1);
}
