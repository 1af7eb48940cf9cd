import { suggest, type Path } from '../../base/index.js';
import type { Complaint, Fault, PlanForm } from '../../model/index.js';

/** Complains of what stands at a path. */
export function complain(path: Path, fault: Fault, part: 'key' | 'value' = 'value'): Complaint {
  return { path, part, fault };
}

/** Nothing where a name is known, else the complaint with the nearest that is. */
export function checkName(kind: string, name: string, valid: readonly string[], path: Path, part: 'key' | 'value' = 'value'): Complaint[] {
  if (valid.includes(name)) return [];
  const nearest = suggest(name, valid);
  const allowed = valid.length <= 8 ? valid.join(', ') : `${valid.slice(0, 8).join(', ')} … (${valid.length})`;
  return [complain(path, { code: `unknown-${kind}`, found: name, values: { allowed }, ...(nearest === undefined ? {} : { nearest }) }, part)];
}

/** Complaints of what is said a second time, in one name or several. */
export function checkTwice(keys: readonly (string | readonly (string | number)[])[], pathOf: (i: number) => Path): Complaint[] {
  const first = new Set<string>();
  return keys.flatMap((parts, i) => {
    const key = JSON.stringify(parts);
    if (first.has(key)) return [complain(pathOf(i), { code: 'said-twice', found: [parts].flat().join(' ') })];
    first.add(key);
    return [];
  });
}

/** The blocks of a plan in order of first mention, those of pools that no variant has last: shares that do not divide go by it (MODEL 4.1). */
export function listBlocks(form: PlanForm): string[] {
  const served = Object.values(form.pathways).flatMap(({ variants }) => Object.values(variants).flatMap(({ blocks }) => blocks.map(({ block }) => block)));
  return [...new Set([...served, ...form.pools.flatMap(({ block }) => block ?? [])])];
}
