import * as z from 'zod';
import { form, notYet, oneOf, series, whole } from './parts.js';

const MOST_STEPS = 10_000;
const MOST_POSITIONS = 10_000_000;

const block = () => form({ block: z.string().min(1), length: whole(1), slots: whole().optional(), load: whole().optional() });

const variant = () =>
  form({
    blocks: z.array(block()).min(1),
    before: z.array(z.tuple([whole(), whole()])).optional(),
    main_load: whole().optional(),
    longest: notYet((value) => value === null),
    needs_position: notYet((value) => value === true),
    needs_intake: notYet((value) => value === true),
    st_post: notYet((value) => value === false),
  });

const pool = () =>
  form({
    region: z.string(),
    kind: oneOf(['slots', 'supervisors', 'main', 'st']).refine((kind) => kind !== 'st', { params: { fault: { code: 'not-in-engine' } } }),
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
    fillable: notYet((value) => value === null),
    carry: notYet((value) => value === false),
  });

const rank = () => form({ by: oneOf(['pathway', 'stream']), rank: z.record(z.string(), whole(-1_000_000, 1_000_000)) });

const settings = () =>
  form({
    mode: oneOf(['itinerary', 'step']).optional(),
    rule: oneOf(['spread', 'first-fit']).optional(),
    queue: oneOf(['passed-over', 'strict']).optional(),
    priority: rank().nullable().optional(),
    discipline: oneOf(['longest-wait', 'weighted']).optional(),
    weight: whole(0, 4_294_967_296 * 1000).optional(),
    pass_limit: whole().nullable().optional(),
    closes: z.union([whole(), z.record(z.string(), whole())], { error: 'closes' }).optional(),
    own_first: z.boolean().optional(),
    patience: whole().nullable().optional(),
  });

const plan = form({
  steps: whole(1, MOST_STEPS),
  settings: settings().optional(),
  streams: z.array(z.string()),
  regions: z.array(z.string()).min(1),
  pathways: z.record(z.string(), form({ variants: z.record(z.string(), variant()) })),
  pools: z.array(pool()),
  intakes: z.array(intake()),
  neighbours: z.record(z.string(), z.array(z.string())).optional(),
  exchange: notYet((value) => Array.isArray(value) && value.length === 0),
  gates: notYet((value) => Array.isArray(value) && value.length === 0),
});

/** The schema of plan.json: a plan as any engine can read it, quantities in whole numbers (docs/decisions/dump.md). */
export const planSchema = plan;

/** A plan as any engine can read it. */
export type PlanForm = z.output<typeof plan>;
export type SettingsForm = z.output<ReturnType<typeof settings>>;
export type VariantForm = z.output<ReturnType<typeof variant>>;
export type PoolForm = z.output<ReturnType<typeof pool>>;
export type IntakeForm = z.output<ReturnType<typeof intake>>;
export type CapacityForm = z.output<ReturnType<typeof series>>;
