import { deriveSkaneHomePopulation, deriveSkaneHomeShares, deriveSkanePositions, deriveSkaneQueues, deriveSkaneRegions, deriveSkaneTraining } from './areas.js';
import { deriveAtLength } from './at-length.js';
import { deriveBtSchemeOf, deriveBtSchemes } from './bt-schemes.js';
import type { DerivedFile } from './card.js';
import { deriveForeignInflow } from './foreign.js';
import { deriveHomeShares } from './home-shares.js';
import { deriveInitialQueues, deriveInitialTraining } from './initial.js';
import { derivePositionsNation } from './positions-nation.js';
import { derivePositions } from './positions.js';
import { deriveCompletion, deriveProgrammeIntakes } from './programmes.js';
import { deriveHomePopulation, deriveRegions } from './regions.js';
import type { Tables } from './rows.js';
import { deriveAtWaits } from './waits.js';

/** One named rule: the files it reads (of data/published, or assumptions.csv) and the file of data/derived that it makes. */
export interface Rule {
  readonly id: string;
  readonly title: { readonly sv: string; readonly en: string };
  readonly reads: readonly string[];
  readonly writes: string;
  readonly derive: (tables: Tables) => DerivedFile;
}

/** Every rule, in the order of docs/data.md. */
export const RULES: readonly Rule[] = [
  { id: 'regions', title: { sv: 'Regionerna', en: 'The regions' }, reads: ['regions.csv'], writes: 'regions.csv', derive: deriveRegions },
  {
    id: 'programme-intakes',
    title: { sv: 'Utbildningsplatser per intag', en: 'Places of study per intake' },
    reads: ['regions.csv', 'programmes.csv', 'graduates.csv', 'assumptions.csv'],
    writes: 'programme_intakes.csv',
    derive: deriveProgrammeIntakes,
  },
  {
    id: 'completion',
    title: { sv: 'När studenterna blir klara', en: 'When students graduate' },
    reads: ['programmes.csv', 'assumptions.csv'],
    writes: 'completion.csv',
    derive: deriveCompletion,
  },
  {
    id: 'home-shares',
    title: { sv: 'Var de nyexaminerade söker först', en: 'Where graduates seek first' },
    reads: ['regions.csv', 'programmes.csv', 'graduates.csv', 'at_places.csv', 'waiting.csv', 'behaviour.csv', 'assumptions.csv'],
    writes: 'home_shares.csv',
    derive: deriveHomeShares,
  },
  {
    id: 'home-population',
    title: { sv: 'Var utlandsutbildade söker först', en: 'Where foreign-trained doctors seek first' },
    reads: ['regions.csv'],
    writes: 'home_population.csv',
    derive: deriveHomePopulation,
  },
  {
    id: 'foreign-inflow',
    title: { sv: 'Utlandsutbildade per år', en: 'Foreign-trained doctors a year' },
    reads: ['assumptions.csv'],
    writes: 'foreign_inflow.csv',
    derive: deriveForeignInflow,
  },
  {
    id: 'positions-nation',
    title: { sv: 'Tjänster i riket', en: 'Positions of the nation' },
    reads: ['at_places.csv', 'bt_places.csv', 'assumptions.csv'],
    writes: 'positions_nation.csv',
    derive: derivePositionsNation,
  },
  {
    id: 'positions',
    title: { sv: 'Tjänster per region', en: 'Positions per region' },
    reads: ['regions.csv', 'at_places.csv', 'bt_places.csv', 'assumptions.csv'],
    writes: 'positions.csv',
    derive: derivePositions,
  },
  {
    id: 'at-length',
    title: { sv: 'AT:s längd', en: 'The length of AT' },
    reads: ['regions.csv', 'at_places.csv', 'assumptions.csv'],
    writes: 'at_length.csv',
    derive: deriveAtLength,
  },
  { id: 'bt-schemes', title: { sv: 'BT-upplägg', en: 'BT schemes' }, reads: ['bt_schemes.csv'], writes: 'bt_schemes.csv', derive: deriveBtSchemes },
  {
    id: 'bt-scheme-of',
    title: { sv: 'Vilket BT-upplägg en region har', en: 'Which BT scheme a region has' },
    reads: ['regions.csv', 'bt_schemes.csv'],
    writes: 'bt_scheme_of.csv',
    derive: deriveBtSchemeOf,
  },
  {
    id: 'initial-queues',
    title: { sv: 'Kön vid start', en: 'The queue at the start' },
    reads: ['regions.csv', 'at_places.csv', 'waiting.csv', 'graduates.csv', 'behaviour.csv', 'assumptions.csv'],
    writes: 'initial_queues.csv',
    derive: deriveInitialQueues,
  },
  {
    id: 'initial-training',
    title: { sv: 'I tjänst vid start', en: 'In training at the start' },
    reads: ['regions.csv', 'at_places.csv', 'graduates.csv', 'behaviour.csv', 'assumptions.csv'],
    writes: 'initial_training.csv',
    derive: deriveInitialTraining,
  },
  {
    id: 'at-waits',
    title: { sv: 'Publicerade väntetider', en: 'Published waits' },
    reads: ['regions.csv', 'waiting.csv'],
    writes: 'at_waits.csv',
    derive: deriveAtWaits,
  },
  {
    id: 'skane-regions',
    title: { sv: 'Skånes sjukhusområden', en: 'The hospital areas of Skåne' },
    reads: ['regions.csv', 'assumptions.csv'],
    writes: 'skane_regions.csv',
    derive: deriveSkaneRegions,
  },
  {
    id: 'skane-home-shares',
    title: { sv: 'Var de nyexaminerade söker först, i Skåne efter område', en: 'Where graduates seek first, in Skåne by area' },
    reads: ['regions.csv', 'programmes.csv', 'graduates.csv', 'at_places.csv', 'waiting.csv', 'behaviour.csv', 'assumptions.csv'],
    writes: 'skane_home_shares.csv',
    derive: deriveSkaneHomeShares,
  },
  {
    id: 'skane-home-population',
    title: { sv: 'Var utlandsutbildade söker först, i Skåne efter område', en: 'Where foreign-trained doctors seek first, in Skåne by area' },
    reads: ['regions.csv', 'assumptions.csv'],
    writes: 'skane_home_population.csv',
    derive: deriveSkaneHomePopulation,
  },
  {
    id: 'skane-positions',
    title: { sv: 'Tjänster i Skåne efter område', en: 'Positions of Skåne by area' },
    reads: ['regions.csv', 'at_places.csv', 'bt_places.csv', 'assumptions.csv'],
    writes: 'skane_positions.csv',
    derive: deriveSkanePositions,
  },
  {
    id: 'skane-initial-queues',
    title: { sv: 'Kön vid start i Skåne efter område', en: 'The queue at the start in Skåne by area' },
    reads: ['regions.csv', 'at_places.csv', 'waiting.csv', 'graduates.csv', 'behaviour.csv', 'assumptions.csv'],
    writes: 'skane_initial_queues.csv',
    derive: deriveSkaneQueues,
  },
  {
    id: 'skane-initial-training',
    title: { sv: 'I tjänst vid start i Skåne efter område', en: 'In training at the start in Skåne by area' },
    reads: ['regions.csv', 'at_places.csv', 'graduates.csv', 'behaviour.csv', 'assumptions.csv'],
    writes: 'skane_initial_training.csv',
    derive: deriveSkaneTraining,
  },
];

/** All derived files from the published ones: pure, so that the committed files can be compared with what the rules give. */
export function deriveAll(published: Tables): readonly DerivedFile[] {
  return RULES.map((rule) => rule.derive(published));
}
