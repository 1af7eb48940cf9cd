import * as z from 'zod';
import { form, named, oneOf, series, whole } from './parts.js';

const MOST_STEPS = 10_000;
const MOST_POSITIONS = 10_000_000;

const block = () => form({ block: z.string().min(1), length: whole(1), slots: whole().optional(), load: whole().optional() });

const variant = () =>
  form({
    blocks: z.array(block()).min(1),
    before: z.array(z.tuple([whole(), whole()])).optional(),
    main_load: whole().optional(),
    longest: whole(1).nullable().optional(),
    needs_position: z.boolean().optional(),
    needs_intake: z.boolean().optional(),
    st_post: z.boolean().optional(),
  });

const pool = () =>
  form({
    region: z.string(),
    kind: oneOf(['slots', 'supervisors', 'main', 'st']),
    block: z.string().nullable().optional(),
    capacity: series(1).optional(),
    views: z.array(form({ known_from: whole(), capacity: series(1) })).min(1).optional(),
    crowding: z.array(whole()).optional(),
  });

const intake = () =>
  form({
    region: z.string(),
    pathway: z.string(),
    steps: z.union([z.array(whole()), z.literal('all')], { error: 'steps' }),
    positions: series(0, MOST_POSITIONS),
    fillable: series(0, MOST_POSITIONS).optional(),
    fillable_of: z.array(z.array(whole(0, MOST_POSITIONS))).optional(),
    carry: z.boolean().optional(),
  });

const agreement = () => form({ home: z.string(), host: z.string(), block: z.string(), number: whole(), from: whole(), until: whole() });

const gate = () =>
  form({
    pathway: z.string(),
    min_steps: whole(),
    sittings: z.array(form({ step: whole(), seats: whole().nullable().optional() })),
    processing: whole().optional(),
    required: z.boolean().optional(),
  });

const locum = () => form({ region: z.string(), block: z.string(), load: whole(), pathways: z.array(z.string()).optional() });

const rule = () =>
  form({
    region: z.string(),
    pathway: z.string(),
    steps: z.array(whole()),
    lead: whole(1),
    floor: whole(0, MOST_POSITIONS).optional(),
    ceiling: whole(0, MOST_POSITIONS),
    year: whole(1),
    lines: z.array(form({ reads: oneOf(['queue', 'class', 'vacant']), above: whole(), change: whole(-MOST_POSITIONS, MOST_POSITIONS) })).min(1),
  });

const rank = () => form({ by: oneOf(['pathway', 'stream']), rank: named(whole(-1_000_000, 1_000_000)) });

const byPathway = () => z.union([whole(), named(whole())], { error: 'closes' });

const settings = () =>
  form({
    mode: oneOf(['itinerary', 'step']).optional(),
    rule: oneOf(['spread', 'first-fit']).optional(),
    queue: oneOf(['passed-over', 'strict']).optional(),
    priority: rank().nullable().optional(),
    discipline: oneOf(['longest-wait', 'weighted']).optional(),
    weight: whole(0, 4_294_967_296 * 1000).optional(),
    pass_limit: whole().nullable().optional(),
    closes: byPathway().optional(),
    window: byPathway().optional(),
    own_first: z.boolean().optional(),
    patience: whole().nullable().optional(),
  });

const plan = form({
  steps: whole(1, MOST_STEPS),
  settings: settings().optional(),
  streams: z.array(z.string()),
  regions: z.array(z.string()).min(1),
  pathways: named(form({ variants: named(variant()) })),
  pools: z.array(pool()),
  intakes: z.array(intake()),
  neighbours: named(z.array(z.string())).optional(),
  exchange: z.array(agreement()).optional(),
  gates: z.array(gate()).optional(),
  locum: z.array(locum()).optional(),
  decide: z.array(rule()).optional(),
});

/** The schema of plan.json: a plan as any engine can read it, quantities in whole numbers (docs/decisions/dump.md). */
export const planSchema = plan;

/** A plan as any engine can read it. */
export type PlanForm = z.output<typeof plan>;
export type SettingsForm = z.output<ReturnType<typeof settings>>;
export type VariantForm = z.output<ReturnType<typeof variant>>;
export type PoolForm = z.output<ReturnType<typeof pool>>;
export type IntakeForm = z.output<ReturnType<typeof intake>>;
export type AgreementForm = z.output<ReturnType<typeof agreement>>;
export type GateForm = z.output<ReturnType<typeof gate>>;
export type LocumForm = z.output<ReturnType<typeof locum>>;
export type RuleForm = z.output<ReturnType<typeof rule>>;
export type CapacityForm = z.output<ReturnType<typeof series>>;
