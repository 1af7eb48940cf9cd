import { describe, expect, it } from 'vitest';
import type { Figure, Findings } from '../../src/analysis/index.js';
import type { Scenario } from '../../src/model/scenario.js';
import { runStudy } from '../../src/study/index.js';
import { pathway, room, scenario, stream, stretch } from '../support/scenario.js';

const studied = (one: Scenario): Findings => runStudy({ scenario: one, seed: 1, additions: [] }, 1, { version: '', scenarioHash: '' });

/** One doctor in each of four months; first a month where nothing is scarce, then three months in the only place. */
const narrowEnd = scenario(24, {
  pathways: [pathway('AT', [stretch('first', 1), stretch('last', 3)])],
  streams: [stream('s', 'AT', 'R', [1, 1, 1, 1])],
  slots: [room('R', 'first', 9), room('R', 'last', 1)],
});

/** Two doctors a month; two places in the first block and one in the last, two months each. */
const narrowBoth = scenario(24, {
  pathways: [pathway('AT', [stretch('first', 2), stretch('last', 2)])],
  streams: [stream('s', 'AT', 'R', Array.from({ length: 12 }, () => 2))],
  slots: [room('R', 'first', 2), room('R', 'last', 1)],
});

/** The sum of a figure over pathways and years for one cause, over the whole area. */
function months(findings: Findings, figure: Figure, cause: string): number {
  const years = findings.labels.year.length;
  const at = findings.labels.cause.findIndex(({ id }) => id === cause);
  return findings.labels.year.reduce((sum, _, y) => sum + (figure.cells[at * years + y]?.mean ?? 0), 0);
}

describe('a run in both placement modes', () => {
  it('waits as long in all, in the queue or between blocks, where the last block is the tightest', () => {
    const findings = studied(narrowEnd);
    const { other, figures, jams } = findings.otherMode;
    // Starts in months 0, 3, 6, 9; or in 0, 1, 2, 3, and then in the last block from 1, 4, 7, 10.
    expect(months(findings, findings.figures['lost']!, 'slots/last')).toBe(12);
    expect(months(findings, findings.figures['lost-between']!, 'slots/last')).toBe(0);
    expect(other).toBe('step');
    expect(months(findings, figures['lost']!, 'slots/last')).toBe(0);
    expect(months(findings, figures['lost-between']!, 'slots/last')).toBe(12);
    expect(jams).toEqual([]);
  });

  it('names the block that jams in one mode only, with the months waited for it', () => {
    const findings = studied(narrowBoth);
    const cause = findings.labels.cause.findIndex(({ id }) => id === 'slots/first');
    const waited = months(findings, findings.otherMode.figures['lost']!, 'slots/first');
    expect(waited).toBeGreaterThan(50);
    expect(findings.otherMode.jams).toEqual([{ cause, mode: 'step', months: waited }]);
  });

  it('sets the same two runs beside each other whichever mode the scenario is in', () => {
    const [whole, steps] = [studied(narrowBoth), studied({ ...narrowBoth, mode: 'step' })];
    expect(steps.otherMode).toMatchObject({ mode: 'step', other: 'itinerary', jams: whole.otherMode.jams });
    for (const [id, figure] of Object.entries(whole.otherMode.figures)) {
      expect(steps.figures[id]).toEqual(figure);
      expect(steps.otherMode.figures[id]).toEqual(whole.figures[id]);
    }
    expect(whole.figures['happens']).not.toEqual(steps.figures['happens']);
  });
});
