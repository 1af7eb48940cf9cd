import { BugError } from '../base/index.js';
import { addReading, layGathered, readReplication } from '../study/index.js';
import type { Gathered, Reading, Report } from '../study/index.js';
import { Failure } from './failure.js';
import { watchSignals } from './interruption.js';
import type { Lang } from './options.js';
import { startBar } from './print.js';
import { dropState, loadState, refuseState, sayOtherState, saveState } from './state-file.js';
import type { StateCard } from './state-file.js';
import { typed } from './typed.js';
import { WorkerFault, dealOut, mostWorkers } from './workers.js';

/** How the replications of a run are done. */
export interface GatherOptions {
  /** Threads beside the program's own; undefined: as many as pay. */
  readonly workers: number | undefined;
  readonly patienceSeconds: number;
  /** The run must go on with an interrupted one; otherwise it does where there is one. */
  readonly mustResume: boolean;
  /** Where what is done is kept while the rest is not, and what must be the same of who goes on with it; null: nowhere. */
  readonly state: { readonly path: string; readonly card: StateCard } | null;
  /** The command as it was given, to say how to go on. */
  readonly command: readonly string[];
  /** The scenario, to say how to repeat one replication of it. */
  readonly file: string;
  readonly lang: Lang;
}

/** What is left must take longer than this to be worth the start of other threads. */
const WORTH_MS = 3000;
/** What is done is kept this often, or more seldom where keeping it takes long. */
const KEEP_MS = Number(process.env['FLASKHALS_KEEP_MS'] ?? 1000); // tests keep more often, with 0 after every replication
const KEEP_SHARE = KEEP_MS === 0 ? 0 : 20;

/** Runs the replications of a report that are not done yet, in whatever number of threads, and gathers them in order. Ctrl-C keeps what is done and says how to go on. */
export async function gather(report: Report, replications: number, options: GatherOptions): Promise<Gathered> {
  const gathered = goOn(options) ?? layGathered(report, replications);
  const interruption = watchSignals();
  const keep = keeper(gathered, options);
  const bar = startBar(options.lang === 'sv' ? 'Kör' : 'Running', options.lang);
  try {
    for await (const reading of readings(report, gathered.added, replications, options, interruption.signal)) {
      addReading(gathered, reading);
      bar.update(gathered.added, replications);
      keep.now();
    }
    bar.stop();
    if (gathered.added < replications) {
      keep.save();
      interruption.fail(sayInterrupted(keep.kept(), replications, options));
    }
    keep.atEnd();
    return gathered;
  } catch (error) {
    bar.stop();
    keep.save();
    throw error instanceof WorkerFault ? explainFault(error, report, options) : error;
  } finally {
    interruption.release();
  }
}

/** What an interrupted run of the same kind had come to. */
function goOn({ state, mustResume, lang }: GatherOptions): Gathered | undefined {
  if (state === null) return undefined;
  const held = loadState<Gathered>(state.path, state.card);
  if (mustResume) refuseState(state.path, held, lang);
  if (held.kind === 'damaged' || held.kind === 'other') process.stderr.write(sayOtherState(state.path, held, lang));
  if (held.kind !== 'same') return undefined;
  const { added, replications } = held.value;
  process.stderr.write(lang === 'sv' ? `Fortsätter en avbruten körning: ${added} av ${replications} upprepningar är gjorda.\n` : `Going on with an interrupted run: ${added} of ${replications} replications are done.\n`);
  return held.value;
}

/** The first replication is done here: by how long it takes it is seen whether other threads pay. */
async function* readings(report: Report, from: number, until: number, { workers, patienceSeconds }: GatherOptions, signal: AbortSignal): AsyncGenerator<Reading> {
  let next = from;
  if (workers === undefined || workers === 1) {
    for (const begun = performance.now(); next < until && !signal.aborted; next++) {
      if (workers === undefined && next > from && ((performance.now() - begun) / (next - from)) * (until - next) > WORTH_MS && mostWorkers() > 1) break;
      yield readReplication(report, next);
      // Signals are heard between replications.
      await new Promise((turn) => setImmediate(turn));
    }
  }
  if (next >= until || signal.aborted) return;
  const { scenario, seed, additions } = report;
  yield* dealOut({ kind: 'report', setup: { scenario, seed, additions } }, next, until, { workers: Math.min(workers ?? mostWorkers(), until - next), patienceMs: patienceSeconds * 1000, signal });
}

interface Keeper {
  readonly now: () => void;
  readonly save: () => void;
  readonly atEnd: () => void;
  /** How many replications stand on disk. */
  readonly kept: () => number;
}

/** Keeps what is done on disk from time to time, so that it costs little, and where the run ends before it is done. That it cannot be kept is said, once, and ends no run. */
function keeper(gathered: Gathered, { state, lang }: GatherOptions): Keeper {
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

function sayInterrupted(done: number, replications: number, { command, lang }: GatherOptions): string[] {
  const plain = command.filter((word) => word !== '--resume');
  if (done === 0) return lang === 'sv' ? ['Avbruten: inget finns kvar. Kör igen med', `  ${typed(plain)}`] : ['Interrupted: nothing is kept. Run again with', `  ${typed(plain)}`];
  const again = typed([...plain, '--resume']);
  return lang === 'sv'
    ? [`Avbruten: ${done} av ${replications} upprepningar är gjorda och finns kvar. Fortsätt med`, `  ${again}`]
    : [`Interrupted: ${done} of ${replications} replications are done and kept. Go on with`, `  ${again}`];
}

/** A worker that broke: which replication, and how to repeat it alone. */
function explainFault({ unit, how, message }: WorkerFault, { scenario, seed, additions }: Report, { file, lang }: GatherOptions): Error {
  const where = `${scenario.name}: seed ${seed}, replication ${unit}`;
  const again = typed(['replication', file, String(unit), '--seed', String(seed), ...additions.flatMap(({ pool, places }) => ['--add', `${pool}=${places}`])]);
  const sv = lang === 'sv';
  if (how === 'memory') {
    return new Failure(5, sv ? [`${where}: minnet räckte inte för en arbetare (${message})`, 'Kör med färre --workers, eller ge mer minne: NODE_OPTIONS=--max-old-space-size=4096'] : [`${where}: a worker ran out of memory (${message})`, 'Run with fewer --workers, or give more memory: NODE_OPTIONS=--max-old-space-size=4096']);
  }
  const what = { threw: message, ended: sv ? `en arbetare slutade utan svar (${message})` : `a worker ended without an answer (${message})`, hung: sv ? `en arbetare har hängt sig (över ${message}; --patience)` : `a worker hangs (over ${message}; --patience)` }[how];
  return new BugError(`${where}: ${what}\n${sv ? 'Den upprepningen för sig' : 'That replication alone'}: ${again}`);
}

/** Where a state is not of this run any more. */
export function endState({ state }: Pick<GatherOptions, 'state'>): void {
  if (state !== null) dropState(state.path);
}
