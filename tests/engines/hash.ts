import { layDigest, mix, toHex } from '../../src/engine/index.js';
import type { Digest } from '../../src/engine/index.js';

/** 32 digits for any plain data, to the last bit: −0 is not 0, and a whole number in a typed array of another kind is another. */
export function hashOf(value: unknown): string {
  const digest = layDigest();
  mixValue(digest, value);
  return toHex(digest);
}

const double = new DataView(new ArrayBuffer(8));

function mixValue(digest: Digest, value: unknown): void {
  if (Number.isInteger(value) && Object.is((value as number) | 0, value)) mix(digest, value as number);
  else if (typeof value === 'number') {
    mixText(digest, 'double');
    double.setFloat64(0, value);
    mix(digest, double.getInt32(0));
    mix(digest, double.getInt32(4));
  } else if (value !== null && typeof value === 'object') {
    mixText(digest, Object.prototype.toString.call(value));
    if (ArrayBuffer.isView(value) || Array.isArray(value)) for (const one of value as ArrayLike<unknown> & Iterable<unknown>) mixValue(digest, one);
    else for (const [key, one] of Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) mixValue(digest, [key, one]);
    mixText(digest, 'end');
  } else mixText(digest, `${typeof value} ${String(value)}`);
}

function mixText(digest: Digest, text: string): void {
  mix(digest, text.length);
  for (let i = 0; i < text.length; i++) mix(digest, text.charCodeAt(i));
}
