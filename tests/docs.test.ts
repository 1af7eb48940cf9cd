import { describe, expect, test } from 'vitest';
import { checkLinks, findAnchors, findCommands, listDocuments, listProject, readProject } from './support/documents.js';

const files = new Set(listProject());
const documents = listDocuments();

test('README is among the documents', () => {
  expect(documents).toContain('README.md');
});

test.each(documents)('every link of %s leads somewhere in a fresh clone', (path) => {
  expect(checkLinks(path, readProject(path), files, readProject)).toEqual([]);
});

describe('the check itself', () => {
  const project = new Map([
    ['README.md', '# flaskhals\n'],
    ['docs/data.md', '# Vad vi vet\n## Vad vi inte vet (än)\n## Vad vi vet\n'],
    ['docs/pictures/overlap.png', ''],
  ]);
  const check = (text: string): readonly string[] => checkLinks('docs/x.md', text, new Set(project.keys()), (path) => project.get(path) ?? '');

  test.each(['[a](data.md)', '[a](../README.md)', '![a](pictures/overlap.png)', '[a](pictures/)', '[a](https://example.org/x)', '[a](data.md#vad-vi-inte-vet-än)'])(
    '%s leads somewhere',
    (text) => {
      expect(check(text)).toEqual([]);
    },
  );

  test.each(['[a](dta.md)', '[a](../data.md)', '![a](overlap.png)', '[a](data.md#nothing)', '[a](#nothing)', '[a]: missing.md', '[a](../reports/x/findings.json)'])(
    '%s leads nowhere',
    (text) => {
      expect(check(`one\n${text}`).length).toBe(1);
      expect(check(`one\n${text}`)[0]).toMatch(/^docs\/x\.md:2: /);
    },
  );

  test('code is no link', () => {
    expect(check('`[a](nowhere.md)`\n```text\n[a](nowhere.md)\n```\n')).toEqual([]);
  });

  test('headings of the same words get numbers', () => {
    expect([...findAnchors(project.get('docs/data.md')!)]).toEqual(['vad-vi-vet', 'vad-vi-inte-vet-än', 'vad-vi-vet-1']);
  });

  test('commands are the lines of sh blocks, and no others', () => {
    const text = 'npm run a\n```sh\nnpm run b   # writes\n# a remark\nnpm run c#d # exit 3\n```\n```text\nnpm run e\n```\n';
    expect(findCommands(text)).toEqual([
      { text: 'npm run b', line: 3, exit: 0 },
      { text: 'npm run c#d', line: 5, exit: 3 },
    ]);
  });
});
