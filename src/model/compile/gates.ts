import { NEVER } from '../../engine/index.js';
import type { Chain, Gate, Plan } from '../../engine/index.js';
import { stepOf } from '../calendar.js';
import { threshold, thresholds } from '../chances.js';
import type { Gate as Given } from '../scenario.js';
import { take } from './frame.js';
import type { Frame } from './frame.js';

/** The gates of the pathways, and what the pathways lead to (MODEL 3.11, 6.1). */
export function layGates(frame: Frame): Pick<Plan, 'gateOf' | 'gates' | 'chains'> {
  const given = frame.pathways.map((id) => frame.scenario.pathways.find((one) => one.id === id)!);
  const gates = given.flatMap(({ gate }, pathway) => (gate === null ? [] : [layGate(frame, gate, pathway)]));
  return {
    gateOf: Int32Array.from(given, (_, pathway) => gates.findIndex((gate) => gate.pathway === pathway)),
    gates,
    chains: given.flatMap(({ then }, pathway) => layChains(frame, then, pathway)),
  };
}

/** A sitting is at the first step of its month. */
function layGate(frame: Frame, gate: Given, pathway: number): Gate {
  const seats = new Int32Array(frame.steps).fill(-1);
  for (const sitting of gate.sittings) seats[stepOf(frame.scenario, sitting.month)] = sitting.seats === null ? NEVER : take(frame, sitting.seats);
  return {
    pathway,
    served: gate.served,
    seats,
    passes: Float64Array.from(gate.passes, ({ chance }) => threshold(take(frame, chance))),
    processing: gate.processing,
    isRequired: gate.isRequired,
  };
}

/** A chain that nobody follows is none. */
function layChains(frame: Frame, then: Frame['scenario']['pathways'][number]['then'], pathway: number): Chain[] {
  let sum = 0;
  return then
    .map((row) => ({ row, chance: threshold((sum += take(frame, row.share))) }))
    .filter(({ row }) => row.share.value > 0)
    .map(({ row, chance }) => ({
      pathway,
      then: frame.pathways.indexOf(row.pathway),
      chance,
      delaySteps: Int32Array.from(row.delay, ({ steps }) => steps),
      delayChance: Float64Array.from(thresholds(row.delay.map(({ share }) => share))),
      region: row.region === null ? -1 : frame.regions.indexOf(row.region),
    }));
}
