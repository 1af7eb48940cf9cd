import { prepareBottlenecks } from './bottlenecks/index.js';
import type { BottleneckPart } from './bottlenecks/index.js';
import { prepareTogether, readTogether } from './compare.js';
import type { CompareSetup, TogetherRead } from './compare.js';
import { prepareContributions } from './contributions.js';
import type { ContributionRead, ContributionSetup } from './contributions.js';
import { prepareReport, readReplication } from './report.js';
import type { Reading, ReportSetup } from './report.js';
import { prepareWorth } from './worth/job.js';
import type { WorthPart, WorthSetup } from './worth/job.js';
import { prepareSweep } from './sweep.js';
import type { SweepReading, SweepSetup } from './sweep.js';

/** What each kind of work is told beforehand, and what a unit of it gives; all plain data. */
export interface Jobs {
  readonly report: { readonly setup: ReportSetup; readonly part: Reading };
  readonly bottlenecks: { readonly setup: ReportSetup; readonly part: BottleneckPart };
  readonly worth: { readonly setup: WorthSetup; readonly part: WorthPart };
  readonly sweep: { readonly setup: SweepSetup; readonly part: SweepReading };
  readonly contributions: { readonly setup: ContributionSetup; readonly part: ContributionRead };
  readonly compare: { readonly setup: CompareSetup; readonly part: TogetherRead };
}

/** Work that is dealt out in numbered units, each a function of its number alone: whoever does it, and in whatever order, the answer is the same. */
export interface Job<Kind extends keyof Jobs = keyof Jobs> {
  readonly kind: Kind;
  readonly setup: Jobs[Kind]['setup'];
}

/** Makes a worker ready for each kind of work. */
const KINDS: { readonly [Kind in keyof Jobs]: (setup: Jobs[Kind]['setup']) => (unit: number) => Jobs[Kind]['part'] } = {
  report: (setup) => {
    const report = prepareReport(setup);
    return (replication) => readReplication(report, replication);
  },
  bottlenecks: prepareBottlenecks,
  worth: prepareWorth,
  sweep: prepareSweep,
  contributions: prepareContributions,
  compare: (setup) => {
    const together = prepareTogether(setup);
    return (replication) => readTogether(together, replication);
  },
};

/** What does the units of a job, made ready once. */
export function prepareJob<Kind extends keyof Jobs>({ kind, setup }: Job<Kind>): (unit: number) => Jobs[Kind]['part'] {
  return KINDS[kind](setup);
}
