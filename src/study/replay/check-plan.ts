import { MOST_BLOCKS } from '../../model/index.js';
import type { Complaint, PlanForm } from '../../model/index.js';
import { checkDecide } from './check-decide.js';
import { checkExchange } from './check-exchange.js';
import { checkGates } from './check-gates.js';
import { checkIntakes } from './check-intakes.js';
import { checkPool } from './check-pool.js';
import { checkVariants } from './check-variants.js';
import { SAME } from './lay-roster.js';
import { checkName, checkTwice, complain, listBlocks } from './names.js';

/** What does not fit together in a plan made elsewhere. */
export function checkPlan(form: PlanForm): Complaint[] {
  const blocks = listBlocks(form);
  return [
    ...form.regions.flatMap((name, i) => (name === SAME ? [complain(['regions', i], { code: 'region-same', found: name })] : [])),
    ...checkTwice(form.regions, (i) => ['regions', i]),
    ...checkTwice(form.streams, (i) => ['streams', i]),
    ...(blocks.length > MOST_BLOCKS ? [complain(['pathways'], { code: 'too-many-blocks', values: { max: MOST_BLOCKS, number: blocks.length } }, 'key')] : []),
    ...checkVariants(form),
    ...form.pools.flatMap((pool, i) => checkPool(form, pool, ['pools', i])),
    ...checkTwice(form.pools.map(({ region, kind, block }) => [kind, ...(block === undefined || block === null ? [] : [block]), region]), (i) => ['pools', i]),
    ...checkIntakes(form),
    ...checkNeighbours(form),
    ...checkExchange(form),
    ...checkGates(form),
    ...checkLocum(form),
    ...checkDecide(form),
    ...checkSettings(form),
  ];
}

function checkNeighbours(form: PlanForm): Complaint[] {
  return Object.entries(form.neighbours ?? {}).flatMap(([home, list]) => [
    ...checkName('region', home, form.regions, ['neighbours', home], 'key'),
    ...list.flatMap((name, i) => (name === home ? [complain(['neighbours', home, i], { code: 'own-neighbour', found: name })] : checkName('region', name, form.regions, ['neighbours', home, i]))),
    ...checkTwice(list, (i) => ['neighbours', home, i]),
  ]);
}

function checkSettings({ settings = {}, pathways, streams }: PlanForm): Complaint[] {
  const { priority, discipline, weight } = settings;
  const ranked = priority?.by === 'stream' ? streams : Object.keys(pathways);
  return [
    ...(discipline === 'weighted' && weight === undefined ? [complain(['settings', 'weight'], { code: 'missing-key' })] : []),
    ...Object.keys(priority?.rank ?? {}).flatMap((name) => checkName(priority!.by, name, ranked, ['settings', 'priority', 'rank', name], 'key')),
    ...(['closes', 'window'] as const).flatMap((key) => {
      const given = settings[key];
      return typeof given === 'object' ? Object.keys(given).flatMap((name) => checkName('pathway', name, Object.keys(pathways), ['settings', key, name], 'key')) : [];
    }),
  ];
}

function checkLocum(form: PlanForm): Complaint[] {
  return (form.locum ?? []).flatMap(({ region, block, pathways = [] }, i) => [
    ...checkName('region', region, form.regions, ['locum', i, 'region']),
    ...checkName('block', block, listBlocks(form), ['locum', i, 'block']),
    ...pathways.flatMap((name, n) => checkName('pathway', name, Object.keys(form.pathways), ['locum', i, 'pathways', n])),
    ...checkTwice(pathways, (n) => ['locum', i, 'pathways', n]),
  ]);
}
