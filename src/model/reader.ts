import { suggest, type Issue, type Path, type Place, type Table } from '../base/index.js';
import type { Fault, Reading } from './numbers.js';
import type { Duration } from './dates.js';
import type { Sourced } from './scenario.js';

/** What the meaning of a scenario is read with: places of its fields, its data files, and a list of complaints. */
export interface Reader {
  readonly file: string;
  /** The files of the scenario: the one asked for, then what it extends, one after the other. */
  readonly layers: readonly string[];
  readonly halvesPerStep: 1 | 2;
  readonly at: (path: Path, part?: 'key' | 'value') => Place;
  /** A data file named at `path`; undefined when it could not be read, which has then been complained of. */
  readonly table: (file: string, path: Path) => Table | undefined;
  readonly issues: Issue[];
}

/** Complains of a field of the scenario. */
export function object(reader: Reader, path: Path, fault: Fault, part: 'key' | 'value' = 'value', severity: Issue['severity'] = 'error'): void {
  reader.issues.push(toIssue(reader.at(path, part), fault, severity));
}

/** The line of a field as told of beside another: with its file, where that is another. */
export function lineAt(reader: Reader, path: Path, beside: Path): string {
  const { file, line } = reader.at(path);
  return file === reader.at(beside).file ? String(line) : `${file}:${line}`;
}

/** A fault with its place. */
export function toIssue(where: Place, fault: Fault, severity: Issue['severity'] = 'error'): Issue {
  const { code, values = {}, found, nearest } = fault;
  return { code, severity, where, values, ...(found === undefined ? {} : { found }), ...(nearest === undefined ? {} : { nearest }) };
}

/** Complains of a name that nothing bears, with the nearest that something does. */
export function unknown(kind: string, found: string, valid: readonly string[]): Fault {
  const nearest = suggest(found, valid);
  return { code: `unknown-${kind}`, found, values: { allowed: someOf(valid) }, ...(nearest === undefined ? {} : { nearest }) };
}

/** A name that nothing bears may have been meant for another form: a file, or a map. */
export function withForms(fault: Fault, sv: string, en: string): Fault {
  const { allowed } = fault.values ?? {};
  return { ...fault, values: { allowedSv: `${allowed}; eller en fil eller en karta { ${sv} }`, allowedEn: `${allowed}; or a file or a map { ${en} }` } };
}

/** The first few of a list of names. */
export function someOf(names: readonly string[]): string {
  return names.length <= 8 ? names.join(', ') : `${names.slice(0, 8).join(', ')} … (${names.length})`;
}

/** Complains when a name is not among the valid ones; true when it is. When there are none at all, that has been complained of already. */
export function known(reader: Reader, kind: string, name: string, valid: readonly string[], path: Path, part: 'key' | 'value' = 'value'): boolean {
  if (valid.length === 0 || valid.includes(name)) return true;
  object(reader, path, unknown(kind, name, valid), part);
  return false;
}

/** What is wrong with a name in a row of data that is none of the valid ones; when there are none at all, that has been complained of already. */
export const strange =
  (kind: string, valid: readonly string[]) =>
  (name: string): Fault | undefined =>
    valid.length === 0 || valid.includes(name) ? undefined : unknown(kind, name, valid);

/** A duration in whole steps of the run; one that is not names the two nearest (MODEL 3.6). */
export function wholeSteps(duration: Duration, halvesPerStep: 1 | 2): Reading<number> {
  const steps = duration.halves / halvesPerStep;
  if (Number.isInteger(steps)) return { value: steps };
  const values = { low: Math.floor(steps), high: Math.ceil(steps), step: halvesPerStep === 2 ? 'month' : 'half-month' };
  return { fault: { code: halvesPerStep === 2 ? 'not-whole-months' : 'not-whole-steps', found: duration.written, values } };
}

/** A duration of the scenario in steps; 0 after a complaint. */
export function stepsAt(reader: Reader, duration: Duration | undefined, path: Path): number {
  if (!duration) return 0;
  const steps = wholeSteps(duration, reader.halvesPerStep);
  if ('value' in steps) return steps.value;
  object(reader, path, steps.fault);
  return 0;
}

const SMALLEST_CHANCE = 1 / 8_589_934_592; // rounds to threshold 0 of 2³²

/** Warns of a chance above 0 that is too small ever to happen (MODEL 8.1). */
export function chance(reader: Reader, share: Sourced, path: Path): Sourced {
  if (share.value > 0 && share.value < SMALLEST_CHANCE) object(reader, path, { code: 'chance-too-small', found: String(share.value) }, 'value', 'warning');
  return share;
}

/** Warns of a line that says 0: it is as if it were not there (METAMORPHIC 21). */
export function warnOfNothing(reader: Reader, figure: Sourced, path: Path): void {
  if (figure.value === 0) object(reader, path, { code: 'line-of-nothing', found: '0' }, 'value', 'warning');
}

/** The share of a line that would say nothing without it. */
export function shareOfLine(reader: Reader, share: Sourced, path: Path): Sourced {
  warnOfNothing(reader, share, path);
  return chance(reader, share, path);
}

/** Whether shares sum to one, but for what binary fractions cannot write. */
export function sumsToOne(sum: number): boolean {
  return sum >= 1 - 1e-9 && sum <= 1 + 1e-9;
}

/** A sum as shown, without the dust of binary fractions. */
export function showSum(sum: number): string {
  return String(Number(sum.toFixed(9)));
}

/** Whether a text names a data file rather than a region or a variant. */
export function isFile(text: string): boolean {
  return /\.(csv|tsv|txt)$/i.test(text) || /[/\\]/.test(text) || text.startsWith('~');
}
