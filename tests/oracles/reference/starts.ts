import type { SettingsForm } from '../../../src/study/dump/form.js';
import { explained } from './explaining.js';
import { chosen, reserve, searchFor, type Itinerary } from './placing.js';
import { openingsAt } from './positions.js';
import { byRank, compareLists, forPathway, needsIntake, needsPosition, only, personalLengths, queueName, variantIn, variantOf, type Cause, type Doctor, type Opening, type World } from './world.js';

/** One step of starts over the whole country: what is open, and which queues somebody has stopped. */
interface Turn {
  readonly t: number;
  readonly openings: Opening[];
  readonly stopped: Map<string, Cause>;
}

/** Starts at `t` (2.6), then mobility (5.2); returns the intakes with what is left of them. */
export function starts(world: World, t: number): Opening[] {
  const turn: Turn = { t, openings: openingsAt(world, t), stopped: new Map() };
  const settings = world.plan.settings ?? {};
  const list = inTurn(world, turn, settings);
  for (const doctor of list) if (doctor.state === 'queue') doctor.stoodFirst ??= t;
  if (settings.own_first === true) {
    for (const doctor of list) if (atHome(world, turn, doctor) === 'passed over') stop(turn, doctor, settings);
    for (const doctor of list) seek(world, turn, doctor);
  } else {
    for (const doctor of list) {
      const home = atHome(world, turn, doctor);
      seek(world, turn, doctor);
      if (doctor.state === 'queue' && home === 'passed over') stop(turn, doctor, settings);
    }
  }
  move(world, turn, settings);
  return turn.openings;
}

/** Those who are tried at `t`, in order: who stands in an intake, whose form needs none, and who is recruited before the licence. */
function inTurn(world: World, turn: Turn, settings: SettingsForm): Doctor[] {
  const { priority } = settings;
  const group = (doctor: Doctor): number => (priority ? (priority.rank[priority.by === 'pathway' ? doctor.leg.pathway : doctor.form.id[0]] ?? Infinity) : 0);
  const joined = (doctor: Doctor): number => doctor.joined ?? turn.t;
  const key = (doctor: Doctor): number => (settings.discipline === 'weighted' ? -(lottery(doctor, turn.t) + (settings.weight ?? 0) * (turn.t - joined(doctor))) : joined(doctor));
  const list = world.doctors.filter((doctor) => (doctor.state === 'queue' ? stands(world, turn, doctor, settings) : isSoughtEarly(world, turn, doctor, settings)));
  return list.sort((a, b) => compareLists([group(a), key(a)], [group(b), key(b)]) || byRank(world, a, b));
}

function stands(world: World, turn: Turn, doctor: Doctor, settings: SettingsForm): boolean {
  if (!needsIntake(variantOf(world, doctor))) return true;
  return inTime(turn, doctor, settings) && [doctor.home, ...(doctor.leg.seeks ?? [])].some((region) => openingIn(turn, doctor, region) !== undefined);
}

/** Whether a doctor without licence applies at home: expected in time, and not promised anything yet. */
function isSoughtEarly(world: World, { t, openings }: Turn, doctor: Doctor, { window }: SettingsForm): boolean {
  const { applied, arrive, late = 0, pathway } = doctor.leg;
  if (doctor.state !== 'to come' || doctor.earlier !== null || applied !== true || arrive === undefined || doctor.employer !== null || doctor.lost) return false;
  const isOpen = openings.some((opening) => opening.region === doctor.home && opening.pathway === pathway);
  return isOpen && needsIntake(variantOf(world, doctor)) && arrive > t && arrive - late <= t + forPathway(doctor, window);
}

/** Whether a doctor applied before the closing date (2.6). */
const inTime = (turn: Turn, doctor: Doctor, settings: SettingsForm): boolean => doctor.leg.applied === true || turn.t - doctor.joined! >= forPathway(doctor, settings.closes);

function lottery(doctor: Doctor, t: number): number {
  const drawn = doctor.leg.lottery?.[`${t}`];
  if (drawn === undefined) throw new Error(`no draw in step ${t} for ${doctor.form.id.join(' ')}`);
  return drawn;
}

const openingIn = (turn: Turn, doctor: Doctor, region: string): Opening | undefined => turn.openings.find((opening) => opening.region === region && opening.pathway === doctor.leg.pathway);

/** A doctor's turn in the own region, where there is an intake or none is needed. */
function atHome(world: World, turn: Turn, doctor: Doctor): 'passed over' | 'not passed over' {
  const variant = variantOf(world, doctor);
  const opening = openingIn(turn, doctor, doctor.home);
  if (opening === undefined && needsIntake(variant)) return 'not passed over';
  const position = needsPosition(variant) ? opening! : null;
  const stopper = turn.stopped.get(queueName(doctor.home, doctor.leg.pathway));
  const isClosed = stopper !== undefined || position?.left === 0;
  if (doctor.state === 'to come') {
    if (!isClosed) recruit(world, turn, doctor, position);
    return 'not passed over';
  }
  if (isClosed) {
    doctor.cause = stopper ?? only('positions');
    return 'not passed over';
  }
  const search = searchFor(world, doctor, doctor.home, turn.t);
  const way = chosen(search);
  if (way !== null) {
    employ(world, doctor, doctor.home, position, way, turn.t);
    return 'not passed over';
  }
  doctor.passes++;
  doctor.cause = explained(search);
  return 'passed over';
}

/** A position for somebody whose licence is yet to come: the start is at the licence, or the position is lost when that comes too late. */
function recruit(world: World, turn: Turn, doctor: Doctor, position: Opening | null): void {
  const arrive = doctor.leg.arrive!;
  if (arrive > turn.t + forPathway(doctor, world.plan.settings?.window)) {
    if (position !== null && position.left !== null) position.left--;
    doctor.lost = true;
    return;
  }
  const way = chosen(searchFor(world, doctor, doctor.home, turn.t, arrive));
  if (way !== null) employ(world, doctor, doctor.home, position, way, arrive);
}

/** Applications elsewhere (5.1): a form without intake has none. */
function seek(world: World, turn: Turn, doctor: Doctor): void {
  if (doctor.state === 'queue' && needsIntake(variantOf(world, doctor))) elsewhere(world, turn, doctor, doctor.leg.seeks ?? []);
}

/** Other regions in turn: an intake that nobody has stopped, a position left, an itinerary that fits; a form without position is not for guests (3.12, 5.1, 5.2). */
function elsewhere(world: World, turn: Turn, doctor: Doctor, regions: readonly string[]): void {
  for (const region of regions) {
    const opening = openingIn(turn, doctor, region);
    if (opening === undefined || opening.left === 0 || turn.stopped.has(queueName(region, doctor.leg.pathway))) continue;
    if (!needsPosition(variantOf(world, doctor, variantIn(doctor, region)))) continue;
    const way = chosen(searchFor(world, doctor, region, turn.t));
    if (way !== null) return employ(world, doctor, region, opening, way, turn.t);
  }
}

/** Strict order: who cannot be placed stops those behind in the same region and pathway. */
function stop(turn: Turn, doctor: Doctor, settings: SettingsForm): void {
  const limit = settings.queue === 'strict' ? 0 : (settings.pass_limit ?? Infinity);
  if (doctor.passes > limit) turn.stopped.set(queueName(doctor.home, doctor.leg.pathway), doctor.cause);
}

/** Mobile doctors who have waited long enough try the neighbours of their region, longest wait first (5.2). */
function move(world: World, turn: Turn, settings: SettingsForm): void {
  const { patience } = settings;
  if (patience === undefined || patience === null) return;
  const waiting = world.doctors.filter((doctor) => doctor.state === 'queue' && doctor.form.mobile === true && needsIntake(variantOf(world, doctor)));
  const tired = waiting.filter((doctor) => turn.t - doctor.joined! >= patience && inTime(turn, doctor, settings));
  tired.sort((a, b) => a.joined! - b.joined! || byRank(world, a, b));
  for (const doctor of tired) elsewhere(world, turn, doctor, world.plan.neighbours?.[doctor.home] ?? []);
}

/** A start, now or at a licence to come: the position, where one is needed, is used up, the itinerary reserved, and the region employs the doctor from then on. */
function employ(world: World, doctor: Doctor, region: string, position: Opening | null, way: Itinerary, start: number): void {
  if (position !== null) {
    position.filled++;
    if (position.left !== null) position.left--;
  }
  doctor.variant = way.variant;
  doctor.left = personalLengths(doctor, variantOf(world, doctor));
  doctor.done = doctor.left.map(() => 0);
  doctor.employer = region;
  doctor.start = start;
  if (doctor.state === 'queue') doctor.state = 'training';
  reserve(world, doctor, way);
}
