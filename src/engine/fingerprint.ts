import { LATER } from './roster.js';
import type { Roster } from './roster.js';
import { NEVER } from './trace.js';
import type { Trace } from './trace.js';

const LANES = 4;
const PRIMES = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f] as const;

/** A hash under way: four lanes of 32 bits. */
export type Digest = Int32Array;

/** An empty hash. */
export function layDigest(): Digest {
  return Int32Array.from(PRIMES);
}

/** Mixes one 32-bit word into a hash. */
export function mix(digest: Digest, word: number): void {
  for (let lane = 0; lane < LANES; lane++) {
    let x = digest[lane]! ^ Math.imul(word ^ (word >>> 15), PRIMES[lane]!);
    x = Math.imul((x << 13) | (x >>> 19), 5) + 0x6b64e653;
    digest[lane] = x ^ (x >>> 16);
  }
}

/** A hash as 32 hexadecimal digits. */
export function toHex(digest: Digest): string {
  return Array.from(digest, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

/** The fingerprint of one replication: every doctor's identity and record, every stay, every cause (MODEL 8.2, 11.5). */
export function fingerprint(roster: Roster, trace: Trace): Digest {
  const digest = layDigest();
  for (let row = 0; row < roster.rows; row++) {
    mix(digest, roster.stream[row]!);
    mix(digest, roster.cohort[row]!);
    mix(digest, roster.ordinal[row]!);
    mix(digest, trace.region[row]!);
    mix(digest, trace.variant[row]!);
    mix(digest, trace.starts[row]!);
    mix(digest, trace.completes[row]!);
    mix(digest, trace.passes[row]!);
  }
  for (let i = 0; i < trace.stays; i++) {
    mix(digest, trace.stayRow[i]!);
    mix(digest, trace.stayStretch[i]!);
    mix(digest, trace.stayFrom[i]!);
    mix(digest, trace.stayUntil[i]!);
  }
  mixCauses(digest, trace.causes, 0);
  mixRest(digest, roster, trace);
  return digest;
}

/** What only some scenarios have: doctors who gave up, leaves, waits between blocks. Nothing is mixed where there is none. */
function mixRest(digest: Digest, roster: Roster, trace: Trace): void {
  for (let row = 0; row < trace.rows; row++) {
    if (trace.gaveUp[row] === NEVER) continue;
    mix(digest, row);
    mix(digest, trace.gaveUp[row]!);
  }
  for (let i = 0; i < trace.leaves; i++) {
    mix(digest, trace.leaveRow[i]!);
    mix(digest, trace.leaveFrom[i]!);
    mix(digest, trace.leaveUntil[i]!);
  }
  for (let i = 0; i < trace.stays; i++) {
    if (trace.stayAgreement[i]! < 0) continue;
    mix(digest, i);
    mix(digest, trace.stayRegion[i]!);
  }
  for (let row = 0; row < trace.rows; row++) mixBeyond(digest, roster, trace, row);
  mixCauses(digest, trace.betweenCauses, trace.causes.length);
}

/** What has to do with licences and later pathways. */
function mixBeyond(digest: Digest, roster: Roster, trace: Trace, row: number): void {
  const isLater = roster.joins[row] === LATER;
  const words = [trace.recruited[row]!, trace.lost[row]!, trace.passed[row]!, isLater ? trace.joins[row]! : NEVER];
  if (words.every((word) => word === NEVER)) return;
  for (const word of [row, ...words, isLater ? trace.home[row]! : 0]) mix(digest, word);
}

function mixCauses(digest: Digest, causes: Float64Array, first: number): void {
  for (let i = 0; i < causes.length; i++) {
    const units = causes[i]!;
    if (units === 0) continue;
    mix(digest, first + i);
    mix(digest, units | 0);
    mix(digest, Math.floor(units / 4_294_967_296));
  }
}
