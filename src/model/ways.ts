import { refuseWhole } from './credit.js';
import type { ScenarioDocument } from './document.js';
import { refuseNoRoom } from './exchange.js';
import { refuseEarlySittings, refuseUnreachable } from './gates.js';
import { refuseTooShort, warnOfNoPosts } from './integrated.js';
import { warnOfIdleLocum } from './locum.js';
import { object, type Reader } from './reader.js';
import type { Regions } from './regions.js';
import type { Scenario } from './scenario.js';

type Judged = Pick<Scenario, 'time' | 'pathways' | 'streams' | 'stPosts' | 'slots' | 'unlimitedSlots' | 'supervisors' | 'exchange' | 'locum'>;

/** Judges the ways through and between pathways and regions when all changes have been made: what nobody can take, and what would change nothing. */
export function judgeWays(scenario: Judged, parts: Partial<ScenarioDocument>, regions: Regions, reader: Reader): void {
  for (const pathway of scenario.pathways) {
    refuseUnreachable(pathway, reader);
    if (parts.initial === undefined) refuseEarlySittings(pathway, scenario, reader);
    refuseTooShort(pathway, reader);
    refuseWhole(pathway, reader);
  }
  refuseNoRoom(scenario, parts.exchange, reader);
  if (reader.issues.some(({ severity }) => severity === 'error')) return;
  warnOfNoPosts(scenario, regions, reader);
  const isIdle = scenario.stPosts.length > 0 && scenario.pathways.every(({ variants }) => variants.every(({ within }) => within === null));
  if (isIdle) object(reader, ['st-posts'], { code: 'st-posts-idle' }, 'key', 'warning');
  warnOfIdleLocum(scenario, parts.locum, regions, reader);
}
