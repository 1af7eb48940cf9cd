import type { SweepFindings, SweepResponse } from '../../../analysis/index.js';

/** A measure as it was asked for, in one area and period, with its pathways: one chart and one table. */
export interface Group {
  readonly id: string;
  readonly of: readonly number[]; // [response]
}

/** The measures of a sweep in the order asked for. */
export function groupsOf({ responses }: SweepFindings): readonly Group[] {
  const keyOf = ({ response, area, year }: SweepResponse): string => [response, area, year ?? ''].join(' ');
  const keys = [...new Set(responses.map(keyOf))];
  return keys.map((key) => {
    const of = responses.flatMap((response, r) => (keyOf(response) === key ? [r] : []));
    const { response } = responses[of[0]!]!;
    const twin = keys.filter((other) => other.startsWith(`${response} `)).indexOf(key);
    return { id: `sweep-${response}${twin > 0 ? `-${twin + 1}` : ''}`, of };
  });
}
