import { showMonth } from '../base/index.js';
import type * as z from 'zod';
import { POOL_KINDS, crowdedFrom } from '../engine/index.js';
import { compile } from './compile/index.js';
import { keyed, mapping, name, says } from './fields.js';
import { layPools, places, type Ground } from './pools.js';
import { object, type Reader } from './reader.js';
import type { PoolRow, Scenario } from './scenario.js';

const load = () => mapping({ from: name(says('data file: region, block, from', 'datafil: region, block, from')).optional(), 'by-region': keyed(keyed(places())).optional() });

/** Slots and supervisors that others use, ST rotations and students: in use like a reservation known beforehand (MODEL 2.2). */
export const crowding = () => mapping({ slots: load().optional(), supervisors: load().optional() }).meta(says('what ST rotations and students use of slots and supervisors', 'vad ST-placeringar och studenter använder av platser och handledare'));

type Raw = z.output<ReturnType<typeof crowding>> | undefined;
type Rooms = Pick<Scenario, 'slots' | 'supervisors' | 'unlimitedSlots'>;

/** Settles the crowding load; before its first month a series has none. A load on what is never scarce would change nothing. */
export function layCrowding(raw: Raw, rooms: Rooms, ground: Ground): Scenario['crowding'] {
  if (raw && raw.slots === undefined && raw.supervisors === undefined) object(ground.reader, ['crowding'], { code: 'empty-map' });
  const before = ground.reader.issues.length;
  const lay = (kind: 'slots' | 'supervisors'): readonly PoolRow[] => {
    const sheet = raw?.[kind];
    return sheet ? layPools(sheet, ['crowding', kind], 'decimal', { ...ground, isLoad: true }) : [];
  };
  const settled = { slots: lay('slots'), supervisors: lay('supervisors') };
  if (ground.reader.issues.slice(before).every((issue) => issue.severity === 'warning')) for (const kind of ['slots', 'supervisors'] as const) refuseIdle(settled[kind], kind, rooms, ground);
  return settled;
}

function refuseIdle(rows: readonly PoolRow[], kind: 'slots' | 'supervisors', rooms: Rooms, { used, reader }: Ground): void {
  const isScarce = ({ region, block }: PoolRow): boolean => {
    const own = rooms[kind].filter((row) => row.region === region && row.block === block);
    return kind === 'slots' && own.length === 0 ? !rooms.unlimitedSlots.includes(block) : own.some((row) => row.places !== null);
  };
  const idle = rows.filter((row) => used.length > 0 && !isScarce(row));
  const stated = new Set(idle.filter((row) => row.own).map(({ region, block }) => JSON.stringify([region, block])));
  for (const cell of stated) {
    const [region, block] = JSON.parse(cell) as [string, string];
    object(reader, ['crowding', kind, 'by-region', region, block], { code: 'crowding-of-unlimited', found: block }, 'key');
  }
  const filed = [...new Set(idle.filter((row) => !row.own).map((row) => row.block))];
  if (filed.length > 0) object(reader, ['crowding', kind, 'from'], { code: 'crowding-idle', values: { blocks: filed.join(', ') } }, 'value', 'warning');
}

/** Warns of pools of which others use more than there is (MODEL 2.2): legal, but nobody can then be placed there. */
export function warnOfCrowding(scenario: Scenario, reader: Reader): void {
  if (scenario.crowding.slots.length + scenario.crowding.supervisors.length === 0) return;
  const { plan, axes } = compile(scenario);
  for (let pool = 0; pool < plan.pools; pool++) {
    const t = crowdedFrom(plan, pool);
    if (t < 0) continue;
    const kind = POOL_KINDS[plan.poolKind[pool]!] === 'slots' ? 'slots' : 'supervisors';
    const [region, block] = [axes.regions[plan.poolRegion[pool]!]!.id, axes.blocks[plan.poolBlock[pool]!]!.id];
    const isOwn = scenario.crowding[kind].some((row) => row.own && row.region === region && row.block === block);
    const values = { block, region, from: showMonth(axes.from + Math.floor(t / axes.stepsPerMonth)) };
    object(reader, ['crowding', kind, ...(isOwn ? ['by-region', region, block] : ['from'])], { code: 'crowding-over', values }, 'key', 'warning');
  }
}
