import type { Findings } from '../analysis/index.js';
import type { Scenario } from '../model/index.js';
import { checkWords } from '../output/index.js';
import { Failure } from './failure.js';
import type { Lang } from './options.js';

type Args = Readonly<Record<string, unknown>>;

/** To be strict about checks that are not there would be to promise something of nothing. */
export function refuseStrict(args: Args, { checks }: Scenario, lang: Lang): void {
  if (args['strict'] !== true || checks !== undefined) return;
  throw new Failure(2, lang === 'sv' ? '--strict: scenariot har inga kontroller (checks)' : '--strict: the scenario has no checks');
}

/** Ends with code 6 unless every check holds: what cannot be told is no promise either. The report stands where it was written. */
export function failStrict(findings: Findings, lang: Lang): void {
  const VERDICTS = { fails: { sv: 'håller inte', en: 'does not hold' }, unknown: { sv: 'kan inte avgöras', en: 'cannot be told' }, holds: { sv: 'håller', en: 'holds' } };
  const lines = (findings.checks ?? []).filter(({ verdict }) => verdict !== 'holds').map((check) => `${check.at}: ${VERDICTS[check.verdict][lang]}: ${checkWords(findings, check, lang)}`);
  if (lines.length > 0) throw new Failure(6, lines);
}
