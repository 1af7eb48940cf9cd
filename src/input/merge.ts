import { formOf, type Issue, type Path, type Raw, type RawMap } from '../base/index.js';
import { toIssue } from '../model/index.js';
import type { Tree } from './tree.js';

/** Keys that each file has for itself: an alternative called what its base is called would be taken for it. */
const OWN: readonly string[] = ['name', 'title'];

/** One scenario of a layer and what it extends: maps are merged key by key, whatever else the layer says replaces what the base says; changes come after the base's. */
export function mergeTrees(over: Tree, base: Tree): Tree {
  const [own, under] = [over.raw as RawMap, withoutOwn(base.raw as RawMap)];
  const given = listOf(under['changes']).length;
  const changes = [...listOf(under['changes']), ...listOf(own['changes'])];
  const merged = merge(own, under) as RawMap;
  const raw = changes.length === 0 || formOf(own['changes']) === 'map' || formOf(own['changes']) === 'text' ? merged : withKey(merged, 'changes', changes);
  const locate: Tree['locate'] = (path, part, inside) => {
    if (path[0] === 'changes' && typeof path[1] === 'number') {
      return path[1] < given ? base.locate(path, part, inside) : over.locate(['changes', path[1] - given, ...path.slice(2)], part, inside);
    }
    return (isOver(own, under, path) ? over : base).locate(path, part, inside);
  };
  return { raw, locate };
}

const listOf = (raw: Raw | undefined): readonly Raw[] => (formOf(raw) === 'list' ? (raw as readonly Raw[]) : []);

function withKey(map: RawMap, key: string, value: Raw): RawMap {
  return Object.assign(Object.create(null) as Record<string, Raw>, map, { [key]: value });
}

function withoutOwn(map: RawMap): RawMap {
  return Object.assign(Object.create(null) as Record<string, Raw>, Object.fromEntries(Object.entries(map).filter(([key]) => !OWN.includes(key) && key !== 'extends')));
}

/** Whether two parts are merged key by key. A map with `likely` is one number with what stands behind it, and one of `sv` and `en` alone is one text: they are replaced whole, as any number or text is. */
function areMerged(over: Raw | undefined, base: Raw | undefined): boolean {
  return formOf(over) === 'map' && formOf(base) === 'map' && (over as RawMap)['likely'] === undefined && (base as RawMap)['likely'] === undefined && !(isText(over as RawMap) && isText(base as RawMap));
}

/** Whether a map says the same in each language and nothing else. */
const isText = (map: RawMap): boolean => Object.keys(map).length > 0 && Object.keys(map).every((key) => key === 'sv' || key === 'en');

function merge(over: Raw, base: Raw): Raw {
  if (!areMerged(over, base)) return over;
  const map = Object.assign(Object.create(null) as Record<string, Raw>, base);
  for (const [key, value] of Object.entries(over as RawMap)) map[key] = map[key] === undefined ? value : merge(value, map[key]);
  return map;
}

/** Whether what stands at a path is said by the layer rather than its base; what neither says is the layer's to say. */
function isOver(over: Raw | undefined, base: Raw | undefined, path: Path): boolean {
  const [step, ...rest] = path;
  if (base === undefined || (over !== undefined && (step === undefined || !areMerged(over, base)))) return true;
  if (over === undefined || step === undefined) return false;
  const [mine, theirs] = [(over as RawMap)[String(step)], (base as RawMap)[String(step)]];
  return mine === undefined && theirs === undefined ? true : isOver(mine, theirs, rest);
}

/** Warns of what a layer says just as its base says it already: there it changes nothing. */
export function warnOfEchoes(over: Tree, base: Tree): readonly Issue[] {
  const at = (path: Path): Issue => {
    const { file, line } = base.locate(path);
    return toIssue(over.locate(path), { code: 'as-in-base', values: { line: `${file}:${line}` } }, 'warning');
  };
  return echoes(over.raw, withoutOwn(base.raw as RawMap), []).map(at);
}

function echoes(over: Raw, base: Raw | undefined, path: Path): readonly Path[] {
  if (base === undefined || path[0] === 'changes') return [];
  if (areMerged(over, base)) return Object.entries(over as RawMap).flatMap(([key, value]) => echoes(value, (base as RawMap)[key], [...path, key]));
  return textIn(over) === textIn(base) ? [path] : [];
}

/** What is said, whatever file says it. */
const textIn = (raw: Raw): string => JSON.stringify(raw, (key, value: unknown) => (key === 'at' ? undefined : value));
