import { object, type Reader } from '../reader.js';
import type { Changed, Known } from '../scenario.js';
import { showNames, type Applied } from './apply.js';
import type { Change, Draft, Names } from './cells.js';
import { KINDS } from './quantities/index.js';
import { isOutermost } from './settle.js';
import { deadNumber, idleNames, whyNothing } from './vain.js';

/** What changes may concern, each with the keys by which a change says where. */
export const CHANGEABLE: Readonly<Record<string, readonly string[]>> = Object.fromEntries(Object.entries(KINDS).map(([quantity, { keys }]) => [quantity, keys]));

export type { Draft } from './cells.js';
export { settle } from './settle.js';

/** What changes make of a scenario: its cells after all of them, what each did, and what was known before the late ones were announced. */
export interface Outcome {
  readonly draft: Draft;
  readonly known: readonly Known[];
  readonly changes: readonly Changed[];
}

/** Makes the changes in their order: the innermost base's first, so that the outermost layer wins. */
export function layChanges(draft: Draft, list: readonly Change[], reader: Reader): Outcome {
  refuseTwice(draft, list, reader);
  let now = draft;
  const changed = list.flatMap((change) => {
    const applied = KINDS[change.quantity].apply(now, change);
    judge({ stated: draft, now }, change, applied, reader);
    now = applied.draft;
    const { path, quantity, verb, name } = change;
    const place = reader.at([...path, verb === 'set' ? 'to' : 'by']);
    const told = { quantity, cell: `${place.file}:${place.path}`, at: `${place.file}:${place.line}`, source: change.amount?.source ?? '', ...(name === undefined ? {} : { name }) };
    return applied.effects.map(({ until, ...effect }): Changed => ({ ...told, ...effect, until: until === Infinity ? null : until }));
  });
  return { draft: now, known: knownBefore(draft, list), changes: changed };
}

/** What the files state, and what the changes before this one have made of it. */
interface Stage {
  readonly stated: Draft;
  readonly now: Draft;
}

function judge(stage: Stage, change: Change, { effects, cells, faults }: Applied, reader: Reader): void {
  const { path } = change;
  const draft = stage.now;
  const kind = KINDS[change.quantity];
  const fault = kind.judge(draft, change) ?? faults[0];
  const isOwn = isOutermost(path, reader);
  if (kind.concerned(draft, change).length === 0) object(reader, Object.keys(change.where).length > 0 ? [...path, 'where'] : path, { code: isOwn ? 'change-hits-nothing' : 'base-change-hits-nothing' }, 'key', isOwn ? 'error' : 'warning');
  else if (fault) object(reader, path, fault);
  else judgeEffects(stage, change, effects.length, reader);
  const own = reader.at(path).file;
  const outer = cells.find((cell) => reader.layers.some((file) => cell.startsWith(`${file}:`) && reader.layers.indexOf(file) < reader.layers.indexOf(own)));
  if (outer !== undefined) object(reader, path, { code: 'change-of-outer', values: { cell: outer } });
}

function judgeEffects({ stated, now }: Stage, change: Change, effects: number, reader: Reader): void {
  const isOwn = isOutermost(change.path, reader);
  for (const idle of idleNames(now, change)) object(reader, idle, { code: isOwn ? 'change-hits-nothing' : 'base-change-hits-nothing' }, 'value', isOwn ? 'error' : 'warning');
  const dead = deadNumber(stated, change, reader);
  if (effects === 0) object(reader, change.path, whyNothing(now, change));
  else if (dead) object(reader, change.path, dead);
}

/** Two changes of one cell in one file: which of them was meant is not guessed. A layer may change again what its base has changed. */
function refuseTwice(draft: Draft, list: readonly Change[], reader: Reader): void {
  const taken = new Map<string, Change[]>();
  for (const change of list) {
    const { file } = reader.at(change.path);
    const cells = new Map(KINDS[change.quantity].concerned(draft, change).map((of): [string, Names] => [`${file} ${change.quantity} ${JSON.stringify(of)}`, of]));
    const clash = [...cells].flatMap(([key, of]) => {
      const other = taken.get(key)?.find((one) => one.from < change.until && change.from < one.until);
      return other ? [{ other, of }] : [];
    })[0];
    if (clash) object(reader, change.path, { code: 'changed-twice', values: { cell: showNames(clash.of), line: reader.at(clash.other.path).line, here: reader.at(change.path).line } });
    else for (const key of cells.keys()) taken.set(key, [...(taken.get(key) ?? []), change]);
  }
}

/** The capacities without the changes announced in a month or later, for each month in which one is. */
function knownBefore(draft: Draft, list: readonly Change[]): readonly Known[] {
  const months = [...new Set(list.flatMap(({ announced }) => announced ?? []))].sort((a, b) => a - b);
  return months.map((before) => {
    const told = list.filter(({ announced }) => announced === undefined || announced < before);
    const { slots, supervisors, mainSupervisors, stPosts } = told.reduce((earlier, change) => KINDS[change.quantity].apply(earlier, change).draft, draft);
    return { before, slots, supervisors, mainSupervisors, stPosts };
  });
}
