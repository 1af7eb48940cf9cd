import type { RecordsForm } from '../../../src/study/dump/form.js';

/** What two engines say differently of one run: doctors first, then series, overruns and vacancies; nothing when they agree. */
export function differences(engine: RecordsForm, reference: RecordsForm): { readonly part: string; readonly engine: unknown; readonly reference: unknown }[] {
  const doctors = engine.doctors.flatMap((doctor, i) => (isSame(doctor, reference.doctors[i]) ? [] : [{ part: 'doctor', engine: doctor, reference: reference.doctors[i] }]));
  const rest = (['series', 'overruns', 'vacant'] as const).flatMap((part) => (isSame(inOrder(engine[part]), inOrder(reference[part])) ? [] : [{ part, engine: engine[part], reference: reference[part] }]));
  return [...doctors, ...rest];
}

const isSame = (a: unknown, b: unknown): boolean => textOf(a) === textOf(b);

/** Rows in an order of their own: neither engine promises one. */
const inOrder = (part: unknown): unknown => (Array.isArray(part) ? part.map((row) => JSON.stringify(row)).sort() : part);

/** The text of a value, keys in order. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_, of: unknown) => (of === null || typeof of !== 'object' || Array.isArray(of) ? of : Object.fromEntries(Object.entries(of).sort(([a], [b]) => (a < b ? -1 : 1)))));
}
