import type { Path } from '../../base/index.js';
import type { Fault } from '../numbers.js';
import type { Reader } from '../reader.js';
import { showNames, type Applied } from './apply.js';
import type { Change, Draft } from './cells.js';
import { naming, type PlaceKey } from './change.js';
import { KINDS } from './quantities/index.js';

/** Names in the lists of a change's `where` that concern nothing, though others beside them do. */
export function idleNames(draft: Draft, { where, ...change }: Change): readonly Path[] {
  const kind = KINDS[change.quantity];
  const lists = (Object.entries(where) as [PlaceKey, readonly string[]][]).filter(([, names]) => names.length > 1);
  return lists.flatMap(([key, names]) => names.flatMap((name, k) => (kind.concerned(draft, { ...change, where: { ...where, [key]: [name] } }).length === 0 ? [[...change.path, 'where', key, k]] : [])));
}

/** Why a change that concerns something changes nothing: what it concerns is without limit, is rounded back to what it was, or is so already. */
export function whyNothing(draft: Draft, change: Change): Fault {
  const { verb, quantity, amount } = change;
  const isPlain = verb === 'set' || amount === null || amount.value === (verb === 'add' ? 0 : 1);
  if (isPlain) return { code: 'change-of-nothing' };
  const raised = KINDS[quantity].apply(draft, { ...change, verb: 'add', amount: { ...amount, value: 1 } }).effects;
  if (raised.length === 0) return { code: verb === 'add' ? 'adds-to-unlimited' : 'scales-unlimited', values: naming(quantity) };
  return verb === 'scale' && raised.some(({ before }) => before !== 0) ? { code: 'rounded-away', values: naming(quantity) } : { code: 'change-of-nothing' };
}

/** A number of the same file that never holds because of a change alone: which of the two was meant is not guessed. */
export function deadNumber(stated: Draft, change: Change, reader: Reader): Fault | undefined {
  const { verb, path, announced } = change;
  const { file, line: here } = reader.at(path);
  // Until it is announced, the number is what is known.
  if (verb !== 'set' || announced !== undefined) return undefined;
  const { draft, effects } = throughRun(stated, change);
  const own = effects.filter(({ stood }) => stood.startsWith(`${file}:`));
  if (own.length === 0) return undefined;
  const [before, after] = [JSON.stringify(stated), JSON.stringify(draft)];
  const dead = own.find(({ stood }) => before.includes(cellText(stood)) && !after.includes(cellText(stood)));
  return dead && { code: 'number-never-holds', values: { cell: showNames(dead.of), line: reader.at(pathOf(dead.stood.slice(file.length + 1))).line, here } };
}

const cellText = (cell: string): string => `"cell":${JSON.stringify(cell)}`;

/** What a change makes of a draft when it holds before the run and after it too, where it holds at its edges. */
function throughRun(draft: Draft, change: Change): Applied {
  const { from, to } = draft.time;
  return KINDS[change.quantity].apply(draft, { ...change, from: change.from <= from ? 0 : change.from, until: change.until > to ? Infinity : change.until });
}

/** The path that is shown as a text. */
function pathOf(text: string): Path {
  return text.split(/\.|(?=\[\d+\])/).map((part) => (/^\[\d+\]$/.test(part) ? Number(part.slice(1, -1)) - 1 : part));
}
