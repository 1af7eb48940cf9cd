import type { Path } from '../../base/index.js';
import { MOST_BLOCKS, MOST_ORDERS, orderAll } from '../../model/index.js';
import type { Complaint, PlanForm, PoolForm, VariantForm } from '../../model/index.js';
import { checkName, checkTwice, complain, listBlocks } from './names.js';

/** What does not fit together in a plan made elsewhere. */
export function checkPlan(form: PlanForm): Complaint[] {
  const blocks = listBlocks(form);
  return [
    ...checkTwice(form.regions, (i) => ['regions', i]),
    ...checkTwice(form.streams, (i) => ['streams', i]),
    ...(blocks.length > MOST_BLOCKS ? [complain(['pathways'], { code: 'too-many-blocks', values: { max: MOST_BLOCKS, number: blocks.length } }, 'key')] : []),
    ...checkVariants(form),
    ...form.pools.flatMap((pool, i) => checkPool(form, pool, ['pools', i])),
    ...checkTwice(form.pools.map(({ region, kind, block }) => [kind, ...(block === undefined || block === null ? [] : [block]), region].join('/')), (i) => ['pools', i]),
    ...checkIntakes(form),
    ...checkNeighbours(form),
    ...checkSettings(form),
  ];
}

function checkVariants(form: PlanForm): Complaint[] {
  if (Object.keys(form.pathways).length === 0) return [complain(['pathways'], { code: 'no-pathways' }, 'key')];
  return Object.entries(form.pathways).flatMap(([pathway, { variants }]) => {
    const path = ['pathways', pathway, 'variants'];
    if (Object.keys(variants).length === 0) return [complain(path, { code: 'no-variants' }, 'key')];
    return Object.entries(variants).flatMap(([name, variant]) => checkVariant(variant, name, [...path, name], form.settings?.mode === 'step'));
  });
}

function checkVariant(variant: VariantForm, name: string, path: Path, isStepwise: boolean): Complaint[] {
  const { blocks, before = [] } = variant;
  const outside = before.flatMap((pair, n) => pair.flatMap((i, end) => (i < blocks.length ? [] : [complain([...path, 'before', n, end], { code: 'out-of-range', found: String(i), values: { allowed: `0 … ${blocks.length - 1}` } })])));
  if (outside.length > 0) return outside;
  const cycle = findCycle(variant);
  if (cycle) return [complain([...path, 'before'], { code: 'precedence-cycle', values: { cycle: cycle.map((i) => `${blocks[i]!.block} (${i})`).join(' → ') } })];
  // Step by step no order is listed beforehand.
  if (isStepwise || listOrders(variant).length <= MOST_ORDERS) return [];
  return [complain([...path, before.length > 0 ? 'before' : 'blocks'], { code: 'too-many-orders', values: { max: MOST_ORDERS, variant: name } })];
}

function findCycle({ blocks, before = [] }: VariantForm): number[] | undefined {
  const follow = (way: readonly number[]): number[] | undefined => {
    const at = way.at(-1)!;
    if (way.indexOf(at) < way.length - 1) return way.slice(way.indexOf(at));
    for (const [first, then] of before) {
      const cycle = first === at && !done.has(then) ? follow([...way, then]) : undefined;
      if (cycle) return cycle;
    }
    done.add(at);
    return undefined;
  };
  const done = new Set<number>();
  for (let i = 0; i < blocks.length; i++) {
    const cycle = follow([i]);
    if (cycle) return cycle;
  }
  return undefined;
}

/** Every allowed order of a variant; those that differ only by exchanging equal blocks count once (MODEL 3.2). */
export function listOrders(variant: VariantForm): number[][] {
  const { blocks, before = [] } = variant;
  const isBefore = (i: number, j: number): boolean => before.some(([first, then]) => first === i && then === j);
  const others = (i: number, j: number): number[] => blocks.flatMap((_, k) => (k === i || k === j ? [] : [k]));
  const isTwin = (i: number, j: number): boolean =>
    sameNeed(variant, i, j) && others(i, j).every((k) => isBefore(i, k) === isBefore(j, k) && isBefore(k, i) === isBefore(k, j)) && !isBefore(j, i);
  return orderAll(blocks.map((_, j) => blocks.map((__, i) => isBefore(i, j) || (i < j && isTwin(i, j)))));
}

function sameNeed({ blocks }: VariantForm, i: number, j: number): boolean {
  const [a, b] = [blocks[i]!, blocks[j]!];
  return a.block === b.block && a.length === b.length && (a.slots ?? 1) === (b.slots ?? 1) && (a.load ?? 1) === (b.load ?? 1);
}

function checkPool(form: PlanForm, pool: PoolForm, path: Path): Complaint[] {
  const hasBlock = pool.block !== undefined && pool.block !== null;
  const views = pool.views ?? [];
  const found = checkName('region', pool.region, form.regions, [...path, 'region']);
  if (hasBlock === (pool.kind === 'main')) found.push(hasBlock ? complain([...path, 'block'], { code: 'block-of-main', found: pool.block! }) : complain([...path, 'block'], { code: 'missing-key', found: 'block' }));
  if ((pool.capacity === undefined) === (pool.views === undefined)) found.push(complain(path, { code: 'capacity-or-views' }));
  views.forEach(({ known_from: known }, i) => {
    const isDue = i === 0 ? known === 0 : known > views[i - 1]!.known_from;
    if (!isDue) found.push(complain([...path, 'views', i, 'known_from'], { code: 'out-of-range', found: String(known), values: { allowed: i === 0 ? '0' : `> ${views[i - 1]!.known_from}` } }));
  });
  return found;
}

function checkIntakes(form: PlanForm): Complaint[] {
  const pathways = Object.keys(form.pathways);
  const each = form.intakes.flatMap((intake, i) => {
    const path = ['intakes', i];
    const { steps, positions } = intake;
    const number = steps === 'all' ? form.steps : steps.length;
    return [
      ...checkName('region', intake.region, form.regions, [...path, 'region']),
      ...checkName('pathway', intake.pathway, pathways, [...path, 'pathway']),
      ...(steps === 'all' ? [] : steps.flatMap((t, n) => (t < form.steps ? [] : [complain([...path, 'steps', n], { code: 'out-of-range', found: String(t), values: { allowed: `0 … ${form.steps - 1}` } })]))),
      ...(Array.isArray(positions) && positions.length !== number ? [complain([...path, 'positions'], { code: 'wrong-length', values: { number: positions.length, due: number } })] : []),
    ];
  });
  const places = form.intakes.flatMap(({ region, pathway, steps }, i) => (steps === 'all' ? Array.from({ length: form.steps }, (_, t) => t) : steps).map((t) => ({ key: `${region} ${pathway} ${t}`, path: ['intakes', i, 'steps'] })));
  return [...each, ...checkTwice(places.map(({ key }) => key), (i) => places[i]!.path)];
}

function checkNeighbours(form: PlanForm): Complaint[] {
  return Object.entries(form.neighbours ?? {}).flatMap(([home, list]) => [
    ...checkName('region', home, form.regions, ['neighbours', home], 'key'),
    ...list.flatMap((name, i) => (name === home ? [complain(['neighbours', home, i], { code: 'own-neighbour', found: name })] : checkName('region', name, form.regions, ['neighbours', home, i]))),
    ...checkTwice(list, (i) => ['neighbours', home, i]),
  ]);
}

function checkSettings({ settings = {}, pathways, streams }: PlanForm): Complaint[] {
  const { priority, discipline, weight, closes } = settings;
  const ranked = priority?.by === 'stream' ? streams : Object.keys(pathways);
  return [
    ...(discipline === 'weighted' && weight === undefined ? [complain(['settings', 'weight'], { code: 'missing-key', found: 'weight' })] : []),
    ...Object.keys(priority?.rank ?? {}).flatMap((name) => checkName(priority!.by, name, ranked, ['settings', 'priority', 'rank', name], 'key')),
    ...(typeof closes === 'object' ? Object.keys(closes).flatMap((name) => checkName('pathway', name, Object.keys(pathways), ['settings', 'closes', name], 'key')) : []),
  ];
}
