import { layDegrees } from '../../analysis/index.js';
import { LONG_AGO, NEVER, drawRoster, run } from '../../engine/index.js';
import type { Axes, Key, Plan, Roster } from '../../engine/index.js';
import { writeId } from '../one-doctor.js';
import { firstRows, identityOf, rowsFrom } from '../dump/roster-form.js';
import type { WaitKind } from '../dump/index.js';
import { isInQueue } from './applicants.js';
import { follow } from './follow.js';
import type { Moment } from './follow.js';
import { betweenReason, isTurn, queueReason } from './reasons.js';
import type { Reason } from './reasons.js';
import { spellsOf } from './turn-room.js';
import type { Spell } from './turn-room.js';

/** A part of a doctor's wait with one reason: from the step that gave it to the last before another. */
export interface WaitPart {
  readonly kind: WaitKind;
  readonly from: number;
  readonly until: number;
  /** In how many of its steps the reason was given anew. */
  readonly turns: number;
  readonly reason: Reason;
  /** The place in the list when the reason was last given, where it was given in many steps. */
  readonly last: Reason['place'];
}

/** Every wait of a doctor in one pathway, with the reason for each; steps waited before the run are told apart. */
export interface ExplainedLeg {
  readonly waitedBefore: number;
  /** Steps between degree or licence and seeking (MODEL 10); 0 where it is not known. */
  readonly gap: number;
  readonly parts: readonly WaitPart[];
}

/** Every wait of one modelled doctor, leg after leg as in the story; the names of the doctors met in it by their rows. */
export interface ExplainedDoctor {
  readonly legs: readonly ExplainedLeg[];
  readonly names: ReadonlyMap<number, string>;
}

/** Tells why a doctor waited, step by step where the reason changed; undefined when nobody has that id. */
export function explainDoctor(plan: Plan, axes: Axes, key: Key, id: string): ExplainedDoctor | undefined {
  const roster = drawRoster(plan, key);
  const first = firstRows(roster).find((row) => writeId(identityOf(axes, roster, row)) === id);
  if (first === undefined) return undefined;
  const rows = rowsFrom(roster, first);
  const parts = waitsOf(plan, roster, rows);
  const stoppers = [...parts.values()].flatMap((list) => list.flatMap(({ reason }) => (reason.stopper === null ? [] : [reason.stopper])));
  const { joins } = run(plan, roster);
  const degrees = layDegrees(roster, { joins });
  const gapOf = (row: number): number => (roster.initialVariant[row]! >= 0 || roster.joins[row] === LONG_AGO || joins[row] === NEVER || degrees[row]! <= LONG_AGO ? 0 : Math.max(0, joins[row]! - degrees[row]!));
  const legs = rows.map((row) => ({ gap: gapOf(row), waitedBefore: roster.initialVariant[row]! >= 0 ? 0 : Math.max(0, -roster.joins[row]!), parts: parts.get(row) ?? [] }));
  return { legs, names: new Map(stoppers.map((row) => [row, writeId(identityOf(axes, roster, row))])) };
}

/** The waits of some rows, part by part: their steps sum to the steps waited in the run. */
export function waitsOf(plan: Plan, roster: Roster, rows: readonly number[]): ReadonlyMap<number, readonly WaitPart[]> {
  const parts = new Map<number, WaitPart[]>(rows.map((row) => [row, []]));
  follow(plan, roster, (moment) => {
    for (const row of rows) note(moment, row, parts.get(row)!);
    return true;
  });
  return parts;
}

function note(moment: Moment, row: number, parts: WaitPart[]): void {
  const { t, state: { progress } } = moment;
  if (isInQueue(moment, row)) {
    const turn = isTurn(moment, row);
    if (turn || parts.at(-1)?.kind !== 'queue') add(parts, 'queue', t, queueReason(moment, row), turn);
    else parts[parts.length - 1] = { ...parts.at(-1)!, until: t };
  } else if (progress.continuing.subarray(0, progress.continuingCount).includes(row)) {
    add(parts, 'between', t, betweenReason(moment, row), true);
  }
}

/** A reason that was given in every step, and is given again in the very next, is one with it. */
function add(parts: WaitPart[], kind: WaitKind, t: number, reason: Reason, isTold: boolean): void {
  const last = parts.at(-1);
  const turns = isTold ? 1 : 0;
  const goesOn = isTold && last?.kind === kind && last.until === t - 1 && last.turns === t - last.from && sameReason(last.reason, reason);
  if (goesOn) parts[parts.length - 1] = { ...last, until: t, turns: last.turns + turns, reason: { ...last.reason, lacks: last.reason.lacks.map((lack, i) => ({ ...lack, spells: joinSpells([...lack.spells, ...reason.lacks[i]!.spells]) })) }, last: reason.place };
  else parts.push({ kind, from: t, until: t, turns, reason, last: reason.place });
}

/** Runs of steps that overlap or follow each other as one: full at one turn or another. */
function joinSpells(spells: readonly Spell[]): readonly Spell[] {
  return spellsOf([...new Set(spells.flatMap(({ from, until }) => Array.from({ length: until - from + 1 }, (_, i) => from + i)))].sort((a, b) => a - b));
}

/** Whether two reasons are the same but for places and steps. */
function sameReason(a: Reason, b: Reason): boolean {
  const short = ({ cause, lacks, stopper, isMissed, place, elsewhere }: Reason): string => JSON.stringify([cause, lacks.map(({ kind, block }) => [kind, block]), stopper, isMissed, place === null, elsewhere.map(({ region }) => region)]);
  return short(a) === short(b);
}
