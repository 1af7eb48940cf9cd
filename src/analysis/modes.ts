import type { AxisLabels, Figure, Jam, OtherMode, PlacementMode } from './findings.js';

type Figures = Readonly<Record<string, Figure>>;

/** A pool jams in a mode when it stands for at least this share of all waiting there, and does not in the other when it stands for less than a tenth of that. */
const JAM = 0.01;
const NONE = JAM / 10;

/** The other placement mode: the one that a run is not in. */
export function otherOf(mode: PlacementMode): PlacementMode {
  return mode === 'itinerary' ? 'step' : 'itinerary';
}

/** Sets a run beside the same luck in the other placement mode, and names what jams in one mode only (MODEL 3.4). */
export function compareModes(mode: PlacementMode, own: Figures, others: Figures, labels: AxisLabels): OtherMode {
  const other = otherOf(mode);
  const [mine, theirs] = [waitedFor(own, labels), waitedFor(others, labels)];
  const jams = labels.cause.flatMap(({ id }, cause): Jam[] => {
    if (id === 'positions' || id === 'awaiting-intake') return [];
    const [here, there] = [mine[cause]!, theirs[cause]!];
    if (here >= JAM * sum(mine) && there < NONE * sum(theirs) && here > 0) return [{ cause, mode, months: here }];
    if (there >= JAM * sum(theirs) && here < NONE * sum(mine) && there > 0) return [{ cause, mode: other, months: there }];
    return [];
  });
  return { mode, other, figures: others, jams };
}

/** Doctor-months waited in queues and between blocks by cause, over the whole area and all pathways and years of the report. */
function waitedFor(figures: Figures, labels: AxisLabels): number[] {
  const years = labels.year.length;
  const months = labels.cause.map(() => 0);
  for (const id of ['lost', 'lost-between']) {
    const cells = figures[id]!.cells;
    labels.pathway.forEach((_, p) => {
      months.forEach((__, c) => {
        for (let y = 0; y < years; y++) months[c]! += cells[(p * months.length + c) * years + y]?.mean ?? 0;
      });
    });
  }
  return months;
}

const sum = (months: readonly number[]): number => months.reduce((a, b) => a + b, 0);
