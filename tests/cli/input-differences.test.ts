import { describe, expect, test } from 'vitest';
import { listInputDifferences } from '../../src/cli/input-differences.js';
import { openWanted, readWanted } from '../../src/cli/wanted-run.js';
import { prepareReport } from '../../src/study/index.js';

const open = (name: string) => openWanted(readWanted({ scenario: `scenarios/${name}.yaml` }, 'sv'), 'sv');

describe('what differs between the inputs', () => {
  test('of a scenario and what it extends is what it changes, and nothing that merely stands in another file', () => {
    const opened = [open('skane'), open('skane-gront-ljus')];
    const found = listInputDifferences(opened, opened.map(({ setup }) => prepareReport(setup)));
    expect(found.map(({ group, of, from, old, new: fresh }) => [group, of, from, Number(fresh) - Number(old)])).toEqual([
      ['slots', 'hospital Helsingborg', '2022-01', 6],
      ['slots', 'hospital Kristianstad', '2022-01', 6],
      ['slots', 'hospital Malmö och Lund', '2022-01', 6],
    ]);
  });

  test('of a scenario and itself is nothing', () => {
    const opened = [open('skane'), open('skane')];
    const [base, other] = opened.map(({ setup }) => prepareReport(setup));
    expect(listInputDifferences(opened, [base!, other!])).toEqual([]);
  });
});
