import { kind, type Kind } from '../apply.js';
import type { QuantityName } from '../change.js';
import { length } from './length.js';
import { mainSupervisors } from './main-supervisors.js';
import { positions } from './positions.js';
import { rate } from './rate.js';
import { crowdingSlots, crowdingSupervisors, slots, supervisors } from './rooms.js';
import { stPosts } from './st-posts.js';

/** Every quantity that changes may concern. */
export const KINDS: Readonly<Record<QuantityName, Kind>> = {
  slots: kind(slots),
  supervisors: kind(supervisors),
  'main-supervisors': kind(mainSupervisors),
  'st-posts': kind(stPosts),
  'crowding-slots': kind(crowdingSlots),
  'crowding-supervisors': kind(crowdingSupervisors),
  positions: kind(positions),
  length: kind(length),
  rate: kind(rate),
};
