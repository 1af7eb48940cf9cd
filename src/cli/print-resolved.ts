import { Failure } from './failure.js';
import { readLimits } from './limits.js';
import { textOf } from './options.js';
import type { Lang } from './options.js';
import { readFromDisk } from './read.js';
import { listResolved } from './resolved.js';
import type { ResolvedValue } from './resolved.js';

/** Prints every value that a run of a scenario uses, a line each or as JSON. */
export function printResolved(args: Readonly<Record<string, unknown>>, lang: Lang): number {
  if (args['resolved'] !== true) throw new Failure(2, lang === 'sv' ? '--json hör till --resolved; skriv --resolved --json' : '--json belongs to --resolved; write --resolved --json');
  const values = listResolved(readFromDisk(textOf(args['scenario']) ?? '', readLimits(args['limit'], lang), lang));
  process.stdout.write(args['json'] === true ? `${JSON.stringify(values, null, 2)}\n` : layGroups(values, lang));
  return 0;
}

const QUALITY = {
  published: { sv: 'publicerat', en: 'published' },
  derived: { sv: 'härlett', en: 'derived' },
  assumption: { sv: 'antaget', en: 'assumed' },
} as const;

/** A heading for each group, and in its lines the group's name again, so that a line found alone can be understood. */
function layGroups(values: readonly ResolvedValue[], lang: Lang): string {
  const groups = [...new Set(values.map(({ group }) => group))];
  return groups
    .map((group) => {
      const rows = values.filter((value) => value.group === group).map((value) => [nameOf(value), wordValue(value), wordPlace(value, lang), wordCard(value, lang)]);
      const widths = [0, 1, 2].map((column) => Math.min(60, Math.max(...rows.map((row) => row[column]!.length))));
      return `${group}\n${rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()}\n`).join('')}`;
    })
    .join('\n');
}

/** A setting is named by its path, which begins with the group already. */
const nameOf = ({ group, of }: ResolvedValue): string => (of.startsWith(group) || group === 'changes' ? of : `${group} ${of}`.trim());

const wordValue = ({ was, value }: ResolvedValue): string => [...was.map((one) => one.value), value].join(' → ');

function wordPlace({ was, at }: ResolvedValue, lang: Lang): string {
  const usual = lang === 'sv' ? 'utan angivelse' : 'not stated';
  return [...was.map((one) => one.at), at].map((place) => (place === '' ? usual : place)).join(' → ');
}

function wordCard({ quality, source, asOf, low, high }: ResolvedValue, lang: Lang): string {
  if (quality === undefined) return '';
  const bounds = low === undefined && high === undefined ? [] : [`${low ?? ''}–${high ?? ''}`];
  const own = source === 'scenario' ? (lang === 'sv' ? 'scenariot' : 'the scenario') : source;
  return [QUALITY[quality][lang], own ?? '', ...(asOf === undefined ? [] : [asOf]), ...bounds].filter((word) => word !== '').join('; ');
}
