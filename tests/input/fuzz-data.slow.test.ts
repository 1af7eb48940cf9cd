import { expect, test } from 'vitest';
import { cases } from '../support/random.js';
import { bytesOf, LONG, overProjects, projectOf, SHEETS } from './fuzz/judging.js';
import { LARGE, TABLES } from './fuzz/world.js';
import { anyDocument } from './fuzz/language.js';
import { realProjects } from './fuzz/real.js';
import { spoilBytes, spoilText } from './fuzz/spoil.js';
import { write } from './fuzz/tree.js';
import { judge } from './fuzz/verdict.js';

/** With fuzz-scenarios: 20,000 files, 100,000 when proving. */
test('a data file is taken, or refused with its own line, whatever is done to it', { timeout: LONG }, () => {
  const { codes } = overProjects(cases(4500, 22_500), (dice, judged) => {
    const project = projectOf(write(dice.once(2) ? LARGE : anyDocument(dice), dice));
    const path = dice.one(Object.keys(TABLES));
    const table = dice.once(2) ? bytesOf(spoilText(TABLES[path]!, dice)) : spoilBytes(SHEETS[path]!, SHEETS[dice.one(Object.keys(TABLES))]!, dice);
    judged({ ...project, files: { ...project.files, [path]: table } });
  });
  expect(codes.size).toBeGreaterThan(40);
});

test('the real scenarios and their data are taken or refused, whatever has happened to their bytes', { timeout: LONG }, () => {
  const projects = realProjects();
  expect(projects.map((project) => judge(project).accepted)).toEqual(projects.map(() => true));
  const { accepted } = overProjects(cases(1500, 7500), (dice, judged) => {
    const project = dice.one(projects);
    const paths = Object.keys(project.files);
    const path = dice.once(2) ? project.file : dice.one(paths);
    judged({ ...project, files: { ...project.files, [path]: spoilBytes(project.files[path]!, project.files[dice.one(paths)]!, dice) } });
  });
  expect(accepted).toBeGreaterThan(0);
});
