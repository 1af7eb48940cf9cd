import type { Change, Findings } from '../../analysis/index.js';
import { list, monthName, number, say, sayIfKnown, type Lang } from '../words.js';
import type { SummarySection } from './section.js';

const MOST_LINES = 12;
const MOST_NAMES = 3;

/** What the changes of the scenario did, a line each; none where it has no changes. */
export function changed(findings: Findings, lang: Lang): readonly SummarySection[] {
  const groups = [...new Set(findings.changes.map(({ at }) => at))].map((at) => findings.changes.filter((one) => one.at === at));
  if (groups.length === 0) return [];
  const lines = groups.slice(0, MOST_LINES).map((cells) => `– ${changeWords(findings, cells, lang)}`);
  const more = groups.length > MOST_LINES ? [say(lang, 'changed.more', { n: groups.length - MOST_LINES })] : [];
  return [{ id: 'changed', heading: say(lang, 'changed.heading'), lines: [...lines, ...more] }];
}

/** Whose the words of what was assumed are, where they are a base's: what the scenario itself says goes before them. */
export function assumedIn({ assumedIn: file }: Findings, lang: Lang): readonly string[] {
  return file === null ? [] : [say(lang, 'assumed.in', { file })];
}

/** One change over all its cells. */
function changeWords({ labels }: Findings, cells: readonly Change[], lang: Lang): string {
  const [{ quantity, name, source, at }] = cells as [Change];
  const label = (key: string, id: string): string => [...labels.block, ...labels.pathway, ...labels.stream].find((one) => key !== 'region' && one.id === id)?.[lang] ?? id;
  const names = Object.keys(cells[0]!.of).map((key) => few([...new Set(cells.map(({ of }) => label(key, of[key]!)))], lang));
  const until = cells.some((one) => one.until === null) ? null : Math.max(...cells.map((one) => one.until!));
  const from = monthName(lang, Math.min(...cells.map((one) => one.from)));
  const when = until === null ? say(lang, 'changed.on', { from }) : say(lang, 'changed.between', { from, to: monthName(lang, until - 1) });
  const [before, after] = [cells.map((one) => one.before), cells.map((one) => one.after)].map((values) => rangeWords(values, lang));
  const about = [name, source].filter((text) => text !== '').map((text) => ` ${text}.`);
  return `${say(lang, 'changed.row', { quantity: sayIfKnown(lang, `changed.${quantity}`, {}) ?? quantity, of: names.join('; '), when, before: before!, after: after!, n: cells.length })}${about.join('')} (${at})`;
}

function few(names: readonly string[], lang: Lang): string {
  return names.length <= MOST_NAMES ? list(lang, names) : say(lang, 'changed.few', { names: names.slice(0, MOST_NAMES - 1).join(', '), n: names.length - MOST_NAMES + 1 });
}

/** Least and most of many values; a value without limit is said beside them. */
function rangeWords(values: readonly (number | null)[], lang: Lang): string {
  const limited = values.filter((value) => value !== null);
  const show = (value: number): string => number(lang, value, Number.isInteger(value) ? 0 : 2);
  const [least, most] = [Math.min(...limited), Math.max(...limited)];
  const range = limited.length === 0 ? [] : [least === most ? show(least) : `${show(least)}–${show(most)}`];
  return [...range, ...(limited.length < values.length ? [say(lang, 'changed.unlimited')] : [])].join(' / ');
}
