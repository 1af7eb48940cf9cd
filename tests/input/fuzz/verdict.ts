import { catalogue, exitOf, formatIssues } from '../../../src/base/index.js';
import { audit } from '../../../src/analysis/audit.js';
import { drawRoster, run } from '../../../src/engine/index.js';
import { expressionParser } from '../../../src/cli/files.js';
import { readScenario, type Source } from '../../../src/input/index.js';
import { compile } from '../../../src/model/compile/index.js';
import type { Scenario, Sourced } from '../../../src/model/scenario.js';

/** A scenario with all that it may read, by path. */
export interface Project {
  readonly file: string;
  readonly files: Readonly<Record<string, Uint8Array>>;
}

const LONGEST_MS = 2000;

/** The files of a project as a source; whatever is read is noted. */
export function sourceOf({ files }: Project, noted: string[] = []): Source {
  return {
    read: (path, _kind, mostBytes) => {
      noted.push(path);
      if (path.startsWith('..') || path.startsWith('/') || path.startsWith('~')) return { error: 'outside' };
      const bytes = Object.hasOwn(files, path) ? files[path] : undefined;
      if (bytes === undefined) return { error: 'missing' };
      return bytes.length > mostBytes ? { error: 'too-large' } : { bytes, sha256: '' };
    },
    parser: expressionParser,
  };
}

/** What became of a project: whether it was accepted, and the codes of all that was said. */
export interface Verdict {
  readonly accepted: boolean;
  readonly codes: readonly string[];
}

/** Reads a project, and runs it when it is accepted; throws when anything is not as it must be for any file whatever. */
export function judge(project: Project): Verdict {
  const result = within('reading', () => readScenario(sourceOf(project), project.file));
  checkIssues(result, project);
  if (result.ok) runShort(result.value.scenario);
  if ('polluted' in {}) throw new Error('something was written on every object');
  return { accepted: result.ok, codes: result.issues.map((issue) => issue.code) };
}

/** What work comes to; what seems too slow is done again by the processor's time, so that other programs on the machine do not count. */
function within<T>(what: string, work: () => T): T {
  // The processor's time is dear to ask for, and never more than the clock's.
  const began = performance.now();
  const done = work();
  if (performance.now() - began <= LONGEST_MS) return done;
  const started = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(started);
  const took = (user + system) / 1000;
  if (took > LONGEST_MS) throw new Error(`${what} took ${Math.round(took)} ms`);
  return done;
}

/** Every issue has a documented code, words in both languages, and a place that is in the file it names. */
function checkIssues(result: ReturnType<typeof readScenario>, { files }: Project): void {
  const isRefused = result.issues.some((issue) => issue.severity === 'error');
  if (result.ok === isRefused || result.ok !== (exitOf(result.issues) === 0)) throw new Error('an exit code that does not fit the outcome');
  const linesOf = new Map<string, number>();
  const lineCount = (file: string): number => {
    const bytes = files[file];
    if (!linesOf.has(file)) linesOf.set(file, bytes === undefined ? 1 : new TextDecoder('windows-1252').decode(bytes).split(/\r\n|\r|\n/).length);
    return linesOf.get(file)!;
  };
  for (const { code, where, severity } of result.issues) {
    if (!(code in catalogue)) throw new Error(`code ${code} is not documented`);
    if ((catalogue[code]!.exit === 0) !== (severity === 'warning')) throw new Error(`${code} is documented as something else than a ${severity}`);
    const lines = lineCount(where.file);
    if (!(where.line >= 1 && where.line <= lines && where.column >= 1)) throw new Error(`${code} is placed at ${where.file}:${where.line}:${where.column} of ${lines} lines`);
  }
  for (const lang of ['sv', 'en'] as const) {
    for (const line of formatIssues(result.issues, lang)) {
      if (!/^[^:\n]+:\d+:\d+: (error|warning) [a-z0-9-]+: [^\n]+$|^(and \d+ more|och \d+ till)$/.test(line)) throw new Error(`not how an issue is written: ${line}`);
    }
  }
}

/** An accepted scenario compiles and runs, and the auditor finds nothing; one that is large is cut down first. */
function runShort(scenario: Scenario): void {
  const violations = within('running', () => {
    const { plan } = compile(cutDown(scenario));
    const roster = drawRoster(plan, { seed: scenario.seed, replication: 0 });
    return audit(plan, roster, run(plan, roster));
  });
  if (violations.length > 0) throw new Error(`accepted, but: ${JSON.stringify(violations.slice(0, 3))}`);
}

const MOST_MONTHS = 24;
const MOST_DOCTORS = 40;

/** The first two years of a scenario, with no more doctors from any one number than a short run can hold. */
function cutDown(scenario: Scenario): Scenario {
  const { from, to, reportFrom, step } = scenario.time;
  const last = Math.min(to, from + MOST_MONTHS - 1);
  const few = (figure: Sourced): Sourced => ({ ...figure, value: Math.min(figure.value, MOST_DOCTORS) });
  return {
    ...scenario,
    time: { step, from, to: last, reportFrom: Math.min(reportFrom, last) },
    streams: scenario.streams.map((stream) => ({
      ...stream,
      ...(stream.listed ? { listed: stream.listed.map((row) => ({ ...row, number: few(row.number) })) } : {}),
      ...(stream.rate ? { rate: { ...stream.rate, perYear: stream.rate.perYear.map((row) => ({ ...row, value: few(row.value) })) } } : {}),
      ...(stream.guests ? { guests: { ...stream.guests, perYear: stream.guests.perYear.map((row) => ({ ...row, perYear: Math.min(row.perYear, MOST_DOCTORS) })) } } : {}),
      ...(stream.programme ? { programme: { ...stream.programme, intakes: stream.programme.intakes.map((row) => ({ ...row, places: few(row.places) })) } } : {}),
    })),
    initial: {
      queues: scenario.initial.queues.map((row) => ({ ...row, number: few(row.number) })),
      training: scenario.initial.training.map((row) => ({ ...row, number: few(row.number) })),
    },
  };
}

/** The smallest project found that fails as this one does: files are made shorter for as long as they still do. */
export function shrink(project: Project, seconds = 5): { readonly project: Project; readonly error: Error } {
  const until = performance.now() + 1000 * seconds;
  let [smallest, error] = [project, failureOf(project)!];
  for (const [name, whole] of Object.entries(project.files)) {
    let bytes = whole;
    for (let size = bytes.length; size >= 1 && performance.now() < until; size = size === 1 ? 0 : Math.ceil(size / 2)) {
      for (let at = 0; at < bytes.length && performance.now() < until; ) {
        const shorter = Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + size)]);
        const attempt = { ...smallest, files: { ...smallest.files, [name]: shorter } };
        const failure = failureOf(attempt);
        if (failure && kindOf(failure) === kindOf(error)) [smallest, error, bytes] = [attempt, failure, shorter];
        else at += size;
      }
    }
  }
  return { project: smallest, error };
}

const kindOf = (error: Error): string => `${error.name} ${error.message.replaceAll(/\d+|".*"/g, '').slice(0, 60)}`;

function failureOf(project: Project): Error | undefined {
  try {
    judge(project);
    return undefined;
  } catch (error) {
    return error as Error;
  }
}

/** A project as it can be read in a test's output. */
export function show({ files }: Project): string {
  return Object.entries(files).flatMap(([name, bytes]) => (bytes.length === 0 ? [] : [`── ${name}`, JSON.stringify(new TextDecoder('utf-8').decode(bytes)).replaceAll('\\n', '\n')])).join('\n');
}
