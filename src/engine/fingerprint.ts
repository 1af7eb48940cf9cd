import { unitsFrom } from './causes.js';
import type { Causes } from './causes.js';
import { LATER } from './roster.js';
import type { Roster } from './roster.js';
import { NEVER, forEachStay } from './trace.js';
import type { Trace } from './trace.js';

const PRIMES = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f] as const;

/** A hash under way: four lanes of 32 bits. */
export type Digest = Int32Array;

/** An empty hash. */
export function layDigest(): Digest {
  return Int32Array.from(PRIMES);
}

/** Mixes one 32-bit word into a hash. */
export function mix(digest: Digest, word: number): void {
  one[0] = word;
  mixAll(digest, one, 1);
}

const one = new Int32Array(1);

/** So many words are mixed with the lanes in registers. */
const BATCH = 64;

/** Mixes the first `count` words into a hash. */
function mixAll(digest: Digest, words: Int32Array, count: number): void {
  for (let from = 0; from < count; from += BATCH) mixBatch(digest, words, from, Math.min(count, from + BATCH));
}

/** Lane by lane in step: none waits for another. Short, so that the machine has seen its end before it makes the function ready: else it throws away what it made, every time. */
function mixBatch(digest: Digest, words: Int32Array, from: number, until: number): void {
  let a = digest[0]!;
  let b = digest[1]!;
  let c = digest[2]!;
  let d = digest[3]!;
  const p = PRIMES[0] | 0;
  const q = PRIMES[1] | 0;
  const r = PRIMES[2] | 0;
  const s = PRIMES[3] | 0;
  for (let i = from; i < until; i++) {
    const word = words[i]! ^ (words[i]! >>> 15);
    a ^= Math.imul(word, p);
    b ^= Math.imul(word, q);
    c ^= Math.imul(word, r);
    d ^= Math.imul(word, s);
    a = (Math.imul((a << 13) | (a >>> 19), 5) + 0x6b64e653) | 0;
    b = (Math.imul((b << 13) | (b >>> 19), 5) + 0x6b64e653) | 0;
    c = (Math.imul((c << 13) | (c >>> 19), 5) + 0x6b64e653) | 0;
    d = (Math.imul((d << 13) | (d >>> 19), 5) + 0x6b64e653) | 0;
    a ^= a >>> 16;
    b ^= b >>> 16;
    c ^= c >>> 16;
    d ^= d >>> 16;
  }
  digest[0] = a;
  digest[1] = b;
  digest[2] = c;
  digest[3] = d;
}

/** A hash as 32 hexadecimal digits. */
export function toHex(digest: Digest): string {
  return Array.from(digest, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

/** The fingerprint of one replication: every doctor's identity and record, every stay, every cause (MODEL 8.2, 11.5). */
export function fingerprint(roster: Roster, trace: Trace): Digest {
  const digest = layDigest();
  for (let row = 0; row < roster.rows; row += CHUNK) mixDoctors(digest, roster, trace, row, Math.min(roster.rows, row + CHUNK));
  mixStays(digest, trace);
  mixCauses(digest, trace.causes, 0);
  mixGivingUp(digest, trace);
  mixLeaves(digest, trace);
  mixAgreements(digest, trace);
  mixBeyond(digest, roster, trace);
  mixCauses(digest, trace.betweenCauses, trace.causes.lineOf.length * trace.causes.steps);
  return digest;
}

/** So many doctors or stays are laid out as words at a time. */
const CHUNK = 512;
const chunk = new Int32Array(CHUNK * 8);

function mixDoctors(digest: Digest, { stream, cohort, ordinal }: Roster, { region, variant, starts, completes, passes }: Trace, from: number, until: number): void {
  for (let row = from, at = 0; row < until; row++, at += 8) {
    chunk[at] = stream[row]!;
    chunk[at + 1] = cohort[row]!;
    chunk[at + 2] = ordinal[row]!;
    chunk[at + 3] = region[row]!;
    chunk[at + 4] = variant[row]!;
    chunk[at + 5] = starts[row]!;
    chunk[at + 6] = completes[row]!;
    chunk[at + 7] = passes[row]!;
  }
  mixAll(digest, chunk, 8 * (until - from));
}

function mixStays(digest: Digest, { bookings, bookingRow, bookingItinerary, itineraryFrom, stayStretch, stayFrom, stayUntil }: Trace): void {
  let at = 0;
  for (let booking = 0; booking < bookings; booking++) {
    const row = bookingRow[booking]!;
    const itinerary = bookingItinerary[booking]!;
    const end = itineraryFrom[itinerary + 1]!;
    for (let stay = itineraryFrom[itinerary]!; stay < end; stay++) {
      chunk[at] = row;
      chunk[at + 1] = stayStretch[stay]!;
      chunk[at + 2] = stayFrom[stay]!;
      chunk[at + 3] = stayUntil[stay]!;
      at += 4;
      if (at < chunk.length) continue;
      mixAll(digest, chunk, at);
      at = 0;
    }
  }
  mixAll(digest, chunk, at);
}

// What only some scenarios have: doctors who gave up, leaves, hosts, licences and later pathways. Nothing is mixed where there is none.

function mixGivingUp(digest: Digest, { rows, gaveUp }: Trace): void {
  for (let row = 0; row < rows; row++) if (gaveUp[row]! !== NEVER) mixThree(digest, 2, row, gaveUp[row]!, 0);
}

function mixLeaves(digest: Digest, trace: Trace): void {
  for (let i = 0; i < trace.leaves; i++) mixThree(digest, 3, trace.leaveRow[i]!, trace.leaveFrom[i]!, trace.leaveUntil[i]!);
}

function mixAgreements(digest: Digest, trace: Trace): void {
  if (!trace.stayAgreement.subarray(0, trace.stays).some((agreement) => agreement >= 0)) return;
  let nth = 0;
  forEachStay(trace, (_, stay) => {
    if (trace.stayAgreement[stay]! >= 0) mixThree(digest, 2, nth, trace.stayRegion[stay]!, 0);
    nth += 1;
  });
}

function mixBeyond(digest: Digest, { joins }: Roster, trace: Trace): void {
  for (let row = 0; row < trace.rows; row++) {
    const isLater = joins[row] === LATER;
    const joined = isLater ? trace.joins[row]! : NEVER;
    if (trace.recruited[row] === NEVER && trace.lost[row] === NEVER && trace.passed[row] === NEVER && joined === NEVER) continue;
    mixThree(digest, 3, row, trace.recruited[row]!, trace.lost[row]!);
    mixThree(digest, 3, trace.passed[row]!, joined, isLater ? trace.home[row]! : 0);
  }
}

function mixCauses(digest: Digest, causes: Causes, first: number): void {
  for (let row = 0; row < causes.lineOf.length; row++) {
    const from = unitsFrom(causes, row);
    if (from >= 0) mixUnits(digest, causes.units, from, causes.steps, first + row * causes.steps);
  }
}

function mixUnits(digest: Digest, all: Float64Array, from: number, steps: number, first: number): void {
  for (let t = 0; t < steps; t++) {
    const units = all[from + t]!;
    if (units !== 0) mixThree(digest, 3, first + t, units | 0, Math.floor(units / 4_294_967_296));
  }
}

function mixThree(digest: Digest, count: number, first: number, second: number, third: number): void {
  chunk[0] = first;
  chunk[1] = second;
  chunk[2] = third;
  mixAll(digest, chunk, count);
}
