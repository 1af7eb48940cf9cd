import { createHash } from 'node:crypto';
import { exitOf, formatIssues } from '../../base/index.js';
import type { Issue, Path } from '../../base/index.js';
import { readScenario } from '../../input/index.js';
import type { Limits, Source } from '../../input/index.js';
import type { Scenario } from '../../model/index.js';
import { Failure } from '../failure.js';
import { diskSource } from '../files.js';
import type { Lang } from '../options.js';
import { changeOf } from './cells.js';
import type { Over } from './over.js';
import type { Written } from './values.js';

/** The file that a sweep is over, and how it is read. */
export interface Ground {
  readonly file: string;
  readonly scenario: Scenario;
  readonly limits: Limits;
  readonly lang: Lang;
}

/** One value of one `--over`. */
export interface Step {
  readonly over: Over;
  readonly value: Written;
}

const LAYER = '--over';
/** What stands for the scenario's own file, whatever path it was typed by. */
const BASE = 'sweep-base.yaml';

/** The scenario at a point of the grid: the file with a layer over it that says what is otherwise there, read as any other file is, so that every rule of the language holds. */
export function readAt(ground: Ground, steps: readonly Step[]): Scenario {
  const result = readScenario(layeredSource(ground, steps), LAYER, ground.limits);
  if (result.ok) return result.value.scenario;
  const errors = result.issues.filter(({ severity }) => severity === 'error');
  // A number that is set to what it is already leaves the point as the file says.
  const idle = errors.filter(({ code }) => code === 'change-of-nothing').map(({ where }) => stepAt(where, steps));
  if (idle.length > 0 && idle.length === errors.length && idle.every((step) => step?.value.verb === 'set')) return readAt(ground, steps.filter((step) => !idle.includes(step)));
  throw new Failure(exitOf(errors) || 3, [...new Set(errors.map((issue) => tell(issue, steps, ground)))]);
}

/** An error in the layer is told of with the `--over` that it comes of. */
function tell(issue: Issue, steps: readonly Step[], { lang, file }: Ground): string {
  const line = formatIssues([issue], lang)[0]!;
  const step = stepAt(issue.where, steps);
  if (issue.where.file !== LAYER || step === undefined) return line.replaceAll(BASE, file);
  const said = line.slice(line.indexOf(': ') + 2).replace(/^error /, '').replaceAll(BASE, file).replace(`${issue.where.path}: `, '');
  return `--over ${step.over.text}=${step.value.text}: ${said}`;
}

function stepAt({ line, file }: Issue['where'], steps: readonly Step[]): Step | undefined {
  return file === LAYER ? steps.find((_, i) => linesOf(steps).findIndex((of) => of === i) + 1 <= line && linesOf(steps).lastIndexOf(i) + 1 >= line) : undefined;
}

/** Which step each line of the layer belongs to; −1 for those of none. */
function linesOf(steps: readonly Step[]): readonly number[] {
  return layLines(steps).map(({ of }) => of);
}

interface Line {
  readonly text: string;
  readonly of: number;
}

/** The layer, each step on lines of its own. */
function layLines(steps: readonly Step[]): readonly Line[] {
  const changes = steps.flatMap(({ over, value }, of): Line[] => {
    const change = over.target.kind === 'cells' ? changeOf(over.target, value, over.flag) : undefined;
    return change === undefined ? [] : [{ text: `  - ${flow(change)}`, of }];
  });
  return [...settingLines(steps, [], new Set(steps.map((_, i) => i))), ...(changes.length === 0 ? [] : [{ text: 'changes:', of: -1 }, ...changes])];
}

/** Settings as nested maps; two under the same key stand in one. */
function settingLines(steps: readonly Step[], at: Path, among: ReadonlySet<number>): readonly Line[] {
  const paths = steps.map(({ over }) => (over.target.kind === 'setting' ? over.target.path : undefined));
  const here = paths.flatMap((path, of) => (among.has(of) && path !== undefined && path.length > at.length ? [{ key: path[at.length]!, isLast: path.length === at.length + 1, of }] : []));
  const indent = '  '.repeat(at.length);
  return [...new Set(here.map(({ key }) => key))].flatMap((key): readonly Line[] => {
    const own = here.filter((one) => one.key === key);
    const [first] = own;
    if (first?.isLast) {
      const { over, value } = steps[first.of]!;
      return [{ text: `${indent}${scalar(key)}: ${flow(over.target.kind === 'setting' ? over.target.write(value.amount) : '')}`, of: first.of }];
    }
    return [{ text: `${indent}${scalar(key)}:`, of: own.length === 1 ? own[0]!.of : -1 }, ...settingLines(steps, [...at, key], new Set(own.map(({ of }) => of)))];
  });
}

const scalar = (text: string): string => (/^(-\d|[\p{L}\d])[\p{L}\d ./-]*$/u.test(text) ? text : JSON.stringify(text));

/** A value in YAML's flow style, whatever stands in its names. */
function flow(value: unknown): string {
  if (typeof value === 'string') return scalar(value);
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  return `{ ${Object.entries(value as object).map(([key, one]) => `${scalar(key)}: ${flow(one)}`).join(', ')} }`;
}

function layeredSource({ file, scenario }: Ground, steps: readonly Step[]): Source {
  const disk = diskSource(file);
  const text = [...layLines(steps).map((line) => line.text), `name: ${scenario.name}`, `extends: ${BASE}`, ''].join('\n');
  const bytes = new TextEncoder().encode(text);
  return {
    parser: disk.parser,
    read: (path, kind, most) => {
      if (kind === 'scenario') return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
      return kind === 'base' && path === BASE ? disk.read(file, 'scenario', most) : disk.read(path, kind, most);
    },
  };
}
