import { setImmediate } from 'node:timers/promises';
import { BugError } from '../base/index.js';
import type { Job, Jobs, ReportSetup } from '../study/index.js';
import { additionFlags } from './additions.js';
import { Failure } from './failure.js';
import { watchSignals } from './interruption.js';
import type { Lang } from './options.js';
import { startBar } from './print.js';
import { dropState, loadState, refuseState, sayOtherState, saveState } from './state-file.js';
import type { StateCard } from './state-file.js';
import { typed } from './typed.js';
import { WorkerFault, dealOut, mostWorkers } from './workers.js';

/** Work in numbered units, and how their parts are gathered in order; what is gathered is plain data, so that it can be kept on disk. */
export interface Work<Kind extends keyof Jobs, Gathered extends { readonly added: number }> {
  readonly job: Job<Kind>;
  /** Does a unit in this thread. */
  readonly unit: (unit: number) => Jobs[Kind]['part'];
  readonly units: number;
  readonly begin: () => Gathered;
  readonly add: (gathered: Gathered, part: Jobs[Kind]['part']) => void;
  /** Where a unit stands, to name it when it breaks, and the command that repeats it alone. */
  readonly place: (unit: number) => { readonly name: string; readonly again: readonly string[] };
}

/** Where a replication of a scenario stands, and the command that repeats it alone. */
export function placeOf({ scenario, seed, additions }: ReportSetup, file: string, replication: number): ReturnType<Work<'report', { readonly added: number }>['place']> {
  return { name: `${scenario.name}: seed ${seed}, replication ${replication}`, again: ['replication', file, String(replication), '--seed', String(seed), ...additionFlags(additions)] };
}

/** How work is done. */
export interface GatherOptions {
  /** Threads beside the program's own; undefined: as many as pay. */
  readonly workers: number | undefined;
  readonly patienceSeconds: number;
  /** The work must go on with an interrupted one; otherwise it does where there is one. */
  readonly mustResume: boolean;
  /** Where what is done is kept while the rest is not, and what must be the same of who goes on with it; null: nowhere. */
  readonly state: { readonly path: string; readonly card: StateCard } | null;
  /** The command as it was given, to say how to go on. */
  readonly command: readonly string[];
  readonly lang: Lang;
}

/** What is left must take longer than this to be worth the start of other threads. */
const WORTH_MS = 3000;
/** What is done is kept this often, or more seldom where keeping it takes long. */
const KEEP_MS = Number(process.env['FLASKHALS_KEEP_MS'] ?? 1000); // tests keep more often, with 0 after every replication
const KEEP_SHARE = KEEP_MS === 0 ? 0 : 20;

/** Does the units that are not done yet, in whatever number of threads, and gathers their parts in order. Ctrl-C keeps what is done and says how to go on. */
export async function gather<Kind extends keyof Jobs, Gathered extends { readonly added: number }>(work: Work<Kind, Gathered>, options: GatherOptions): Promise<Gathered> {
  const { units } = work;
  const gathered = goOn<Gathered>(units, options) ?? work.begin();
  const interruption = watchSignals();
  const keep = keeper(gathered, options);
  const bar = startBar(options.lang === 'sv' ? 'Kör' : 'Running', options.lang);
  try {
    for await (const part of partsOf(work, gathered.added, options, interruption.signal)) {
      work.add(gathered, part);
      bar.update(gathered.added, units);
      keep.now();
      // Signals are heard between units: neither work done here nor parts that threads have ready lets Node look up before the last one.
      await setImmediate();
    }
    bar.stop();
    if (gathered.added < units) {
      keep.save();
      interruption.fail(sayInterrupted(keep.kept(), units, options));
    }
    keep.atEnd();
    return gathered;
  } catch (error) {
    bar.stop();
    keep.save();
    throw error instanceof WorkerFault ? explainFault(error, work.place(error.unit), options.lang) : error;
  } finally {
    interruption.release();
  }
}

/** What interrupted work of the same kind had come to. */
function goOn<Gathered extends { readonly added: number }>(units: number, { state, mustResume, lang }: GatherOptions): Gathered | undefined {
  if (state === null) return undefined;
  const held = loadState<Gathered>(state.path, state.card);
  if (mustResume) refuseState(state.path, held, lang);
  if (held.kind === 'damaged' || held.kind === 'other') process.stderr.write(sayOtherState(state.path, held, lang));
  if (held.kind !== 'same') return undefined;
  const { added } = held.value;
  process.stderr.write(lang === 'sv' ? `Fortsätter en avbruten körning: ${added} av ${units} upprepningar är gjorda.\n` : `Going on with an interrupted run: ${added} of ${units} replications are done.\n`);
  return held.value;
}

/** The first unit is done here: by how long it takes it is seen whether other threads pay. */
async function* partsOf<Kind extends keyof Jobs, Gathered extends { readonly added: number }>(
  { job, unit, units }: Work<Kind, Gathered>, from: number, { workers, patienceSeconds }: GatherOptions, signal: AbortSignal,
): AsyncGenerator<Jobs[Kind]['part']> {
  let next = from;
  if (workers === undefined || workers === 1) {
    for (const begun = performance.now(); next < units && !signal.aborted; next++) {
      if (workers === undefined && next > from && ((performance.now() - begun) / (next - from)) * (units - next) > WORTH_MS && mostWorkers() > 1) break;
      yield unit(next);
    }
  }
  if (next >= units || signal.aborted) return;
  yield* dealOut(job, next, units, { workers: Math.min(workers ?? mostWorkers(), units - next), patienceMs: patienceSeconds * 1000, signal });
}

interface Keeper {
  readonly now: () => void;
  readonly save: () => void;
  readonly atEnd: () => void;
  /** How many units stand on disk. */
  readonly kept: () => number;
}

/** Keeps what is done on disk from time to time, so that it costs little, and where the work ends before it is done. That it cannot be kept is said, once, and ends no run. */
function keeper(gathered: { readonly added: number }, { state, lang }: GatherOptions): Keeper {
  let kept = gathered.added;
  let isSaid = false;
  let due = performance.now() + KEEP_MS;
  const save = (): void => {
    if (state === null || kept === gathered.added) return;
    const begun = performance.now();
    try {
      saveState(state.path, state.card, gathered, lang);
      kept = gathered.added;
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      if (!isSaid) process.stderr.write(lang === 'sv' ? `${detail}\nKörningen går vidare, men avbryts den går det som är gjort förlorat.\n` : `${detail}\nThe run goes on, but if it is interrupted what is done is lost.\n`);
      isSaid = true;
    }
    due = performance.now() + Math.max(KEEP_MS, KEEP_SHARE * (performance.now() - begun));
  };
  const begun = performance.now();
  return {
    save,
    kept: () => kept,
    now: () => {
      if (performance.now() >= due) save();
    },
    // What took no longer than this is as soon done again.
    atEnd: () => {
      if (performance.now() - begun >= KEEP_MS) save();
    },
  };
}

function sayInterrupted(done: number, units: number, { command, lang }: GatherOptions): string[] {
  const plain = command.filter((word) => word !== '--resume');
  if (done === 0) return lang === 'sv' ? ['Avbruten: inget finns kvar. Kör igen med', `  ${typed(plain)}`] : ['Interrupted: nothing is kept. Run again with', `  ${typed(plain)}`];
  const again = typed([...plain, '--resume']);
  return lang === 'sv'
    ? [`Avbruten: ${done} av ${units} upprepningar är gjorda och finns kvar. Fortsätt med`, `  ${again}`]
    : [`Interrupted: ${done} of ${units} replications are done and kept. Go on with`, `  ${again}`];
}

/** A worker that broke: at which unit, and how to repeat it alone. */
function explainFault({ how, message }: WorkerFault, { name, again }: { readonly name: string; readonly again: readonly string[] }, lang: Lang): Error {
  const sv = lang === 'sv';
  if (how === 'memory') {
    const more = sv ? 'Kör med färre --workers, eller ge mer minne: NODE_OPTIONS=--max-old-space-size=4096' : 'Run with fewer --workers, or give more memory: NODE_OPTIONS=--max-old-space-size=4096';
    return new Failure(5, [sv ? `${name}: minnet räckte inte för en arbetare (${message})` : `${name}: a worker ran out of memory (${message})`, more]);
  }
  const what = { threw: message, ended: sv ? `en arbetare slutade utan svar (${message})` : `a worker ended without an answer (${message})`, hung: sv ? `en arbetare har hängt sig (över ${message}; --patience)` : `a worker hangs (over ${message}; --patience)` }[how];
  return new BugError(`${name}: ${what}\n${sv ? 'Den upprepningen för sig' : 'That replication alone'}: ${typed(again)}`);
}

/** Where a state is not of this run any more. */
export function endState({ state }: Pick<GatherOptions, 'state'>): void {
  if (state !== null) dropState(state.path);
}
