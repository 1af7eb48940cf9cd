import { z } from 'zod';
import { BugError } from '../../base/index.js';
import type { Findings } from '../../analysis/index.js';

const label = { sv: z.string(), en: z.string() };
const quality = z.enum(['published', 'derived', 'assumption']);
const values = z.record(z.string(), z.union([z.string(), z.number()]));
const axis = z.enum(['area', 'stream', 'pathway', 'block', 'cause', 'term', 'month', 'half-year', 'year', 'k', 'headroom']);
const month = z.int().describe('Month number: 12 × year + month − 1');

const named = z.strictObject({ id: z.string(), ...label });

const summary = z
  .strictObject({
    n: z.int().describe('Replications behind the value'),
    mean: z.number(),
    halfWidth: z.number().describe('Half the width of the 95 % confidence interval of the mean (Student’s t); chance only'),
    low: z.number(),
    high: z.number(),
    span: z.enum(['p05–p95', 'range']).describe('What low and high are: 5 and 95 % quantiles of the outcomes, or lowest and highest; chance only'),
  })
  .describe('A figure over replications');

const figure = z
  .strictObject({
    id: z.string(),
    title: z.strictObject(label),
    unit: z.strictObject(label),
    over: z.array(axis).describe('The axes of the cells, the last running fastest'),
    better: z.enum(['low', 'high', 'neither']),
    cells: z.array(summary.nullable()).describe('Row-major over the axes; null where there is no value'),
  })
  .describe('One measure, summarised');

const axes = z.strictObject({
  title: named,
  regions: z.array(z.strictObject({ ...named.shape, area: z.int() })),
  areas: z.array(named),
  streams: z.array(named),
  pathways: z.array(named),
  variants: z.array(named),
  blocks: z.array(named),
  from: month,
  reportFrom: month,
  to: month,
  stepsPerMonth: z.union([z.literal(1), z.literal(2)]),
});

const breakEven = z
  .strictObject({
    region: z.int(),
    block: z.int(),
    kind: z.enum(['slots', 'supervisors']),
    used: summary.describe('Places used at most in the base year'),
    needed: summary.describe('Places needed at most in the years of the report, all positions filled'),
    usedMiddle: z.number().describe('Places used in the middle replication'),
    neededMiddle: z.number().describe('Places needed in the middle replication'),
    headroom: summary.describe('needed ÷ used − 1'),
    places: z.int().describe('Whole places that would do: the middle replication, rounded up'),
    base: z.int().describe('Whole places used in the base year: the middle replication'),
    breakEvenHeadroom: z.number().describe('places ÷ base − 1'),
    assumed: z.number(),
    assumedHeadroom: z.number(),
    from: month.describe('Month number from which fewer than the needed places run short'),
    assumedShortFrom: month.nullable().describe('Month number from which the assumed places run short; null when they last'),
    quality,
    own: z.boolean().describe('The scenario states the number for the region'),
  })
  .describe('How many places of a pool would do');

const mode = z.enum(['itinerary', 'step']);
const otherMode = z
  .strictObject({
    mode: mode.describe('How the run places doctors'),
    other: mode,
    figures: z.record(z.string(), figure).describe('Starts, queues, waits and causes of the same luck in the other mode'),
    jams: z.array(z.strictObject({ cause: z.int().describe('Place along the axis of causes'), mode, months: z.number() })).describe('What doctors wait for in one mode only'),
  })
  .describe('The run in the other placement mode');

const published = z.strictObject({ figure: z.string(), area: z.string(), pathway: z.string(), year: z.int(), value: z.number(), quality, source: z.string() });
const backTest = z.strictObject({ figure: z.string(), pathway: z.string(), from: z.int(), to: z.int(), meanError: z.number() });

const change = z
  .strictObject({
    quantity: z.string(),
    of: z.record(z.string(), z.string()).describe('Region, block, pathway …'),
    from: month,
    until: month.nullable().describe('Month number of the first month in which it does not hold; null: to the end'),
    before: z.number().nullable().describe('null: without limit'),
    after: z.number().nullable().describe('null: without limit'),
    name: z.string(),
    source: z.string(),
    at: z.string().describe('FILE:LINE of the change'),
  })
  .describe('What a change of the scenario did to a cell');

const exchanged = z
  .strictObject({ home: z.int(), host: z.int(), block: z.int(), year: z.int().describe('Place along the axis of years'), months: summary.describe('Doctor-months') })
  .describe('What the doctors of a region did of a block with a host in a year');

const decision = z
  .strictObject({
    region: z.int(),
    pathway: z.int(),
    decided: month,
    from: month.describe('Month number from which it is in force'),
    raised: z.number().describe('Share of the replications in which it raised the number of positions'),
    lowered: z.number().describe('Share in which it lowered it'),
    level: summary.nullable().describe('Positions at an intake after it'),
  })
  .describe('What a rule decided of the positions of a region and pathway');

const check = z
  .strictObject({
    kind: z.enum(['queue', 'starts', 'survey-wait', 'started-within', 'vacant']),
    area: z.int().describe('Place along the axis of areas'),
    pathway: z.int(),
    period: z.int().nullable().describe('Place along the axis of months (queue), terms (started-within) or years; null: every one, judged by the one furthest from what is wanted'),
    months: z.int().nullable().describe('Of started-within'),
    rule: z.enum(['at-most', 'at-least', 'equals']),
    limit: z.number(),
    within: z.number().describe('Of equals'),
    at: z.string().describe('FILE:LINE of the check'),
    value: summary.nullable(),
    share: z.number().nullable().describe('Share of the replications in which it holds'),
    verdict: z.enum(['holds', 'fails', 'unknown']).describe('By the 95 % interval of the mean; chance only'),
  })
  .describe('A check of the planner, judged by the runs');

const findings = z
  .strictObject({
    format: z.literal(1),
    scenario: z.strictObject({ name: z.string(), title: z.strictObject(label), question: z.strictObject(label), limits: z.strictObject(label) }),
    provenance: z.strictObject({ version: z.string(), seed: z.int(), replications: z.int(), fingerprint: z.string(), scenarioHash: z.string() }),
    axes,
    labels: z.record(axis, z.array(named)),
    figures: z.record(z.string(), figure),
    otherMode,
    breakEven: z.array(breakEven),
    baseYear: z.int(),
    backTests: z.array(backTest),
    published: z.array(published),
    assumptions: z.array(named),
    assumedIn: z.string().nullable().describe('The base that says what was assumed; null where the scenario itself does'),
    changes: z.array(change),
    cellsRead: z.strictObject({ published: z.int(), derived: z.int(), assumption: z.int() }),
    notes: z.array(z.strictObject({ code: z.string(), values })),
    exchange: z.array(exchanged).optional().describe('Only where regions have agreed on exchange'),
    decisions: z.array(decision).optional().describe('Only where positions follow rules'),
    checks: z.array(check).optional().describe('Only where the scenario has checks'),
    later: z.array(z.int()).optional().describe('Pathways that doctors come to from another, as places along the axis'),
  })
  .describe('All that one run of flaskhals found');

/** findings.json: checked against its own schema first, so that no unknown number is ever written. */
export function writeFindings(found: Findings): string {
  const checked = findings.safeParse(found);
  if (!checked.success) throw new BugError(`findings do not fit their schema: ${z.prettifyError(checked.error)}`);
  const short = Object.values(found.figures).find((f) => f.cells.length !== f.over.reduce((n, a) => n * found.labels[a].length, 1));
  if (short !== undefined) throw new BugError(`figure ${short.id} has ${short.cells.length} cells, not one for each place along its axes`);
  return `${JSON.stringify(found)}\n`;
}

/** The committed JSON Schema of findings.json, as text. */
export function findingsSchema(): string {
  const schema = z.toJSONSchema(findings, {
    target: 'draft-7',
    override: ({ jsonSchema }) => {
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    },
  });
  return `${JSON.stringify(schema, null, 2)}\n`;
}
