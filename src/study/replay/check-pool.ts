import type { Path } from '../../base/index.js';
import type { Complaint, PlanForm, PoolForm } from '../../model/index.js';
import { checkName, complain } from './names.js';

/** What is wrong with a pool of a plan made elsewhere. */
export function checkPool(form: PlanForm, pool: PoolForm, path: Path): Complaint[] {
  const hasBlock = pool.block !== undefined && pool.block !== null;
  const views = pool.views ?? [];
  const found = checkName('region', pool.region, form.regions, [...path, 'region']);
  if (hasBlock === (pool.kind === 'main' || pool.kind === 'st')) found.push(hasBlock ? complain([...path, 'block'], { code: 'block-of-main', found: pool.block! }) : complain([...path, 'block'], { code: 'missing-key' }));
  if ((pool.capacity === undefined) === (pool.views === undefined)) found.push(complain(path, { code: 'capacity-or-views' }));
  views.forEach(({ known_from: known }, i) => {
    const isDue = i === 0 ? known === 0 : known > views[i - 1]!.known_from;
    if (!isDue) found.push(complain([...path, 'views', i, 'known_from'], { code: 'out-of-range', found: String(known), values: { allowed: i === 0 ? '0' : `> ${views[i - 1]!.known_from}` } }));
  });
  return found;
}
