import type { Dimension } from '../../analysis/index.js';
import { monthNumber } from '../../model/index.js';
import type { Scenario } from '../../model/index.js';
import type { Over } from './over.js';

type Subject = Dimension['subject'];
type Label = Extract<Subject, { readonly kind: 'cells' }>['of'][number];

/** What a `--over` varies, with the names that people read. */
export function subjectOf({ target }: Over, scenario: Scenario): Subject {
  if (target.kind === 'setting') return { kind: 'setting', path: target.path.join('.') };
  const { quantity, where, from, until } = target;
  const of = Object.entries(where).flatMap(([key, names]) => names.map((name) => labelOf(key, name, scenario)));
  return { kind: 'cells', quantity, of, from: month(from), until: month(until) };
}

function month(text: string | undefined): number | null {
  const [year, number] = (text ?? '').split('-').map(Number);
  return year === undefined || number === undefined ? null : monthNumber(year, number);
}

/** What has a title goes by it; an area is called as it is written. */
function labelOf(key: string, id: string, { regions, blocks, pathways, streams }: Scenario): Label {
  const titled: Readonly<Record<string, readonly Label[]>> = { region: regions, block: blocks, pathway: pathways, variant: pathways.flatMap(({ variants }) => variants), stream: streams };
  const { sv, en } = titled[key]?.find((one) => one.id === id) ?? { sv: id, en: id };
  return { id, sv, en };
}
