import {
  MODE_MEASURES, addToSample, compareModes, laySample, meanOf, noteGrowth, noteOverruns, summarise, summariseDecisions, summariseExchange, summariseNeeds, summariseTests,
} from '../analysis/index.js';
import type { Change, Findings, Needed, Note, PoolCard, Sample } from '../analysis/index.js';
import type { Quality } from '../base/index.js';
import { POOL_KINDS, layDigest, mix, toHex } from '../engine/index.js';
import type { Axes, Plan } from '../engine/index.js';
import { roomOf } from '../model/index.js';
import type { PoolRow, Scenario } from '../model/index.js';
import { noteBorder } from './border.js';
import { prepareReport, readReplication } from './report.js';
import type { Reading, Report, ReportSetup } from './report.js';

/** What the findings say of themselves. */
export interface Signature {
  readonly version: string;
  readonly scenarioHash: string;
}

/** Readings gathered in order of the replications: plain data, kept on disk while a run is interrupted. */
export interface Gathered {
  readonly replications: number;
  /** How many have been added: those before it are in. */
  added: number;
  readonly sample: Sample;
  readonly needed: Needed[]; // [replication]
  readonly digest: Int32Array;
}

/** Nothing gathered yet, of so many replications to come. */
export function layGathered(report: Report, replications: number): Gathered {
  return { replications, added: 0, sample: laySample(report.cells, replications), needed: [], digest: layDigest() };
}

/** Adds the reading of the next replication. */
export function addReading(gathered: Gathered, { cells, needed, fingerprint }: Reading): void {
  addToSample(gathered.sample, cells);
  gathered.needed.push(needed);
  fingerprint.forEach((word) => mix(gathered.digest, word));
  gathered.added += 1;
}

/** Runs a scenario many times with different luck, and all counter-runs on the same luck, one after another; every run is audited. */
export function runStudy(setup: ReportSetup, replications: number, signature: Signature): Findings {
  const report = prepareReport(setup);
  const gathered = layGathered(report, replications);
  for (let replication = 0; replication < replications; replication++) addReading(gathered, readReplication(report, replication));
  return summariseReport(report, gathered, signature);
}

/** What was found, over all the replications. */
export function summariseReport(report: Report, { replications, sample, needed, digest }: Gathered, { version, scenarioHash }: Signature): Findings {
  const { scenario, plan, axes, grid, from, tests } = report;
  const figures = summarise(report.measures, grid, sample, from.own);
  return {
    format: 1,
    scenario: { name: scenario.name, title: scenario.title, question: scenario.about.question, limits: scenario.about.limits },
    provenance: { version, seed: report.seed, replications, fingerprint: toHex(digest), scenarioHash },
    axes,
    labels: grid.labels,
    figures,
    otherMode: compareModes(plan.mode, figures, summarise(MODE_MEASURES, grid, sample, from.otherMode), grid.labels),
    breakEven: summariseNeeds(report.needs, needed, sample, from.needs, plan, axes, (pool) => poolCard(scenario, plan, axes, pool)),
    baseYear: report.needs.baseYear,
    backTests: summariseTests(axes, tests, tests.map((_, i) => meanOf(sample, from.tests + i))),
    published: report.published,
    assumptions: scenario.assumptions,
    assumedIn: scenario.assumedIn ?? null,
    changes: listChanges(scenario),
    cellsRead: countCells(report.read),
    ...summariseRules(report, sample),
    notes: [...listNotes(scenario, replications), ...noteOverruns(plan, axes, sample, from.overruns), ...noteGrowth(figures, grid.labels)],
  };
}

/** What is told of rules that only some scenarios use; nothing where none is used. */
function summariseRules({ plan, axes, grid, flows, decisions, from }: Report, sample: Sample): Pick<Findings, 'exchange' | 'decisions' | 'later'> {
  return {
    ...(flows.length === 0 ? {} : { exchange: summariseExchange(flows, grid, sample, from.exchange) }),
    ...(plan.rules.length === 0 ? {} : { decisions: summariseDecisions(decisions, plan, axes, sample, from.decisions) }),
    ...(plan.chains.length === 0 ? {} : { later: [...new Set(plan.chains.map(({ then }) => then))].sort((a, b) => a - b) }),
  };
}

function listChanges({ changes, time }: Scenario): Change[] {
  return changes.map(({ quantity, of, from, until, before, after, name, source, at }) => ({ quantity, of, from: Math.max(from, time.from), until, before, after, name: name ?? '', source, at }));
}
/** What stands behind the places shown of a pool: of those that hold within the report, the fewest. A region's own number is own whatever its quality. */
export function poolCard(scenario: Scenario, plan: Plan, axes: Axes, pool: number): PoolCard {
  const kind = POOL_KINDS[plan.poolKind[pool]!];
  const [region, block] = [axes.regions[plan.poolRegion[pool]!]!.id, axes.blocks[plan.poolBlock[pool]!]!.id];
  const rows = (kind === 'slots' ? scenario.slots : scenario.supervisors).filter((row) => row.region === region && row.block === block).sort((a, b) => a.from - b.from);
  const inForce = rows.filter((_, i) => (rows[i + 1]?.from ?? Infinity) > scenario.time.reportFrom);
  const roomIn = (row: PoolRow): number => roomOf(row, scenario.headroom.value, kind === 'slots') ?? Infinity;
  const least = Math.min(...inForce.map(roomIn));
  const shown = inForce.filter((row) => roomIn(row) === least);
  const qualities = shown.flatMap((row) => [row.places ?? [], row.added ?? []].flat().map((figure) => figure.quality));
  const quality = qualities.includes('assumption') ? 'assumption' : qualities.includes('derived') ? 'derived' : 'published';
  return { quality, own: shown.length > 0 && shown.every((row) => row.own) };
}

function countCells(read: ReadonlyMap<string, Quality>): Record<Quality, number> {
  const count: Record<Quality, number> = { published: 0, derived: 0, assumption: 0 };
  for (const quality of read.values()) count[quality] += 1;
  return count;
}

/** What is worth knowing of any run of a scenario. */
export function listNotes(scenario: Scenario, replications: number): Note[] {
  const notes: Note[] = [{ code: 'luck-only', values: {} }];
  if (replications < 20) notes.push({ code: 'few-replications', values: { replications } });
  return [...notes, ...noteBorder(scenario)];
}
