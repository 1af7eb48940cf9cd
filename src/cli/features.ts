import type { Plan } from '../engine/index.js';
import type { Scenario } from '../model/index.js';
import type { Lang } from './options.js';

type Feature = { readonly sv: string; readonly en: string; readonly isUsed: (scenario: Scenario, plan: Plan) => boolean };

const lives = (plan: Plan) => [...plan.inflow, ...plan.initialQueue, ...plan.initialTraining].map(({ life }) => life);

const isMobile = (plan: Plan): boolean => lives(plan).some(({ mobile }) => mobile > 0);

/** What a scenario may use beyond the plainest run, in order of the model. */
const FEATURES: readonly Feature[] = [
  { sv: 'placering block för block', en: 'placing step by step', isUsed: (_, plan) => plan.mode === 'step' },
  { sv: 'platser som varierar över året', en: 'places that vary over the year', isUsed: hasYears },
  { sv: 'ändringar som blir kända efter hand', en: 'changes announced in the run', isUsed: (_, plan) => plan.revisionPool.length > 0 },
  { sv: 'platser som andra använder', en: 'crowding load', isUsed: (_, plan) => Array.from(plan.crowding as Int32Array).some((load) => load > 0) },
  { sv: 'avhopp', en: 'giving up', isUsed: (_, plan) => lives(plan).some((life) => life.givesUp.length > 0) },
  { sv: 'deltid', en: 'part time', isUsed: (_, plan) => lives(plan).some((life) => life.factorChance.length > 0) },
  { sv: 'ledighet', en: 'leave', isUsed: (_, plan) => lives(plan).some((life) => life.leaves.length > 0) },
  { sv: 'återbud på tjänster', en: 'no-shows', isUsed: (_, plan) => Array.from(plan.offerHolds as Float64Array).some((chance) => chance < 4_294_967_296) },
  { sv: 'tjänster som sparas', en: 'positions that are carried', isUsed: (_, plan) => Array.from(plan.carries as Int32Array).some((one) => one === 1) },
  { sv: 'tjänster efter regel', en: 'positions by rule', isUsed: (_, plan) => plan.rules.some(({ steps, lead }) => Array.from(steps).some((step) => step + lead < plan.steps)) },
  { sv: 'rekrytering före legitimationen', en: 'recruitment before the licence', isUsed: recruitsBefore },
  { sv: 'tillgodoräknande', en: 'credit', isUsed: ({ pathways }) => pathways.some(({ credit }) => credit.some(({ share, regions }) => share.value > 0 && regions.length > 0)) },
  { sv: 'former inom en ST-tjänst', en: 'forms inside an ST post', isUsed: (_, plan) => plan.hasStPosts },
  { sv: 'prov före legitimationen', en: 'an exam before the licence', isUsed: (_, plan) => plan.gates.length > 0 },
  { sv: 'vikarier bland de väntande', en: 'locums among those who wait', isUsed: (_, plan) => plan.locumPool.length > 0 },
  { sv: 'ansökan i flera regioner', en: 'applications in several regions', isUsed: (_, plan) => plan.appliesTo > 0 && isMobile(plan) },
  { sv: 'flöden över gränsen', en: 'flows across the border', isUsed: ({ boundary }) => boundary !== null },
  { sv: 'flytt till grannregion', en: 'moving to a neighbour', isUsed: (_, plan) => plan.patienceSteps >= 0 && plan.neighbours.values.length > 0 && isMobile(plan) },
  { sv: 'sidotjänstgöring', en: 'exchange between regions', isUsed: (_, plan) => plan.agreementHost.length > 0 },
  { sv: 'former som leder vidare', en: 'pathways that lead on', isUsed: (_, plan) => plan.chains.length > 0 },
  { sv: 'egna kontroller', en: 'checks', isUsed: ({ checks }) => checks !== undefined },
];

/** A window that somebody can use: a doctor of a pathway that has one may have applied before the licence. */
function recruitsBefore({ streams, pathways }: Scenario): boolean {
  return pathways.some(({ id, intakes }) => intakes.window > 0 && streams.some((stream) => stream.pathway === id && stream.appliedBefore.value > 0));
}

function hasYears({ yearly, slots, supervisors, mainSupervisors, crowding }: Scenario): boolean {
  const rows = [...slots, ...supervisors, ...mainSupervisors, ...crowding.slots, ...crowding.supervisors];
  return [...yearly.slots, ...yearly.supervisors].some(({ months }) => months.length > 0) || rows.some(({ months }) => months !== undefined);
}

/** The features that a scenario uses, in words; nothing for the plainest run. */
export function featuresIn(scenario: Scenario, plan: Plan, lang: Lang): readonly string[] {
  return FEATURES.filter(({ isUsed }) => isUsed(scenario, plan)).map((feature) => feature[lang]);
}
