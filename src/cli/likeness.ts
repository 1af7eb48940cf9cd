import { showMonth } from '../base/index.js';
import type { Unlikeness } from '../analysis/index.js';
import type { Lang } from './options.js';
import type { Opened } from './wanted-run.js';

/** All that makes scenarios unlike the first one, so that a difference between their runs could come from something else than what is compared. All are run by this very program, so that the engine is the same. */
export function findUnlike(opened: readonly Opened[]): readonly Unlikeness[] {
  const [base] = opened as [Opened, ...Opened[]];
  return opened.flatMap((one, option) => (option === 0 ? [] : unlike(base, one).map((row) => ({ ...row, option }))));
}

type Found = Omit<Unlikeness, 'option'>;

function unlike(base: Opened, other: Opened): readonly Found[] {
  const [a, b] = [base.setup.scenario, other.setup.scenario];
  const found: Found[] = [...unlikeData(base, other)];
  if (a.time.step !== b.time.step) found.push({ code: 'step', values: { there: a.time.step, here: b.time.step } });
  const [there, here] = [a, b].map(({ time }) => [time.from, time.reportFrom, time.to].map(showMonth).join(', ')) as [string, string];
  if (there !== here) found.push({ code: 'window', values: { there, here } });
  if (base.setup.seed !== other.setup.seed) found.push({ code: 'seed', values: { there: String(base.setup.seed), here: String(other.setup.seed) } });
  const only = (one: typeof a, two: typeof a): readonly string[] => one.regions.filter(({ id }) => !two.regions.some((region) => region.id === id)).map(({ id }) => id);
  const [lost, added] = [only(a, b), only(b, a)];
  if (lost.length + added.length > 0) found.push({ code: 'regions', values: { there: few(lost), here: few(added) } });
  return found;
}

const MOST_NAMES = 4;
const few = (names: readonly string[]): string => (names.length === 0 ? '–' : names.length <= MOST_NAMES ? names.join(', ') : `${names.slice(0, MOST_NAMES - 1).join(', ')} … (${names.length})`);

/** A data file of the same path that holds something else: what differs between the runs may come from it. A file that only one of them names is a difference between what they say. */
function unlikeData(base: Opened, other: Opened): readonly Found[] {
  const data = ({ read }: Opened): ReadonlyMap<string, string> => new Map(read.inputs.filter(({ path }) => !read.layers.some((layer) => layer.file === path)).map(({ path, sha256 }) => [path, sha256]));
  const hashes = data(base);
  return [...data(other)].flatMap(([path, sha256]): Found[] => {
    const there = hashes.get(path);
    return there === undefined || there === sha256 ? [] : [{ code: 'data', values: { path, there: there.slice(0, 12), here: sha256.slice(0, 12) } }];
  });
}

/** What makes two scenarios unlike, in words. */
export function sayUnlike({ code, values }: Unlikeness, name: string, base: string, lang: Lang): string {
  const { path = '', there = '', here = '' } = values;
  const words: Readonly<Record<Unlikeness['code'], Readonly<Record<Lang, string>>>> = {
    data: { sv: `${path} är inte samma fil som i ${base} (sha256 ${there}… och ${here}…)`, en: `${path} is not the same file as in ${base} (sha256 ${there}… and ${here}…)` },
    step: { sv: `tidssteget är ${here}, i ${base} ${there}`, en: `the step is ${here}, in ${base} ${there}` },
    window: { sv: `time (from, report-from, to) är ${here}, i ${base} ${there}`, en: `time (from, report-from, to) is ${here}, in ${base} ${there}` },
    seed: { sv: `fröet är ${here}, i ${base} ${there}; --seed ger alla samma`, en: `the seed is ${here}, in ${base} ${there}; --seed gives all the same` },
    regions: { sv: `regionerna är andra: bara i ${base}: ${there}; bara här: ${here}`, en: `the regions are others: only in ${base}: ${there}; only here: ${here}` },
  };
  return `${name}: ${words[code][lang]}`;
}
