import type { SettingsForm } from '../../../src/study/dump/form.js';
import { chosen, explained, reserve, type Itinerary } from './placing.js';
import { byRank, compareLists, only, openingsAt, personal, variantOf, type Cause, type Doctor, type Opening, type World } from './world.js';

/** One intake step over the whole country: what is open, and which queues somebody has stopped. */
interface Turn {
  readonly t: number;
  readonly openings: Opening[];
  readonly stopped: Map<string, Cause>;
}

/** Starts at `t` (2.6), then mobility (5.2); returns the intakes with what is left of them. */
export function starts(world: World, t: number): Opening[] {
  const turn: Turn = { t, openings: openingsAt(world.plan, t), stopped: new Map() };
  const settings = world.plan.settings ?? {};
  const list = inTurn(world, turn, settings);
  for (const doctor of list) doctor.stoodFirst ??= t;
  if (settings.own_first === true) {
    for (const doctor of list) if (atHome(world, turn, doctor) === 'passed over') stop(turn, doctor, settings);
    for (const doctor of list) if (doctor.state === 'queue') elsewhere(world, turn, doctor, doctor.leg.seeks ?? []);
  } else {
    for (const doctor of list) {
      const home = atHome(world, turn, doctor);
      if (doctor.state === 'queue') elsewhere(world, turn, doctor, doctor.leg.seeks ?? []);
      if (doctor.state === 'queue' && home === 'passed over') stop(turn, doctor, settings);
    }
  }
  move(world, turn, settings);
  return turn.openings;
}

/** Those who stand in an intake at `t`, in the order in which they are tried. */
function inTurn(world: World, turn: Turn, settings: SettingsForm): Doctor[] {
  const stands = (doctor: Doctor): boolean => inTime(turn, doctor, settings) && [doctor.leg.region, ...(doctor.leg.seeks ?? [])].some((region) => openingIn(turn, doctor, region) !== undefined);
  const { priority } = settings;
  const group = (doctor: Doctor): number => (priority ? (priority.rank[priority.by === 'pathway' ? doctor.leg.pathway : doctor.form.id[0]] ?? Infinity) : 0);
  const key = (doctor: Doctor): number => (settings.discipline === 'weighted' ? -(lottery(doctor, turn.t) + (settings.weight ?? 0) * (turn.t - doctor.joined!)) : doctor.joined!);
  const inQueue = world.doctors.filter((doctor) => doctor.state === 'queue' && stands(doctor));
  return inQueue.sort((a, b) => compareLists([group(a), key(a)], [group(b), key(b)]) || byRank(world, a, b));
}

/** Whether a doctor applied before the closing date (2.6). */
const inTime = (turn: Turn, doctor: Doctor, settings: SettingsForm): boolean => doctor.leg.applied === true || turn.t - doctor.joined! >= closingSteps(doctor, settings);

function closingSteps(doctor: Doctor, { closes = 0 }: SettingsForm): number {
  return typeof closes === 'number' ? closes : (closes[doctor.leg.pathway] ?? 0);
}

function lottery(doctor: Doctor, t: number): number {
  const drawn = doctor.leg.lottery?.[`${t}`];
  if (drawn === undefined) throw new Error(`no draw in step ${t} for ${doctor.form.id.join(' ')}`);
  return drawn;
}

const openingIn = (turn: Turn, doctor: Doctor, region: string): Opening | undefined => turn.openings.find((opening) => opening.region === region && opening.pathway === doctor.leg.pathway);

const queueOf = (doctor: Doctor, region: string): string => JSON.stringify([region, doctor.leg.pathway]);

/** A doctor's turn in the own region's intake, where there is one. */
function atHome(world: World, turn: Turn, doctor: Doctor): 'started' | 'passed over' | 'no turn' {
  const { region } = doctor.leg;
  const opening = openingIn(turn, doctor, region);
  if (opening === undefined) return 'no turn';
  const stopper = turn.stopped.get(queueOf(doctor, region));
  if (stopper !== undefined || opening.left === 0) {
    doctor.cause = stopper ?? only('positions');
    return 'no turn';
  }
  const way = chosen(world, doctor, region, turn.t);
  if (way !== null) {
    employ(world, turn, doctor, opening, way);
    return 'started';
  }
  doctor.passes++;
  doctor.cause = explained(world, doctor, region, turn.t);
  return 'passed over';
}

/** Other regions in turn: an intake that nobody has stopped, a position left, an itinerary that fits (5.1, 5.2). */
function elsewhere(world: World, turn: Turn, doctor: Doctor, regions: readonly string[]): void {
  for (const region of regions) {
    const opening = openingIn(turn, doctor, region);
    if (opening === undefined || opening.left === 0 || turn.stopped.has(queueOf(doctor, region))) continue;
    const way = chosen(world, doctor, region, turn.t);
    if (way !== null) return employ(world, turn, doctor, opening, way);
  }
}

/** Strict order: who cannot be placed stops those behind in the same region and pathway. */
function stop(turn: Turn, doctor: Doctor, settings: SettingsForm): void {
  const limit = settings.queue === 'strict' ? 0 : (settings.pass_limit ?? Infinity);
  if (doctor.passes > limit) turn.stopped.set(queueOf(doctor, doctor.leg.region), doctor.cause);
}

/** Mobile doctors who have waited long enough try the neighbours of their region, longest wait first (5.2). */
function move(world: World, turn: Turn, settings: SettingsForm): void {
  const { patience } = settings;
  if (patience === undefined || patience === null) return;
  const tired = world.doctors.filter((doctor) => doctor.state === 'queue' && doctor.form.mobile === true && turn.t - doctor.joined! >= patience && inTime(turn, doctor, settings));
  tired.sort((a, b) => a.joined! - b.joined! || byRank(world, a, b));
  for (const doctor of tired) elsewhere(world, turn, doctor, world.plan.neighbours?.[doctor.leg.region] ?? []);
}

/** A start: the position is used up, the itinerary reserved, and the region employs the doctor from then on. */
function employ(world: World, turn: Turn, doctor: Doctor, opening: Opening, way: Itinerary): void {
  if (opening.left !== null) opening.left--;
  doctor.variant = way.variant;
  doctor.left = variantOf(world, doctor).blocks.map((block) => personal(doctor, block.length));
  doctor.employer = opening.region;
  doctor.start = turn.t;
  doctor.state = 'training';
  reserve(world, doctor, way);
}
