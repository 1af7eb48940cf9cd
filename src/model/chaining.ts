import type * as z from 'zod';
import type { Path } from '../base/index.js';
import { listed, mapping, name, says } from './fields.js';
import { figure } from './figures.js';
import { layLengths, lengths } from './lengths.js';
import { known, object, shareOfLine, showSum, sumsToOne, type Reader } from './reader.js';
import type { Regions } from './regions.js';
import type { Pathway, Stream, Then } from './scenario.js';

const SAME = 'same';

// Not called after its key: a module that exports `then` is taken for a promise, and waited for for ever.
/** Where those who complete a pathway go on to (MODEL 6.1). */
export const chaining = () =>
  listed(
    mapping({
      pathway: name(says('the pathway they go on to', 'formen de fortsätter till')),
      share: figure({ min: 0, max: 1, share: true }, says('the share who do', 'andelen som gör det')),
      delay: lengths().meta(says('from completion, or from the licence where it is required; default 0', 'från fullgjord tjänst, eller från legitimationen där den krävs; utan angivelse 0')).optional(),
      region: name(says('same (default): where they are employed; or a region', 'same (utan angivelse): där de är anställda; eller en region')).optional(),
    }),
    { sv: '{ pathway: ST, share: 0.5 }, …', en: '{ pathway: ST, share: 0.5 }, …' },
  ).meta(says('what those who complete it go on to; the rest go on to nothing', 'vad de som är klara fortsätter till; övriga fortsätter inte'));

type Raw = z.output<ReturnType<typeof chaining>>;

/** Settles what a pathway leads to: none but those of the scenario, and no more doctors than complete it. */
export function layThen(raw: Raw | undefined, pathways: readonly string[], path: Path, regions: Regions, reader: Reader): readonly Then[] {
  if (raw?.length === 0) object(reader, path, { code: 'empty-list' });
  const sum = (raw ?? []).reduce((total, row) => total + row.share.value, 0);
  if (sum > 1 && !sumsToOne(sum)) object(reader, path, { code: 'shares-above-one', values: { sum: showSum(sum) } }, 'key');
  return (raw ?? []).map((row, i) => {
    const { pathway, region = SAME } = row;
    known(reader, 'pathway', pathway, pathways, [...path, i, 'pathway']);
    if (region !== SAME) known(reader, 'region', region, regions.ids, [...path, i, 'region']);
    const first = raw!.findIndex((other) => other.pathway === pathway && (other.region ?? SAME) === region);
    if (first < i) object(reader, [...path, i], { code: 'said-twice-at', found: pathway, values: { line: reader.at([...path, first]).line } });
    const delay = row.delay === undefined ? [{ steps: 0, share: 1 }] : layLengths(row.delay, [...path, i, 'delay'], reader);
    return { pathway, share: shareOfLine(reader, row.share, [...path, i, 'share']), delay, region: region === SAME ? null : region };
  });
}

/** A chain of pathways has an end: one that comes back to itself would keep doctors in training for ever. */
export function refuseEndless(pathways: readonly Pathway[], reader: Reader): void {
  const told = new Set<string>();
  for (const { id, then: rows } of pathways)
    rows.forEach((row, i) => {
      const back = wayBetween(pathways, row.pathway, id);
      if (!back || back.some((one) => told.has(one))) return;
      for (const one of back) told.add(one);
      object(reader, ['pathways', id, 'then', i, 'pathway'], { code: 'endless-chain', found: row.pathway, values: { cycle: [id, ...back].join(' → ') } });
    });
}

/** The way from one pathway to another along what they lead to, both included. */
function wayBetween(pathways: readonly Pathway[], from: string, to: string): readonly string[] | undefined {
  const ways: string[][] = [[from]];
  const seen = new Set([from]);
  for (const way of ways) {
    const last = way.at(-1)!;
    if (last === to) return way;
    for (const { pathway } of pathways.find(({ id }) => id === last)?.then ?? []) if (!seen.has(pathway)) ways.push([...way, (seen.add(pathway), pathway)]);
  }
  return undefined;
}

/** The pathways that the doctors of a stream may come to: what they seek, and what that leads to. */
export function pathwaysOf({ pathway: sought }: Pick<Stream, 'pathway'>, pathways: readonly Pathway[]): readonly string[] {
  const reached = [sought];
  for (const id of reached) for (const { pathway } of pathways.find((one) => one.id === id)?.then ?? []) if (!reached.includes(pathway)) reached.push(pathway);
  return reached;
}
