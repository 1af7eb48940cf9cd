import { expect, test } from 'vitest';
import { cases } from '../support/random.js';
import { LONG, overProjects, projectOf } from './fuzz/judging.js';
import { anyDocument, keysOf, PLAIN_KEYS } from './fuzz/language.js';
import { spoilText, spoilTree } from './fuzz/spoil.js';
import { write } from './fuzz/tree.js';

/** With fuzz-data: 20,000 files, 100,000 when proving. Each is refused with place and documented code, or runs and keeps every invariant; none takes 2 s or crashes. */
test('a scenario of any keys of the language is taken and runs, or is refused with place and code', { timeout: LONG }, () => {
  const said = new Set<string>();
  const runs = cases(7000, 35_000);
  const { accepted } = overProjects(runs, (dice, judged) => {
    const document = anyDocument(dice);
    if (judged(projectOf(write(document, dice))).accepted) for (const key of keysOf(document)) said.add(key);
  });
  expect(accepted).toBeGreaterThan(runs / 3);
  expect(PLAIN_KEYS.filter((key) => !said.has(key))).toEqual([]); // every key of the language has stood in an accepted scenario; a name it needs is given in fuzz/world.ts
});

test('a scenario with wrong types, names, numbers, dates and references is refused with place and code', { timeout: LONG }, () => {
  const { codes } = overProjects(cases(7000, 35_000), (dice, judged) => {
    const text = write(spoilTree(anyDocument(dice), dice), dice);
    judged(projectOf(dice.once(3) ? spoilText(text, dice) : text));
  });
  expect(codes.size).toBeGreaterThan(90);
});
