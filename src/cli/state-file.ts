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

/** What a state file holds, and why it cannot be gone on with. */
export type LoadedState<T> =
  | { readonly kind: 'none' }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'other'; readonly differences: readonly { readonly name: string; readonly there: string | number | undefined; readonly here: string | number | undefined }[] }
  | { readonly kind: 'same'; readonly value: T };

/** Reads a state file; the smallest change of it is noticed. */
export function loadState<T>(path: string, card: StateCard): LoadedState<T> {
  if (!existsSync(path)) return { kind: 'none' };
  const bytes = readFileSync(path);
  const body = bytes.subarray(0, Math.max(0, bytes.length - HASH_BYTES));
  if (!createHash('sha256').update(body).digest().equals(bytes.subarray(body.length))) return { kind: 'damaged' };
  const held = deserialize(body) as { readonly format: number; readonly card: StateCard; readonly value: T };
  const all = { ...held.card, ...card };
  const differences = Object.keys(all).flatMap((name) => (held.card[name] === card[name] ? [] : [{ name, there: held.card[name], here: card[name] }]));
  return differences.length > 0 || held.format !== FORMAT ? { kind: 'other', differences } : { kind: 'same', value: held.value };
}

/** The state of a run that is done is no longer needed. */
export function dropState(path: string): void {
  rmSync(path, { force: true });
}

/** Refuses to go on where there is nothing to go on with, and says what differs. */
export function refuseState(path: string, state: LoadedState<unknown>, lang: Lang): void {
  if (state.kind === 'same') return;
  const sv = lang === 'sv';
  if (state.kind === 'none') throw new Failure(4, sv ? `${path}: här finns ingen avbruten körning att fortsätta` : `${path}: there is no interrupted run here to go on with`);
  if (state.kind === 'damaged') throw new Failure(4, sv ? `${path}: skadad; kör om från början utan --resume` : `${path}: damaged; run again from the beginning, without --resume`);
  const listed = state.differences.map(({ name, there, here }) => `${name}: ${there ?? '–'} → ${here ?? '–'}`).join('; ');
  throw new Failure(4, sv ? `${path}: en annan körning än den som nu begärs (${listed})` : `${path}: another run than the one asked for now (${listed})`);
}
