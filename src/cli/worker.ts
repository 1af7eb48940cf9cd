import { prepareJob } from '../study/index.js';
import { takeJob } from './job.js';

// What a thread of its own does: made ready once for the job that all threads share, it does the units that it is dealt.
const prepared: { unit?: (unit: number) => unknown } = {};

/** Does one unit of the job. @public Called by name from the pool of workers. */
export function doUnit(unit: number): unknown {
  breakDown(unit);
  prepared.unit ??= prepareJob(takeJob());
  return prepared.unit(unit);
}

/** For tests of what happens then: a worker that breaks in the way said, at the unit said (`throw:37`). */
function breakDown(unit: number): void {
  const [how, when] = (process.env['FLASKHALS_BREAK_WORKER'] ?? '').split(':');
  if (when !== String(unit)) return;
  if (how === 'throw') throw new Error('broken on purpose');
  if (how === 'exit') process.exit(0);
  if (how === 'hang') for (;;);
  if (how === 'memory') for (const held: number[][] = []; ; ) held.push(Array.from({ length: 100_000 }, (_, i) => i));
}
