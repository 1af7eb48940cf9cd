import { describe, expect, test } from 'vitest';
import { GOOD, places, read } from './support.js';

const CARD = 'value,unit,source,quality,as_of';
const row = (keys: string, value: string): string => `${keys},${value},unit,source,derived,2026\n`;
const POSITIONS = `region,pathway,year,${CARD}\n${['Norr,AT,2026', 'Norr,AT,2027', 'Syd,AT,2026', 'Syd,AT,2027'].map((keys) => row(keys, '3')).join('')}`;
const HOME = `region,${CARD}\n${row('Norr', '0.5')}${row('Syd', '0.5')}`;
const QUEUES = `region,pathway,stream,waited_months,${CARD}\n${row('Norr,AT,old,3', '2')}`;
const FILES = { 'p.csv': POSITIONS, 'h.csv': HOME, 'q.csv': QUEUES };

/** A sound scenario that reads three data files and says most of what can be said, a line each. */
const SCENARIO = `${GOOD.replace('home: { Norr: 0.5, Syd: 0.5 }', 'home: h.csv').replace('positions: unlimited', 'positions: { from: p.csv }')}applications: { applies-to: 1, attraction: { Norr: 1.2 } }
slot-priority: [AT]
initial: { queues: q.csv }
discipline: longest-wait
`;

/** A mistake made in one place, of the scenario or of a data file, and what it must give whatever else is wrong. */
interface Mistake {
  readonly file?: keyof typeof FILES;
  readonly was: string;
  readonly is: string;
  readonly gives: string;
}

const MISTAKES: readonly Mistake[] = [
  { was: 'seed: 7', is: 'seed: x', gives: '3:7 not-a-number' },
  { was: 'replications: 20', is: 'replication: 20', gives: '4:1 unknown-key' },
  { was: 'seeks: 0.9', is: 'seeks: 80', gives: '13:12 share-as-percent' },
  { was: 'home: h.csv', is: 'home: Vast', gives: '12:11 unknown-region' },
  { was: 'pathway: AT', is: 'pathway: ATT', gives: '10:14 unknown-pathway' },
  { was: 'Syd: { hospital: 4, psychiatry: 2 }', is: 'Syd: { hospital: 4, psychiatri: 2 }', gives: '22:25 unknown-block' },
  { was: 'Norr: { hospital: 4,', is: 'Norr: { hospital: 4.5,', gives: '21:23 not-whole' },
  { was: 'Norr: 1.2', is: 'Nord: 1.2', gives: '23:46 unknown-region' },
  { was: 'applies-to: 1', is: 'applies-to: x', gives: '23:29 not-a-number' },
  { was: 'slot-priority: [AT]', is: 'slot-priority: [TA]', gives: '24:17 unknown-priority' },
  { was: 'longest-wait', is: 'longest', gives: '26:13 not-a-choice' },
  { was: 'psychiatry: 1 }', is: 'psychiatry: one }', gives: '16:65 not-a-duration' },
  { was: 'to: 2027-12', is: 'to: 2027-13', gives: '2:41 not-a-month' },
  { was: 'Syd: {}', is: 'Syd: { aera: Syd }', gives: '7:10 unknown-key' },
  { file: 'p.csv', was: 'Syd,AT,2026,3', is: 'Syd,AT,2026,tre', gives: 'p.csv:4:4 not-a-number' },
  { file: 'h.csv', was: 'Norr,0.5', is: 'Norr,0.4', gives: 'h.csv:2:2 shares-sum' },
  { file: 'q.csv', was: 'Norr,AT,old', is: 'Norr,AT,odl', gives: 'q.csv:2:3 unknown-stream' },
];

/** Issues of the scenario with some mistakes made in it. */
function issuesWith(mistakes: readonly Mistake[]): readonly string[] {
  const files: Record<string, string> = { 's.yaml': SCENARIO, ...FILES };
  for (const { file = 's.yaml', was, is } of mistakes) {
    expect(files[file]).toContain(was);
    files[file] = files[file]!.replace(was, is);
  }
  const { 's.yaml': scenario, ...data } = files;
  return places(read(scenario!, data).issues);
}

// What cannot be judged while something else is wrong: the reference is silent, never wrong.
const HIDDEN: readonly (readonly [hides: string, hidden: string])[] = [
  ['16:65 not-a-duration', '22:25 unknown-block'], // the blocks are those of the pathways
  ['7:10 unknown-key', '12:11 unknown-region'],
  ['7:10 unknown-key', '23:46 unknown-region'],
  ['13:12 share-as-percent', '12:11 unknown-region'], // of the same stream
  ['13:12 share-as-percent', '10:14 unknown-pathway'],
  ['13:12 share-as-percent', 'h.csv:2:2 shares-sum'],
  ['12:11 unknown-region', 'h.csv:2:2 shares-sum'], // then no file is named
];

const hides = (other: Mistake, one: Mistake): boolean => HIDDEN.some(([by, what]) => by === other.gives && what === one.gives);
const place = (text: string): readonly number[] => [text.startsWith('p.') ? 1 : text.startsWith('h.') ? 2 : text.startsWith('q.') ? 3 : 0, ...text.replace(/^[a-z.]+csv:/, '').split(/[: ]/).slice(0, 2).map(Number)];

test('the scenario itself is sound', () => {
  expect(issuesWith([])).toEqual([]);
});

describe('every mistake is told of, and no other follows from it', () => {
  test.each(MISTAKES)('$gives', (mistake) => {
    expect(issuesWith([mistake])).toEqual([mistake.gives]);
  });

  test('beside every other one', () => {
    const wrong = MISTAKES.flatMap((one, i) =>
      MISTAKES.slice(i + 1).flatMap((other) => {
        const due = [...(hides(other, one) ? [] : [one.gives]), ...(hides(one, other) ? [] : [other.gives])];
        const given = issuesWith([one, other]);
        return [...given].sort().join() === due.sort().join() ? [] : [{ pair: [one.gives, other.gives], given }];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('all together, in file order: the scenario first, then its data as they are read', () => {
    const given = issuesWith(MISTAKES);
    const hidden = new Set(HIDDEN.map(([, what]) => what));
    expect([...given].sort()).toEqual(MISTAKES.map(({ gives }) => gives).filter((gives) => !hidden.has(gives)).sort());
    const inScenario = given.filter((text) => !text.includes('csv')).map((text) => place(text).slice(1));
    expect(inScenario).toEqual([...inScenario].sort((a, b) => a[0]! - b[0]! || a[1]! - b[1]!));
    expect(given.slice(inScenario.length).every((text) => text.includes('csv'))).toBe(true);
  });
});

test('a key said twice does not hide what is wrong in other fields', () => {
  const given = read(`${SCENARIO.replace('seed: 7', 'seed: x')}strict: true\nstrict: false\n`, FILES);
  expect(places(given.issues)).toEqual(['3:7 not-a-number', '28:1 duplicate-key']);
});

test('when the notes on files cannot be read, no file is taken for what it is not', () => {
  const swedish = { ...FILES, 'h.csv': HOME.replaceAll(',', ';').replaceAll('0.5', '0,500') };
  const notes = (decimal: string): readonly string[] => places(read(`${SCENARIO}files: { h.csv: { decimal: ${decimal} } }\n`, swedish).issues);
  expect(notes('comma')).toEqual([]);
  expect(notes('kommer')).toEqual(['27:28 not-a-choice']);
});
