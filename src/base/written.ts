/** A scalar as it stands in a scenario file: text, not yet a number or a name. `at` is the file and the field in it, or the line of a table. */
export interface Written {
  readonly text: string;
  readonly quoted: boolean;
  /** Put together again from what YAML takes for a text and keys after it: `{ a: 1,5 }`. Never a value, but told of as it was meant. */
  readonly split?: boolean;
  readonly at: string;
}

/** What a scenario file holds before its fields are judged. Maps have no prototype, so that no name can mean anything but itself. */
export type Raw = Written | readonly Raw[] | RawMap;

/** A mapping of a scenario file, keys in the order written. */
export interface RawMap {
  readonly [key: string]: Raw;
}

/** The form something is written in. */
export type Form = 'text' | 'list' | 'map' | 'nothing';

/** Which form a part of a scenario file has; `nothing` when the key is absent. */
export function formOf(raw: unknown): Form {
  if (raw === undefined || raw === null) return 'nothing';
  if (Array.isArray(raw)) return 'list';
  return Object.getPrototypeOf(raw) === null ? 'map' : 'text';
}

/** A scalar for the reader of numbers, from wherever it was written. */
export function written(text: string, at: string, quoted = false): Written {
  return { text, at, quoted };
}

/** Way to a field: names of keys and numbers of list items. */
export type Path = readonly (string | number)[];

/** A path as shown to people: `slots.by-region.Norr` , `streams.x.gap[2]` (items count from 1). */
export function showPath(path: Path): string {
  return path.map((part, i) => (typeof part === 'number' ? `[${part + 1}]` : i === 0 ? part : `.${part}`)).join('');
}
