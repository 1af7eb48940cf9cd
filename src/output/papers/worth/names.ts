import type { PoolName, Summary, Worth, WorthFindings } from '../../../analysis/index.js';
import { capital, interval, monthName, number, percent, say, small, type Lang, type WordKey } from '../../words.js';

/** A unit of a pool, without its region. */
function unitName(findings: WorthFindings, pool: PoolName, lang: Lang): string {
  const of = pool.block >= 0 ? small(findings.axes.blocks[pool.block]![lang]) : pool.pathway >= 0 ? findings.axes.pathways[pool.pathway]![lang] : '';
  return say(lang, `worth.unit.${pool.kind}` as WordKey, { of });
}

/** What is added, without its region; with how many where it is more than one of each. */
export function additionName(findings: WorthFindings, { pools }: Pick<Worth, 'pools'>, lang: Lang): string {
  const names = pools.map((pool) => unitName(findings, findings.pools[pool]!, lang)).join(' + ');
  const many = `${number(lang, findings.by)} × `;
  return findings.by === 1 ? names : pools.length === 1 ? many + names : `${many}(${names})`;
}

/** What is added, and where: first in a line, or inside a sentence. */
export function placedName(findings: WorthFindings, worth: Pick<Worth, 'pools' | 'region'>, lang: Lang, where: 'first' | 'inside' = 'first'): string {
  const name = say(lang, 'worth.in', { what: additionName(findings, worth, lang), region: findings.axes.regions[worth.region]![lang] });
  return where === 'first' ? capital(name) : name;
}

/** The 95 % interval of a mean, with a decimal where numbers are small. */
export function meanInterval({ mean, halfWidth }: Summary, lang: Lang, decimals = 0): string {
  return interval(lang, number(lang, mean - halfWidth, decimals), number(lang, mean + halfWidth, decimals));
}

/** What intervals of means are, in words. */
export function ciWords({ provenance: { replications } }: WorthFindings, lang: Lang): string {
  return replications === 1 ? say(lang, 'worth.one-run') : say(lang, 'worth.ci', { n: number(lang, replications) });
}

/** The assumed capacity of what is added with the number below which it runs short (MODEL 9.2); empty where nothing is assumed. */
export function capacityWords(findings: WorthFindings, { pools }: Pick<Worth, 'pools'>, lang: Lang): string {
  return assumedOf(findings, pools)
    .map((pool) => {
      const values = { has: number(lang, pool.least ?? 0), of: unitOf(findings, pool, lang), below: number(lang, pool.below ?? 0) };
      return say(lang, pool.below === null ? 'worth.capacity.unknown' : 'worth.capacity', values);
    })
    .join('');
}

const unitOf = (findings: WorthFindings, pool: PoolName, lang: Lang): string => small(findings.axes.blocks[pool.block]![lang]);

/** The pools among some whose number is an assumption. */
export const assumedOf = (findings: WorthFindings, pools: readonly number[]): readonly PoolName[] => pools.map((pool) => findings.pools[pool]!).filter(({ isAssumed }) => isAssumed);

/** First and last month, as people write them. */
export function monthsOf({ from, axes }: WorthFindings, lang: Lang): { readonly from: string; readonly to: string } {
  return { from: monthName(lang, from), to: monthName(lang, axes.to) };
}

/** Which goal is looked at: the one asked for, or the usual one. */
export function goalNames({ goal, axes }: WorthFindings, lang: Lang): { readonly pathway: string; readonly months: string; readonly share: string } {
  const { pathway, months, share } = goal ?? { pathway: axes.pathways.length - 1, months: 6, share: NaN };
  return { pathway: axes.pathways[pathway]![lang], months: String(months), share: Number.isNaN(share) ? '' : percent(lang, share) };
}

/** The foot of every chart: which runs. */
export function footOf({ scenario, provenance }: WorthFindings, lang: Lang): readonly string[] {
  const source = say(lang, 'foot.source', { version: provenance.version, title: scenario.title[lang], name: scenario.name, seed: String(provenance.seed), n: number(lang, provenance.replications), fingerprint: provenance.fingerprint.slice(0, 16) });
  return scenario.limits[lang] === '' ? [source] : [source, say(lang, 'foot.limits', { limits: scenario.limits[lang] })];
}
