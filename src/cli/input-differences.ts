import { formOf, showMonth, showPath } from '../base/index.js';
import type { Path, Raw, RawMap, Written } from '../base/index.js';
import type { InputDifference } from '../analysis/index.js';
import type { Changed } from '../model/index.js';
import { differingPlaces } from '../study/index.js';
import type { PlaceDifference, Report } from '../study/index.js';
import { listResolved } from './resolved.js';
import type { ResolvedValue } from './resolved.js';
import type { Opened } from './wanted-run.js';

/** Figures of these are told of by the places that the runs have, step for step, whatever rows and changes they come from. */
const PLACES: readonly string[] = ['slots', 'supervisors', 'main-supervisors', 'st-posts', 'crowding', 'positions'];
const NOT_COMPARED: readonly string[] = ['changes', 'replications', 'files', ...PLACES];

/** All that differs between what each option and the base say, and nothing else: cell by cell, old → new. */
export function listInputDifferences(opened: readonly Opened[], reports: readonly Report[]): readonly InputDifference[] {
  return opened.flatMap((one, option) => (option === 0 ? [] : [...settingsThatDiffer(opened[0]!, one), ...placesThatDiffer(reports[0]!, reports[option]!)].map((row) => ({ option, ...row }))));
}

type Row = Omit<InputDifference, 'option'>;

function settingsThatDiffer(base: Opened, other: Opened): readonly Row[] {
  const [there, here] = [valuesIn(base), valuesIn(other)];
  const texts = [textsIn(base.read.tree.raw), textsIn(other.read.tree.raw)] as const;
  return [...new Set([...there.keys(), ...here.keys()])].flatMap((key): Row[] => {
    const [old, fresh] = [there.get(key), here.get(key)];
    if (old?.value === fresh?.value) return [];
    // What is a figure in one of them and a setting in the other may be said in the same words.
    const said = (fresh ?? old)!.of;
    if ((old === undefined || fresh === undefined) && texts[0].get(said) !== undefined && texts[0].get(said) === texts[1].get(said)) return [];
    const { group, of } = (fresh ?? old)!;
    return [{ group, of, from: '', until: '', old: old?.value ?? null, new: fresh?.value ?? null, at: (fresh ?? old)!.at }];
  });
}

/** What stands in the files of a scenario, all layers as one, by its path. */
function textsIn(raw: Raw, path: Path = []): ReadonlyMap<string, string> {
  if (formOf(raw) === 'text') return new Map([[showPath(path), (raw as Written).text]]);
  const parts = formOf(raw) === 'list' ? (raw as readonly Raw[]).map((part, i) => [i, part] as const) : Object.entries(raw as RawMap);
  return new Map(parts.flatMap(([key, part]) => [...textsIn(part, [...path, key])]));
}

function valuesIn({ read }: Opened): ReadonlyMap<string, ResolvedValue> {
  const seen = new Map<string, number>();
  const isSetting = ({ group, of }: ResolvedValue): boolean => of.startsWith(`${group}.`) || of === group;
  return new Map(
    listResolved(read)
      .filter((row) => !NOT_COMPARED.includes(row.group) || (PLACES.includes(row.group) && isSetting(row)))
      .map((row) => {
        const key = `${row.group} ${row.of}`;
        const nth = seen.get(key) ?? 0;
        seen.set(key, nth + 1);
        return [`${key} ${nth}`, row] as const;
      }),
  );
}

function placesThatDiffer(base: Report, option: Report): readonly Row[] {
  if (base.plan.steps !== option.plan.steps || base.axes.from !== option.axes.from || base.axes.stepsPerMonth !== option.axes.stepsPerMonth) return [];
  const write = (places: number | null): string => (places === null ? 'unlimited' : String(Number(places.toFixed(2))));
  const changes = [...option.scenario.changes, ...base.scenario.changes];
  return differingPlaces(base, option).map((row) => ({
    group: row.quantity,
    of: row.of.join(' '),
    label: { sv: titleOf(row.of, option.axes, 'sv'), en: titleOf(row.of, option.axes, 'en') },
    from: showMonth(row.from),
    until: showMonth(row.until),
    old: write(row.old),
    new: write(row.new),
    at: changes.find((change) => concerns(change, row))?.at ?? '',
  }));
}

/** Blocks, pathways and regions by their titles. */
function titleOf(of: readonly string[], { blocks, pathways, regions }: Report['axes'], lang: 'sv' | 'en'): string {
  return of.map((id, i) => (i === of.length - 1 ? regions : [...pathways, ...blocks]).find((one) => one.id === id)?.[lang] ?? id).join(', ');
}

const concerns = ({ quantity, of, from, until }: Changed, row: PlaceDifference): boolean =>
  quantity === row.quantity && Object.values(of).every((name) => row.of.includes(name)) && from <= row.until && (until === null || row.from < until);
