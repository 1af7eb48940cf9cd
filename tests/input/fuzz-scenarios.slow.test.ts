import { expect, test } from 'vitest';
import { cases } from '../support/random.js';
import { LONG, overProjects, projectOf } from './fuzz/judging.js';
import { anyDocument, documentWith, keysOf, PLAIN_KEYS } from './fuzz/language.js';
import { spoilText, spoilTree } from './fuzz/spoil.js';
import { write, type Tree } from './fuzz/tree.js';
import type { Project, Verdict } from './fuzz/verdict.js';

/** With fuzz-data: 20,000 files, 100,000 when proving. Each is refused with place and documented code, or runs and keeps every invariant; none takes 2 s or crashes. */
test('a scenario of any keys of the language is taken and runs, or is refused with place and code', { timeout: LONG }, () => {
  const said = new Set<string>();
  const runs = cases(7000, 35_000);
  const check = (document: Tree, text: string, judged: (project: Project) => Verdict): void => {
    if (judged(projectOf(text)).accepted) for (const key of keysOf(document)) said.add(key);
  };
  const { accepted } = overProjects(runs, (dice, judged) => {
    const document = anyDocument(dice);
    check(document, write(document, dice), judged);
  });
  expect(accepted).toBeGreaterThan(runs / 3);
  for (const key of PLAIN_KEYS.filter((one) => !said.has(one))) {
    overProjects(100, (dice, judged) => {
      const document = documentWith(key, dice);
      check(document, write(document, dice), judged);
    });
  }
  // Every key of the language has stood in an accepted scenario; a name or a file that a key needs is given in fuzz/world.ts.
  expect(PLAIN_KEYS.filter((key) => !said.has(key))).toEqual([]);
});

test('a scenario with wrong types, names, numbers, dates and references is refused with place and code', { timeout: LONG }, () => {
  const { codes } = overProjects(cases(7000, 35_000), (dice, judged) => {
    const text = write(spoilTree(anyDocument(dice), dice), dice);
    judged(projectOf(dice.once(3) ? spoilText(text, dice) : text));
  });
  expect(codes.size).toBeGreaterThan(90);
});
