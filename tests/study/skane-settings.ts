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

/** AT goes over to 18 months as rule at-length has it for Skåne in the other scenarios. */
function shortened(scenario: Scenario): Scenario {
  const { variants, variantOf } = readProjectScenario('sodra').scenario.pathways.find((pathway) => pathway.id === 'AT')!;
  const ofSkane = variantOf.filter((row) => row.region === 'Skåne');
  const ofAreas = scenario.regions.flatMap(({ id: region }) => ofSkane.map((row) => ({ ...row, region })));
  return { ...scenario, pathways: scenario.pathways.map((pathway) => (pathway.id === 'AT' ? { ...pathway, variants, variantOf: ofAreas } : pathway)) };
}

const percent = (share: number): string => `${Math.round(100 * share)} %`.replace('-', '−');

/** Other assumptions than skane.yaml's, under which the finding is tried too. */
export const SETTINGS: readonly { readonly sv: string; readonly change: (scenario: Scenario) => Scenario }[] = [
  ...[0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.5].map((value) => ({ sv: `samma marginal i alla block: ${percent(value)}`, change: (scenario: Scenario) => withHeadroom(scenario, value) })),
  ...[0.1, 0.05, 0, -0.05].map((value) => ({ sv: `sjukhusen ${percent(value)}, de andra 15 %`, change: (scenario: Scenario) => withHospitalHeadroom(scenario, value) })),
  { sv: 'BT går före AT', change: (scenario) => ({ ...scenario, slotPriority: ['BT', 'AT'] }) },
  { sv: 'AT kortas till 18 månader 2018–2023', change: shortened },
];
