import { monthNumber } from '../../src/model/index.js';
import type { Scenario } from '../../src/model/index.js';
import { readProjectScenario } from '../support/scenarios.js';

export type Mode = 'itinerary' | 'step';

/** The headroom of every block in skane.yaml, which psychiatry and primary care keep where that of the hospitals is lowered. */
export const HEADROOM_OF_THE_OTHERS = 0.15;

/** The least headroom of the hospitals, in thousandths, at which the finding holds while the other blocks keep theirs; docs/stories/skane.md tells it. */
export const TURNS: Readonly<Record<Mode, number>> = { itinerary: 108, step: -11 };

/** The scenario with the other way of placing. */
export const inMode = (scenario: Scenario, mode: Mode): Scenario => ({ ...scenario, mode });

/** The scenario with this headroom in the hospitals alone, to whole places half up; below 0 there are fewer places than the base years' intake used. */
export function withHospitalHeadroom(scenario: Scenario, headroom: number): Scenario {
  const lower = (rows: Scenario['slots']): Scenario['slots'] =>
    rows.map((row) =>
      row.block !== 'hospital' || row.places === null
        ? row
        : { ...row, headroom: false, places: { ...row.places, value: Math.floor(row.places.value * (1 + headroom) + 0.5 + 1e-9) } },
    );
  return { ...scenario, slots: lower(scenario.slots), known: scenario.known.map((series) => ({ ...series, slots: lower(series.slots) })) };
}

const withHeadroom = (scenario: Scenario, value: number): Scenario => ({ ...scenario, headroom: { ...scenario.headroom, value } });

/** AT of 18 months for those who join from January 2023, as rule at-length takes it for the base scenario. */
function shortened(scenario: Scenario): Scenario {
  const { variants } = readProjectScenario('sodra').scenario.pathways.find((pathway) => pathway.id === 'AT')!;
  const share = { value: 1, quality: 'assumption', source: '', cell: '' } as const;
  const variantOf = scenario.regions.flatMap(({ id: region }) => [
    { region, from: scenario.time.from, variant: 'at-21', share },
    { region, from: monthNumber(2023, 1), variant: 'at-18', share },
  ]);
  return { ...scenario, pathways: scenario.pathways.map((pathway) => (pathway.id === 'AT' ? { ...pathway, variants, variantOf } : pathway)) };
}

const percent = (share: number): string => `${Math.round(100 * share)} %`.replace('-', '−');

/** Other assumptions than skane.yaml's, under which the finding is tried too. */
export const SETTINGS: readonly { readonly sv: string; readonly change: (scenario: Scenario) => Scenario }[] = [
  ...[0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.5].map((value) => ({ sv: `samma marginal i alla block: ${percent(value)}`, change: (scenario: Scenario) => withHeadroom(scenario, value) })),
  ...[0.1, 0.05, 0, -0.05].map((value) => ({ sv: `sjukhusen ${percent(value)}, de andra 15 %`, change: (scenario: Scenario) => withHospitalHeadroom(scenario, value) })),
  { sv: 'BT går före AT', change: (scenario) => ({ ...scenario, slotPriority: ['BT', 'AT'] }) },
  { sv: 'AT är 18 månader från 2023', change: shortened },
];
