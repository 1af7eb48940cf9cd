import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readProject } from '../support/documents.js';
import { SERVER, startEditor, type Editor, type Spot } from './editor.js';

const FILE = 'scenarios/in-the-editor.yaml';
const GOOD = readProject('scenarios/nationell-bas.yaml');

/** The place where a text first says something, or just after it. */
function spotOf(text: string, words: string, isAfter = false): Spot {
  const before = text.slice(0, text.indexOf(words) + (isAfter ? words.length : 0)).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
}

describe.skipIf(SERVER === undefined)(`an editor with the YAML language server${SERVER === undefined ? ' (skipped: yaml-language-server is not installed)' : ''}`, () => {
  let editor: Editor | undefined;
  beforeAll(async () => {
    editor = await startEditor(SERVER!);
  });
  afterAll(() => editor?.close());

  test('underlines nothing in the base scenario', async () => {
    expect(await editor!.open(FILE, GOOD)).toEqual([]);
  });

  test('underlines a key that is misspelt and a number that is none, where they stand', async () => {
    const wrong = GOOD.replace('seed: 2027', 'sed: 2027').replace('replications: 20', 'replications: 12 st');
    const path = 'scenarios/wrong-in-the-editor.yaml';
    const lines = (await editor!.open(path, wrong)).map(({ range }) => range.start.line);
    expect(lines).toContain(spotOf(wrong, 'sed: 2027').line);
    expect(lines).toContain(spotOf(wrong, 'replications: 12 st').line);
  });

  test('offers the keys of the language, and the words that a key may have', async () => {
    const path = 'scenarios/half-in-the-editor.yaml';
    const half = `${GOOD.replace('pass-limit: 3', '').replace(/orders: custom.*/, 'orders: ')}\npass`;
    await editor!.open(path, half);
    expect(await editor!.complete(path, spotOf(half, '\npass', true))).toContain('pass-limit');
    expect(await editor!.complete(path, spotOf(half, 'orders: ', true))).toEqual(expect.arrayContaining(['listed', 'custom', 'free']));
  });

  test('says in Swedish what a key means when the pointer rests on it', async () => {
    await editor!.open('scenarios/rest-in-the-editor.yaml', GOOD);
    expect(await editor!.hover('scenarios/rest-in-the-editor.yaml', spotOf(GOOD, 'replications'))).toContain('antal upprepningar');
  });
});
