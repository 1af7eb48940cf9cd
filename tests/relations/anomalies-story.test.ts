import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { drawRoster, run } from '../../src/engine/index.js';
import { diskSource } from '../../src/cli/files.js';
import { readScenario } from '../../src/input/index.js';
import { compile } from '../../src/model/index.js';
import { applyAdditions } from '../../src/study/index.js';
import type { Addition } from '../../src/study/index.js';

const FOLDER = 'docs/stories/anomalier';
const story = readFileSync('docs/stories/anomalier.md', 'utf8');

/** Starts and completions of a scenario of the story, month after January 2026 by month, in order; the same in every replication. */
function outcome(file: string, ...additions: readonly Addition[]): { readonly starts: readonly number[]; readonly done: readonly number[]; readonly waited: number } {
  const path = `${FOLDER}/${file}.yaml`;
  const read = readScenario(diskSource(path), path);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  expect(read.issues).toEqual([]);
  const { plan: written, axes } = compile(read.value.scenario);
  const plan = applyAdditions(written, axes, additions);
  const [one, other] = [0, 1].map((replication) => {
    const roster = drawRoster(plan, { seed: 1, replication });
    const { starts, completes, joins } = run(plan, roster);
    const sorted = (column: Int32Array): number[] => Array.from(column).sort((a, b) => a - b);
    return { starts: sorted(starts), done: sorted(completes), waited: starts.reduce((sum, t, row) => sum + t - joins[row]!, 0) };
  });
  expect(other).toEqual(one);
  return one!;
}

const more = (pool: string): Addition => ({ pool, places: 1 });

test('X1 in the story: one more slot makes one wait', () => {
  expect(outcome('x1')).toEqual({ starts: [1, 2, 3], done: [6, 7, 8], waited: 0 });
  expect(outcome('x1', more('slots/A/R'))).toEqual({ starts: [1, 2, 4], done: [6, 7, 9], waited: 1 });
});

test('X2 in the story: a shorter block makes one wait', () => {
  expect(outcome('x2').starts).toEqual([5, 5]);
  expect(outcome('x2-kortare').starts).toEqual([5, 6]);
});

test('X3 in the story: one doctor fewer makes another wait', () => {
  expect(outcome('x3').starts).toEqual([0, 1, 4]);
  expect(outcome('x3-en-mindre').starts).toEqual([1, 5]);
});

test('X4 in the story: twice of everything is better than twice', () => {
  expect(outcome('x4').starts).toEqual([0, 2]);
  expect(outcome('x4-dubbelt').starts).toEqual([0, 0, 1, 1]);
});

test('X5 and X9 in the story: one more slot where there was waiting, and fewer are done', () => {
  expect(outcome('x5')).toMatchObject({ done: [3, 3, 5], waited: 2 });
  expect(outcome('x5', more('slots/X/R'))).toMatchObject({ done: [3, 3, 6], waited: 3 });
  expect(outcome('x5', more('slots/Y/R'))).toMatchObject({ done: [3, 3, 4], waited: 1 });
});

test('X6 in the story: one more slot makes them wait twice as long in all', () => {
  expect(outcome('x6')).toMatchObject({ waited: 4 });
  expect(outcome('x6').starts.at(-1)).toBe(8);
  expect(outcome('x6', more('slots/X/R'))).toMatchObject({ waited: 8 });
  expect(outcome('x6', more('slots/X/R')).starts.at(-1)).toBe(13);
});

test('X7 in the story: the two ways to place end differently', () => {
  expect(outcome('x7')).toMatchObject({ starts: [2], done: [4] });
  expect(outcome('x7-block-for-block')).toMatchObject({ starts: [0], done: [3] });
});

test('X8 in the story: one more position, and fewer are done', () => {
  expect(outcome('x8').done).toEqual([2, 3, 4]);
  expect(outcome('x8-en-tjanst-till').done).toEqual([2, 2, 5]);
});

test('X10 in the story: a move saves one month and costs nine', () => {
  expect(outcome('x10').waited).toBe(1);
  expect(outcome('x10-flytt').waited).toBe(9);
});

test('X11 in the story: a doctor who comes later makes another wait', () => {
  expect(outcome('x11').starts).toEqual([0, 5, 10]);
  expect(outcome('x11-senare').starts).toEqual([4, 9, 14]);
});

test('the scenarios in the text are those of the files, and all of them', () => {
  const told = [...story.matchAll(/^`(docs\/stories\/anomalier\/[\w-]+\.yaml)`\n\n```yaml\n([^`]*)```$/gm)].map(([, path, text]) => [path!, text!] as const);
  for (const [path, text] of told) expect(text, path).toBe(readFileSync(path, 'utf8'));
  expect(told.map(([path]) => path).sort()).toEqual(readdirSync(FOLDER).map((name) => `${FOLDER}/${name}`).sort());
  expect(Array.from({ length: 11 }, (_, i) => story.includes(`## X${i + 1}:`))).toEqual(Array.from({ length: 11 }, () => true));
});
