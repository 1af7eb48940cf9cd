import { expect, test } from 'vitest';
import { readScenario } from '../../src/input/index.js';
import { cases } from '../support/random.js';
import { bytesOf, LONG, overProjects, projectOf, SHEETS, writePlainly } from './fuzz/judging.js';
import { realProjects } from './fuzz/real.js';
import { spoilBytes, spoilTable, spoilText } from './fuzz/spoil.js';
import { write } from './fuzz/tree.js';
import { judge, sourceOf } from './fuzz/verdict.js';
import { READERS, TABLES } from './fuzz/world.js';

/** With fuzz-scenarios: 20,000 files, 100,000 when proving. */
test('every sound data file is read by a sound scenario', () => {
  for (const [path, reader] of Object.entries(READERS)) {
    const noted: string[] = [];
    const result = readScenario(sourceOf(projectOf(writePlainly(reader)), noted), 's.yaml');
    expect([path, ...result.issues.filter(({ severity }) => severity === 'error').map(({ code }) => code)]).toEqual([path]);
    expect(noted).toContain(path);
  }
  expect(Object.keys(READERS).sort()).toEqual(Object.keys(TABLES).sort());
});

test('a data file is taken, or refused with its own line, whatever is done to it', { timeout: LONG }, () => {
  const { codes } = overProjects(cases(5000, 25_000), (dice, judged) => {
    const path = dice.one(Object.keys(TABLES));
    const project = projectOf(write(READERS[path]!, dice));
    const table = dice.once(2) ? bytesOf(dice.once(3) ? spoilText(TABLES[path]!, dice) : spoilTable(TABLES[path]!, dice)) : spoilBytes(SHEETS[path]!, SHEETS[dice.one(Object.keys(TABLES))]!, dice);
    judged({ ...project, files: { ...project.files, [path]: table } });
  });
  expect(codes.size).toBeGreaterThanOrEqual(43);
});

test('the real scenarios and their data are taken or refused, whatever has happened to their bytes', { timeout: LONG }, () => {
  const projects = realProjects();
  expect(projects.map((project) => judge(project).accepted)).toEqual(projects.map(() => true));
  const { accepted } = overProjects(cases(1000, 5000), (dice, judged) => {
    const project = dice.one(projects);
    const paths = Object.keys(project.files);
    const path = dice.once(2) ? project.file : dice.one(paths);
    judged({ ...project, files: { ...project.files, [path]: spoilBytes(project.files[path]!, project.files[dice.one(paths)]!, dice) } });
  });
  expect(accepted).toBeGreaterThan(0);
});
