import { describe, expect, test } from 'vitest';
import { readProject } from './support/documents.js';

const PAGE = 'docs/mistakes.md';

/** One mistake of the page: its number, what is said of it, and what is named to show it. */
interface Mistake {
  readonly number: number;
  readonly title: string;
  readonly text: string;
  readonly tests: readonly { readonly file: string; readonly title: string }[];
  readonly scenarios: readonly string[];
}

/** The mistakes of a page: a heading each, and below it a list of what shows that ours is not made. */
function findMistakes(page: string): readonly Mistake[] {
  return page.split(/^### /m).slice(1).map((part) => {
    const [heading = '', ...rest] = part.split('\n');
    const [, number = '', title = ''] = /^(\d+)\. (.+)$/.exec(heading) ?? [];
    const text = rest.join('\n').split(/^## /m)[0]!;
    const tests = [...text.matchAll(/^- \[(tests\/[^\]]+)\]\([^)]*\): `(.+)`$/gm)].map(([, file, shown]) => ({ file: file!, title: shown! }));
    const scenarios = [...text.matchAll(/^- \[(scenarios\/[^\]]+)\]/gm)].map(([, file]) => file!);
    return { number: Number(number), title, text, tests, scenarios };
  });
}

/** Whether a file of tests has one of this title, written as a string. */
const hasTest = (file: string, title: string): boolean => ["'", '"', '`'].some((quote) => file.includes(`${quote}${title}${quote}`));

const mistakes = findMistakes(readProject(PAGE));

test('the page has thirty mistakes, in order', () => {
  expect(mistakes.map(({ number }) => number)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
});

describe.each(mistakes)('mistake $number, $title', ({ text, tests, scenarios }) => {
  test('is shown by a test or a scenario, or said to be made here too', () => {
    expect(tests.length + scenarios.length > 0 || text.includes('**Inte i modellen än:**')).toBe(true);
  });

  test('is shown by what there is', () => {
    expect(text.match(/^- /gm)?.length ?? 0).toBe(tests.length + scenarios.length);
    for (const { file, title } of tests) expect(hasTest(readProject(file), title), `${file}: ${title}`).toBe(true);
    for (const file of scenarios) expect(readProject(file)).toContain('name: ');
  });
});

test('the check sees a test that is not there', () => {
  const [one] = findMistakes('## a\n### 1. b\nc\n- [tests/mistakes.test.ts](x): `no such test`\n');
  expect(one?.tests).toEqual([{ file: 'tests/mistakes.test.ts', title: 'no such test' }]);
  expect(hasTest("test('another', …", 'no such test')).toBe(false);
});
