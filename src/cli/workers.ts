import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { Job, Jobs } from '../study/index.js';
import { giveJob } from './job.js';

/** A worker that broke, and at which unit of the work. */
export class WorkerFault extends Error {
  override readonly name = 'WorkerFault';
  readonly unit: number;
  readonly how: 'threw' | 'ended' | 'memory' | 'hung';

  constructor(unit: number, how: WorkerFault['how'], detail: string) {
    super(detail);
    this.unit = unit;
    this.how = how;
  }
}

/** How the work is spread. */
export interface Spread {
  readonly workers: number;
  /** A unit that takes longer than this is given up: its worker hangs. */
  readonly patienceMs: number;
  /** Ends the work where it stands. */
  readonly signal: AbortSignal;
}

/** So many parts may be done before the one whose turn it is, for each worker: they are held in memory. */
const AHEAD = 4;

/** The watch over a unit looks up this often. */
const TICK_MS = 250;

/** As many workers as the machine does at once. */
export const mostWorkers = (): number => availableParallelism();

/** Deals units `from … until − 1` out to workers, and gives the parts in order of the units. Ends early, without a fault, when the signal says so. */
export async function* dealOut<Kind extends keyof Jobs>(job: Job<Kind>, from: number, until: number, spread: Spread): AsyncGenerator<Jobs[Kind]['part'], void, void> {
  giveJob(job);
  const pool = new Piscina({
    filename: fileURLToPath(new URL('worker.js', import.meta.url)),
    name: 'doUnit',
    minThreads: spread.workers,
    maxThreads: spread.workers,
  });
  const parts = new Map<number, Promise<Jobs[Kind]['part'] | WorkerFault>>();
  let next = from;
  let running = 0;
  let isOver = false;
  // Nobody waits any more for what a worker has sent just before it was given up.
  pool.on('error', (error) => {
    if (!isOver && !spread.signal.aborted) throw error;
  });
  const deal = (): void => {
    while (running < spread.workers && next < until && parts.size < AHEAD * spread.workers) {
      const unit = next++;
      running += 1;
      const part = runUnit(pool, unit, spread) as Promise<Jobs[Kind]['part'] | WorkerFault>;
      parts.set(unit, part);
      void part.then((done) => {
        isOver ||= done instanceof WorkerFault;
        running -= 1;
        deal();
      });
    }
  };
  try {
    for (let unit = from; unit < until && !spread.signal.aborted; unit++) {
      deal();
      const part = await parts.get(unit)!;
      parts.delete(unit);
      if (spread.signal.aborted) return;
      if (part instanceof WorkerFault) throw part;
      yield part;
    }
  } finally {
    next = until;
    isOver = true;
    await pool.destroy();
  }
}

/** One unit by a worker of its own; a worker that breaks is a fault of that unit, in whatever way it broke. */
async function runUnit(pool: Piscina, unit: number, { signal, patienceMs }: Spread): Promise<unknown> {
  const { patience, stop } = watchOver(patienceMs);
  try {
    return await (pool.run(unit, { signal: AbortSignal.any([signal, patience]) }) as Promise<unknown>);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    if (patience.aborted) return new WorkerFault(unit, 'hung', `${patienceMs / 1000} s`);
    if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') return new WorkerFault(unit, 'memory', detail);
    return new WorkerFault(unit, /worker exited/i.test(detail) ? 'ended' : 'threw', detail);
  } finally {
    stop();
  }
}

/** Patience that runs out with the time that this thread itself was awake: after a laptop's sleep nobody has hung. */
function watchOver(patienceMs: number): { readonly patience: AbortSignal; readonly stop: () => void } {
  const control = new AbortController();
  let left = patienceMs;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    left -= Math.min(now - last, 2 * TICK_MS);
    last = now;
    if (left <= 0) control.abort();
  }, TICK_MS);
  return {
    patience: control.signal,
    stop: () => {
      clearInterval(timer);
    },
  };
}
