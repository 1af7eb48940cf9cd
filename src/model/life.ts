import type * as z from 'zod';
import type { Path } from '../base/index.js';
import type { Duration } from './dates.js';
import { listed, mapping, number, says } from './fields.js';
import { figure, STATED } from './figures.js';
import { layLengths, lengths } from './lengths.js';
import type { Fault } from './numbers.js';
import { chance, object, shareOfLine, showSum, sumsToOne, type Reader } from './reader.js';
import type { Sourced, Stream } from './scenario.js';

const SHARE = { min: 0, max: 1, share: true } as const;
const SLOWEST = 10;
const MOST_LEAVES = 12;
/** A factor is kept as a fraction of whole numbers below a million, so that durations are rounded in exact arithmetic. */
const FINEST = 100_000;

/** The chance that a doctor in a queue gives up in a month (MODEL 2.4). */
export const givesUp = () => figure({ ...SHARE, unit: 'per month' }, says('chance of leaving the queue for good, a month; default 0', 'risken att lämna kön för gott, per månad; utan angivelse 0'));

/** Shares of the doctors whose blocks take longer (MODEL 3.7); the rest serve full time. */
export const partTime = () =>
  listed(mapping({ factor: number({ min: 0, max: SLOWEST, ofFullTime: true }, says('1.25 is 80 % of full time', '1.25 är 80 % av heltid')), share: figure(SHARE) }), { sv: '{ factor: 1.25, share: 0.2 }, …', en: '{ factor: 1.25, share: 0.2 }, …' }).meta(
    says('how much longer the blocks take, and for what share of the doctors; the rest serve full time', 'hur mycket längre blocken tar, och för hur stor andel; övriga arbetar heltid'),
  );

/** Leaves that a doctor may take in the middle of a pathway (MODEL 3.8). */
export const leaves = () =>
  listed(mapping({ share: figure(SHARE), length: lengths() }), { sv: '{ share: 0.3, length: 6 months }, …', en: '{ share: 0.3, length: 6 months }, …' }).meta(
    says('leaves: the share who take it, and how long they are away', 'tjänstledigheter: andelen som tar ut den, och hur länge de är borta'),
  );

interface Raw {
  readonly 'gives-up'?: Sourced | undefined;
  readonly 'part-time'?: z.output<ReturnType<typeof partTime>> | undefined;
  readonly leaves?: z.output<ReturnType<typeof leaves>> | undefined;
}

/** Settles what may become of a stream's doctors after they have joined. */
export function layLife(raw: Raw, path: Path, reader: Reader): Pick<Stream, 'givesUp' | 'partTime' | 'leaves'> {
  return {
    givesUp: raw['gives-up'] === undefined ? { value: 0, ...STATED, cell: '' } : chance(reader, raw['gives-up'], [...path, 'gives-up']),
    partTime: layPartTime(raw['part-time'], [...path, 'part-time'], reader),
    leaves: layLeaves(raw.leaves, [...path, 'leaves'], reader),
  };
}

function layPartTime(raw: Raw['part-time'], path: Path, reader: Reader): Stream['partTime'] {
  if (raw?.length === 0) object(reader, path, { code: 'empty-list' });
  const sum = (raw ?? []).reduce((total, row) => total + row.share.value, 0);
  if (sum > 1 && !sumsToOne(sum)) object(reader, path, { code: 'shares-above-one', values: { sum: showSum(sum) } }, 'key');
  return (raw ?? []).map(({ factor, share }, i) => {
    const at = [...path, i, 'factor'];
    const first = raw!.findIndex((row) => row.factor === factor);
    if (first < i) object(reader, at, { code: 'said-twice-at', found: String(factor), values: { line: reader.at([...path, first, 'factor']).line } });
    if (factor === 1) object(reader, at, { code: 'factor-of-one', found: '1' }, 'value', 'warning');
    else if (factor > 0 && factor < 1) object(reader, at, { code: 'factor-below-one', found: String(factor) }, 'value', 'warning');
    return { ...fraction(factor, at, reader), share: shareOfLine(reader, share, [...path, i, 'share']) };
  });
}

/** A decimal as the fraction that it is. */
function fraction(factor: number, path: Path, reader: Reader): { readonly numerator: number; readonly denominator: number } {
  const numerator = Math.round(factor * FINEST);
  if (factor === 0) object(reader, path, { code: 'factor-of-nothing', found: '0' });
  else if (numerator / FINEST !== factor) object(reader, path, { code: 'factor-too-fine', found: String(factor), values: { write: String(numerator / FINEST) } });
  const common = divisor(numerator, FINEST);
  return { numerator: numerator / common, denominator: FINEST / common };
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

function layLeaves(raw: Raw['leaves'], path: Path, reader: Reader): Stream['leaves'] {
  if (raw?.length === 0) object(reader, path, { code: 'empty-list' });
  if (raw && raw.length > MOST_LEAVES) object(reader, path, { code: 'too-many-leaves', values: { max: MOST_LEAVES, number: raw.length } }, 'key');
  return (raw ?? []).map(({ share, length }, i) => ({ share: shareOfLine(reader, share, [...path, i, 'share']), lengths: layLengths(length, [...path, i, 'length'], reader, awayAtAll) }));
}

const awayAtAll = (length: Duration): Fault | undefined => (length.halves === 0 ? { code: 'leave-of-no-length', found: length.written } : undefined);
