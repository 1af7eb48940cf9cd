import { describe, expect, test } from 'vitest';
import { also, read, refuse, said, type Bad } from './support.js';

const check = (text: string): string => also(`checks: [{ ${text} }]`);

// `GOOD` has 22 lines: what is written here stands on line 23, a check from column 10 on.
const CHECKS: readonly Bad[] = [
  { id: 'no checks', file: also('checks: []'), gives: ['23:9 empty-list'] },
  { id: 'a check that is no map', file: also('checks: [AT]'), gives: ['23:10 map-expected'] },
  { id: 'checks that are no list', file: also('checks: { queue: AT, at-most: 10 }'), gives: ['23:9 list-expected'] },
  { id: 'a check of nothing', file: check('region: Norr, at-most: 10'), gives: ['23:10 check-of-one'], hint: 'queue, starts, survey-wait, started-within, vacant' },
  { id: 'a check of two figures', file: check('queue: AT, starts: AT, at-most: 10'), gives: ['23:10 check-of-one'] },
  { id: 'a figure misspelt', file: check('queu: AT, at-most: 10'), gives: ['23:12 unknown-key'], hint: 'did you mean `queue`?' },
  { id: 'all that is wrong with checks', file: also('checks: [{ queue: AT, at_most: 10, region: Nor }, { queue: ATT, at-most: 1 }, { starts: AT, at-most: x, year: 2028 }, { queu: AT, at-most: 1, area: Nordd }]'), gives: ['23:23 unknown-key', '23:44 unknown-region', '23:60 unknown-pathway', '23:102 not-a-number', '23:111 check-outside', '23:121 unknown-key', '23:149 unknown-area'] },
  { id: 'a check without a limit', file: check('queue: AT'), gives: ['23:10 check-rule'], hint: 'at-most, at-least, equals' },
  { id: 'a check with two limits', file: check('queue: AT, at-most: 10, at-least: 2'), gives: ['23:10 check-rule'] },
  { id: 'a limit misspelt', file: check('queue: AT, at_most: 10'), gives: ['23:23 unknown-key'], hint: 'did you mean `at-most`?' },
  { id: 'a limit that is no number', file: check('queue: AT, at-most: many'), gives: ['23:32 not-a-number'] },
  { id: 'a limit below nothing', file: check('queue: AT, at-most: -1'), gives: ['23:32 out-of-range'] },
  { id: 'a pathway that does not exist', file: check('queue: ATT, at-most: 10'), gives: ['23:19 unknown-pathway'], hint: 'did you mean' },
  { id: 'a region that does not exist', file: check('queue: AT, region: Nor, at-most: 10'), gives: ['23:31 unknown-region'], hint: 'did you mean `Norr`?' },
  { id: 'an area that does not exist', file: check('queue: AT, area: Nordd, at-most: 10'), gives: ['23:29 unknown-area'], hint: 'did you mean `Nord`?' },
  { id: 'a region and an area', file: check('queue: AT, region: Norr, area: Nord, at-most: 10'), gives: ['23:43 check-place'] },
  { id: 'exactly a number', file: check('starts: AT, equals: 15'), gives: ['23:32 check-without-within'], hint: 'within' },
  { id: 'within of a limit', file: check('starts: AT, at-most: 15, within: 2'), gives: ['23:45 check-with-within'] },
  { id: 'starts in a month', file: check('starts: AT, month: 2026-03, at-least: 1'), gives: ['23:24 check-time'], hint: 'for one of year' },
  { id: 'a month and a year', file: check('queue: AT, month: 2026-03, year: 2026, at-most: 1'), gives: ['23:39 check-time'] },
  { id: 'a month that is none', file: check('queue: AT, month: 2026-13, at-most: 1'), gives: ['23:30 not-a-month'] },
  { id: 'a term that is none', file: check('started-within: AT, months: 6, term: HT 2026, at-least: 0.9'), gives: ['23:49 not-a-term'] },
  { id: 'a year outside the report', file: check('queue: AT, year: 2028, at-most: 1'), gives: ['23:29 check-outside'] },
  { id: 'a term that ends after the report', file: check('started-within: AT, months: 6, term: 2027-HT, at-least: 0.9'), gives: ['23:49 check-outside'] },
  { id: 'a share in per cent', file: check('started-within: AT, months: 6, at-least: 90'), gives: ['23:53 share-as-percent'], hint: '0.9' },
  { id: 'started within no time', file: check('started-within: AT, at-least: 0.9'), gives: ['23:10 check-months'], hint: '3, 6, 12' },
  { id: 'started within a time that is not counted', file: check('started-within: AT, months: 5, at-least: 0.9'), gives: ['23:40 check-months'] },
  { id: 'months of a queue', file: check('queue: AT, months: 6, at-most: 10'), gives: ['23:31 check-months'] },
];

describe('refuses checks that cannot be judged', () => {
  test.each(CHECKS)('$id', refuse);
});

test('a sound check is read with its line, and a scenario without checks has none', () => {
  const result = read(check('queue: AT, area: Nord, year: 2027, at-most: 10'));
  if (!result.ok) throw new Error(said(result.issues));
  expect(result.value.scenario.checks).toEqual([{ kind: 'queue', pathway: 'AT', region: null, area: 'Nord', month: null, year: 2027, term: null, months: null, rule: 'at-most', limit: 10, within: 0, cell: 's.yaml:23' }]);
  const none = read(also(''));
  expect(none.ok && 'checks' in none.value.scenario).toBe(false);
});
