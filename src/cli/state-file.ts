import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { Failure } from './failure.js';
import type { Lang } from './options.js';
import { writeBytes } from './write-file.js';

/** What an interrupted run must have in common with the one that goes on with it, by the name that a refusal gives it. */
export type StateCard = Readonly<Record<string, string | number>>;

const HASH_BYTES = 32;
const FORMAT = 1;

/** Where the state of a run stands while it is not done: beside its folder. */
export const stateOf = (folder: string): string => `${folder}.state`;

/** Keeps what a run has come to, whole or not at all: the card, the value, and a hash over both. */
export function saveState(path: string, card: StateCard, value: unknown, lang: Lang): void {
  const body = serialize({ format: FORMAT, card, value });
  writeBytes(path, [body, createHash('sha256').update(body).digest()], lang);
}

interface Difference {
  readonly name: string;
  readonly there: string | number | undefined;
  readonly here: string | number | undefined;
}

/** What a state file holds, and why it cannot be gone on with. */
export type LoadedState<T> =
  | { readonly kind: 'none' }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'other'; readonly differences: readonly Difference[] }
  | { readonly kind: 'same'; readonly value: T };

/** Reads a state file; the smallest change of it is noticed. What cannot be read, or was written by a Node that this one does not understand, is damaged too. */
export function loadState<T>(path: string, card: StateCard): LoadedState<T> {
  if (!existsSync(path)) return { kind: 'none' };
  try {
    return open(readFileSync(path), card);
  } catch {
    return { kind: 'damaged' };
  }
}

function open<T>(bytes: Buffer, card: StateCard): LoadedState<T> {
  const body = bytes.subarray(0, Math.max(0, bytes.length - HASH_BYTES));
  if (!createHash('sha256').update(body).digest().equals(bytes.subarray(body.length))) return { kind: 'damaged' };
  const held = deserialize(body) as { readonly format: number; readonly card: StateCard; readonly value: T };
  const there: StateCard = { ...held.card, format: held.format };
  const here: StateCard = { ...card, format: FORMAT };
  const differences = Object.keys({ ...there, ...here }).flatMap((name) => (there[name] === here[name] ? [] : [{ name, there: there[name], here: here[name] }]));
  return differences.length > 0 ? { kind: 'other', differences } : { kind: 'same', value: held.value };
}

/** The state of a run that is done is no longer needed; where it cannot be removed it does no harm. */
export function dropState(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Gone on with, or replaced, by the next run.
  }
}

/** Refuses to go on where there is nothing to go on with, and says what differs. */
export function refuseState(path: string, state: LoadedState<unknown>, lang: Lang): void {
  if (state.kind === 'same') return;
  const sv = lang === 'sv';
  if (state.kind === 'none') throw new Failure(4, sv ? `${path}: här finns ingen avbruten körning att fortsätta` : `${path}: there is no interrupted run here to go on with`);
  if (state.kind === 'damaged') throw new Failure(4, sv ? `${path}: skadad; kör om från början utan --resume` : `${path}: damaged; run again from the beginning, without --resume`);
  const listed = listDifferences(state.differences);
  throw new Failure(4, sv ? `${path}: en annan körning än den som nu begärs (${listed})` : `${path}: another run than the one asked for now (${listed})`);
}

/** Says that what stands there is not gone on with: a run begins from the beginning, and its state replaces it. */
export function sayOtherState(path: string, state: LoadedState<unknown> & { readonly kind: 'damaged' | 'other' }, lang: Lang): string {
  const sv = lang === 'sv';
  const why = state.kind === 'damaged' ? (sv ? 'är skadad' : 'is damaged') : `${sv ? 'är av en annan körning' : 'is of another run'} (${listDifferences(state.differences)})`;
  return sv ? `${path} ${why}; kör från början.\n` : `${path} ${why}; running from the beginning.\n`;
}

const listDifferences = (differences: readonly Difference[]): string => differences.map(({ name, there, here }) => `${name}: ${there ?? '–'} → ${here ?? '–'}`).join('; ');
