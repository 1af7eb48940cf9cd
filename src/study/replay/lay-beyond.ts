import { layRagged } from '../../base/index.js';
import { NEVER, NO_POOL } from '../../engine/index.js';
import type { Gate, Plan, Rule } from '../../engine/index.js';
import type { AgreementForm, GateForm, PlanForm, RuleForm } from '../../model/index.js';
import { listBlocks } from './names.js';

type BeyondColumns = Pick<Plan, 'agreements' | 'agreementHost' | 'agreementNumber' | 'gateOf' | 'gates' | 'locumPool' | 'locumLoad' | 'locumQueues' | 'rules' | 'carries'>;

/** What only some plans have: exchange, gates, locum load, positions by rule and positions that are carried. */
export function layBeyond(form: PlanForm, supervisorsPool: Plan['supervisorsPool'], horizon: number): BeyondColumns {
  const pathways = Object.keys(form.pathways);
  const gates = form.gates ?? [];
  return {
    ...layExchange(form, horizon),
    gateOf: Int32Array.from(pathways, (id) => gates.findIndex(({ pathway }) => pathway === id)),
    gates: gates.map((gate) => layGate(gate, form)),
    ...layLocum(form, supervisorsPool),
    rules: (form.decide ?? []).map((rule) => layRule(rule, form)),
    carries: Int32Array.from(form.regions.flatMap((region) => pathways.map((pathway) => (form.intakes.some((intake) => intake.region === region && intake.pathway === pathway && intake.carry === true) ? 1 : 0)))),
  };
}

/** Agreements by home and block, hosts in the order in which they stand. */
function layExchange({ exchange = [], ...form }: PlanForm, horizon: number): Pick<Plan, 'agreements' | 'agreementHost' | 'agreementNumber'> {
  const blocks = listBlocks(form);
  const cells = form.regions.flatMap((home) => blocks.map((block) => exchange.flatMap((agreement, a) => (agreement.home === home && agreement.block === block ? [a] : []))));
  const inForce = ({ number, from, until }: AgreementForm): number[] => Array.from({ length: horizon }, (_, u) => (from <= u && u <= until ? number : 0));
  return {
    agreements: layRagged(cells),
    agreementHost: Int32Array.from(exchange, ({ host }) => form.regions.indexOf(host)),
    agreementNumber: Int32Array.from(exchange.flatMap(inForce)),
  };
}

function layGate(gate: GateForm, form: PlanForm): Gate {
  const seats = new Int32Array(form.steps).fill(-1);
  for (const sitting of gate.sittings) if (sitting.step < form.steps) seats[sitting.step] = sitting.seats ?? NEVER;
  return {
    pathway: Object.keys(form.pathways).indexOf(gate.pathway),
    served: gate.min_steps,
    seats,
    passes: Float64Array.of(),
    processing: gate.processing ?? 0,
    isRequired: gate.required === true,
  };
}

/** Supervisors without limit carry any load. */
function layLocum({ locum = [], ...form }: PlanForm, supervisorsPool: Plan['supervisorsPool']): Pick<Plan, 'locumPool' | 'locumLoad' | 'locumQueues'> {
  const pathways = Object.keys(form.pathways);
  const blocks = listBlocks(form);
  const poolOf = (region: string, block: string): number => supervisorsPool[form.regions.indexOf(region) * blocks.length + blocks.indexOf(block)]!;
  const limited = locum.filter(({ region, block }) => poolOf(region, block) !== NO_POOL);
  return {
    locumPool: Int32Array.from(limited, ({ region, block }) => poolOf(region, block)),
    locumLoad: Int32Array.from(limited, ({ load }) => load),
    locumQueues: layRagged(limited.map(({ region, pathways: waiting = pathways }) => waiting.map((id) => form.regions.indexOf(region) * pathways.length + pathways.indexOf(id)))),
  };
}

function layRule(rule: RuleForm, form: PlanForm): Rule {
  const pathways = Object.keys(form.pathways);
  return {
    queue: form.regions.indexOf(rule.region) * pathways.length + pathways.indexOf(rule.pathway),
    steps: Int32Array.from(rule.steps),
    lead: rule.lead,
    year: rule.year,
    floor: rule.floor ?? 0,
    ceiling: rule.ceiling,
    lines: rule.lines,
  };
}
